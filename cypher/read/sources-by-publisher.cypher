// Sources of a publisher.
UNWIND [$publisher] AS publisher
MATCH (item:Source {publisher: publisher})
