// Policies of a place or of what lies within it, or that an event there did something to.
MATCH (:Entity {id: $place})<-[:WITHIN*0..8]-(:Place)<-[:IN_JURISDICTION|AFFECTS|AT]-(:Entity)-[:CHANGES*0..1]->(item:Policy)
WITH DISTINCT item
RETURN item {.*} AS value
ORDER BY item.sort, item.id
