import { buildASTSchema } from 'graphql';
import type { Statement } from '../../src/cypher';
import type { Engine } from '../../src/engine/engine';
import { readSchema } from '../../src/server/graphql';
import { tinyStory } from '../support/datasets';
import { createRandom, randomQuery } from '../support/randomQueries';
import { type RunningServer, startServer } from '../support/server';
import { expectRefusal } from './refusal';
import { json, post, preflight, type Sent, send } from './send';

const open: RunningServer[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

/** A server, and how often its engine was asked for anything. */
async function start(environment: Record<string, string> = {}) {
  const count = { reads: 0 };
  const around = (engine: Engine): Engine => ({
    ...engine,
    read: async (...asked) => {
      count.reads++;
      return engine.read(...asked);
    },
  });
  const server = await startServer(tinyStory, environment, around);
  open.push(server);
  const ask = (query: string, more: Record<string, unknown> = {}, headers: Sent['headers'] = {}) =>
    post(server.url, { query, ...more }, headers);
  const get = (parameters: Record<string, string>, headers: Sent['headers'] = preflight) =>
    send(server.url, { path: `/graphql?${new URLSearchParams(parameters)}`, headers });
  /** Whether the engine was not asked. */
  const isRemembered = async (again: () => Promise<unknown>) => {
    const before = count.reads;
    await again();
    return count.reads === before;
  };
  return { server, ask, get, isRemembered };
}

const query = '{ event(id: "street-closed") { id title } }';

const renaming: Statement = {
  name: 'another title',
  room: 'write',
  text: 'MATCH (event:Event) WHERE event.id = $id SET event.title = $title',
};

describe('an answer', () => {
  it('is remembered, and the same byte for byte', async () => {
    const { ask, isRemembered } = await start();
    const first = await ask(query);
    let second = first;
    expect(await isRemembered(async () => (second = await ask(query)))).toBe(true);
    expect(second.text).toBe(first.text);
    const { date: _, 'x-request-id': id, ...head } = first.headers;
    const { date: __, 'x-request-id': idAgain, ...headAgain } = second.headers;
    expect(headAgain).toEqual(head);
    // What names the request is its own.
    expect(idAgain).not.toBe(id);
  });

  it.each([
    ['another document', { query: `${query} ` }, {}],
    [
      'another operation',
      { query: 'query A { dataset { id } } query B { event(id: "street-closed") { id } }', operationName: 'B' },
      {},
    ],
    [
      'other variables',
      { query: 'query ($id: ID = "street-closed") { node(id: $id) { id } }', variables: { id: 'alder' } },
      {},
    ],
    ['another media type', { query }, { accept: 'application/graphql-response+json' }],
  ])('is not that to %s', async (_, body, headers) => {
    const { ask, server, isRemembered } = await start();
    await ask(query);
    await ask('query A { dataset { id } } query B { event(id: "street-closed") { id } }', { operationName: 'A' });
    await ask('query ($id: ID = "street-closed") { node(id: $id) { id } }', { variables: {} });
    expect(await isRemembered(() => post(server.url, body, headers))).toBe(false);
    expect(await isRemembered(() => post(server.url, body, headers))).toBe(true);
  });

  it('keeps the media type that it was asked in', async () => {
    const { ask } = await start();
    const types = ['application/json', 'application/graphql-response+json', 'application/json'];
    for (const accept of [...types, ...types]) {
      const { headers } = await ask(query, {}, { accept });
      expect(headers['content-type']).toBe(`${accept}; charset=utf-8`);
    }
  });

  it('is forgotten when the data change', async () => {
    const { server, ask } = await start();
    await ask(query);
    await server.engine.write(renaming, { id: 'street-closed', title: 'Another title' });
    const { text } = await ask(query);
    expect(JSON.parse(text).data.event.title).toBe('Another title');
  });

  it.each([
    ['a refused document', '{ evnt }'],
    ['an error beside data', '{ dataset { id } events(first: -1) { totalCount } }'],
    ['an error instead of data', '{ events(where: { policies: ["x"] }) { totalCount } }'],
  ])('with errors is not remembered: %s', async (_, wrong) => {
    const { ask } = await start();
    const first = await ask(wrong);
    expect(JSON.parse(first.text).errors).toHaveLength(1);
    expect(first.headers.etag).toBeUndefined();
    expect((await ask(wrong)).headers.etag).toBeUndefined();
  });

  it('of an engine that fails is not remembered, nor does it hide one that is', async () => {
    let fails = false;
    const server = await startServer(tinyStory, {}, (engine) => ({
      ...engine,
      read: async (...asked) => {
        if (fails) throw new Error('The database is broken');
        return engine.read(...asked);
      },
    }));
    open.push(server);
    await post(server.url, { query: '{ dataset { id } }' });
    fails = true;
    expect((await post(server.url, { query })).status).toBe(500);
    fails = false;
    expect((await post(server.url, { query })).status).toBe(200);
  });

  it('is never given to a foreign page that asks for what is remembered', async () => {
    const { ask, get } = await start();
    await ask(query);
    await get({ query });
    expect(expectRefusal(await get({ query }, {}), 400, 'BAD_REQUEST')).toMatch(/Cross-Site Request Forgery/);
    const image = await get({ query }, { accept: 'image/*' });
    expect(expectRefusal(image, 400, 'BAD_REQUEST')).toMatch(/Cross-Site Request Forgery/);
  });

  it.each([
    ['a batch', [{ query }]],
    ['an unknown part', { query, extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } } }],
  ])('is never given to %s', async (_, body) => {
    const { ask, server } = await start();
    await ask(query);
    expect(JSON.parse((await post(server.url, body)).text).data).toBeUndefined();
  });

  it('is never given to a body that is refused', async () => {
    const { ask, server } = await start();
    await ask(query);
    const body = JSON.stringify({ query });
    const latin = await send(server.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=latin1' },
      body,
    });
    expectRefusal(latin, 415, 'UNSUPPORTED_MEDIA_TYPE');
    const long = await send(server.url, { method: 'POST', headers: json, body: body.padEnd(100_001) });
    expectRefusal(long, 413, 'REQUEST_TOO_LARGE');
  });

  it('is not kept where CACHE_BYTES is 0', async () => {
    const { ask, isRemembered } = await start({ CACHE_BYTES: '0' });
    const { headers } = await ask(query);
    expect(headers.etag).toBeUndefined();
    expect(await isRemembered(() => ask(query))).toBe(false);
  });

  it('makes room for later ones where CACHE_BYTES is small, and is not kept where it is larger than that', async () => {
    const { ask, isRemembered } = await start({ CACHE_BYTES: '3000' });
    const named = (at: number) => `{ a${at}: event(id: "street-closed") { id title } }`;
    for (let at = 0; at < 20; at++) await ask(named(at));
    expect(await isRemembered(() => ask(named(19)))).toBe(true);
    expect(await isRemembered(() => ask(named(0)))).toBe(false);
    const large = '{ events { nodes { id title summary } } }';
    expect((await ask(large)).text.length).toBeGreaterThan(1_500);
    expect(await isRemembered(() => ask(large))).toBe(false);
    expect(await isRemembered(() => ask(named(0)))).toBe(true);
  });
});

