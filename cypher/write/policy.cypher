// An instrument or programme.
UNWIND $rows AS row
MERGE (node:Entity {id: row.id})
SET node:Policy
SET node = row
RETURN count(node) AS written
