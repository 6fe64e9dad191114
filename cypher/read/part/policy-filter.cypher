// Keeps the policies that a PolicyFilter asks for.
WITH DISTINCT item
WHERE ($policyKinds IS NULL OR item.policyKind IN $policyKinds)
  AND ($jurisdictions IS NULL OR any(id IN $jurisdictions WHERE id IN item.placeIds))
  AND ($partOf IS NULL OR item.partOf = $partOf)
