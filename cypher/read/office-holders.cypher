// Everybody who held an office of this title, in any organisation.
MATCH (actor:Actor)-[:HOLDS]->(office:Office)
WHERE $title IS NULL OR office.foldedTitle = $title
RETURN actor.id AS key, office {.*} AS value
ORDER BY key, office.position
