// Takes away the words that a database with a full-text index of its own keeps beside things.
UNWIND $rows AS row
MATCH (words:Words {id: row.id})
DETACH DELETE words
RETURN count(words) AS written
