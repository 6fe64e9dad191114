// How often the graph was written; nothing where the engine does not count.
MATCH (state:State {id: $graph})
RETURN state.count AS count
ORDER BY count
