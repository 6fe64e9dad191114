// The links to an event that lasts long, from one place in the order of links to another.
UNWIND $lasting AS lasting
MATCH (link:Link {lasting: lasting})
WHERE link.sort >= $first AND link.sort <= $last
MATCH (link)-[:TO]->(event:Event)
