// Whose number it is: the nationality of the people counted.
UNWIND $rows AS row
MATCH (from:Entity {id: row.from})
MATCH (to:Entity {id: row.to})
CREATE (from)-[tie:OF_NATIONALITY]->(to)
SET tie = row.properties, tie.owner = row.owner
RETURN count(tie) AS written
