// All observations.
MATCH (item:Observation)
