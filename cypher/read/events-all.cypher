// All events.
MATCH (item:Event)
