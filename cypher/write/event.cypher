// An event.
UNWIND $rows AS row
MERGE (node:Entity {id: row.id})
SET node:Event
SET node = row
RETURN count(node) AS written
