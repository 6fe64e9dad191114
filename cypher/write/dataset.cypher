// What the data set says of itself.
UNWIND $rows AS row
MERGE (dataset:Dataset {id: row.id})
SET dataset = row
RETURN count(dataset) AS written
