// A path through events that is told.
UNWIND $rows AS row
MERGE (node:Entity {id: row.id})
SET node:Story
SET node = row
RETURN count(node) AS written
