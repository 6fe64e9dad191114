// Events that did something to one of these policies.
UNWIND $anchors AS id
MATCH (:Entity {id: id})<-[:CHANGES]-(item:Event)
