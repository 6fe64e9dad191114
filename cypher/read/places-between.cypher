// All places from one place in their order to another.
MATCH (item:Place)
WHERE item.sort >= $first AND item.sort <= $last
