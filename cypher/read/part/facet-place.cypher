// How many of the events are in, affect or have a part for each place or what lies within it, as a filter by it finds them.
UNWIND item.placeIds AS value
RETURN value, count(DISTINCT item) AS count
ORDER BY count DESC, value
