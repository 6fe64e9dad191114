// The sources of each thing.
UNWIND $keys AS key
MATCH (:Entity {id: key})-[tie:CITES]->(source:Source)
RETURN key, source {.*} AS value
ORDER BY key, tie.position
