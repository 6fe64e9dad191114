// All links, each with the event arrived at.
MATCH (link:Link)-[:TO]->(event:Event)
