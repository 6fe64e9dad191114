// The events that last long, from one place in the order of events to another.
UNWIND $lasting AS lasting
MATCH (item:Event {lasting: lasting})
WHERE item.sort >= $first AND item.sort <= $last
