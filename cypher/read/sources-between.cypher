// All sources from one place in their order to another.
MATCH (item:Source)
WHERE item.sort >= $first AND item.sort <= $last
