// Lists of policies are read in their order.
CREATE INDEX policy_sort IF NOT EXISTS FOR (policy:Policy) ON (policy.sort)
