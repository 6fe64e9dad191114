import { chainFrom } from '../../src/resolvers/chain';
import type { Context, ContextMaker } from '../../src/server/context';
import type { Answer } from '../support/ask';
import { eventsOfLand, ladderRungs, landmarks } from './graphs';
import { type Postgres, recursiveWalk, recursiveWays } from './peers/postgres';
import { columns, type RawCypher, rawWalk, rawWays } from './peers/rawCypher';

/** All who can be asked; null is one that is not to be had on this machine. */
export interface Field {
  lands: number;
  /** The engines by name, each with our server, what makes a request's context, and a way past all that is ours. */
  engines: readonly { name: string; port: number; context: ContextMaker; raw: RawCypher }[];
  /** Our server that remembers its answers. */
  remembering: number;
  mercurius: number;
  bare: number;
  neo4jGraphql: number | null;
  postgres: Postgres | null;
}

/** What a thing is called that answers, how it is asked each question, and what its answers say. */
export interface Contestant {
  name: string;
  /** Over HTTP a port and a body for each question; otherwise a call for each within this process. */
  over: { port: number; bodies: string[] } | { calls: (() => Promise<Answer['data']>)[] };
  /** An answer in the form in which all of them must be equal. */
  read(data: Answer['data']): unknown;
}

/** Ours beside another: how many times as fast ours has to be. Null where nothing was promised. */
export interface Pair {
  ours: string;
  peer: string;
  bar: number | null;
}

export interface Work {
  name: string;
  /** The time of one request where one is asked after the other, or how many are answered in a second by 32 connections. */
  unit: 'ms' | 'per second';
  contestants: Contestant[];
  pairs: Pair[];
}

type Variables = Record<string, unknown>;

/** Questions about lands in turn, so that no answer is at hand from the question before. */
const questions = <Q>(field: Field, make: (land: ReturnType<typeof landmarks>, at: number) => Q): Q[] =>
  Array.from({ length: Math.max(10, Math.min(40, field.lands)) }, (_, at) => make(landmarks(at % field.lands), at));

const overHttp = (port: number, query: string, asked: Variables[]): Contestant['over'] => ({
  port,
  bodies: asked.map((variables) => JSON.stringify({ query, variables })),
});

const overCalls = <Q>(asked: Q[], call: (question: Q) => Promise<unknown>): Contestant['over'] => ({
  calls: asked.map((question) => () => call(question)),
});

const mercurius = 'Mercurius with JIT';
const neo4jGraphql = '@neo4j/graphql';
const postgres = 'PostgreSQL, one query';
const bare = 'bare `node:http`';
const ours = (engine: string) => `ours on ${engine}`;
const rawOn = (engine: string) => `raw Cypher on ${engine}`;

/** Ours on every engine. */
const oursEverywhere = (
  { engines }: Field,
  query: string,
  asked: Variables[],
  read: Contestant['read'],
): Contestant[] => engines.map(({ name, port }) => ({ name: ours(name), over: overHttp(port, query, asked), read }));

export const allWork = (field: Field): Work[] => [
  eventById(field),
  rememberedAnswer(field),
  listOfEvents(field),
  ...[3, 5].map((depth) =>
    chain(field, `chain of depth ${depth}`, questionsOfChains(field, depth), { neo4j: depth > 3 }),
  ),
  chain(field, 'chain of depth 5, causal links alone', questionsOfChains(field, 5, ['CAUSAL']), { neo4j: false }),
  chain(
    field,
    'ladder of depth 16',
    questions(field, ({ ladder }) => ({ event: ladder, depth: 16, families: null })),
    { neo4j: true, isLadder: true },
  ),
  walkAlone(field),
  paths(field),
  ...[timeline(field), policiesOn(field), beforeAndAfter(field), search(field)],
];

// ---------------------------------------------------------------- single events

const oneEvent = 'query ($id: ID!) { event(id: $id) { id title kind } }';

/** Where the values come from that the bare server finds. */
export const bareValue = ({ id, title, kind }: Record<string, unknown>) => ({ id, title, kind });

function eventById(field: Field): Work {
  const asked = Array.from({ length: 1000 }, (_, at) => ({ id: landmarks(at % field.lands).event(at % eventsOfLand) }));
  const read = ({ event }: Answer['data']) => event;
  const contestants = [
    ...oursEverywhere(field, oneEvent, asked, read),
    { name: mercurius, over: overHttp(field.mercurius, oneEvent, asked), read },
    { name: bare, over: overHttp(field.bare, '', asked), read },
  ];
  if (field.neo4jGraphql !== null) {
    const query = 'query ($id: ID!) { events(where: {id: {eq: $id}}) { id title kind } }';
    contestants.push({
      name: neo4jGraphql,
      over: overHttp(field.neo4jGraphql, query, asked),
      read: ({ events }) => events[0],
    });
  }
  const pairs: Pair[] = [
    { ours: ours('Grafeo'), peer: bare, bar: 0.1 },
    { ours: ours('Grafeo'), peer: mercurius, bar: null },
    { ours: ours('Neo4j'), peer: neo4jGraphql, bar: null },
  ];
  return { name: 'event by id', unit: 'per second', contestants, pairs };
}

