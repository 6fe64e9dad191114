// An address that facts are taken from.
UNWIND $rows AS row
MERGE (node:Entity {id: row.id})
SET node:Source
SET node = row
RETURN count(node) AS written
