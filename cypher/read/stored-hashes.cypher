// What is stored, in pages by id: the hash of each thing, absent where it was not written whole.
MATCH (node:Entity)
WHERE node.id > $after
RETURN node.id AS key, node {.__typename, .hash} AS value
ORDER BY key
LIMIT $limit
