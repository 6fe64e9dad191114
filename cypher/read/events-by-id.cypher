// Events with one of these ids.
UNWIND $anchors AS id
MATCH (item:Event {id: id})
