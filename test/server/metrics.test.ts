import { defaultLimits, readConfig } from '../../src/config';
import { cypherNames } from '../../src/cypher';
import type { Engine } from '../../src/engine/engine';
import { createServer } from '../../src/server/http';
import { openWith, tinyStory } from '../support/datasets';
import { ENGINES, type TestEngine } from '../support/engines';
import { expectRefusal } from './refusal';
import { json, post, preflight, send } from './send';

/** Called before each question to the database. */
let beforeRead: (statement: string) => Promise<void> = async () => {};

/** Moved by a test whose data change. */
let turn = 0;

let engine: Engine;
const stops: (() => Promise<void>)[] = [];

beforeAll(async () => {
  engine = await openWith(ENGINES[0] as TestEngine, tinyStory);
});
afterEach(async () => {
  beforeRead = async () => {};
  for (const stop of stops.splice(0)) await stop();
});
afterAll(() => engine.close());

async function start(environment: Record<string, string> = {}): Promise<string> {
  const held: Engine = {
    ...engine,
    read: async (statement, params) => {
      await beforeRead(statement.name);
      return engine.read(statement, params);
    },
    version: async () => `${turn} ${await engine.version()}`,
  };
  const config = { ...readConfig({ ...environment, PORT: '0' }), limits: { ...defaultLimits, bodyBytes: 50_000 } };
  const server = await createServer(held, config, () => {});
  stops.push(() => server.close());
  return server.http.listen({ host: '127.0.0.1', port: 0 });
}

const line = /^policy_timelines_(\w+)(?:\{(.*)\})? ([\d.e+-]+)$/;

/** Every value of ours by its name and labels, such as `errors_total code=NOT_FOUND`. */
async function valuesOf(url: string): Promise<Record<string, number>> {
  const { text } = await send(url, { path: '/metrics' });
  return Object.fromEntries(
    text.split('\n').flatMap((one) => {
      const [, name, labels = '', value] = line.exec(one) ?? [];
      return name ? [[`${name} ${labels.replaceAll('"', '')}`.trim(), Number(value)]] : [];
    }),
  );
}

/** Those that begin with this, without it. */
async function startingWith(url: string, start: string): Promise<Record<string, number>> {
  const values = Object.entries(await valuesOf(url)).filter(([name]) => name.startsWith(`${start} `));
  return Object.fromEntries(values.map(([name, value]) => [name.slice(start.length + 1), value]));
}

const times = async (count: number, act: () => Promise<unknown>) => {
  for (let done = 0; done < count; done++) await act();
};

