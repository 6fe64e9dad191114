// What is claimed about each thing, by date.
UNWIND $keys AS key
MATCH (:Entity {id: key})<-[:ABOUT]-(claim:Claim)
RETURN key, claim {.*} AS value
ORDER BY key, claim.sort, claim.id
