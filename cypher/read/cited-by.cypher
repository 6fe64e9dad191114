// What each source supports.
UNWIND $keys AS key
MATCH (:Entity {id: key})<-[:CITES]-(node:Entity)
RETURN key, {id: node.id, __typename: node.__typename, sort: node.sort} AS value
ORDER BY key, node.__typename, node.sort, node.id
