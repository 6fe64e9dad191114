// How many of the events are of each kind.
RETURN item.kind AS value, count(item) AS count
ORDER BY count DESC, value
