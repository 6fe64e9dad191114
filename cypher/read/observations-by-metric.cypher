// Observations of one of these metrics.
UNWIND $metrics AS id
MATCH (:Entity {id: id})<-[:MEASURES]-(item:Observation)
