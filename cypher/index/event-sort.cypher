// Lists of events are read in their order.
CREATE INDEX event_sort IF NOT EXISTS FOR (event:Event) ON (event.sort)
