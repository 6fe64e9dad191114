// What the data set says of itself.
MATCH (dataset:Dataset)
RETURN dataset {.*} AS value
ORDER BY dataset.id
LIMIT 1
