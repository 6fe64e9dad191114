// All links from one place in their order to another, each with the event arrived at.
MATCH (link:Link)
WHERE link.sort >= $first AND link.sort <= $last
MATCH (link)-[:TO]->(event:Event)
