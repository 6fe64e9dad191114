// Keeps the actors that an ActorFilter asks for.
WITH DISTINCT item
WHERE ($actorKinds IS NULL OR item.actorKind IN $actorKinds)
  AND ($countries IS NULL OR item.country IN $countries)
