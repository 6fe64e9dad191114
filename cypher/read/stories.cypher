// All stories, by title.
MATCH (story:Story)
RETURN story {.*} AS value
ORDER BY story.sort, story.id
