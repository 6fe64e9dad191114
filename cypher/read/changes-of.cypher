// What was done to each policy, in order of effect.
UNWIND $keys AS key
MATCH (:Entity {id: key})<-[tie:CHANGES]-(event:Event)
RETURN key, tie {.*, event: event.id, eventDate: event.edtf, eventSort: event.sort, policy: key} AS value
ORDER BY key, tie.sort, tie.position, event.sort, event.id