describe('the tag of an answer', () => {
  it('spares a GET the answer that it has, until the data change', async () => {
    const { server, get } = await start();
    const { headers, text } = await get({ query });
    const { etag } = headers;
    expect(etag).toMatch(/^W\/"[\w-]{27}"$/);
    for (const has of [etag, `"other", ${etag}`, '*']) {
      const spared = await get({ query }, { ...preflight, 'if-none-match': has });
      expect({ status: spared.status, text: spared.text, etag: spared.headers.etag }).toEqual({
        status: 304,
        text: '',
        etag,
      });
    }
    expect((await get({ query }, { ...preflight, 'if-none-match': '"other"' })).text).toBe(text);
    await server.engine.write(renaming, { id: 'street-closed', title: 'Another title' });
    const changed = await get({ query }, { ...preflight, 'if-none-match': etag });
    expect({ status: changed.status, isOther: changed.headers.etag !== etag }).toEqual({ status: 200, isOther: true });
  });

  it('is there for an answer that is not remembered yet', async () => {
    const { get } = await start();
    const { headers } = await get({ query });
    const { get: elsewhere } = await start();
    const spared = await elsewhere({ query }, { ...preflight, 'if-none-match': headers.etag });
    expect(spared.status).toBe(304);
  });

  it('is no reason to leave out what a POST asked for', async () => {
    const { ask } = await start();
    const { headers, text } = await ask(query);
    const again = await ask(query, {}, { 'if-none-match': headers.etag ?? '' });
    expect({ status: again.status, text: again.text }).toEqual({ status: 200, text });
  });
});

it('answers as a server that remembers nothing, before and after a change of the data', async () => {
  const schema = buildASTSchema(readSchema());
  const remembering = await start();
  const forgetting = await start({ CACHE_BYTES: '0' });
  const { data } = JSON.parse(
    (
      await remembering.ask(
        '{ events { nodes { id title } } places { nodes { id } } sources { nodes { id } } policies { nodes { id } } }',
      )
    ).text,
  );
  const ids = Object.values(data as Record<string, { nodes: { id: string }[] }>).flatMap(({ nodes }) =>
    nodes.map(({ id }) => id),
  );
  const random = createRandom(20_181_004);
  const queries = Array.from({ length: 150 }, () =>
    randomQuery(schema, random, { ids, words: ['street', 'bus', 'car'] }),
  );
  let [same, remembered] = [0, 0];
  for (const title of ['Cars stay out', 'Cars come back']) {
    for (const { server } of [remembering, forgetting]) {
      await server.engine.write(renaming, { id: 'street-closed', title });
    }
    for (const { query: document, variables } of queries) {
      const expected = await forgetting.ask(document, { variables });
      let again = expected;
      for (const _ of [1, 2]) {
        const wasRemembered = await remembering.isRemembered(async () => {
          again = await remembering.ask(document, { variables });
        });
        remembered += Number(wasRemembered && again.status === 200);
        expect({ document, variables, status: again.status, text: again.text }).toEqual({
          document,
          variables,
          status: expected.status,
          text: expected.text,
        });
        same++;
      }
    }
  }
  expect(same).toBe(600);
  expect(remembered).toBeGreaterThan(100);
  // Nine hundred requests.
}, 300_000);
