// The places that each event affects.
UNWIND $keys AS key
MATCH (:Entity {id: key})-[tie:AFFECTS]->(place:Place)
RETURN key, place {.*} AS value
ORDER BY key, tie.position
