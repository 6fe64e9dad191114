// Metrics that are counted in one of these places or in what lies within them.
UNWIND $places AS id
MATCH (:Entity {id: id})<-[:WITHIN*0..8]-(:Place)<-[:IN_PLACE]-(:Observation)-[:MEASURES]->(item:Metric)
