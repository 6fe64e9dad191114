import { compareText } from '../answers/chain';
import { foldText } from '../answers/foldText';
import { officeCertainty } from '../answers/offices';
import { takenApart, wordsOf } from '../answers/searchWords';
import { cypher } from '../cypher';
import type { Engine, Need, OrderRequest, Params, Position, SearchHit } from '../engine/engine';
import { CallerError } from '../errors';
import {
  type ActorFilter,
  actorParams,
  type ClaimFilter,
  claimParams,
  type EventFilter,
  eventParams,
  type LinkFilter,
  linkParams,
  type MetricFilter,
  metricParams,
  type ObservationFilter,
  observationParams,
  type PlaceFilter,
  type PolicyFilter,
  placeParams,
  policyParams,
  type SourceFilter,
  sourceParams,
} from './filters';
import { rangeFrom, rangeOf, spansOf, wholeOrder } from './order';
import type { DatasetRow, Entity, OfficeRow, TimelineRow } from './rows';

export type { Position };

/** A page of a list: so many items, read on from a place. */
export type PageRequest = Pick<OrderRequest, 'ascending' | 'after' | 'limit'>;

export interface FacetRow {
  value: string;
  count: number;
}

export type FacetOf = 'KIND' | 'PLACE' | 'ACTOR' | 'POLICY' | 'YEAR' | 'VERIFICATION';

/** A list that can be read by pages and counted. */
export interface Pages {
  page(request: PageRequest): Promise<Entity[]>;
  count(): Promise<number>;
}

/** A filtered list that can also, for events, be told apart by facets. */
export interface List extends Pages {
  facet(of: FacetOf): Promise<FacetRow[]>;
}

/** What a search found, and the words that it was found by. */
export interface Found {
  words: string;
  hits: SearchHit[];
}

/**
 * The lists that can be long: the type of their items, whether these stand in order of date, and the statements that find
 * them by id and keep those asked for.
 */
const lists = {
  events: { typename: 'Event', isByDate: true, byId: 'items-by-id', filter: 'part/event-filter', tail: [] },
  links: {
    typename: 'EventLink',
    isByDate: true,
    byId: 'links-by-id',
    filter: 'part/link-filter',
    tail: ['part/links'],
  },
  claims: { typename: 'Claim', isByDate: true, byId: 'items-by-id', filter: 'part/claim-filter', tail: [] },
  policies: { typename: 'Policy', isByDate: false, byId: 'items-by-id', filter: 'part/policy-filter', tail: [] },
  actors: { typename: 'Actor', isByDate: false, byId: 'items-by-id', filter: 'part/actor-filter', tail: [] },
  places: { typename: 'Place', isByDate: false, byId: 'items-by-id', filter: 'part/place-filter', tail: [] },
  sources: { typename: 'Source', isByDate: false, byId: 'items-by-id', filter: 'part/source-filter', tail: [] },
  metrics: { typename: 'Metric', isByDate: false, byId: 'items-by-id', filter: 'part/metric-filter', tail: [] },
  observations: {
    typename: 'Observation',
    isByDate: true,
    byId: 'items-by-id',
    filter: 'part/observation-filter',
    tail: [],
  },
} as const;

type ListName = keyof typeof lists;

/** A statement that leads to items, and what it asks for. Those of a list lead to different items, in the order of the list. */
interface Way {
  anchor: string;
  /** Whether it gives only what stands in a part of the order, and all of that. */
  isSpan: boolean;
  params: Params;
}

/** Through the narrowest anchor that a filter offers, so that the cost grows with the answer; else in order, by spans. */
function waysOf(name: ListName, anchor: string | undefined, params: Params): Way[] {
  if (anchor !== undefined) return [{ anchor, isSpan: false, params }];
  const spans = lists[name].isByDate ? spansOf(params) : [wholeOrder];
  return spans.map(({ anchor, ...range }) => ({
    anchor,
    isSpan: anchor !== 'lasting',
    params: { ...params, ...range, lasting: [true] },
  }));
}

/** Most things that a page is looked for among at once. */
const largestPortion = 10_000;

/** Most hits of a search that are counted, ranked and read page by page. */
const mostHits = 10_000;

// A search gives no more than this many hits to a filter, which the database compares one by one.
const mostFiltered = 1000;