function rememberedAnswer(field: Field): Work {
  const asked = questions(field, ({ event }) => ({ id: event(7) }));
  const read = ({ event }: Answer['data']) => event;
  return {
    name: 'remembered answer',
    unit: 'per second',
    contestants: [
      { name: ours('Grafeo'), over: overHttp(field.remembering, oneEvent, asked), read },
      { name: bare, over: overHttp(field.bare, '', asked), read },
    ],
    pairs: [{ ours: ours('Grafeo'), peer: bare, bar: 0.4 }],
  };
}

// ---------------------------------------------------------------- lists

const kinds = ['REGULATION', 'STATEMENT', 'COURT_RULING', 'REPORT', 'AGREEMENT', 'LEGISLATION', 'PROTEST'];

interface Listed {
  id: string;
  title: string;
  jurisdictions: { id: string }[];
  sources: { id: string }[];
}

function listOfEvents(field: Field): Work {
  const asked = kinds.map((kind) => ({ kind }));
  const query = `query ($kind: EventKind!) { events(where: {kinds: [$kind]}, first: 100) {
    nodes { id title jurisdictions { id name } sources { id title } } } }`;
  const ids = (things: { id: string }[]) => things.map(({ id }) => id).sort();
  const told = (events: Listed[]) =>
    events.map(({ id, title, jurisdictions, sources }) => [id, title, ids(jurisdictions), ids(sources)]);
  const read = ({ events }: Answer['data']) => told(events.nodes);
  const contestants = [
    ...oursEverywhere(field, query, asked, read),
    { name: mercurius, over: overHttp(field.mercurius, query, asked), read },
  ];
  if (field.neo4jGraphql !== null) {
    const theirs = `query ($kind: String!) { events(where: {kind: {eq: $kind}}, limit: 100, sort: [{sort: ASC}, {id: ASC}]) {
      id title jurisdictions { id name } sources { id title } } }`;
    contestants.push({
      name: neo4jGraphql,
      over: overHttp(field.neo4jGraphql, theirs, asked),
      read: ({ events }) => told(events),
    });
  }
  const pairs: Pair[] = [
    { ours: ours('Grafeo'), peer: mercurius, bar: 0.5 },
    { ours: ours('Neo4j'), peer: neo4jGraphql, bar: null },
  ];
  return { name: 'list of 100 with two relations', unit: 'ms', contestants, pairs };
}

// ---------------------------------------------------------------- chains

interface ChainAsked {
  event: string;
  depth: number;
  families: string[] | null;
}

/** Ordinary events of the first half of their land, so that there is something to follow. */
const questionsOfChains = (field: Field, depth: number, families: string[] | null = null): ChainAsked[] =>
  questions(field, ({ event }, at) => ({ event: event(160 + 7 * at), depth, families }));

const mostEvents = 2000;

const chainQuery = `query ($event: ID!, $depth: Int!, $families: [LinkFamily!]) {
  whatFollowed(event: $event, depth: $depth, maxEvents: ${mostEvents}, where: {families: $families}) {
    start { id }
    steps { depth event { id title } }
    links { id type from { id } to { id } }
  } }`;

interface Ends {
  id: string;
  from: string;
}

/** Events with their depth, and the links that lead on from all but the deepest: all who are asked give those. */
function chainRead(depths: ReadonlyMap<string, number>, links: Iterable<Ends>, depth: number): unknown {
  const within = [...links].flatMap(({ id, from }) => ((depths.get(from) ?? depth) < depth ? id : []));
  return { events: [...depths].map(([id, at]) => `${at} ${id}`).sort(), links: [...new Set(within)].sort() };
}

interface ChainAnswer {
  start: { id: string };
  steps: { depth: number; event: { id: string } }[];
  links: { id: string; from: { id: string } }[];
}

function oursRead({ start, steps, links }: ChainAnswer, depth: number): unknown {
  const depths = new Map([[start.id, 0], ...steps.map((step): [string, number] => [step.event.id, step.depth])]);
  return chainRead(
    depths,
    links.map(({ id, from }) => ({ id, from: from.id })),
    depth,
  );
}

