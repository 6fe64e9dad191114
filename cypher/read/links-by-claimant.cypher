// Links that one of these asserts.
UNWIND $claimedBy AS id
MATCH (:Entity {id: id})-[:MAKES]->(:Claim)-[:ABOUT]->(link:Link)-[:TO]->(event:Event)
