// The embedded engine's constraint brings no look-up index; on Neo4j this does nothing.
CREATE INDEX entity_id IF NOT EXISTS FOR (node:Entity) ON (node.id)
