// Events that one of these stories tells.
UNWIND $anchors AS id
MATCH (:Entity {id: id})-[:TELLS]->(item:Event)
