// The numbers tied to each event, by period.
UNWIND $keys AS key
MATCH (:Entity {id: key})<-[:OUTCOME_OF]-(observation:Observation)
RETURN key, observation {.*} AS value
ORDER BY key, observation.sort, observation.id