/** The direct questions: a filter and a page. Each is one statement, however long the list, or a few that never grow with it. */
export function createAsk(engine: Engine) {
  const values = async <V>(names: string[], params: Params): Promise<V[]> =>
    (await engine.read(cypher('read', ...names), params)).map((row) => row.value as V);

  const pageOf = (names: string[], params: Params, { ascending, after, limit }: PageRequest): Promise<Entity[]> =>
    values<Entity>([...names, ascending ? 'part/page-ascending' : 'part/page-descending'], {
      ...params,
      ...rangeFrom(rangeOf(params), ascending, after),
      sort: after?.sort ?? null,
      id: after?.id ?? null,
      limit,
    });

  /** A page of a whole span, on an engine that cannot read it in order from an index: by portions, each larger. */
  const pageByPortions = async (
    name: ListName,
    way: Way,
    request: PageRequest,
    inOrder: InOrder,
  ): Promise<Entity[]> => {
    const { typename } = lists[name];
    const { ascending, limit } = request;
    const names = namesOf(name, { ...way, anchor: 'by-id' });
    const items: Entity[] = [];
    let { after } = request;
    for (let portion = limit; ; portion = Math.min(8 * portion, largestPortion)) {
      const places = await inOrder({ ...rangeOf(way.params), typename, ascending, after, limit: portion });
      const params = { ...way.params, anchors: places.map(({ id }) => id) };
      items.push(...(await pageOf(names, params, { ascending, after, limit: limit - items.length })));
      if (items.length === limit || places.length < portion) return items;
      after = places.at(-1) ?? after;
    }
  };

  const page = (name: ListName, way: Way, request: PageRequest): Promise<Entity[]> => {
    if (!way.isSpan) return pageOf(namesOf(name, way), way.params, request);
    if (engine.inOrder) return pageByPortions(name, way, request, engine.inOrder);
    // The whole order, too, is read from an index where its ends are named.
    return pageOf(namesOf(name, { ...way, anchor: 'between' }), way.params, request);
  };

  const list = (name: ListName, anchor: string | undefined, listParams: Params): List => {
    const ways = waysOf(name, anchor, listParams);
    return {
      page: async (request) => {
        const items: Entity[] = [];
        for (const way of request.ascending ? ways : ways.toReversed()) {
          if (items.length === request.limit) break;
          items.push(...(await page(name, way, { ...request, limit: request.limit - items.length })));
        }
        return items;
      },
      count: async () => {
        const counts = ways.map((way) => values<number>([...namesOf(name, way), 'part/count'], way.params));
        return (await Promise.all(counts)).reduce((sum, [count]) => sum + Number(count ?? 0), 0);
      },
      facet: async (of) => {
        const tail = `part/facet-${of.toLowerCase()}`;
        const rows = ways.map((way) => engine.read(cypher('read', ...namesOf(name, way), tail), way.params));
        return facetTogether(of, (await Promise.all(rows)).flat() as unknown as FacetRow[]);
      },
    };
  };

  /** What such words stand in, and the words as they were found: those of nothing else are taken apart where joined. */
  const found = async (text: string, typenames: readonly string[], limit: number, need: Need): Promise<Found> => {
    for (const words of new Set([text, takenApart(text)])) {
      const hits = await engine.search(words, typenames, limit, need);
      if (hits.length > 0) return { words, hits };
    }
    return { words: text, hits: [] };
  };

  /** The ids with these words in their texts; null where no words are asked for. */
  const idsWith = async (text: string | null | undefined, typename: string): Promise<string[] | null> =>
    text == null || wordsOf(text).length === 0
      ? null
      : (await found(text, [typename], mostFiltered, 'ALL')).hits.map(({ id }) => id);

  const office = async ({ officeTitle, officeOn }: ActorFilter): Promise<string[] | null> => {
    if (officeTitle == null && officeOn == null) return null;
    const rows =
      officeTitle == null
        ? await engine.read(cypher('read', 'offices'))
        : await engine.read(cypher('read', 'office-holders'), { title: foldText(officeTitle) });
    const on = officeOn ?? null;
    return rows.flatMap(({ key, value }) => (officeCertainty(value as OfficeRow, on) ? (key as string) : []));
  };

  const eventsWhere = async (where: EventFilter): Promise<[anchor: string | undefined, params: Params]> => {
    const ids = both(where.ids ?? null, await idsWith(where.text, 'Event'));
    const [anchor, anchors] = anchorOf({ ...where, ids });
    return [anchor, { ...eventParams(where), anchors }];
  };

  return {
    events: async (where: EventFilter): Promise<List> => list('events', ...(await eventsWhere(where))),
    /** All events at once, at most `limit` of them, each with no more than a timeline needs to place it. */
    timeline: async (where: EventFilter, limit: number): Promise<TimelineRow[]> => {
      const rows = waysOf('events', ...(await eventsWhere(where))).map((way) =>
        engine.read(cypher('read', ...namesOf('events', way), 'part/timeline-rows'), { ...way.params, limit }),
      );
      return (await Promise.all(rows)).flat().slice(0, limit) as unknown as TimelineRow[];
    },
    links: async (where: LinkFilter): Promise<List> => {
      const anchor = where.claimedBy
        ? 'by-claimant'
        : where.sources
          ? 'by-source'
          : where.places
            ? 'by-place'
            : undefined;
      return list('links', anchor, linkParams(where));
    },
    claims: async (where: ClaimFilter): Promise<List> => {
      const anchor = where.about ? 'by-subject' : where.by ? 'by-claimant' : where.sources ? 'by-source' : undefined;
      return list('claims', anchor, claimParams(where));
    },
    policies: async (where: PolicyFilter): Promise<List> => {
      const anchors = await idsWith(where.text, 'Policy');
      const anchor = anchors ? 'by-id' : where.partOf ? 'by-whole' : where.jurisdictions ? 'by-place' : undefined;
      return list('policies', anchor, { ...policyParams(where), anchors });
    },
    /** All at once, since how a policy stands is worked out from its changes; null is no place in particular. */
    policiesOfPlace: (place: string | null) =>
      values<Entity>([place === null ? 'policies' : 'policies-of-place'], { place }),
    actors: async (where: ActorFilter): Promise<List> => {
      const anchors = both(await idsWith(where.text, 'Actor'), await office(where));
      const anchor = anchors ? 'by-id' : where.countries ? 'by-country' : undefined;
      return list('actors', anchor, { ...actorParams(where), anchors });
    },
    places: async (where: PlaceFilter): Promise<List> =>
      list('places', where.within == null ? undefined : 'by-whole', placeParams(where)),
    sources: async (where: SourceFilter): Promise<List> => {
      const anchors = await idsWith(where.text, 'Source');
      const anchor = anchors ? 'by-id' : where.publisher == null ? undefined : 'by-publisher';
      return list('sources', anchor, { ...sourceParams(where), anchors });
    },
    /** What the words stand in, best first; where nothing holds them all, what holds the most of them. */
    search: async (text: string, typenames: readonly string[]): Promise<Found> => {
      const whole = await found(text, typenames, mostHits, 'ALL');
      return whole.hits.length > 0 ? whole : found(text, typenames, mostHits, 'MOST');
    },
    /** All at once: a data set has few of them. */
    stories: () => values<Entity>(['stories'], {}),
    /** In order of the terms in this language. */
    glossary: (lang: string): Pages => {
      const params = { sortBy: `sort_${lang}` };
      return {
        page: (request) => pageOf(['glossary'], params, request),
        count: async () => Number((await values<number>(['glossary', 'part/count'], params))[0] ?? 0),
      };
    },
    metrics: async (where: MetricFilter): Promise<List> => {
      const anchors = await idsWith(where.text, 'Metric');
      const anchor = anchors ? 'by-id' : where.places ? 'by-place' : undefined;
      return list('metrics', anchor, { ...metricParams(where), anchors });
    },
    observations: async (where: ObservationFilter): Promise<List> =>
      list('observations', observationAnchor(where), observationParams(where)),
    dataset: async (): Promise<DatasetRow> => {
      const [dataset] = await values<DatasetRow>(['dataset'], {});
      if (!dataset)
        throw new CallerError('DATABASE_UNAVAILABLE', 'The graph holds no data set yet: an import is due.', {
          retryAfterMs: 2_000,
        });
      return dataset;
    },
    /** At most 20,000 ids of these kinds, to offer the nearest to a mistyped one. */
    entityIds: (typenames: string[]) => values<string>(['entity-ids'], { typenames, limit: 20_000 }),
  };
}

