import { defaultLimits } from '../../src/config';
import { EngineError } from '../../src/engine/engine';
import { CallerError } from '../../src/errors';
import type { Context } from '../../src/server/context';
import { createApollo } from '../../src/server/graphql';
import { createLog, type Entry, levelOf } from '../../src/server/log';
import { tinyStory } from '../support/datasets';
import { type RunningServer, startServer } from '../support/server';
import { json, post, preflight, send } from './send';

/** Texts that would pass for another line, move a cursor, turn letters round or are no text at all. */
const hostile = 'a\n{"level":"error"}\r\n12:00:00 error b\t\0\u001b[2J\u009b2J\u007f\u2028\u2029\u202e\ud800';

const noon = new Date('2026-11-25T12:00:00Z');

function written(form: 'json' | 'text', entry: Entry): string {
  const texts: string[] = [];
  createLog(
    form,
    (text) => texts.push(text),
    () => noon,
  )(entry);
  expect(texts).toHaveLength(1);
  return texts[0] ?? '';
}

const away = new EngineError('neo4j', 'event', 'DATABASE_UNAVAILABLE', new Error('refused\nat port 1'), 2_000);

describe('a log in JSON', () => {
  it('has the time, the level, the message and the request of an entry', () => {
    const entry: Entry = { level: 'info', message: 'POST /graphql', requestId: 'one', details: { status: 200 } };
    expect(JSON.parse(written('json', entry))).toEqual({
      time: '2026-11-25T12:00:00.000Z',
      level: 'info',
      message: 'POST /graphql',
      requestId: 'one',
      status: 200,
    });
  });

  it('tells a fault in full, with what was behind it', () => {
    const cause = Object.assign(new TypeError('inner'), { code: 'ENOENT' });
    const fault = new EngineError('grafeo', 'event', 'DATABASE_FAILED', cause);
    expect(JSON.parse(written('json', { level: 'error', message: 'm', fault })).fault).toEqual({
      name: 'EngineError',
      code: 'DATABASE_FAILED',
      message: 'Cypher "event" failed on grafeo',
      stack: fault.stack,
      cause: { name: 'TypeError', code: 'ENOENT', message: 'inner', stack: cause.stack },
    });
  });

  it.each([
    ['is away', away, 'DATABASE_UNAVAILABLE: Cypher "event" failed on neo4j: refused'],
    ['is empty', new CallerError('DATABASE_UNAVAILABLE', 'It is empty.'), 'DATABASE_UNAVAILABLE: It is empty.'],
  ])('tells a database that %s without a stack', (_, fault, message) => {
    const { name } = fault;
    expect(JSON.parse(written('json', { level: 'warn', message: 'm', fault })).fault).toEqual({ name, message });
    expect(levelOf(fault)).toBe('warn');
  });

  it.each([
    ['a text', 'x', { name: 'string', message: "'x'" }],
    ['nothing', null, { name: 'object', message: 'null' }],
    ['an object', { name: 'n', secret: 1 }, { name: 'object', message: "{ name: 'n', secret: 1 }" }],
  ])('tells what is no error at all: %s', (_, fault, told) => {
    expect(JSON.parse(written('json', { level: 'error', message: 'm', fault })).fault).toEqual(told);
  });

  it('comes to an end where causes do not', () => {
    const fault: Error = new Error('round');
    fault.cause = fault;
    expect(written('json', { level: 'error', message: 'm', fault }).match(/"round"/g)).toHaveLength(5);
  });

  it('is one line of what can be printed, whatever its texts hold', () => {
    const fault = new Error(hostile);
    const line = written('json', { level: 'error', message: hostile, details: { operation: hostile }, fault });
    expect(line).toMatch(/^\{[ -~]*\}$/);
    const { message, operation, fault: told } = JSON.parse(line);
    expect([message, operation, told.message]).toEqual([hostile, hostile, hostile]);
  });
});

describe('a log as text', () => {
  it('is a short line where nothing failed', () => {
    const entry: Entry = {
      level: 'info',
      message: 'POST',
      requestId: 'one',
      details: { status: 200, operation: 'A b' },
    };
    expect(written('text', entry)).toBe('12:00:00 info POST status=200 operation="A b" [one]');
  });

  it('is a short line where a database is away', () => {
    expect(written('text', { level: 'warn', message: 'Not ready.', fault: away })).toBe(
      '12:00:00 warn Not ready. DATABASE_UNAVAILABLE: Cypher "event" failed on neo4j: refused',
    );
  });

  it('tells a fault below, each line of it set in, so that no text passes for another line', () => {
    const fault = new Error(hostile);
    const text = written('text', { level: 'error', message: hostile, details: { operation: hostile }, fault });
    const [first, ...more] = text.split('\n');
    expect(first).toMatch(/^12:00:00 error a$/);
    expect(more.length).toBeGreaterThan(5);
    for (const line of more) expect(line).toMatch(/^ {4}[\t -~\ud800]*$/);
    expect(text).toContain('log.test.ts');
  });
});

