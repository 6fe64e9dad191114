// The links as a walk needs them, by date of the event arrived at.
RETURN link.id AS id, link.from AS from, link.to AS to, event.sort AS sort, link.rank AS rank
ORDER BY sort, to, id
