// Places inside a larger one.
MATCH (:Entity {id: $within})<-[:WITHIN*1..8]-(item:Place)
