// Keeps the places that a PlaceFilter asks for.
WITH DISTINCT item
WHERE ($placeKinds IS NULL OR item.placeKind IN $placeKinds)
  AND ($within IS NULL OR ($within IN item.placeIds AND item.id <> $within))
