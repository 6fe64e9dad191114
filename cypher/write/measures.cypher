// What a number counts.
UNWIND $rows AS row
MATCH (from:Entity {id: row.from})
MATCH (to:Entity {id: row.to})
CREATE (from)-[tie:MEASURES]->(to)
SET tie = row.properties, tie.owner = row.owner
RETURN count(tie) AS written
