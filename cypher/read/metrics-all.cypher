// Metrics, as a MetricFilter asks.
MATCH (item:Metric)
WHERE ($ids IS NULL OR item.id IN $ids)
  AND ($units IS NULL OR item.unit IN $units)
  AND ($places IS NULL OR any(id IN $places WHERE id IN item.placeIds))
