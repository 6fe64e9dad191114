// Actors, as an ActorFilter asks.
MATCH (item:Actor)
WHERE ($ids IS NULL OR item.id IN $ids)
  AND ($actorKinds IS NULL OR item.actorKind IN $actorKinds)
  AND ($countries IS NULL OR item.country IN $countries)
