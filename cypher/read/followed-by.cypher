// What followed each event, one step on.
UNWIND $keys AS key
MATCH (:Entity {id: key})-[link:FOLLOWED_BY]->(event:Event)
