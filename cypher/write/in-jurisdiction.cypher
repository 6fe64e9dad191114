// A place whose law an event or a policy belongs to.
UNWIND $rows AS row
MATCH (from:Entity {id: row.from})
MATCH (to:Entity {id: row.to})
CREATE (from)-[tie:IN_JURISDICTION]->(to)
SET tie = row.properties, tie.owner = row.owner
RETURN count(tie) AS written
