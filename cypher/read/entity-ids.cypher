// The ids of some kinds, to offer the nearest when somebody mistypes one.
UNWIND $typenames AS typename
MATCH (node:Entity {__typename: typename})
RETURN node.id AS value
ORDER BY value
LIMIT $limit
