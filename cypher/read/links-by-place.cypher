// Links to an event in, affecting or with a part played by one of these places or what lies within them.
UNWIND $places AS id
MATCH (:Entity {id: id})<-[:WITHIN*0..8]-(:Place)<-[:IN_JURISDICTION|AFFECTS|AT]-(event:Event)<-[:TO]-(link:Link)
