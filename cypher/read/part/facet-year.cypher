// How many of the events fall in each year, by the day they are sorted by.
RETURN substring(item.sort, 0, 4) AS value, count(item) AS count
ORDER BY value
