// An id that was merged away, and the event that took its place.
UNWIND $rows AS row
MATCH (successor:Entity {id: row.into})
MERGE (node:Entity {id: row.id})
SET node:Merged
SET node = row
CREATE (node)-[merged:MERGED_INTO {owner: row.id}]->(successor)
RETURN count(merged) AS written
