// Sources, as a SourceFilter asks.
MATCH (item:Source)
WHERE ($ids IS NULL OR item.id IN $ids)
  AND ($sourceKinds IS NULL OR item.sourceKind IN $sourceKinds)
  AND ($publisher IS NULL OR item.publisher = $publisher)
  AND ($from IS NULL OR item.latest >= $from)
  AND ($until IS NULL OR item.earliest <= $until)