test('/metrics is text in the format of Prometheus, kept by no cache', async () => {
  const url = await start();
  await post(url, { query: '{ dataset { id } }' });
  const { status, headers, text } = await send(url, { path: '/metrics' });
  expect({ status, type: headers['content-type'], cache: headers['cache-control'] }).toEqual({
    status: 200,
    type: 'text/plain; version=0.0.4; charset=utf-8',
    cache: 'no-store',
  });
  const lines = text.split('\n').filter((one) => one !== '');
  for (const one of lines)
    expect(one).toMatch(/^# (HELP|TYPE) \w+ |^\w+(\{(\w+="[^"\\\n]*",?)+\})? ([\d.e+-]+|\+Inf|Nan)$/);
  expect(lines.filter((one) => line.test(one)).length).toBeGreaterThan(50);
});

test('requests are counted by route, method and class of status', async () => {
  const url = await start();
  await times(3, () => post(url, { query: '{ dataset { id } }' }));
  await times(2, () => post(url, { query: '{ nothing }' }));
  await send(url, { path: '/graphql?query=x', headers: { accept: 'text/html' } });
  await times(4, () => send(url, { path: '/healthz' }));
  await send(url, { path: '/secret/address' });
  await send(url, { method: 'PUT', path: '/graphql' });
  await send(url, { path: '/%' });
  expect(await startingWith(url, 'http_request_seconds_count')).toEqual({
    'route=/graphql,method=POST,status=2xx': 3,
    'route=/graphql,method=POST,status=4xx': 2,
    'route=/graphql,method=GET,status=2xx': 1,
    'route=/healthz,method=GET,status=2xx': 4,
    'route=none,method=GET,status=4xx': 2,
    'route=none,method=PUT,status=4xx': 1,
  });
});

test('errors are counted by code, wherever they came from', async () => {
  const url = await start();
  await times(3, () => post(url, { query: '{ a: whatFollowed(event: "x") { depth } }' }));
  await times(2, () =>
    post(url, { query: '{ a: paths(from: "x", to: "street-closed") { total } b: nodes(ids: []) { id } }' }),
  );
  await post(url, { query: '{' });
  await send(url, { path: '/graphql?query=x' });
  await send(url, { path: '/nothing' });
  await send(url, { path: '/%' });
  await send(url, { method: 'DELETE', path: '/graphql' });
  await send(url, { method: 'POST', path: '/graphql', headers: json, body: 'x' });
  await send(url, { method: 'POST', path: '/graphql', headers: { 'content-type': 'text/plain' }, body: 'x' });
  await send(url, { path: '/healthz', headers: { long: 'x'.repeat(20_000) } });
  // The first is refused by its address, the second by GraphQL.
  await send(url, { path: '/export/markdwon' });
  await send(url, { path: '/export/markdown?story=none' });
  await send(url, { path: '/teach/weighing?story=none' });
  await send(url, { path: '/outline?place=none' });
  expect(await startingWith(url, 'errors_total')).toEqual({
    'code=GRAPHQL_VALIDATION_FAILED': 3,
    'code=BAD_USER_INPUT': 6,
    'code=GRAPHQL_PARSE_FAILED': 1,
    'code=BAD_REQUEST': 4,
    'code=NOT_FOUND': 1,
    'code=METHOD_NOT_ALLOWED': 1,
    'code=UNSUPPORTED_MEDIA_TYPE': 1,
  });
});

test('a fault of ours is counted by the code that the caller is told', async () => {
  const url = await start();
  beforeRead = async (statement) => {
    if (statement !== 'dataset') throw new Error('no');
  };
  await times(2, () => post(url, { query: '{ event(id: "street-closed") { id } }' }));
  expect(await startingWith(url, 'errors_total')).toEqual({ 'code=INTERNAL_SERVER_ERROR': 2 });
});

test('an answer that a change of data made worthless is counted as one', async () => {
  const url = await start();
  beforeRead = async (statement) => {
    if (statement !== 'dataset') turn += 1;
  };
  expectRefusal(await post(url, { query: '{ event(id: "street-closed") { id } }' }), 503, 'DATABASE_IMPORTING');
  expect(await startingWith(url, 'errors_total')).toEqual({ 'code=DATABASE_IMPORTING': 1 });
});

test('answers from memory are counted', async () => {
  const url = await start();
  await times(4, () => post(url, { query: '{ dataset { id } }' }));
  await times(3, () => post(url, { query: '{ dataset { title } }' }));
  await times(2, () => post(url, { query: '{ nothing }' }));
  // However often it is looked at.
  await times(2, async () => expect((await valuesOf(url)).remembered_answers_total).toBe(3 + 2));
  expect((await valuesOf(await start({ CACHE_BYTES: '0' }))).remembered_answers_total).toBe(0);
});

test('a known document is parsed and validated once, and executed each time', async () => {
  const url = await start({ CACHE_BYTES: '0' });
  const query = 'query ($id: ID!) { event(id: $id) { id } }';
  await times(3, () => post(url, { query, variables: { id: 'street-closed' } }));
  await post(url, { query: '{ nothing }' });
  await post(url, { query: '{' });
  expect(await startingWith(url, 'graphql_phase_seconds_count')).toEqual({
    'phase=parse': 3,
    'phase=validate': 2,
    'phase=execute': 3,
  });
});

test('statements are timed by their names, and no others', async () => {
  const url = await start({ CACHE_BYTES: '0' });
  const before = await startingWith(url, 'database_seconds_count');
  expect(before).toEqual({});
  await times(2, () => post(url, { query: '{ event(id: "street-closed") { id } }' }));
  await post(url, { query: '{ events(first: 1, where: { text: "street" }) { nodes { id } totalCount } }' });
  await post(url, { query: '{ events(first: 1) { nodes { id } } }' });
  const counts = await startingWith(url, 'database_seconds_count');
  const known = new Set(['search', 'in-order', 'version', ...cypherNames('read')]);
  const names = Object.keys(counts).flatMap((name) => name.replace('statement=', '').split(' + '));
  expect(names.filter((name) => !known.has(name))).toEqual([]);
  expect(counts).toMatchObject({
    'statement=dataset': 1,
    'statement=search': 1,
    'statement=in-order': 1,
    'statement=entities-by-id': 2,
  });
});

test('time is told in seconds', async () => {
  const url = await start();
  beforeRead = async () => {
    await new Promise((resolve) => setTimeout(resolve, 120));
  };
  await post(url, { query: '{ event(id: "street-closed") { id } }' });
  const values = await valuesOf(url);
  for (const name of ['database_seconds_sum statement=entities-by-id', 'graphql_phase_seconds_sum phase=execute']) {
    expect(values[name]).toBeGreaterThan(0.1);
    expect(values[name]).toBeLessThan(5);
  }
  // The context's question comes before the others.
  const whole = values['http_request_seconds_sum route=/graphql,method=POST,status=2xx'];
  expect(whole).toBeGreaterThan(0.22);
  expect(whole).toBeLessThan(10);
  expect(values['http_request_seconds_bucket le=0.1,route=/graphql,method=POST,status=2xx']).toBe(0);
  expect(values['http_request_seconds_bucket le=+Inf,route=/graphql,method=POST,status=2xx']).toBe(1);
});

test('requests that a limit refuses are counted by the limit, once each', async () => {
  const url = await start();
  const many = (count: number, text: (at: number) => string) =>
    Array.from({ length: count }, (_, at) => text(at)).join(' ');
  const ask = (query: string) => post(url, { query });
  const deep = `{ event(id: "x") { ${'whatFollowed { start { '.repeat(7)} id ${'} }'.repeat(7)} } }`;
  expectRefusal(await ask(deep), 400, 'DEPTH_LIMIT');
  expectRefusal(await ask(`{ dataset { ${many(2_000, (at) => `a${at}`)} } }`), 400, 'GRAPHQL_PARSE_FAILED');
  expectRefusal(await ask(`{ ${many(31, () => 'dataset { id }')} }`), 400, 'QUERY_TOO_COMPLEX');
  expectRefusal(await ask(`{ dataset { ${many(61, (at) => `a${at}: id`)} } }`), 400, 'QUERY_TOO_COMPLEX');
  expectRefusal(await ask(`{ a: __schema { description } b: __schema { description } }`), 400, 'QUERY_TOO_COMPLEX');
  const costly = '{ events(first: 500) { nodes { followedBy(first: 500) { nodes { id } } } } }';
  await times(2, async () => expectRefusal(await ask(costly), 400, 'QUERY_TOO_COMPLEX'));
  const doubling = many(13, (at) => `fragment f${at} on Dataset { ...f${at + 1} ...f${at + 1} }`);
  const fields = many(20, () => 'id');
  expectRefusal(
    await ask(`{ dataset { ...f0 } } ${doubling} fragment f13 on Dataset { ${fields} }`),
    400,
    'GRAPHQL_VALIDATION_FAILED',
  );
  expectRefusal(await ask('x'.repeat(50_001)), 413, 'REQUEST_TOO_LARGE');
  await ask('{ nothing }');
  expect(await startingWith(url, 'refused_total')).toEqual({
    'limit=depth': 1,
    'limit=tokens': 1,
    'limit=rootFields': 1,
    'limit=aliases': 1,
    'limit=schemas': 1,
    'limit=cost': 2,
    'limit=selections': 1,
    'limit=bodyBytes': 1,
  });
});

test('the gates tell how many are at work and how many wait, and who was sent away', async () => {
  const url = await start({ CACHE_BYTES: '0' });
  const atRest = {
    'gate=heavy,state=at_work': 0,
    'gate=heavy,state=waiting': 0,
    'gate=light,state=at_work': 0,
    'gate=light,state=waiting': 0,
    'gate=lessons,state=at_work': 0,
    'gate=lessons,state=waiting': 0,
  };
  expect(await startingWith(url, 'gate_requests')).toEqual(atRest);
  await post(url, { query: '{ dataset { id } }' });

  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  beforeRead = () => released;
  const heavy = '{ events(first: 500) { nodes { followedBy(first: 20) { nodes { id } } } } }';
  const asked = [
    ...Array.from({ length: 68 }, () => post(url, { query: heavy })),
    post(url, { query: '{ event(id: "street-closed") { id } }' }),
  ];
  const refused = await Promise.race(asked);
  expectRefusal(refused, 503, 'OVERLOADED');
  const expected = {
    ...atRest,
    'gate=heavy,state=at_work': 2,
    'gate=heavy,state=waiting': 64,
    'gate=light,state=at_work': 1,
  };
  let seen = {};
  for (let tries = 0; tries < 100 && JSON.stringify(seen) !== JSON.stringify(expected); tries++) {
    seen = await startingWith(url, 'gate_requests');
  }
  expect(seen).toEqual(expected);
  release();
  await Promise.all(asked);
  const values = await valuesOf(url);
  expect(values).toMatchObject({ 'refused_total limit=gate': 2, 'errors_total code=OVERLOADED': 2 });
  expect(await startingWith(url, 'gate_requests')).toEqual(atRest);
});

test('a time limit that cuts a request off is counted once, however many fields it spoils', async () => {
  const held = await start();
  expect((await valuesOf(held))['refused_total limit=deadlineMs']).toBeUndefined();
  const slow: Engine = {
    ...engine,
    read: async (statement, params) => {
      await new Promise((resolve) => setTimeout(resolve, 30));
      return engine.read(statement, params);
    },
  };
  const config = { ...readConfig({ PORT: '0' }), limits: { ...defaultLimits, deadlineMs: 20 } };
  const server = await createServer(slow, config, () => {});
  stops.push(() => server.close());
  const url = await server.http.listen({ host: '127.0.0.1', port: 0 });
  // The second question of each field comes when the time is over.
  const inner = '{ followedBy { totalCount } }';
  await post(url, { query: `{ a: event(id: "street-closed") ${inner} b: event(id: "bus-starts") ${inner} }` });
  const values = await valuesOf(url);
  expect(values).toMatchObject({ 'refused_total limit=deadlineMs': 1, 'errors_total code=REQUEST_TIMEOUT': 2 });
});

test('nothing that a caller writes becomes a label', async () => {
  const url = await start();
  const word = 'marked';
  const headers = { ...preflight, 'x-request-id': word, 'user-agent': word };
  await post(url, { query: `query ${word} { ${word}: dataset { id } }`, operationName: word }, headers);
  await post(url, { query: `{ ${word} }` }, headers);
  await post(
    url,
    { query: `{ whatFollowed(event: "${word}") { total: depth } event(id: "${word}") { id } }` },
    headers,
  );
  await post(
    url,
    { query: `query ($${word}: ID!) { event(id: $${word}) { id } }`, variables: { [word]: word } },
    headers,
  );
  await send(url, { path: `/${word}`, headers });
  await send(url, { path: `/assets/${word}`, headers });
  await send(url, { path: `/graphql?${word}=${word}`, headers });
  expect((await send(url, { path: '/metrics' })).text).not.toContain(word);
});

test('each server counts for itself', async () => {
  const [one, other] = [await start(), await start()];
  await post(one, { query: '{ dataset { id } }' });
  expect((await valuesOf(one))['graphql_phase_seconds_count phase=execute']).toBe(1);
  expect((await valuesOf(other))['graphql_phase_seconds_count phase=execute']).toBeUndefined();
});

test('how long the event loop was held is told, with the rest of the process', async () => {
  const url = await start();
  await send(url, { path: '/metrics' });
  await new Promise((resolve) => setTimeout(resolve, 50));
  const end = performance.now() + 200;
  while (performance.now() < end);
  await new Promise((resolve) => setTimeout(resolve, 50));
  const { text } = await send(url, { path: '/metrics' });
  const lag = Number(/^nodejs_eventloop_lag_max_seconds (\S+)$/m.exec(text)?.[1]);
  expect(lag).toBeGreaterThan(0.15);
  expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds \S+$/m);
  expect(text).toMatch(/^process_resident_memory_bytes \d+$/m);
});

test('METRICS=off leaves nothing at /metrics', async () => {
  const url = await start({ METRICS: 'off' });
  expectRefusal(await send(url, { path: '/metrics' }), 404, 'NOT_FOUND');
  expect((await post(url, { query: '{ dataset { id } }' })).status).toBe(200);
});
