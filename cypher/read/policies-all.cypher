// All policies.
MATCH (item:Policy)
