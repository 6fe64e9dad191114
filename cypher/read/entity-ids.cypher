// The ids of one kind, to offer the nearest when somebody mistypes one.
MATCH (node:Entity)
WHERE node.__typename IN $typenames
RETURN node.id AS value
ORDER BY value
LIMIT $limit
