// Lists of claims are read in their order.
CREATE INDEX claim_sort IF NOT EXISTS FOR (claim:Claim) ON (claim.sort)
