// Everybody who held an office of any title.
MATCH (office:Office)<-[:HOLDS]-(actor:Actor)
RETURN actor.id AS key, office {.*} AS value
ORDER BY key, office.position
