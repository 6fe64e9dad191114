// Who took part in each event.
UNWIND $keys AS key
MATCH (:Entity {id: key})<-[tie:TOOK_PART]-(actor:Actor)
RETURN key, tie {.*, event: key, actor: actor.id} AS value
ORDER BY key, tie.position
