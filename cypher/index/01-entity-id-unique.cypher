// One id, one thing. Neo4j builds its look-up index with the constraint, so this file must run before the next.
CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (node:Entity) REQUIRE node.id IS UNIQUE
