// Links that one of these sources supports.
UNWIND $sources AS id
MATCH (:Entity {id: id})<-[:CITES]-(link:Link)-[:TO]->(event:Event)
