// The terms of the glossary, each in its place in one language: `sortBy` names the property, absent where a term has no translation.
MATCH (term:Term)
WITH term {.*, sort: coalesce(term[$sortBy], term.sort)} AS item
