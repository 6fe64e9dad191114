// Takes away what walks read of these links.
UNWIND $rows AS row
MATCH (:Entity {id: row.id})-[:FROM]->(from:Event)-[walked:FOLLOWED_BY]->(:Event)
WHERE walked.id = row.id
DELETE walked
RETURN count(walked) AS written
