// Where a number is counted.
UNWIND $rows AS row
MATCH (from:Entity {id: row.from})
MATCH (to:Entity {id: row.to})
CREATE (from)-[tie:IN_PLACE]->(to)
SET tie = row.properties, tie.owner = row.owner
RETURN count(tie) AS written
