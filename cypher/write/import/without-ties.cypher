// Takes away the ties that these things brought, so that they can be written anew.
UNWIND $rows AS row
MATCH (:Entity {id: row.id})-[tie]-()
WHERE tie.owner = row.id
DELETE tie
RETURN count(tie) AS written
