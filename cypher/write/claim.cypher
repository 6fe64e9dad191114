// What somebody says.
UNWIND $rows AS row
MERGE (node:Entity {id: row.id})
SET node:Claim
SET node = row
RETURN count(node) AS written
