// Lists of events are read in order of date.
CREATE INDEX event_sort IF NOT EXISTS FOR (event:Event) ON (event.sort)
