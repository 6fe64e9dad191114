// All policies from one place in their order to another.
MATCH (item:Policy)
WHERE item.sort >= $first AND item.sort <= $last
