// How many of the events did something to each policy.
MATCH (item)-[:CHANGES]->(policy:Policy)
RETURN policy.id AS value, count(DISTINCT item) AS count
ORDER BY count DESC, value
