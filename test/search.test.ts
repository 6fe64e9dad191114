import type { Engine } from '../src/engine/engine';
import { nodeKinds } from '../src/resolvers/node';
import { searches } from './engine/searches';
import { ask } from './support/ask';
import { northAmericanAsylum, openWith } from './support/datasets';
import { ENGINES } from './support/engines';
import { recordingEngine } from './support/recordingEngine';

jest.setTimeout(300_000);

const query = `query ($text: String!, $kinds: [NodeKind!], $first: Int! = 500, $after: String) {
  search(text: $text, kinds: $kinds, first: $first, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    nodes { id }
    edges { cursor matched missing snippet node { __typename id } }
  }
}`;

interface Edge {
  cursor: string;
  matched: string[];
  missing: string[];
  snippet: string;
  node: { __typename: string; id: string };
}
interface Found {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  nodes: { id: string }[];
  edges: Edge[];
}

const engines: { name: string; engine: Engine }[] = [];
beforeAll(async () => {
  for (const testEngine of ENGINES) {
    engines.push({ name: testEngine.name, engine: await openWith(testEngine, northAmericanAsylum) });
  }
});
afterAll(() => Promise.all(engines.map(({ engine }) => engine.close())));

const search = async (engine: Engine, variables: Record<string, unknown>): Promise<Found> => {
  const { data, errors } = await ask(engine, query, variables);
  expect(errors).toBeUndefined();
  return data.search as Found;
};

const embedded = () => engines[0]?.engine as Engine;

test.each(searches)('"$text" finds $finds', async ({ text, kinds, finds, among }) => {
  const [found, ...others] = await Promise.all(engines.map(({ engine }) => search(engine, { text, kinds })));
  const ids = found?.nodes.slice(0, among).map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining(finds));
  // The same hits in the same order, with the same words about them, on every engine.
  for (const other of others) expect(other).toEqual(found);
});

test('there are at least fifty searches', () => {
  expect(new Set(searches.map(({ text, kinds }) => `${text} ${kinds}`)).size).toBeGreaterThanOrEqual(50);
});

test('finds things of every kind but measured values, and only of those asked for', async () => {
  const kindsOf = async (kinds?: string[]) => {
    const { edges } = await search(embedded(), { text: 'mexico', kinds });
    return [...new Set(edges.map(({ node }) => node.__typename))].sort();
  };
  expect(await kindsOf()).toEqual(
    expect.arrayContaining(['Actor', 'Claim', 'Event', 'EventLink', 'Metric', 'Place', 'Policy', 'Source']),
  );
  const text = 'MATCH (node:Entity) RETURN DISTINCT node.__typename AS typename ORDER BY typename';
  const held = (await embedded().read({ name: 'kinds', room: 'read', text })).map(({ typename }) => typename);
  for (const [kind, typename] of Object.entries(nodeKinds)) {
    const expected = kind === 'OBSERVATION' || !held.includes(typename) ? [] : [typename];
    expect([kind, await kindsOf([kind])]).toEqual([kind, expected]);
  }
  expect(await kindsOf([])).toEqual([]);
});

test('a search and the filter of a list find the same', async () => {
  const lists = { EVENT: 'events', POLICY: 'policies', ACTOR: 'actors', SOURCE: 'sources' };
  for (const [kind, list] of Object.entries(lists)) {
    for (const text of ['border', 'mexico visa', 'amnestie', 'the', 'Title42']) {
      const { totalCount, edges } = await search(embedded(), { text, kinds: [kind] });
      const { data } = await ask(embedded(), `{ ${list}(where: { text: "${text}" }) { totalCount } }`);
      // A filter does without the things that hold but some of the words.
      const holdAll = edges[0]?.missing.length === 0;
      expect([kind, text, data[list].totalCount]).toEqual([kind, text, holdAll ? totalCount : 0]);
    }
  }
});

