// All policies, by name.
MATCH (item:Policy)
RETURN item {.*} AS value
ORDER BY item.sort, item.id
