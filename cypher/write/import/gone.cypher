// Takes away things that the data set no longer has.
UNWIND $rows AS row
MATCH (node:Entity {id: row.id})
DETACH DELETE node
RETURN count(node) AS written
