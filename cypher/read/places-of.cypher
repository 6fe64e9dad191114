// The places that play a part in each event.
UNWIND $keys AS key
MATCH (:Entity {id: key})-[tie:AT]->(place:Place)
RETURN key, tie {.*, place: place {.*}} AS value
ORDER BY key, tie.position
