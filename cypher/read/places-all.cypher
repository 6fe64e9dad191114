// All places.
MATCH (item:Place)
