// The numbers of each metric, every release, by period.
UNWIND $keys AS key
MATCH (:Entity {id: key})<-[:MEASURES]-(observation:Observation)
RETURN key, observation {.*} AS value
ORDER BY key, observation.sort, observation.id
