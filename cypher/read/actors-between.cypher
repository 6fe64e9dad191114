// All actors from one place in their order to another.
MATCH (item:Actor)
WHERE item.sort >= $first AND item.sort <= $last
