// Any thing by its id. What was merged away says by `into` where it went. The terms that filters look at, long lists, stay behind.
UNWIND $keys AS key
MATCH (node:Entity {id: key})
RETURN key, node {.*, terms: null} AS value
ORDER BY key
