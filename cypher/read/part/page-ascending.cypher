// A page of items after a place in the order, from first to last.
WITH item
WHERE $sort IS NULL OR item.sort > $sort OR (item.sort = $sort AND item.id > $id)
WITH item
ORDER BY item.sort, item.id
LIMIT $limit
RETURN item {.*} AS value
ORDER BY item.sort, item.id
