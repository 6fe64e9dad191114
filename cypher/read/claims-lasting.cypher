// The claims that last long, from one place in the order of claims to another.
UNWIND $lasting AS lasting
MATCH (item:Claim {lasting: lasting})
WHERE item.sort >= $first AND item.sort <= $last
