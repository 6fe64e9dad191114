// Events taken from one of these sources.
UNWIND $anchors AS id
MATCH (:Entity {id: id})<-[:CITES]-(item:Event)
