// Observations taken from one of these sources.
UNWIND $sources AS id
MATCH (:Entity {id: id})<-[:CITES]-(item:Observation)
