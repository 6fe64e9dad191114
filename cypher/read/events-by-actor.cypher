// Events that one of these actors took part in.
UNWIND $anchors AS id
MATCH (:Entity {id: id})-[:TOOK_PART]->(item:Event)
