// How many of the events are verified how well.
RETURN item.verification AS value, count(item) AS count
ORDER BY count DESC, value
