// A term of the glossary.
UNWIND $rows AS row
MERGE (node:Entity {id: row.id})
SET node:Term
SET node = row
RETURN count(node) AS written
