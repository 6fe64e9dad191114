// All metrics from one place in their order to another.
MATCH (item:Metric)
WHERE item.sort >= $first AND item.sort <= $last
