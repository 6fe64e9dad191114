// The stories that each event is told in.
UNWIND $keys AS key
MATCH (:Entity {id: key})<-[:TELLS]-(story:Story)
RETURN key, story {.*} AS value
ORDER BY key, story.sort, story.id
