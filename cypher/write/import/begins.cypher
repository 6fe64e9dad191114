// From here on the graph is neither the old data set nor the new one.
MERGE (state:State {id: $graph})
SET state.importing = true, state.target = $checksum
RETURN count(state) AS written
