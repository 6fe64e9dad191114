import { rankOf } from '../answers/chain';
import { sortKey } from '../answers/dates';
import { foldText } from '../answers/foldText';
import { groupBy } from '../answers/groups';
import { effectDay } from '../answers/policyLife';
import type { Evidence } from '../answers/words';
import type { Value } from '../engine/engine';
import { type DatasetNode, describeDataset } from './datasetNode';
import { describeEvents, describeMerged } from './eventNodes';
import type { Dataset, FileName, Row } from './format';
import {
  daysOf,
  describe,
  describeNamed,
  each,
  eachOf,
  entries,
  id,
  type Languages,
  languagesOf,
  list,
  type Properties,
  placesAround,
  sourcesOf,
  type Texts,
  translations,
} from './nodes';
import { sortOf } from './sort';

/** A relationship; `owner` is the thing whose row says it, and which it is written anew with. */
export interface Tie extends Record<string, Value> {
  owner: string;
  from: string;
  to?: string;
  properties: Properties;
}

/**
 * A data set as nodes and ties, by the statement of cypher/write that takes them, in the order to write them. Each is
 * made anew whenever it is asked for: held all at once, they would need more memory than the data set itself.
 */
export interface Graph {
  /** What has an id of its own; a link is a node and what walks read of it. */
  nodes: Readonly<Record<string, Iterable<Properties>>>;
  ties: Readonly<Record<string, Iterable<Tie>>>;
  dataset: DatasetNode;
}

/** What a checked data set is as a graph, with all that is worked out from its rows: sort keys, disputes, places around. */
export function describeGraph(dataset: Dataset): Graph {
  const { rows } = dataset;
  const text = translations(dataset);
  const languages = languagesOf(dataset);
  const places = placesAround(rows.places);
  const numbers = groupBy(rows.observations, ({ values }) => values.metric);
  const placesOfNumber = ({ values }: Row) => (values.place === undefined ? [] : places(String(values.place)));
  const named = (file: FileName, name: string, more: (row: Row) => Properties) =>
    each(rows[file], (row) => describeNamed(file, row, name, text, more(row)));
  const described = {
    place: named('places', 'name', (row) => ({ placeKind: 'REGION', placeIds: places(id(row)) })),
    actor: named('actors', 'name', () => ({ actorKind: 'GROUP' })),
    source: named('sources', 'title', ({ values }) => ({
      sourceKind: 'REFERENCE',
      ...daysOf(values.date as string | undefined),
    })),
    policy: each(rows.policies, (row) => describePolicy(row, text, languages, places)),
    event: describeEvents(dataset, text, languages, places),
    link: describeLinks(dataset, text),
    metric: named('metrics', 'label', (row) => ({
      metricKind: 'FLOW',
      placeIds: [...new Set((numbers.get(id(row)) ?? []).flatMap(placesOfNumber))],
    })),
    observation: each(rows.observations, (row) => ({
      ...describeObservation(row, text),
      placeIds: placesOfNumber(row),
    })),
    claim: each(rows.claims, (row) => describeClaim(row, text)),
    story: named('stories', 'title', () => ({ summary: '', contentNotes: [] })),
    term: each(rows.glossary, (row) => describeTerm(row, text, languages)),
  };

  const tied: Graph['ties'] = {
    'in-jurisdiction': ties(rows, ['events', 'policies'], 'jurisdictions'),
    affects: ties(rows, ['events'], 'affects'),
    at: each(rows['event-places'], ({ values }, position) => ({
      owner: String(values.event),
      from: String(values.event),
      to: String(values.place),
      properties: {
        position,
        role: values.role as string,
        basis: values.basis as string,
        ...text(`${values.event}--${values.place}`, values),
        sources: sourcesOf(values),
        seedRows: values.seedRows as string[] | undefined,
      },
    })),
    within: joined(ties(rows, ['places'], 'within'), bordersOf(rows.places)),
    'took-part': eachOf(rows.events, (event) =>
      entries(event, 'actors').map(({ actor, role, detail }, position) => ({
        owner: id(event),
        from: actor as string,
        to: id(event),
        properties: { position, role, detail },
      })),
    ),
    'part-of': ties(rows, ['policies', 'actors'], 'partOf'),
    changes: describeChanges(dataset, text),
    makes: each(rows.claims, (row) => tie(id(row), String(row.values.by), id(row))),
    about: each(rows.claims, (row) => tie(id(row), id(row), String(row.values.about))),
    tells: describeSteps(rows, text),
    cites: ties(rows, ['events', 'links', 'claims', 'observations'], 'sources'),
    measures: ties(rows, ['observations'], 'metric'),
    'in-place': ties(rows, ['observations'], 'place'),
    'of-nationality': ties(rows, ['observations'], 'nationality'),
    'outcome-of': ties(rows, ['observations'], 'events'),
    breaks: each(rows['series-breaks'], ({ values: { metric, ...plain } }) => ({
      owner: String(metric),
      from: String(metric),
      properties: { ...(plain as Properties), sources: sourcesOf(plain), sort: sortKey(String(plain.period)) },
    })),
    holds: eachOf(rows.actors, (actor) =>
      entries(actor, 'offices').map((office, position) => ({
        owner: id(actor),
        from: id(actor),
        properties: { ...office, position, foldedTitle: foldText(String(office.title)) },
      })),
    ),
  };
  const nodes = { ...described, merged: describeMerged(rows.events) };
  return { nodes, ties: tied, dataset: describeDataset(dataset, described.policy) };
}

