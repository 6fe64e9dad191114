// Lists of metrics are read in their order.
CREATE INDEX metric_sort IF NOT EXISTS FOR (metric:Metric) ON (metric.sort)
