// Links with one of these ids, each with the event arrived at.
UNWIND $anchors AS id
MATCH (link:Entity {id: id})-[:TO]->(event:Event)
