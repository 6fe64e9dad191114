// All metrics.
MATCH (item:Metric)
