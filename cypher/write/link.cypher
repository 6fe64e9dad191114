// A link is written twice: as a relationship that walks read, and as a node that claims and sources can point at.
UNWIND $rows AS row
MATCH (from:Entity {id: row.walked.from})
MATCH (to:Entity {id: row.walked.to})
MERGE (node:Entity {id: row.node.id})
SET node:Link
SET node = row.node
CREATE (node)-[:FROM {owner: row.node.id}]->(from)
CREATE (node)-[:TO {owner: row.node.id}]->(to)
CREATE (from)-[link:FOLLOWED_BY]->(to)
SET link = row.walked
RETURN count(link) AS written
