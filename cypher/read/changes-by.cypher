// What each event did to policies.
UNWIND $keys AS key
MATCH (:Entity {id: key})-[tie:CHANGES]->(policy:Policy)
RETURN key, tie {.*, event: key, policy: policy.id} AS value
ORDER BY key, policy.sort, policy.id
