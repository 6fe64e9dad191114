// What each actor or publication claims, by date.
UNWIND $keys AS key
MATCH (:Entity {id: key})-[:MAKES]->(claim:Claim)
RETURN key, claim {.*} AS value
ORDER BY key, claim.sort, claim.id
