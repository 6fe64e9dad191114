// Keeps the sources that a SourceFilter asks for.
WITH DISTINCT item
WHERE ($sourceKinds IS NULL OR item.sourceKind IN $sourceKinds)
  AND ($publisher IS NULL OR item.publisher = $publisher)
  AND ($from IS NULL OR item.latest >= $from)
  AND ($until IS NULL OR item.earliest <= $until)
