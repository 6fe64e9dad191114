// Marks things as written whole, each with the hash of its row and ties: what bears the same hash need not be written again.
UNWIND $rows AS row
MATCH (node:Entity {id: row.id})
SET node.hash = row.hash
RETURN count(node) AS written
