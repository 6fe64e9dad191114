// All actors.
MATCH (item:Actor)
