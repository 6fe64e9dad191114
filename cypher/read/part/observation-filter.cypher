// Keeps the observations that an ObservationFilter asks for.
WITH DISTINCT item
WHERE ($allReleases OR item.preferred)
  AND ($metrics IS NULL OR item.metric IN $metrics)
  AND ($places IS NULL OR any(id IN $places WHERE id IN item.placeIds))
  AND ($nationalities IS NULL OR item.nationality IN $nationalities)
  AND ($publisher IS NULL OR item.publisher = $publisher)
  AND ($events IS NULL OR any(id IN $events WHERE id IN item.events))
  AND ($sources IS NULL OR any(id IN $sources WHERE id IN item.sourceIds))
  AND ($from IS NULL OR item.latest >= $from)
  AND ($until IS NULL OR item.earliest <= $until)
