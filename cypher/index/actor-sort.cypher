// Lists of actors are read in their order.
CREATE INDEX actor_sort IF NOT EXISTS FOR (actor:Actor) ON (actor.sort)
