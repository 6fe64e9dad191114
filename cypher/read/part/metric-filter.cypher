// Keeps the metrics that a MetricFilter asks for.
WITH DISTINCT item
WHERE ($units IS NULL OR item.unit IN $units)
  AND ($places IS NULL OR any(id IN $places WHERE id IN item.placeIds))
