// Keeps the claims that a ClaimFilter asks for.
WITH DISTINCT item
WHERE ($by IS NULL OR item.by IN $by)
  AND ($about IS NULL OR item.about IN $about)
  AND ($stances IS NULL OR item.stance IN $stances)
  AND ($sources IS NULL OR any(id IN $sources WHERE id IN item.sourceIds))
  AND ($from IS NULL OR item.latest >= $from OR (item.latest IS NULL AND item.earliest IS NOT NULL))
  AND ($until IS NULL OR item.earliest <= $until OR (item.earliest IS NULL AND item.latest IS NOT NULL))
