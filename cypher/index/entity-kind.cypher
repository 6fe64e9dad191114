// The ids of one kind are found by what kind it is.
CREATE INDEX entity_kind IF NOT EXISTS FOR (node:Entity) ON (node.__typename)
