import { foldText } from '../answers/foldText';
import { officeCertainty } from '../answers/offices';
import { takenApart, wordsOf } from '../answers/searchWords';
import { cypher } from '../cypher';
import type { Engine, Need, Params, SearchHit } from '../engine/engine';
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
import type { DatasetRow, Entity, OfficeRow, TimelineRow } from './rows';

/** Where a page begins: after this item, in the direction of reading. */
export interface Position {
  sort: string;
  id: string;
}

export interface PageRequest {
  /** Whether to read on from first to last, or back from last to first. */
  ascending: boolean;
  after: Position | null;
  limit: number;
}

export interface FacetRow {
  value: string;
  count: number;
}

export type FacetOf = 'KIND' | 'PLACE' | 'ACTOR' | 'POLICY' | 'YEAR' | 'VERIFICATION';

/** A filtered list that can be read by pages, counted and, for events, told apart by facets. */
export interface List {
  page(request: PageRequest): Promise<Entity[]>;
  count(): Promise<number>;
  facet(of: FacetOf): Promise<FacetRow[]>;
}

/** What a search found, and the words that it was found by. */
export interface Found {
  words: string;
  hits: SearchHit[];
}

/** Most hits of a search that are counted, ranked and read page by page. */
const mostHits = 10_000;

// A search gives no more than this many hits to a filter, which the database compares one by one.
const mostFiltered = 1000;

/** The direct questions: a filter and a page. Each is one statement, however long the list. */
export function createAsk(engine: Engine) {
  const values = async <V>(names: string[], params: Params): Promise<V[]> =>
    (await engine.read(cypher('read', ...names), params)).map((row) => row.value as V);

  const list = (names: string[], params: Params): List => ({
    page: ({ ascending, after, limit }) =>
      values<Entity>([...names, ascending ? 'part/page-ascending' : 'part/page-descending'], {
        ...params,
        sort: after?.sort ?? null,
        id: after?.id ?? null,
        limit,
      }),
    count: async () => Number((await values<number>([...names, 'part/count'], params))[0] ?? 0),
    facet: async (of) => {
      const rows = await engine.read(cypher('read', ...names, `part/facet-${of.toLowerCase()}`), params);
      return rows as unknown as FacetRow[];
    },
  });

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
    const rows = await engine.read(cypher('read', 'office-holders'), {
      title: officeTitle == null ? null : foldText(officeTitle),
    });
    const on = officeOn ?? null;
    return rows.flatMap(({ key, value }) => (officeCertainty(value as OfficeRow, on) ? (key as string) : []));
  };

  const eventsWhere = async (where: EventFilter): Promise<[names: string[], params: Params]> => {
    const ids = both(where.ids ?? null, await idsWith(where.text, 'Event'));
    const [anchor, anchors] = anchorOf({ ...where, ids });
    return [[`events-${anchor}`, 'part/event-filter'], { ...eventParams({ ...where, ids }), anchors }];
  };

  return {
    events: async (where: EventFilter): Promise<List> => list(...(await eventsWhere(where))),
    /** All events at once, at most `limit` of them, each with no more than a timeline needs to place it. */
    timeline: async (where: EventFilter, limit: number): Promise<TimelineRow[]> => {
      const [names, params] = await eventsWhere(where);
      const rows = await engine.read(cypher('read', ...names, 'part/timeline-rows'), { ...params, limit });
      return rows as unknown as TimelineRow[];
    },
    links: async (where: LinkFilter): Promise<List> => {
      const anchor = where.claimedBy ? 'by-claimant' : where.sources ? 'by-source' : 'all';
      return list([`links-${anchor}`, 'part/link-filter', 'part/links'], linkParams(where));
    },
    claims: async (where: ClaimFilter): Promise<List> => {
      const anchor = where.about ? 'by-subject' : where.by ? 'by-claimant' : where.sources ? 'by-source' : 'all';
      return list([`claims-${anchor}`, 'part/claim-filter'], claimParams(where));
    },
    policies: async (where: PolicyFilter): Promise<List> =>
      list(['policies-all'], { ...policyParams(where), ids: await idsWith(where.text, 'Policy') }),
    /** All at once, since how a policy stands is worked out from its changes; null is no place in particular. */
    policiesOfPlace: (place: string | null) => values<Entity>(['policies-of-place'], { place }),
    actors: async (where: ActorFilter): Promise<List> => {
      const ids = both(await idsWith(where.text, 'Actor'), await office(where));
      return list(['actors-all'], { ...actorParams(where), ids });
    },
    places: async (where: PlaceFilter): Promise<List> => list(['places-all'], placeParams(where)),
    sources: async (where: SourceFilter): Promise<List> =>
      list(['sources-all'], { ...sourceParams(where), ids: await idsWith(where.text, 'Source') }),
    /** What the words stand in, best first; where nothing holds them all, what holds the most of them. */
    search: async (text: string, typenames: readonly string[]): Promise<Found> => {
      const whole = await found(text, typenames, mostHits, 'ALL');
      return whole.hits.length > 0 ? whole : found(text, typenames, mostHits, 'MOST');
    },
    /** All at once: a data set has few of them. */
    stories: () => values<Entity>(['stories'], {}),
    /** In order of the terms in this language. */
    glossary: (lang: string): List => list(['glossary'], { sortBy: `sort_${lang}` }),
    metrics: async (where: MetricFilter): Promise<List> =>
      list(['metrics-all'], { ...metricParams(where), ids: await idsWith(where.text, 'Metric') }),
    observations: async (where: ObservationFilter): Promise<List> =>
      list([`observations-${observationAnchor(where)}`, 'part/observation-filter'], observationParams(where)),
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

/** What stands in both lists; null is no list. */
const both = (a: readonly string[] | null, b: readonly string[] | null): readonly string[] | null =>
  a && b ? a.filter((id) => b.includes(id)) : (a ?? b);

/** The narrowest way into the graph that a filter offers, so that the cost grows with the answer. */
function anchorOf(where: EventFilter): [anchor: string, anchors: readonly string[] | null] {
  if (where.ids) return ['by-id', where.ids];
  if (where.stories) return ['by-story', where.stories];
  if (where.policies) return ['by-policy', where.policies];
  if (where.actors) return ['by-actor', where.actors];
  if (where.sources) return ['by-source', where.sources];
  const places = where.jurisdictions ?? where.affects ?? where.places;
  return places ? ['by-place', places] : ['all', null];
}

function observationAnchor(where: ObservationFilter): string {
  if (where.events) return 'by-event';
  if (where.sources) return 'by-source';
  if (where.metrics) return 'by-metric';
  if (where.nationalities) return 'by-nationality';
  return where.places ? 'by-place' : 'all';
}
