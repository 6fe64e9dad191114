// The steps of each story, in its order.
UNWIND $keys AS key
MATCH (:Entity {id: key})-[tie:TELLS]->(event:Event)
RETURN key, tie {.*, story: key, event: event.id} AS value
ORDER BY key, tie.position
