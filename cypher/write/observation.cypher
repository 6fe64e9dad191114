// One measured value.
UNWIND $rows AS row
MERGE (node:Entity {id: row.id})
SET node:Observation
SET node = row
RETURN count(node) AS written
