// The observations that last long, from one place in the order of observations to another.
UNWIND $lasting AS lasting
MATCH (item:Observation {lasting: lasting})
WHERE item.sort >= $first AND item.sort <= $last