function chain(
  field: Field,
  name: string,
  asked: ChainAsked[],
  { neo4j, isLadder = false }: { neo4j: boolean; isLadder?: boolean },
): Work {
  const { depth = 0, families = null } = asked[0] ?? {};
  const read = ({ whatFollowed }: Answer['data']) => oursRead(whatFollowed, depth);
  const contestants = oursEverywhere(field, chainQuery, asked as unknown as Variables[], read);
  for (const engine of field.engines) {
    const call = ({ event }: ChainAsked) => rawWalk(engine.raw, event, depth, families, columns.shown);
    contestants.push({
      name: rawOn(engine.name),
      over: overCalls(asked, call),
      read: ({ depths, hops }) => chainRead(depths, hops, depth),
    });
  }
  if (field.neo4jGraphql !== null) contestants.push(nestedChain(field.neo4jGraphql, asked, depth, families));
  if (field.postgres) contestants.push(recursiveChain(field.postgres, asked, depth));
  const bars = neo4j ? (isLadder ? { neo4j: 5, grafeo: 20 } : { neo4j: 2, grafeo: 4 }) : { neo4j: null, grafeo: null };
  // At most 2.5 times as long as the bare levels, at depth 5.
  const raw = neo4j && !isLadder ? 0.4 : null;
  const pairs: Pair[] = [
    ...field.engines.map((engine) => ({ ours: ours(engine.name), peer: rawOn(engine.name), bar: raw })),
    { ours: ours('Neo4j'), peer: neo4jGraphql, bar: bars.neo4j },
    { ours: ours('Grafeo'), peer: neo4jGraphql, bar: bars.grafeo },
    { ours: ours('Neo4j'), peer: postgres, bar: null },
    { ours: ours('Grafeo'), peer: postgres, bar: null },
  ];
  return { name, unit: 'ms', contestants, pairs };
}

interface Nested {
  id: string;
  followedByConnection?: { edges: { properties: { id: string }; node: Nested }[] };
}

function nestedChain(port: number, asked: ChainAsked[], depth: number, families: string[] | null): Contestant {
  const filter = families ? `(where: {edge: {family: {in: ${JSON.stringify(families)}}}})` : '';
  const nested = (level: number): string =>
    level === 0
      ? 'id title'
      : `id title followedByConnection${filter} { edges { properties { id type } node { ${nested(level - 1)} } } }`;
  const query = `query ($event: ID!) { events(where: {id: {eq: $event}}) { ${nested(depth)} } }`;
  return {
    name: neo4jGraphql,
    over: overHttp(
      port,
      query,
      asked.map(({ event }) => ({ event })),
    ),
    read: ({ events }) => {
      const depths = new Map<string, number>();
      const links: Ends[] = [];
      const visit = ({ id, followedByConnection }: Nested, at: number) => {
        depths.set(id, Math.min(at, depths.get(id) ?? at));
        for (const { properties, node } of followedByConnection?.edges ?? []) {
          links.push({ id: properties.id, from: id });
          visit(node, at + 1);
        }
      };
      visit(events[0], 0);
      return chainRead(depths, links, depth);
    },
  };
}

interface RecursiveRow {
  id: string;
  from: string;
  to: string;
  depth: number;
}

function recursiveChain({ client }: Postgres, asked: ChainAsked[], depth: number): Contestant {
  const call = async ({ event, families }: ChainAsked) => {
    const { rows } = await client.query({ name: 'walk', text: recursiveWalk, values: [event, depth, families] });
    return { event, rows };
  };
  return {
    name: postgres,
    over: overCalls(asked, call),
    read: ({ event, rows }: { event: string; rows: RecursiveRow[] }) => {
      const reached = rows.map(({ to, depth }): [string, number] => [to, depth]);
      return chainRead(new Map([[event, 0], ...reached]), rows, depth);
    },
  };
}

/** Our walk within the process, without events to show, beside the bare levels with no more than a walk reads. */
function walkAlone(field: Field): Work {
  const depth = 5;
  const asked = questionsOfChains(field, depth);
  const contestants = field.engines.flatMap(({ name, context, raw }): Contestant[] => [
    {
      name: ours(name),
      over: overCalls(asked, async ({ event }) => walked(event, depth, await context())),
      read: ({ start, steps, links }) => {
        const reached = steps.map((step: { id: string; depth: number }): [string, number] => [step.id, step.depth]);
        return chainRead(new Map([[start, 0], ...reached]), links, depth);
      },
    },
    {
      name: rawOn(name),
      over: overCalls(asked, ({ event }) => rawWalk(raw, event, depth, null, columns.walked)),
      read: ({ depths, hops }) => chainRead(depths, hops, depth),
    },
  ]);
  // At most 1.5 times as long.
  const pairs = field.engines.map(({ name }) => ({ ours: ours(name), peer: rawOn(name), bar: 0.67 }));
  return { name: 'walk of depth 5, without HTTP and GraphQL', unit: 'ms', contestants, pairs };
}

