// The places whose law each event or policy belongs to.
UNWIND $keys AS key
MATCH (:Entity {id: key})-[tie:IN_JURISDICTION]->(place:Place)
RETURN key, place {.*} AS value
ORDER BY key, tie.position
