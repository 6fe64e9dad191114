// Policies of one of these places or of what lies within them.
UNWIND $jurisdictions AS id
MATCH (:Entity {id: id})<-[:WITHIN*0..8]-(:Place)<-[:IN_JURISDICTION]-(item:Policy)
