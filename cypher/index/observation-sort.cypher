// Lists of observations are read in their order.
CREATE INDEX observation_sort IF NOT EXISTS FOR (observation:Observation) ON (observation.sort)
