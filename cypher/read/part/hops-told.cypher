// The links as a walk needs them, with what is mostly shown of a link, by date of the event arrived at.
RETURN link.id AS id, link.from AS from, link.to AS to, event.sort AS sort, link.rank AS rank,
  link.type AS type, link.family AS family, link.evidence AS evidence, link.disputed AS disputed
ORDER BY sort, to, id
