import { compareText, rankOf } from '../answers/chain';
import { dateOf, sortKey } from '../answers/dates';
import { type EventName, namesWritten } from '../answers/eventNames';
import { eventTerm } from '../answers/eventTerms';
import { foldText } from '../answers/foldText';
import { groupBy } from '../answers/groups';
import { effectDay } from '../answers/policyLife';
import type { Evidence } from '../answers/words';
import type { Value } from '../engine/engine';
import { type Dataset, type FileName, formats, type Row } from './format';
import { sortOf } from './sort';
import { fitsOriginal } from './translations';

/** Properties of a node or a relationship: flat, as Neo4j allows nothing else. */
export type Properties = Record<string, Value>;

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
  dataset: Properties & { counted: string[]; counts: number[] };
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

/** What is made of each item, made anew on each walk through it. */
const each = <Item, Made>(items: readonly Item[], make: (item: Item, at: number) => Made): Iterable<Made> =>
  eachOf(items, (item, at) => [make(item, at)]);

/** The same where of an item any number of things is made. */
const eachOf = <Item, Made>(
  items: readonly Item[],
  make: (item: Item, at: number) => readonly Made[],
): Iterable<Made> => ({
  *[Symbol.iterator]() {
    for (const [at, item] of items.entries()) yield* make(item, at);
  },
});

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

