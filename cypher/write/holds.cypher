// An office that a person held in an organisation.
UNWIND $rows AS row
MATCH (actor:Entity {id: row.from})
CREATE (actor)-[holds:HOLDS {owner: row.owner}]->(office:Office)
SET office = row.properties
RETURN count(holds) AS written
