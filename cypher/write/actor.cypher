// A person, organisation, government, agency, court or group.
UNWIND $rows AS row
MERGE (node:Entity {id: row.id})
SET node:Actor
SET node = row
RETURN count(node) AS written
