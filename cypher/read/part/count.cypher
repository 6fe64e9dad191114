// How many items there are.
RETURN count(item) AS value
