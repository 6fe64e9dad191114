// An event that the data set ties a number to.
UNWIND $rows AS row
MATCH (from:Entity {id: row.from})
MATCH (to:Entity {id: row.to})
CREATE (from)-[tie:OUTCOME_OF]->(to)
SET tie = row.properties, tie.owner = row.owner
RETURN count(tie) AS written