const joined = <Item>(...lists: Iterable<Item>[]): Iterable<Item> => ({
  *[Symbol.iterator]() {
    for (const list of lists) yield* list;
  },
});

/** The id of a row of `Graph.nodes`. */
export const idOfNode = (node: Properties): string => String((node.node as Properties | undefined)?.id ?? node.id);

const tie = (owner: string, from: string, to: string, properties: Properties = {}): Tie => ({
  owner,
  from,
  to,
  properties,
});

function describePolicy(row: Row, text: Texts, languages: Languages, places: (id: string) => string[]): Properties {
  const placeIds = [...new Set(list(row, 'jurisdictions').flatMap(places))];
  const policy = describeNamed('policies', row, 'name', text, { policyKind: 'OTHER', summary: '', placeIds });
  return { ...policy, languages: languages(policy, ['name', 'summary']) };
}

/** Links as the nodes that are pointed at, and as what a walk reads of them. They are ordered by when they end. */
function describeLinks({ rows }: Dataset, text: Texts): Iterable<{ node: Properties; walked: Properties }> {
  const claims = groupBy(rows.claims, ({ values }) => String(values.about));
  const times = new Map(
    rows.events.map((row) => {
      const { lasting } = daysOf(String(row.values.edtf));
      return [id(row), { sort: sortOf(row.values), lasting }];
    }),
  );
  return each(rows.links, (row) => {
    const { node, walked } = describeLink(row, text, claims.get(id(row)) ?? []);
    return { node: { ...node, ...times.get(String(row.values.to)) }, walked };
  });
}

function describeLink(row: Row, text: Texts, claims: Row[]): { node: Properties; walked: Properties } {
  const by = (...stances: string[]) => [
    ...new Set(claims.flatMap(({ values }) => (stances.includes(String(values.stance)) ? String(values.by) : []))),
  ];
  const { family, evidence } = row.values;
  const found = {
    from: String(row.values.from),
    to: String(row.values.to),
    family: String(family),
    type: String(row.values.type),
    evidence: String(evidence),
    // Order in time alone is no evidence that one led to the other.
    rank: family === 'TEMPORAL' ? 1 : rankOf[evidence as Evidence],
    disputed: by('DISPUTES', 'DENIES').length > 0,
    assertedBy: by('ASSERTS'),
    sourceIds: list(row, 'sources'),
  };
  const node = { basis: '', ...describe('links', row, text, { ...found, qualified: by('QUALIFIES').length > 0 }) };
  return { node, walked: { id: id(row), ...found } };
}

