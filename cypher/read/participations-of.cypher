// What each actor took part in, by date.
UNWIND $keys AS key
MATCH (:Entity {id: key})-[tie:TOOK_PART]->(event:Event)
RETURN key, tie {.*, event: event.id, actor: key, sort: event.sort} AS value
ORDER BY key, event.sort, event.id, tie.role
