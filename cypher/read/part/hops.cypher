// The links of each key by date of the event arrived at: the first as a walk needs them, of the rest only the ids.
WITH key, link, event
ORDER BY event.sort, event.id, link.id
WITH key, collect({id: link.id, from: link.from, to: link.to, sort: event.sort, rank: link.rank}) AS hops
RETURN key, {hops: hops[0..$limit], rest: [hop IN hops[$limit..] | {id: hop.id, from: hop.from, to: hop.to}]} AS value
ORDER BY key
