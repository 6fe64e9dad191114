// Policies of a place or of what lies within it, or that an event there did something to; without a place all policies.
MATCH (item:Policy)
OPTIONAL MATCH (item)<-[:CHANGES]-(event:Event)
WHERE $place IN event.placeIds
WITH item, count(event) AS eventsThere
WHERE $place IS NULL OR $place IN item.placeIds OR eventsThere > 0
RETURN item {.*} AS value
ORDER BY item.sort, item.id