export type Ask = ReturnType<typeof createAsk>;

type InOrder = NonNullable<Engine['inOrder']>;

/** The statements of a list that lead this way and keep what is asked for, which is all of it where nothing is asked. */
function namesOf(name: ListName, { anchor, isSpan, params }: Way): string[] {
  const { byId, filter, tail } = lists[name];
  const asksNothing = isSpan && Object.entries(params).every(([key, value]) => value === null || notAsked.has(key));
  return [anchor === 'by-id' ? byId : `${name}-${anchor}`, ...(asksNothing ? [] : [filter]), ...tail];
}

// Parameters by which items are found, not kept.
const notAsked = new Set(['anchors', 'first', 'last', 'lasting']);

/** Facets of several ways to different items as those of all of them. */
function facetTogether(of: FacetOf, rows: readonly FacetRow[]): FacetRow[] {
  const counts = new Map<string, number>();
  for (const { value, count } of rows) counts.set(value, (counts.get(value) ?? 0) + count);
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => (of === 'YEAR' ? 0 : b.count - a.count) || compareText(a.value, b.value));
}

/** What stands in both lists; null is no list. */
const both = (a: readonly string[] | null, b: readonly string[] | null): readonly string[] | null =>
  a && b ? a.filter((id) => b.includes(id)) : (a ?? b);

/** The narrowest way into the graph that a filter offers, so that the cost grows with the answer. */
function anchorOf(where: EventFilter): [anchor: string | undefined, anchors: readonly string[] | null] {
  if (where.ids) return ['by-id', where.ids];
  if (where.stories) return ['by-story', where.stories];
  if (where.policies) return ['by-policy', where.policies];
  if (where.actors) return ['by-actor', where.actors];
  if (where.sources) return ['by-source', where.sources];
  const places = where.jurisdictions ?? where.affects ?? where.places;
  return places ? ['by-place', places] : [undefined, null];
}

function observationAnchor(where: ObservationFilter): string | undefined {
  if (where.events) return 'by-event';
  if (where.sources) return 'by-source';
  if (where.metrics) return 'by-metric';
  if (where.nationalities) return 'by-nationality';
  return where.places ? 'by-place' : undefined;
}