describe('a server', () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startServer(tinyStory, { LOG_REQUESTS: 'on' });
  });
  beforeEach(() => server.log.splice(0));
  afterAll(() => server.close());

  const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
  const named = (query: string, operationName?: string) => post(server.url, { query, operationName });
  /** The line for a request; it is written when the answer has gone, so that its reader may be faster. */
  const lineOf = async (requestId: unknown): Promise<Entry | undefined> => {
    for (let tries = 0; tries < 100; tries++) {
      const entry = server.log.find((one) => one.requestId === requestId);
      if (entry) return entry;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return undefined;
  };

  it.each([
    ['an answer', { path: '/healthz' }],
    ['a page', { headers: { accept: 'text/html' } }],
    ['a refusal', { path: '/nothing' }],
    ['a method that is not known', { method: 'PUT' }],
    ['a body that cannot be read', { method: 'POST', headers: json, body: '{' }],
    ['an address that cannot be read', { path: '/%' }],
  ])('gives %s the id of its request', async (_, sent) => {
    const [one, other] = [await send(server.url, sent), await send(server.url, sent)];
    expect(one.headers['x-request-id']).toMatch(uuid);
    expect(other.headers['x-request-id']).toMatch(uuid);
    expect(one.headers['x-request-id']).not.toBe(other.headers['x-request-id']);
  });

  it.each(['abc-123', 'A_b.c', 'x'.repeat(64)])('keeps the id that a request brings: %s', async (id) => {
    const { headers } = await send(server.url, { path: '/healthz', headers: { 'x-request-id': id } });
    expect(headers['x-request-id']).toBe(id);
  });

  it.each(['', 'a b', 'a"b', 'é', 'a,b', '<a>', 'x'.repeat(65)])('does not keep one that is none: %j', async (id) => {
    const { headers } = await send(server.url, { path: '/healthz', headers: { 'x-request-id': id } });
    expect(headers['x-request-id']).toMatch(uuid);
  });

  it('has a line for each request of GraphQL where LOG_REQUESTS is on', async () => {
    const query = 'query Named { dataset { id } }';
    const ids: unknown[] = [];
    for (let times = 0; times < 2; times++) ids.push((await named(query)).headers['x-request-id']);
    const details = { status: 200, ms: expect.any(Number), operation: 'Named', cost: 2, remembered: false };
    expect(await lineOf(ids[0])).toEqual({ level: 'info', message: 'POST /graphql', requestId: ids[0], details });
    expect((await lineOf(ids[1]))?.details).toEqual({ ...details, operation: null, cost: null, remembered: true });
  });

  it('names the operation as asked for where it answers from memory', async () => {
    const query = 'query A { dataset { id } } query B { dataset { title } }';
    await named(query, 'B');
    const { headers } = await named(query, 'B');
    expect((await lineOf(headers['x-request-id']))?.details).toMatchObject({ operation: 'B', remembered: true });
  });

  it('has a line for a GET as well, and none for a page or for what is not GraphQL', async () => {
    const path = `/graphql?${new URLSearchParams({ query: 'query Got { dataset { id } }' })}`;
    await send(server.url, { path, headers: { accept: 'text/html' } });
    await send(server.url, { method: 'HEAD' });
    await send(server.url, { path: '/healthz' });
    const { headers } = await send(server.url, { path, headers: preflight });
    expect(await lineOf(headers['x-request-id'])).toMatchObject({
      message: 'GET /graphql',
      details: { operation: 'Got', cost: 2 },
    });
    expect(server.log).toHaveLength(1);
  });

  it('is not fooled by the name of an operation', async () => {
    const received = await named('{ dataset { id } }', hostile);
    const entry = await lineOf(received.headers['x-request-id']);
    expect(entry?.details).toMatchObject({ status: 400, operation: hostile, remembered: false });
    expect(written('json', entry as Entry)).toMatch(/^\{[ -~]*\}$/);
  });

  it('repeats no more than the beginning of a long name', async () => {
    for (const query of ['{ dataset { id } }', `query ${'x'.repeat(5_000)} { dataset { id } }`]) {
      const received = await named(query, 'x'.repeat(5_000));
      const entry = await lineOf(received.headers['x-request-id']);
      expect(entry?.details?.operation).toBe('x'.repeat(100));
    }
  });

  it.each(['5', '{}', 'null', '"x"', '[]'])('has a line for a body that asks nothing: %s', async (body) => {
    const { headers } = await send(server.url, { method: 'POST', headers: json, body });
    expect((await lineOf(headers['x-request-id']))?.details).toMatchObject({
      status: 400,
      operation: null,
      cost: null,
    });
  });

  it('is silent about requests unless it is asked to speak', async () => {
    const silent = await startServer(tinyStory);
    await post(silent.url, { query: '{ dataset { id } }' });
    await send(silent.url, { path: '/healthz' });
    await silent.close();
    expect(silent.log).toEqual([]);
  });
});

it('has a line for what Apollo itself cannot answer', async () => {
  const log: Entry[] = [];
  const apollo = createApollo(defaultLimits, (entry) => void log.push(entry));
  const fault = new Error('a plugin of ours');
  apollo.addPlugin({
    requestDidStart: async () => {
      throw fault;
    },
  });
  await apollo.start();
  const asked = new URLSearchParams({ query: '{ dataset { id } }' });
  const { body } = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: 'GET',
      headers: new Map(Object.entries(preflight)) as never,
      search: `?${asked}`,
      body: {},
    },
    context: async () => ({ requestId: 'one' }) as Context,
  });
  await apollo.stop();
  const [error] = JSON.parse((body as { string: string }).string).errors;
  expect(log).toEqual([
    { level: 'error', message: 'Apollo could not answer.', requestId: 'one', fault },
    { level: 'error', message: expect.stringContaining('a plugin of ours') },
    {
      level: 'error',
      message: 'The server could not answer.',
      requestId: error.extensions.reference,
      fault: expect.any(Error),
    },
  ]);
  expect(error.message).toBe(`The server could not answer. Reference ${error.extensions.reference}.`);
});
