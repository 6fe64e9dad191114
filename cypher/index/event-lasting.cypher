// The few events that last long are looked at beside those of the days asked for.
CREATE INDEX event_lasting IF NOT EXISTS FOR (event:Event) ON (event.lasting)
