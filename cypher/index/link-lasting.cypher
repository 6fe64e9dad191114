// The few links to events that last long are looked at beside those of the days asked for.
CREATE INDEX link_lasting IF NOT EXISTS FOR (link:Link) ON (link.lasting)
