// A link is written twice: as a relationship that walks read, and as a node that claims and sources can point at.
UNWIND $rows AS row
MATCH (from:Entity {id: row.from})
MATCH (to:Entity {id: row.to})
MERGE (node:Entity {id: row.id})
SET node:Link
SET node = row
CREATE (node)-[:FROM]->(from)
CREATE (node)-[:TO]->(to)
CREATE (from)-[link:FOLLOWED_BY]->(to)
SET link = row.walked
RETURN count(link) AS written
