// Observations in one of these places or what lies within them.
UNWIND $places AS id
MATCH (:Entity {id: id})<-[:WITHIN*0..8]-(place:Place)<-[:IN_PLACE]-(item:Observation)
