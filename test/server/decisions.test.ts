import { getIntrospectionQuery } from 'graphql';
import { tinyStory } from '../support/datasets';
import { datasetOf } from '../support/randomGraphs';
import { type RunningServer, startServer } from '../support/server';
import { json, post, preflight, type Received, type Sent, send } from './send';

let server: RunningServer;
beforeAll(async () => {
  server = await startServer(tinyStory);
});
afterAll(() => server.close());
afterEach(() => expect(server.log).toEqual([]));

const query = '{ dataset { id } }';
const posted = (body: unknown, headers: Sent['headers'] = {}) => post(server.url, body, headers);
const byGet = (parameters: Record<string, string>, headers: Sent['headers'] = {}) =>
  send(server.url, { path: `/graphql?${new URLSearchParams(parameters)}`, headers });

const codeOf = ({ text }: Received) => JSON.parse(text).errors?.[0].extensions.code ?? 'answered';

/** One of the twelve things that graphql-cop looks for, and what this server does about it. */
interface Decision {
  item: string;
  /** Refused, or allowed on purpose: why. */
  because: string;
  ask: () => Promise<Received>;
  answer: string;
}

const decisions: Decision[] = [
  {
    item: 'alias overloading',
    because: 'refused beyond 60 names and 30 questions',
    ask: () => posted({ query: `{ ${Array.from({ length: 101 }, (_, at) => `alias${at}: __typename`).join(' ')} }` }),
    answer: '400 QUERY_TOO_COMPLEX',
  },
  {
    item: 'batch queries',
    because: 'refused: a limit for each request would be none for a batch',
    ask: () => posted(Array(10).fill({ query })),
    answer: '400 BAD_REQUEST',
  },
  {
    item: 'GET queries',
    because: 'refused without a header that no page of another origin can send',
    ask: () => byGet({ query }),
    answer: '400 BAD_REQUEST',
  },
  {
    item: 'GET queries, with the header',
    because: 'allowed: nothing can be changed here, and GET can be cached',
    ask: () => byGet({ query }, preflight),
    answer: '200 answered',
  },
  {
    item: 'URL-encoded POST',
    because: 'refused: a form of any page could send it',
    ask: () =>
      send(server.url, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ query }).toString(),
      }),
    answer: '415 UNSUPPORTED_MEDIA_TYPE',
  },
  {
    item: 'tracing and debug mode',
    because: 'there is none: asking for it changes nothing',
    ask: () =>
      posted({ query }, { 'apollo-tracing': '1', 'x-apollo-tracing': '1', 'apollo-federation-include-trace': 'ftv1' }),
    answer: '200 answered',
  },
  {
    item: 'field duplication',
    because: 'refused beyond 30 at the top; below it the repeats are one field of the answer, and each counts',
    ask: () => posted({ query: `{ ${'__typename '.repeat(500)} }` }),
    answer: '400 QUERY_TOO_COMPLEX',
  },
  {
    item: 'field suggestions',
    because: 'allowed: the schema is public, and a learner is helped by them',
    ask: () => posted({ query: '{ datase { id } }' }),
    answer: '400 GRAPHQL_VALIDATION_FAILED',
  },
  {
    item: 'IDE exposed',
    because: 'allowed: the playground is what a browser is here for, and it loads nothing from elsewhere',
    ask: () => send(server.url, { headers: { accept: 'text/html' } }),
    answer: '200 page',
  },
  {
    item: 'introspection',
    because: 'allowed: it is the manual; once in a request',
    ask: () => posted({ query: getIntrospectionQuery() }),
    answer: '200 answered',
  },
  {
    item: 'directive overloading',
    because: 'refused',
    ask: () => posted({ query: `{ __typename ${'@aa'.repeat(10)} }` }),
    answer: '400 GRAPHQL_VALIDATION_FAILED',
  },
  {
    item: 'circular introspection',
    because: 'refused',
    ask: () => posted({ query: `{ __schema { types { ${'fields { type { '.repeat(4)} name ${'} } '.repeat(4)} } } }` }),
    answer: '400 GRAPHQL_VALIDATION_FAILED',
  },
  {
    item: 'mutation over GET',
    because: 'refused: there are no mutations at all',
    ask: () => byGet({ query: 'mutation { __typename }' }, preflight),
    answer: '400 GRAPHQL_VALIDATION_FAILED',
  },
];

describe('what graphql-cop looks for', () => {
  it.each(decisions.map((one): [string, string, Decision] => [one.item, one.because, one]))(
    '%s: %s',
    async (_, __, { ask, answer }) => {
      const received = await ask();
      const isPage = String(received.headers['content-type']).startsWith('text/html');
      expect(`${received.status} ${isPage ? 'page' : codeOf(received)}`).toBe(answer);
    },
  );

  it('finds no trace in an answer, and suggestions where they help', async () => {
    expect(Object.keys(JSON.parse((await posted({ query })).text))).toEqual(['data']);
    expect((await posted({ query: '{ datase { id } }' })).text).toContain('Did you mean \\"dataset\\"');
  });
});

describe('what is told back', () => {
  it('names no host but its own', async () => {
    for (const headers of [{ host: 'evil.example' }, { 'x-forwarded-host': 'evil.example', host: 'evil.example:80' }]) {
      const received = await send(server.url, {
        method: 'POST',
        headers: { ...json, ...headers },
        body: JSON.stringify({ query }),
      });
      expect(JSON.stringify(received.headers) + received.text).not.toContain('evil');
      const page = await send(server.url, { headers: { ...headers, accept: 'text/html' } });
      expect(JSON.stringify(page.headers) + page.text).not.toContain('evil');
    }
  });

  it('is JSON that no browser takes for a page, whatever is quoted', async () => {
    const script = '<script>alert(1)</script>';
    for (const received of [
      await posted({ query: `{ event(id: "${script}") { id } whatFollowed(event: "${script}") { start { id } } }` }),
      await posted({ query: script }),
      await byGet({ query: '{ dataset { id } }', operationName: script }, preflight),
    ]) {
      expect(received.headers['content-type']).toBe('application/json; charset=utf-8');
      expect(received.headers['x-content-type-options']).toBe('nosniff');
    }
  });

  it('is what the data set says, be it a script, and still JSON', async () => {
    const title = '<script>alert("1")</script> </title> \u2028 {{x}}';
    const own = await startServer(datasetOf({ events: [{ id: 'e', title, edtf: '2019' }] }));
    const received = await post(own.url, { query: '{ event(id: "e") { title label } }' });
    await own.close();
    expect(JSON.parse(received.text).data.event).toEqual({ title, label: title });
    expect(received.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(received.headers['content-security-policy']).toContain("default-src 'self'");
  });

  it('is short, however long what it quotes', async () => {
    const long = 'a'.repeat(90_000);
    for (const body of [
      { query: `{ ${long} }` },
      { query, operationName: long },
      { query: `query ($k: [EventKind!]) { events(where: { kinds: $k }) { totalCount } }`, variables: { k: [long] } },
      {
        query: 'query ($l: String) { dataset { title } events { nodes { title(lang: $l) } } }',
        variables: { l: long },
      },
      { query: 'query ($i: ID!) { whatFollowed(event: $i) { start { id } } }', variables: { i: long } },
      { query: 'query ($a: String) { events(after: $a) { totalCount } }', variables: { a: long } },
    ]) {
      const { text } = await posted(body);
      expect(JSON.parse(text).errors).toBeDefined();
      expect(text.length).toBeLessThan(20_000);
    }
  });
});
