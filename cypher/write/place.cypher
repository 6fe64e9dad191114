// A place.
UNWIND $rows AS row
MERGE (node:Entity {id: row.id})
SET node:Place
SET node = row
RETURN count(node) AS written
