// Policies, as a PolicyFilter asks.
MATCH (item:Policy)
WHERE ($ids IS NULL OR item.id IN $ids)
  AND ($policyKinds IS NULL OR item.policyKind IN $policyKinds)
  AND ($jurisdictions IS NULL OR any(id IN $jurisdictions WHERE id IN item.placeIds))
  AND ($partOf IS NULL OR item.partOf = $partOf)
