// Observations tied to one of these events.
UNWIND $events AS id
MATCH (:Entity {id: id})<-[:OUTCOME_OF]-(item:Observation)
