// The places directly inside each place.
UNWIND $keys AS key
MATCH (:Entity {id: key})<-[:WITHIN]-(place:Place)
RETURN key, place {.*} AS value
ORDER BY key, place.sort, place.id
