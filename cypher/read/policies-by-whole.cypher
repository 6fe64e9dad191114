// The parts of a policy.
MATCH (:Entity {id: $partOf})<-[:PART_OF]-(item:Policy)
