// Takes away what must be known of these metrics.
UNWIND $rows AS row
MATCH (:Entity {id: row.id})-[:BREAKS]->(told:SeriesBreak)
DETACH DELETE told
RETURN count(told) AS written
