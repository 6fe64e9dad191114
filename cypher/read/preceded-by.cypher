// What each event followed, one step back.
UNWIND $keys AS key
MATCH (:Entity {id: key})<-[link:FOLLOWED_BY]-(event:Event)
