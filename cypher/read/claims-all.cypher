// All claims.
MATCH (item:Claim)
