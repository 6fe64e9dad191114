// Observations of people of one of these nationalities.
UNWIND $nationalities AS id
MATCH (:Entity {id: id})<-[:OF_NATIONALITY]-(item:Observation)
