// Any thing by its id. What was merged away says by `into` where it went.
UNWIND $keys AS key
MATCH (node:Entity {id: key})
RETURN key, node {.*} AS value
ORDER BY key
