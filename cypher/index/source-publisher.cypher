// Sources are found by their publisher.
CREATE INDEX source_publisher IF NOT EXISTS FOR (source:Source) ON (source.publisher)
