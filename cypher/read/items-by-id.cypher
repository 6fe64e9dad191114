// Things with one of these ids.
UNWIND $anchors AS id
MATCH (item:Entity {id: id})
