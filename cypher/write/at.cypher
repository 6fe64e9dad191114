// The part that a place plays in an event.
UNWIND $rows AS row
MATCH (from:Entity {id: row.from})
MATCH (to:Entity {id: row.to})
CREATE (from)-[tie:AT]->(to)
SET tie = row.properties, tie.owner = row.owner
RETURN count(tie) AS written
