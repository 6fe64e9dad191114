// All claims from one place in their order to another.
MATCH (item:Claim)
WHERE item.sort >= $first AND item.sort <= $last