test('a text without words finds nothing, and does not filter a list', async () => {
  for (const list of ['events', 'policies', 'actors', 'sources', 'metrics']) {
    const whole = (await ask(embedded(), `{ ${list} { totalCount } }`)).data[list].totalCount;
    for (const text of ['', '   ', '?!']) {
      expect((await search(embedded(), { text })).totalCount).toBe(0);
      const { data } = await ask(embedded(), `{ ${list}(where: { text: "${text}" }) { totalCount } }`);
      expect([list, text, data[list].totalCount]).toEqual([list, text, whole]);
    }
  }
});

test('an event is found by the names of its places and policies, after what says the words itself', async () => {
  const { edges } = await search(embedded(), { text: 'visa Mexico', kinds: ['EVENT'] });
  const imposed = edges.findIndex(({ node }) => node.id === 'ca-mexico-visa-imposed-2009');
  expect(edges[imposed]?.matched).toEqual(expect.arrayContaining(['title', 'affects', 'policyChanges']));
  expect(edges.findIndex(({ node }) => node.id === 'mx-reacts-canada-visa-2024')).toBeLessThan(imposed);
  // In French it is the French name that is shown.
  const { data } = await ask(
    embedded(),
    '{ search(text: "Mexique", kinds: [EVENT], lang: "fr", first: 500) { edges { matched snippet } } }',
  );
  const byPlace = data.search.edges.filter(({ matched }: Edge) => matched[0] === 'affects');
  expect(new Set(byPlace.map(({ snippet }: Edge) => snippet))).toContain('Mexique');
});

test('page after page gives the whole list once', async () => {
  for (const { engine } of engines) {
    const whole = await search(engine, { text: 'asylum agreement' });
    expect(whole.edges.length).toBe(whole.totalCount);
    const seen: Edge[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { edges, pageInfo }: Found = await search(engine, { text: 'asylum agreement', first: 13, after });
      seen.push(...edges);
      after = pageInfo.endCursor;
      more = pageInfo.hasNextPage;
    }
    expect(seen).toEqual(whole.edges);
  }
});

test('a hit says in which fields of its own the words stand', async () => {
  const types: Record<string, Set<string>> = {};
  for (const { name, fields } of (await ask(embedded(), '{ __schema { types { name fields { name } } } }')).data
    .__schema.types) {
    types[name] = new Set((fields ?? []).map((field: { name: string }) => field.name));
  }
  for (const text of ['mexico', 'asylum', 'roxham winter', 'us']) {
    for (const { node, matched, snippet } of (await search(embedded(), { text })).edges) {
      expect(matched.length).toBeGreaterThan(0);
      expect(matched.filter((field) => !types[node.__typename]?.has(field))).toEqual([]);
      expect(snippet.length).toBeGreaterThan(0);
    }
  }
});

test('asks the database as often for 100 hits as for two', async () => {
  const { engine, calls } = recordingEngine(embedded());
  const callsFor = async (first: number) => {
    calls.length = 0;
    expect((await search(engine, { text: 'asylum', first })).edges).toHaveLength(first);
    return calls.map(({ statement }) => statement);
  };
  expect(await callsFor(100)).toEqual(await callsFor(2));
});

test.each([
  { variables: { text: 'x'.repeat(201) }, argument: 'text', says: '200' },
  { variables: { text: 'visa', first: 501 }, argument: 'first', says: '500' },
  { variables: { text: 'visa', first: -1 }, argument: 'first', says: '0' },
  { variables: { text: 'visa', after: 'nonsense' }, argument: 'after', says: 'cursor' },
  { variables: { text: 'visa', lang: 'tlh' }, argument: 'lang', says: 'en, es, fr' },
  { variables: { text: 'visa', kinds: Array(501).fill('EVENT') }, argument: 'kinds', says: '500' },
])('names the bound that $argument is beyond', async ({ variables, argument, says }) => {
  const text =
    'query ($text: String!, $kinds: [NodeKind!], $lang: String, $first: Int! = 20, $after: String) { search(text: $text, kinds: $kinds, lang: $lang, first: $first, after: $after) { totalCount } }';
  const { errors } = await ask(embedded(), text, variables);
  expect(errors).toMatchObject([
    { extensions: { code: 'BAD_USER_INPUT', argument }, message: expect.stringContaining(says) },
  ]);
});
