// A policy within a policy, or an actor within an actor.
UNWIND $rows AS row
MATCH (from:Entity {id: row.from})
MATCH (to:Entity {id: row.to})
CREATE (from)-[tie:PART_OF]->(to)
SET tie = row.properties, tie.owner = row.owner
RETURN count(tie) AS written
