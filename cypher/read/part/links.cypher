// The links found, each once.
WITH DISTINCT link AS item
