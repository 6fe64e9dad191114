// Claims that one of these makes.
UNWIND $by AS id
MATCH (:Entity {id: id})-[:MAKES]->(item:Claim)
