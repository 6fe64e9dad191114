// All sources.
MATCH (item:Source)