function describeClaim(row: Row, text: Texts): Properties {
  const { edtf } = row.values as { edtf?: string };
  return describe('claims', row, text, {
    ...daysOf(edtf),
    sort: edtf === undefined ? '9999-99' : sortOf(row.values),
    sourceIds: list(row, 'sources'),
    contradictedBy: list(row, 'contradictedBy'),
  });
}

function describeObservation(row: Row, text: Texts): Properties {
  const period = String(row.values.period);
  return {
    verification: 'UNVERIFIED',
    ...describe('observations', row, text, {
      ...daysOf(period),
      sort: sortKey(period),
      events: list(row, 'events'),
      sourceIds: list(row, 'sources'),
    }),
  };
}

/** A term is read whole in one language; where only a part of it is translated, it is read in the original. */
function describeTerm(row: Row, text: Texts, languages: Languages): Properties {
  const term = describe('glossary', row, text, { sort: foldText(String(row.values.term)) });
  const complete = languages(term, ['term', 'definition']);
  const sorts = complete.slice(1).map((lang) => [`sort_${lang}`, foldText(String(term[`term_${lang}`]))]);
  return { ...term, languages: complete, ...Object.fromEntries(sorts) };
}

/** A step is context where it is marked so and, as the mark promises, no link from an earlier step leads to it. */
function describeSteps({ stories, links }: Dataset['rows'], text: Texts): Iterable<Tie> {
  const told = new Set(stories.flatMap((story) => entries(story, 'steps').map(({ event }) => event)));
  const between = links.filter(({ values }) => told.has(values.from as string) && told.has(values.to as string));
  const linked = new Set(between.map(({ values }) => `${values.from} ${values.to}`));
  return eachOf(stories, (story) =>
    entries(story, 'steps').map(({ event, caption, context }, position, steps) =>
      tie(id(story), id(story), String(event), {
        position,
        caption,
        ...text(id(story), { [`caption:${event}`]: caption }),
        context:
          context === true && !steps.slice(0, position).some((earlier) => linked.has(`${earlier.event} ${event}`)),
      }),
    ),
  );
}

function describeChanges({ rows }: Dataset, text: Texts): Iterable<Tie> {
  const dates = new Map(rows.events.map((event) => [event.values.id, String(event.values.edtf)]));
  const tellsStatus = rows['policy-changes'].some(({ values }) => values.statusAfter !== undefined);
  return each(rows['policy-changes'], ({ values }) => {
    const { policy, event, sources: _, order, ...plain } = values as Record<string, Value>;
    return {
      owner: event as string,
      from: event as string,
      to: policy as string,
      properties: {
        ...plain,
        ...text(`${event}--${policy}`, values),
        sources: sourcesOf(values),
        position: order ?? 0,
        sort: effectDay(String(values.effectiveFrom ?? dates.get(event))),
        // Where some changes tell a status, the others left it as it was; where none does, the effect must tell it.
        ...(tellsStatus ? {} : { byEffect: true }),
      },
    };
  });
}

/** Relationships for a column that names other rows, in the order in which it names them. */
function ties(rows: Dataset['rows'], files: FileName[], column: string): Iterable<Tie> {
  const tiesOf = (row: Row) =>
    [row.values[column] ?? []].flat().map((to, position) => tie(id(row), id(row), String(to), { position }));
  return joined(...files.map((file) => eachOf(rows[file], tiesOf)));
}

/** A border or a lake lies in several countries, of which `within` can name but one. */
function bordersOf(places: readonly Row[]): Iterable<Tie> {
  return eachOf(places, (place) =>
    list(place, 'countries')
      .filter((country) => country !== place.values.within)
      .map((country) => tie(id(place), id(place), country)),
  );
}
