// Events in, affecting or with a part played by one of these places or what lies within them.
UNWIND $anchors AS id
MATCH (:Entity {id: id})<-[:WITHIN*0..8]-(place:Place)<-[:IN_JURISDICTION|AFFECTS|AT]-(item:Event)
