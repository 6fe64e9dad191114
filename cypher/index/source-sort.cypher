// Lists of sources are read in their order.
CREATE INDEX source_sort IF NOT EXISTS FOR (source:Source) ON (source.sort)
