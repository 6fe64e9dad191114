// What must be known before the numbers of each metric are drawn or compared, by period.
UNWIND $keys AS key
MATCH (:Entity {id: key})-[:BREAKS]->(told:SeriesBreak)
RETURN key, told {.*} AS value
ORDER BY key, told.sort, told.kind, told.note