const walked = (event: string, depth: number, context: Context) =>
  chainFrom(event, 'FORWARD', { depth, maxEvents: mostEvents }, context);

// ---------------------------------------------------------------- paths

interface PathsAsked {
  from: string;
  to: string;
}

/** Between a rung of a ladder and one further down, each rung two ways of two links. */
function paths(field: Field): Work {
  const rungs = 4;
  const [depth, ways] = [2 * rungs, 2 ** rungs];
  const asked = questions(field, ({ event }, at): PathsAsked => {
    const top = 100 + 3 * (at % (ladderRungs - rungs));
    return { from: event(top), to: event(top + 3 * rungs) };
  });
  const query = `query ($from: ID!, $to: ID!) { paths(from: $from, to: $to, depth: ${depth}, first: ${ways}) {
    total paths { links { id } } } }`;
  const told = (found: string[][]) => found.map((ids) => ids.join(' ')).sort();
  const read = ({ paths: { paths } }: Answer['data']) =>
    told(paths.map(({ links }: { links: { id: string }[] }) => links.map(({ id }) => id)));
  const contestants = oursEverywhere(field, query, asked as unknown as Variables[], read);
  const text = rawWays(depth);
  for (const { name, raw } of field.engines) {
    contestants.push({
      name: rawOn(name),
      over: overCalls(asked, async ({ from, to }) => (await raw(text, { from, to })).map(({ ids }) => ids)),
      read: told,
    });
  }
  if (field.postgres) {
    const { client } = field.postgres;
    const call = async ({ from, to }: PathsAsked) =>
      (await client.query({ name: 'ways', text: recursiveWays, values: [from, to, depth] })).rows;
    contestants.push({
      name: postgres,
      over: overCalls(asked, call),
      read: (rows) => told(rows.map(({ ids }: { ids: string[] }) => ids)),
    });
  }
  const pairs: Pair[] = [
    ...field.engines.map(({ name }) => ({ ours: ours(name), peer: rawOn(name), bar: null })),
    { ours: ours('Grafeo'), peer: postgres, bar: null },
  ];
  return { name: `the ${ways} paths of ${depth} links between two events`, unit: 'ms', contestants, pairs };
}

// ---------------------------------------------------------------- what only our schema answers

/** Beside Mercurius with graphql-jit over the same resolvers, which shows what the server itself takes. */
function besideMercurius(field: Field, name: string, query: string, asked: Variables[]): Work {
  const read = (data: Answer['data']) => data;
  return {
    name,
    unit: 'ms',
    contestants: [
      ...oursEverywhere(field, query, asked, read),
      { name: mercurius, over: overHttp(field.mercurius, query, asked), read },
    ],
    pairs: [{ ours: ours('Grafeo'), peer: mercurius, bar: null }],
  };
}

const timeline = (field: Field): Work =>
  besideMercurius(
    field,
    'timeline of 200 items from 1,000 events',
    `query ($land: ID!) { timeline(where: {jurisdictions: [$land]}, maxItems: 200) {
      total
      lanes { id label }
      items { ... on EventItem { lane event { id title date { text } } } ... on ClusterItem { lane count from until } } } }`,
    questions(field, ({ land }) => ({ land })),
  );

const policiesOn = (field: Field): Work =>
  besideMercurius(
    field,
    'policies of a land on a date',
    'query ($land: ID!, $date: Date!) { policiesOn(date: $date, place: $land) { nodes { status policy { id name } } } }',
    questions(field, ({ land }, at) => ({ land, date: `${2000 + (at % 20)}-06-01` })),
  );

const beforeAndAfter = (field: Field): Work =>
  besideMercurius(
    field,
    'before and after an event',
    `query ($event: ID!, $metric: ID!) { beforeAndAfter(event: $event, metric: $metric) {
      comparable problems { code } before { mean points } after { mean points } change { absolute } rivals { id title } } }`,
    questions(field, ({ event, metric }, at) => ({ event: event(450 + (at % 30)), metric })),
  );

const search = (field: Field): Work =>
  besideMercurius(
    field,
    'search for two words',
    'query ($text: String!) { search(text: $text, first: 20) { totalCount nodes { __typename id label } } }',
    ['border suspended', 'visa widened', 'asylum announced', 'quota challenged'].map((text) => ({ text })),
  );
