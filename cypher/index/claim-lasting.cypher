// The few claims that last long are looked at beside those of the days asked for.
CREATE INDEX claim_lasting IF NOT EXISTS FOR (claim:Claim) ON (claim.lasting)