/** How often the items say a value. */
function countBy<Item>(items: readonly Item[], valuesOf: (item: Item) => readonly unknown[]): Map<unknown, number> {
  const counts = new Map<unknown, number>();
  for (const item of items) for (const value of valuesOf(item)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

const id = (row: Row): string => String(row.values.id);
const list = (row: Row, column: string): string[] => (row.values[column] as string[] | undefined) ?? [];
const entries = (row: Row, column: string): Properties[] => (row.values[column] as Properties[] | undefined) ?? [];
const sourcesOf = (values: Row['values']): string[] => (values.sources as string[] | undefined) ?? [];

const daysOf = (edtf: string | undefined): Properties => {
  if (edtf === undefined) return { earliest: null, latest: null };
  const { earliest, latest } = dateOf(edtf);
  return { earliest, latest, ...(isLasting(earliest, latest) ? { lasting: true } : {}) };
};

/** Whether it lasts more than a year or nobody knows how long: lists between two days look for such things by themselves. */
const isLasting = (earliest: string | null, latest: string | null): boolean =>
  earliest === null ||
  latest === null ||
  latest > `${Number(earliest.slice(0, 4)) + 1}`.padStart(4, '0') + earliest.slice(4);

/** A row as its node: plain columns under the SDL's names, and each text in every language it exists in. Lists of ids are ties. */
function describe(file: FileName, row: Row, text: Texts, more: Properties): Properties {
  const node: Properties = { __typename: formats[file].type };
  for (const [name, value] of Object.entries(row.values)) {
    const column = formats[file].columns[name];
    if (column?.cell === 'entries' || column?.cell === 'refs') continue;
    node[column?.as ?? name] = value as Value;
  }
  return { ...node, ...text(id(row), row.values), ...more };
}

/** The same with what it is ordered by, its name. `more` holds also what it gets where its row is silent. */
const describeNamed = (file: FileName, row: Row, name: string, text: Texts, more: Properties): Properties => ({
  ...more,
  ...describe(file, row, text, { sort: foldText(String(row.values[name])) }),
});

function describePolicy(row: Row, text: Texts, languages: Languages, places: (id: string) => string[]): Properties {
  const placeIds = [...new Set(list(row, 'jurisdictions').flatMap(places))];
  const policy = describeNamed('policies', row, 'name', text, { policyKind: 'OTHER', summary: '', placeIds });
  return { ...policy, languages: languages(policy, ['name', 'summary']) };
}

/** What things are called, in every language and by their other names, as things that a field of an event holds. */
type Names = (field: EventName['field'], ids: readonly string[]) => EventName[];

function namesOf(rows: readonly Row[], text: Texts): Names {
  const byId = new Map(
    rows.map((row) => {
      const translated = Object.entries(text(id(row), row.values)).filter(([property]) => property.startsWith('name_'));
      return [
        id(row),
        [
          ...[String(row.values.name), ...list(row, 'aliases')].map((name) => ({ lang: '', name })),
          ...translated.map(([property, name]) => ({ lang: property.slice('name_'.length), name: String(name) })),
        ],
      ];
    }),
  );
  return (field, ids) => ids.flatMap((one) => byId.get(one) ?? []).map((name) => ({ field, ...name }));
}

function describeEvents(
  { rows }: Dataset,
  text: Texts,
  languages: Languages,
  places: (id: string) => string[],
): Iterable<Properties> {
  const placeNames = namesOf(rows.places, text);
  const policyNames = namesOf(rows.policies, text);
  const parts = groupBy(rows['event-places'], ({ values }) => values.event);
  const changes = groupBy(rows['policy-changes'], ({ values }) => values.event);
  const told = groupBy(
    rows.stories.flatMap((story) => entries(story, 'steps').map(({ event }) => ({ event, story: id(story) }))),
    ({ event }) => event,
  );
  const policySorts = new Map(rows.policies.map((row) => [id(row), foldText(String(row.values.name))]));
  const byPolicy = (a: string, b: string) =>
    compareText(policySorts.get(a) ?? '', policySorts.get(b) ?? '') || compareText(a, b);
  const causes = countBy(rows.links, ({ values }) => (values.family === 'CAUSAL' ? [values.to] : []));
  const ends = countBy(rows.links, ({ values }) => [values.from, values.to]);
  return each(rows.events, (row) => {
    const edtf = String(row.values.edtf);
    const jurisdictions = list(row, 'jurisdictions').flatMap(places);
    const affects = list(row, 'affects').flatMap(places);
    const roles = (parts.get(id(row)) ?? []).map(({ values }) => ({
      role: String(values.role),
      places: places(String(values.place)),
    }));
    const placeIds = [...new Set([...jurisdictions, ...affects, ...roles.flatMap((part) => part.places)])];
    const terms = new Set([
      ...placeIds.map((place) => eventTerm.place(place)),
      ...roles.flatMap((part) => [
        eventTerm.placeRole(part.role),
        ...part.places.map((place) => eventTerm.place(place, part.role)),
      ]),
      ...jurisdictions.map(eventTerm.jurisdiction),
      ...affects.map(eventTerm.affects),
      ...entries(row, 'actors').flatMap(({ actor, role }) => [
        eventTerm.actor(actor as string),
        eventTerm.actor(actor as string, role as string),
        eventTerm.actorRole(role as string),
      ]),
      ...(changes.get(id(row)) ?? []).flatMap(({ values }) => [
        eventTerm.policy(String(values.policy)),
        eventTerm.policy(String(values.policy), String(values.effect)),
        eventTerm.effect(String(values.effect)),
      ]),
      ...list(row, 'sources').map(eventTerm.source),
      ...(told.get(id(row)) ?? []).map(({ story }) => eventTerm.story(story)),
      ...list(row, 'contentNotes').map(eventTerm.contentNote),
    ]);
    const event = describe('events', row, text, {
      ...daysOf(edtf),
      sort: sortOf(row.values),
      placeIds,
      // The lanes of a timeline are made by the first of each list that the event has.
      firstPlace:
        list(row, 'jurisdictions')[0] ?? list(row, 'affects')[0] ?? (parts.get(id(row))?.[0]?.values.place as string),
      firstPolicy: (changes.get(id(row)) ?? []).map(({ values }) => String(values.policy)).sort(byPolicy)[0],
      firstActor: entries(row, 'actors')[0]?.actor,
      terms: [...terms],
      names: namesWritten([
        ...placeNames('jurisdictions', list(row, 'jurisdictions')),
        ...placeNames('affects', list(row, 'affects')),
        ...placeNames(
          'places',
          (parts.get(id(row)) ?? []).map(({ values }) => String(values.place)),
        ),
        ...policyNames(
          'policyChanges',
          (changes.get(id(row)) ?? []).map(({ values }) => String(values.policy)),
        ),
      ]),
    });
    return {
      summary: '',
      kind: 'OTHER',
      verification: 'UNVERIFIED',
      ...event,
      languages: languages(event, ['title', 'summary']),
      recordedCauses: causes.get(id(row)) ?? 0,
      linkCount: ends.get(id(row)) ?? 0,
    };
  });
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

/** An old id leads to one successor: where an event was split into several, to the first of them. */
function describeMerged(events: readonly Row[]): Properties[] {
  const successors = new Map<string, string>();
  for (const event of events) {
    for (const merged of list(event, 'mergedFrom')) if (!successors.has(merged)) successors.set(merged, id(event));
  }
  return [...successors].map(([merged, into]) => ({ id: merged, __typename: 'Merged', into }));
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

/** A place itself and all that it lies within, from the nearest. */
function placesAround(places: readonly Row[]): (id: string) => string[] {
  const outer = new Map(
    places.map((row) => [id(row), [...[row.values.within ?? []].flat(), ...list(row, 'countries')]]),
  );
  const known = new Map<string, string[]>();
  return (start) => {
    const found = known.get(start) ?? [];
    if (found.length > 0) return found;
    const around = new Set([start]);
    // A Set is walked in order of insertion, entries added on the way included.
    for (const place of around) for (const next of outer.get(place) ?? []) around.add(String(next));
    known.set(start, [...around]);
    return [...around];
  };
}

/**
 * The translations of a row's texts as properties such as `title_fr`; those of an original that has changed are left out,
 * and those into the data set's own language, in which the original is the text.
 */
type Texts = (id: string, originals: Row['values']) => Properties;

function translations(dataset: Dataset): Texts {
  const others = dataset.translations.filter(({ lang }) => lang !== dataset.head.language);
  const byId = groupBy(others, (translation) => translation.id);
  return (rowId, originals) => {
    const texts: Properties = {};
    for (const translation of byId.get(rowId) ?? []) {
      const original = originals[translation.field];
      // The caption of a story's step is named with the step's event, as `caption:<event>`.
      const [property] = translation.field.split(':');
      if (typeof original !== 'string' || !fitsOriginal(translation, original)) continue;
      texts[`${property}_${translation.lang}`] = translation.text;
    }
    return texts;
  };
}

/** The languages in which all of these texts of a node can be read, the data set's own first. */
type Languages = (node: Properties, fields: readonly string[]) => string[];

function languagesOf({ head, translations }: Dataset): Languages {
  const written = new Set(translations.map(({ lang }) => lang));
  const others = [...written].filter((lang) => lang !== head.language).sort();
  return (node, fields) => [
    head.language,
    ...others.filter((lang) => fields.every((field) => !node[field] || node[`${field}_${lang}`])),
  ];
}

/** What a data set counts, and the file whose rows they are. */
const countedFiles: Readonly<Record<string, FileName>> = {
  places: 'places',
  actors: 'actors',
  sources: 'sources',
  policies: 'policies',
  events: 'events',
  links: 'links',
  metrics: 'metrics',
  observations: 'observations',
  claims: 'claims',
  stories: 'stories',
  'glossary terms': 'glossary',
  'policy changes': 'policy-changes',
};

function describeDataset(dataset: Dataset, policies: Iterable<Properties>): Graph['dataset'] {
  const { head, rows, checksum } = dataset;
  return {
    id: head.id,
    title: head.title,
    description: head.description,
    version: head.version,
    license: head.license,
    citeAs: head.citeAs,
    language: head.language,
    languages: [...new Set([head.language, ...dataset.translations.map(({ lang }) => lang).sort()])],
    checksum,
    ...daysSpanned(rows.events),
    counted: Object.keys(countedFiles),
    counts: Object.values(countedFiles).map((file) => rows[file].length),
    // A property is flat, and nobody asks the database for one word or one change.
    words: describeWords(dataset, policies).map((word) => JSON.stringify(word)),
    changes: [...head.changes].sort((a, b) => compareText(a.date, b.date)).map((change) => JSON.stringify(change)),
  };
}

/** The first and the last day that is known of any event: of one with an open beginning only its end is. */
function daysSpanned(events: readonly Row[]): { from: string | null; until: string | null } {
  let from: string | null = null;
  let until: string | null = null;
  for (const { values } of events) {
    const { earliest, latest } = dateOf(String(values.edtf));
    for (const day of [earliest, latest]) {
      if (day === null) continue;
      if (from === null || day < from) from = day;
      if (until === null || day > until) until = day;
    }
  }
  return { from, until };
}

/** The data set's own words with how often each is used: those that it explains, in its order, then those that it only uses. */
function describeWords({ head, rows }: Dataset, policies: Iterable<Properties>): Properties[] {
  const used: Record<string, string[]> = {
    POLICY_KIND: Array.from(policies, ({ policyKind }) => String(policyKind)),
    PLACE_ROLE: rows['event-places'].map(({ values }) => String(values.role)),
  };
  return Object.entries(used).flatMap(([of, uses]) => {
    const byWord = groupBy(uses, (word) => word);
    const explained = head.vocabulary[of] ?? [];
    const others = [...byWord.keys()].filter((word) => explained.every((one) => one.word !== word)).sort();
    return [...explained, ...others.map((word) => ({ word }))].map((one) => ({
      label: readable(one.word),
      ...one,
      of,
      count: byWord.get(one.word)?.length ?? 0,
    }));
  });
}

/** `CUSTOMERS_FROM` as a reader would write it. */
const readable = (word: string): string => word.charAt(0) + word.slice(1).toLowerCase().replaceAll('_', ' ');
