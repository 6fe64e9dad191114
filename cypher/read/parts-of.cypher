// The parts of each policy or actor.
UNWIND $keys AS key
MATCH (:Entity {id: key})<-[:PART_OF]-(part:Entity)
RETURN key, part {.*} AS value
ORDER BY key, part.sort, part.id
