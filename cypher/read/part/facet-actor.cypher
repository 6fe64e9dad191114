// How many of the events each actor took part in.
MATCH (item)<-[:TOOK_PART]-(actor:Actor)
RETURN actor.id AS value, count(DISTINCT item) AS count
ORDER BY count DESC, value
