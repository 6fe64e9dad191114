// Places, as a PlaceFilter asks.
MATCH (item:Place)
WHERE ($placeKinds IS NULL OR item.placeKind IN $placeKinds)
  AND ($within IS NULL OR ($within IN item.placeIds AND item.id <> $within))
