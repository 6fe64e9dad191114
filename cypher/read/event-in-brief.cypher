// What is mostly shown of each event, in the data set's own language.
UNWIND $keys AS key
MATCH (event:Entity {id: key})
RETURN event.id AS id, event.title AS title, event.edtf AS edtf, event.dateBasis AS dateBasis,
  event.earliest AS earliest, event.latest AS latest, event.kind AS kind, event.verification AS verification
ORDER BY id
