// Who makes a claim: an actor, or a publication in its own voice.
UNWIND $rows AS row
MATCH (from:Entity {id: row.from})
MATCH (to:Entity {id: row.to})
CREATE (from)-[tie:MAKES]->(to)
SET tie = row.properties, tie.owner = row.owner
RETURN count(tie) AS written
