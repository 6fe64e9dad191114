// All observations from one place in their order to another.
MATCH (item:Observation)
WHERE item.sort >= $first AND item.sort <= $last
