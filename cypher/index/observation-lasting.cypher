// The few observations that last long are looked at beside those of the days asked for.
CREATE INDEX observation_lasting IF NOT EXISTS FOR (observation:Observation) ON (observation.lasting)
