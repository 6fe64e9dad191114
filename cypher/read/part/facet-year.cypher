// How many of the events fall in each year: that of the first possible day, else of the last.
RETURN substring(coalesce(item.earliest, item.latest), 0, 4) AS value, count(item) AS count
ORDER BY value
