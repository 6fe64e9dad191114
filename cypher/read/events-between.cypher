// All events from one place in their order to another.
MATCH (item:Event)
WHERE item.sort >= $first AND item.sort <= $last
