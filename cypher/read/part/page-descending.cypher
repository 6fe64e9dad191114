// A page of items before a place in the order, from last to first.
WITH item
WHERE $sort IS NULL OR item.sort < $sort OR (item.sort = $sort AND item.id < $id)
WITH item
ORDER BY item.sort DESC, item.id DESC
LIMIT $limit
RETURN item {.*} AS value
ORDER BY item.sort DESC, item.id DESC
