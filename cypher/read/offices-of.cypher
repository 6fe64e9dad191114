// The offices that each actor held.
UNWIND $keys AS key
MATCH (:Entity {id: key})-[:HOLDS]->(office:Office)
RETURN key, office {.*} AS value
ORDER BY key, office.position
