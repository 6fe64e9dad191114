// The graph is the new data set, whole.
MERGE (state:State {id: $graph})
SET state.importing = false, state.target = null
RETURN count(state) AS written
