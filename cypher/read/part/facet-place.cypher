// How many of the events are in, affect or have a part for each place.
MATCH (item)-[:IN_JURISDICTION|AFFECTS|AT]->(place:Place)
RETURN place.id AS value, count(DISTINCT item) AS count
ORDER BY count DESC, value
