// The links among the steps of each story, each with the places of its ends in the story.
UNWIND $keys AS key
MATCH (story:Entity {id: key})-[start:TELLS]->(:Event)-[link:FOLLOWED_BY]->(:Event)<-[target:TELLS]-(story)
RETURN key, {id: link.id, from: start.position, to: target.position} AS value
ORDER BY key, target.position, start.position, link.id
