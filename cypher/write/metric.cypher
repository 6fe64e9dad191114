// Something that is counted or measured.
UNWIND $rows AS row
MERGE (node:Entity {id: row.id})
SET node:Metric
SET node = row
RETURN count(node) AS written
