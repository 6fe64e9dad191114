// Takes away what other data sets said of themselves: a graph holds one.
UNWIND $rows AS row
MATCH (dataset:Dataset)
WHERE dataset.id <> row.id
DETACH DELETE dataset
RETURN count(dataset) AS written
