// Actors of one of these countries.
UNWIND $countries AS id
MATCH (item:Actor {country: id})
