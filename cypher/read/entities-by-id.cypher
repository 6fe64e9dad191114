// Any thing by its id; an id that was merged away finds its successor.
UNWIND $keys AS key
MATCH (found:Entity {id: key})
OPTIONAL MATCH (found)-[:MERGED_INTO]->(successor:Entity)
WITH key, coalesce(successor, found) AS node
RETURN key, node {.*} AS value
ORDER BY key
