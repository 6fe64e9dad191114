// Everybody who held an office of this title, in any organisation.
MATCH (office:Office {foldedTitle: $title})<-[:HOLDS]-(actor:Actor)
RETURN actor.id AS key, office {.*} AS value
ORDER BY key, office.position
