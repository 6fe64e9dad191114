// Claims about one of these.
UNWIND $about AS id
MATCH (:Entity {id: id})<-[:ABOUT]-(item:Claim)
