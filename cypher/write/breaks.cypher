// What must be known before the numbers of a metric are drawn or compared.
UNWIND $rows AS row
MATCH (metric:Entity {id: row.from})
CREATE (metric)-[breaks:BREAKS {owner: row.owner}]->(told:SeriesBreak)
SET told = row.properties
RETURN count(breaks) AS written
