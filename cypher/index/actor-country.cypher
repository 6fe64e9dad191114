// Actors are found by their country.
CREATE INDEX actor_country IF NOT EXISTS FOR (actor:Actor) ON (actor.country)
