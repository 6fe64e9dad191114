// What a timeline needs to know of each event, by date.
RETURN item.id AS id, item.sort AS sort, item.earliest AS earliest, item.latest AS latest, item.kind AS kind,
  item.linkCount AS linkCount, item.firstPlace AS firstPlace, item.firstPolicy AS firstPolicy, item.firstActor AS firstActor
ORDER BY sort, id
LIMIT $limit
