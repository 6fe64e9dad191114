// Takes away the offices of these actors.
UNWIND $rows AS row
MATCH (:Entity {id: row.id})-[:HOLDS]->(office:Office)
DETACH DELETE office
RETURN count(office) AS written
