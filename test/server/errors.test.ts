import type { GraphQLFormattedError } from 'graphql';
import { defaultLimits, readConfig } from '../../src/config';
import { type Engine, EngineError } from '../../src/engine/engine';
import type { ErrorCode } from '../../src/errors';
import { allInOrder } from '../../src/resolvers/arguments';
import { createServer, type Server } from '../../src/server/http';
import type { Entry } from '../../src/server/log';
import { openWith, tinyStory } from '../support/datasets';
import { ENGINES, type TestEngine } from '../support/engines';
import { expectRefusal, refusalOf } from './refusal';
import { json, post, send } from './send';

/** What the engine does instead of its work, by the name of the statement; nothing when it is to work. */
type Fault = ((statement: string) => void) | null;

let engine: Engine;
let server: Server;
let url: string;
let fault: Fault = null;
let turn = 0;
let log: Entry[] = [];

beforeAll(async () => {
  engine = await openWith(ENGINES[0] as TestEngine, tinyStory);
  const failing: Engine = {
    ...engine,
    read: async (statement, params) => {
      fault?.(statement.name);
      return engine.read(statement, params);
    },
    search: async (...words) => {
      fault?.('search');
      return engine.search(...words);
    },
    // Each fault begins a version of its own, so that nothing is answered from memory.
    version: async () => String(turn),
  };
  const config = { ...readConfig({ PORT: '0' }), limits: defaultLimits };
  server = await createServer(failing, config, (entry) => void log.push(entry));
  server.http.addHook('preHandler', async ({ url }) => {
    if (url === '/healthz?fail') throw new Error(secret);
  });
  url = await server.http.listen({ host: '127.0.0.1', port: 0 });
});
afterEach(() => {
  fault = null;
  log = [];
});
afterAll(async () => {
  await server.close();
  await engine.close();
});

const secret = 'bolt://neo4j:password@10.0.0.1 at /home/somebody/graph.js:12:3';

const failWith = (error: unknown, when = (statement: string) => statement !== 'dataset') => {
  turn++;
  fault = (statement) => {
    if (when(statement)) throw error;
  };
};

const engineError = (code: ErrorCode = 'DATABASE_FAILED') => new EngineError('grafeo', 'x', code, new Error(secret));

const ask = async (query: string) => {
  const { status, headers, text } = await post(url, { query });
  expect(text).not.toMatch(/bolt|somebody|Cypher|\.js|\bat /);
  return { status, requestId: headers['x-request-id'], ...JSON.parse(text) };
};

/** The reference that the caller was told: the request's id, which also stands in the log, beside the original. */
function expectLogged(message: string, requestId: unknown, fault: unknown): string {
  const [, words, reference = ''] = /^(.+) Reference ([0-9a-f-]{36})\.$/.exec(message) ?? [];
  expect(reference).toBe(requestId);
  expect(log).toEqual([{ level: 'error', message: words, requestId: reference, fault }]);
  return reference;
}

describe('a fault of the database', () => {
  it('is told with a reference only; the log has the original', async () => {
    const error = engineError();
    failWith(error);
    const { status, requestId, data, errors } = await ask('{ event(id: "street-closed") { id } }');
    expect({ status, data }).toEqual({ status: 500, data: { event: null } });
    expect(errors).toHaveLength(1);
    const reference = expectLogged(errors[0].message, requestId, error);
    expect(errors[0]).toEqual({
      message: `The database could not answer. Reference ${reference}.`,
      locations: [{ line: 1, column: 3 }],
      path: ['event'],
      extensions: { code: 'DATABASE_FAILED', reference },
    });
  });

  it.each(['DATABASE_UNAVAILABLE', 'DATABASE_TIMEOUT', 'DATABASE_IMPORTING'] as const)(
    'bears its code: %s',
    async (code) => {
      failWith(engineError(code));
      const { errors } = await ask('{ event(id: "street-closed") { id } }');
      expect(errors[0].extensions.code).toBe(code);
    },
  );

  it('leaves the fields beside it as they are', async () => {
    failWith(engineError(), (statement) => statement === 'search');
    const { data, errors } = await ask(
      '{ found: events(where: { text: "bus" }) { totalCount } event(id: "street-closed") { id } }',
    );
    expect(data).toEqual({ found: null, event: { id: 'street-closed' } });
    expect(
      errors.map(({ path, extensions }: { path: string[]; extensions: { code: string } }) => [path, extensions.code]),
    ).toEqual([[['found'], 'DATABASE_FAILED']]);
  });

  it('has the same reference wherever it shows in one request, and stands in the log once', async () => {
    const error = engineError();
    failWith(error);
    const fields = '{ one: event(id: "x") { id } two: policy(id: "y") { id } three: claims { totalCount } }';
    for (let times = 0; times < 2; times++) {
      log = [];
      const { requestId, errors } = await ask(fields);
      expect(errors).toHaveLength(3);
      for (const { message } of errors) expectLogged(message, requestId, error);
    }
  });

  it('has a line in the log for each that is another', async () => {
    turn++;
    fault = (statement) => {
      if (statement !== 'dataset') throw engineError();
    };
    const { requestId, errors } = await ask('{ one: event(id: "x") { id } two: claims { totalCount } }');
    expect(errors.map(({ extensions }: GraphQLFormattedError) => extensions?.reference)).toEqual([
      requestId,
      requestId,
    ]);
    expect(log.map((entry) => entry.requestId)).toEqual([requestId, requestId]);
    expect(log[0]?.fault).not.toBe(log[1]?.fault);
  });

  it('has another reference in another request', async () => {
    failWith(engineError());
    const one = await ask('{ event(id: "x") { id } }');
    const other = await ask('{ event(id: "x") { id } }');
    expect(one.errors[0].extensions.reference).not.toBe(other.errors[0].extensions.reference);
  });

  it.each([
    ['DATABASE_FAILED', 500, 'The database could not answer.'],
    ['DATABASE_UNAVAILABLE', 503, 'The database is away for the moment. Ask again soon.'],
    ['DATABASE_IMPORTING', 503, 'The data are just being replaced. Ask again soon.'],
  ] as const)('fails the whole request where nothing can be asked: %s', async (code, status, words) => {
    const error = engineError(code);
    failWith(error, () => true);
    const received = await post(url, { query: '{ event(id: "x") { id } }' });
    const message = expectRefusal(received, status, code);
    const reference = expectLogged(message, received.headers['x-request-id'], error);
    expect(message).toBe(`${words} Reference ${reference}.`);
  });

  it('is never answered half by one version of the data and half by another', async () => {
    fault = () => {
      turn++;
    };
    const received = await post(url, { query: '{ event(id: "street-closed") { id } }' });
    const message = expectRefusal(received, 503, 'DATABASE_IMPORTING');
    expect(message).toBe('The data changed while this was answered. Ask again.');
  });

  it('is forgotten when it is over', async () => {
    failWith(engineError(), () => true);
    await post(url, { query: '{ dataset { id } }' });
    fault = null;
    expect(await ask('{ dataset { id } }')).toMatchObject({ status: 200, data: { dataset: { id: 'tiny-story' } } });
  });

  it('makes the server not ready, but not dead', async () => {
    const error = engineError();
    failWith(error, () => true);
    const ready = await send(url, { path: '/readyz' });
    expect({ status: ready.status, text: ready.text }).toEqual({ status: 503, text: '{"status":"not ready"}' });
    const requestId = ready.headers['x-request-id'];
    expect(log).toEqual([{ level: 'error', message: 'Not ready.', requestId, fault: error }]);
    expect((await send(url, { path: '/healthz' })).status).toBe(200);
    fault = null;
    expect((await send(url, { path: '/readyz' })).status).toBe(200);
  });
});

describe.each(['/export/markdown', '/playground/samples.json'])('a fault behind %s', (path) => {
  const get = async () => {
    const received = await send(url, { path });
    expect(received.text).not.toMatch(/bolt|somebody|Cypher|\.js|\bat /);
    return { received, requestId: received.headers['x-request-id'], error: refusalOf(received)[0] };
  };

  it.each([
    ['that nothing can be asked for', () => true],
    ['of a question', (statement: string) => statement !== 'dataset'],
  ])('is told as what it is, with the wait that may help, and logged as what heals: %s', async (_, when) => {
    const away = new EngineError('neo4j', 'x', 'DATABASE_UNAVAILABLE', new Error(secret), 2_000);
    failWith(away, when);
    const { received, requestId, error } = await get();
    expect([received.status, received.headers['retry-after']]).toEqual([503, '2']);
    expect(error).toEqual({
      message: `The database is away for the moment. Ask again soon. Reference ${requestId}.`,
      extensions: { code: 'DATABASE_UNAVAILABLE', retryAfterMs: 2_000, reference: requestId },
    });
    const message = 'The database is away for the moment. Ask again soon.';
    expect(log).toEqual([{ level: 'warn', message, requestId, fault: away }]);
  });

  it('is told with a reference only where it is ours', async () => {
    const ours = new Error(secret);
    failWith(ours, () => true);
    const { received, requestId, error } = await get();
    expect(received.status).toBe(500);
    expect(error?.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR', reference: requestId });
    expectLogged(error?.message ?? '', requestId, ours);
  });
});

describe('a fault of ours', () => {
  it.each([
    ['an error', new Error(secret)],
    ['an error of the language', new RangeError('Maximum call stack size exceeded')],
    ['an error with a code', Object.assign(new Error(secret), { code: 'ENOENT', extensions: { secret } })],
  ])('is told with a reference only: %s', async (_, error) => {
    failWith(error);
    const { requestId, data, errors } = await ask('{ event(id: "street-closed") { id } }');
    expect(data).toEqual({ event: null });
    const reference = expectLogged(errors[0].message, requestId, error);
    expect(errors[0].message).toBe(`The server could not answer. Reference ${reference}.`);
    expect(errors[0].extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR', reference });
  });

  it('is told in no other way where nothing can be asked', async () => {
    const error = new Error(secret);
    failWith(error, () => true);
    const received = await post(url, { query: '{ dataset { id } }' });
    const message = expectRefusal(received, 500, 'INTERNAL_SERVER_ERROR');
    const reference = expectLogged(message, received.headers['x-request-id'], error);
    expect(received.text).toContain(`The server could not answer. Reference ${reference}.`);
  });

  it('is told with a reference where it is outside of GraphQL', async () => {
    const received = await send(url, { path: '/healthz?fail' });
    const [error] = refusalOf(received);
    const requestId = received.headers['x-request-id'];
    expect(error).toEqual({
      message: `The server could not answer. Reference ${requestId}.`,
      extensions: { code: 'INTERNAL_SERVER_ERROR', reference: requestId },
    });
    expectLogged(error?.message ?? '', requestId, new Error(secret));
  });

  it('is masked even where it is no error at all', async () => {
    failWith(secret);
    const { errors } = await ask('{ event(id: "street-closed") { id } }');
    expect(errors[0].message).toMatch(/^The server could not answer\. Reference /);
    expect(String(log[0]?.fault)).toContain(secret);
  });
});

describe('a fault of the caller', () => {
  it('is told in words, with the nearest right thing, and is not logged', async () => {
    const { status, data, errors } = await ask(`{
      wrong: whatFollowed(event: "street-close") { start { id } }
      none: event(id: "street-close") { id }
      right: whatFollowed(event: "street-closed", depth: 0) { start { id } }
    }`);
    expect(status).toBe(200);
    expect(data).toEqual({ wrong: null, none: null, right: { start: { id: 'street-closed' } } });
    expect(errors).toEqual([
      expect.objectContaining({
        message: expect.stringMatching(/^No event has the id "street-close"\. Did you mean "street-closed"/),
        path: ['wrong'],
        extensions: {
          code: 'BAD_USER_INPUT',
          argument: 'event',
          id: 'street-close',
          nearest: expect.arrayContaining(['street-closed']),
        },
      }),
    ]);
    expect(log).toEqual([]);
  });

  it('is the first of several by the order of arguments, whichever is noticed first', async () => {
    const late = (ms: number, words: string) =>
      new Promise((_, reject) => setTimeout(() => reject(new Error(words)), ms));
    await expect(allInOrder([1, late(20, 'the second'), late(1, 'the third')])).rejects.toThrow('the second');
    expect(await allInOrder([1, Promise.resolve('two')])).toEqual([1, 'two']);
  });

  it('has one code for a wrong value, in the document or in a variable', async () => {
    const query = 'query ($from: DateBound) { events(where: { from: $from }) { totalCount } }';
    const inVariable = await post(url, { query, variables: { from: '2018-02-30' } });
    const inDocument = await post(url, { query: '{ events(where: { from: "2018-02-30" }) { totalCount } }' });
    for (const received of [inVariable, inDocument]) {
      expect(expectRefusal(received, 400, 'BAD_USER_INPUT')).toMatch(/"2018-02-30"/);
    }
  });

  it.each(['\uD800', 'street-\uDC00closed'])('is told where a text is none: %j', async (text) => {
    for (const [type, value] of [
      ['ID!', text],
      ['[ID!]!', ['x', text]],
    ]) {
      const field = type === 'ID!' ? 'node(id: $v)' : 'nodes(ids: $v)';
      const query = `query ($v: ${type}) { ${field} { id } }`;
      const message = expectRefusal(await post(url, { query, variables: { v: value } }), 400, 'BAD_USER_INPUT');
      expect(message).toMatch(/^Variable "\$v" holds half of a sign/);
    }
  });

  it('is told where variables nest without an end', async () => {
    const sent = (levels: number) => ({
      method: 'POST',
      headers: json,
      body: `{"query":"{ dataset { id } }","variables":{"v":${'['.repeat(levels)}${']'.repeat(levels)}}}`,
    });
    for (const levels of [12, 5_000, 45_000]) {
      expect(expectRefusal(await send(url, sent(levels)), 400, 'BAD_USER_INPUT')).toBe(
        'Variable "$v" nests deeper than 10 levels.',
      );
    }
    expect((await send(url, sent(11))).status).toBe(200);
  });

  it('keeps odd letters from doing harm', async () => {
    const ids = ['street-closed\0', '\u202E', '__proto__', 'constructor'];
    const { text } = await post(url, { query: 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', variables: { ids } });
    expect(JSON.parse(text)).toEqual({ data: { nodes: ids.map(() => null) } });
    for (const id of ids) {
      const received = await post(url, {
        query: 'query ($id: ID!) { whatLedTo(event: $id) { start { id } } }',
        variables: { id },
      });
      // Bytes that are no UTF-8 would not come back the same.
      expect(Buffer.from(received.text).equals(received.bytes)).toBe(true);
      expect(JSON.parse(received.text).errors[0].extensions.code).toBe('BAD_USER_INPUT');
    }
    expect(log).toEqual([]);
  });
});

it.each([
  ['query ($d: Int) { whatFollowed(event: "street-closed", depth: $d) { start { id } } }', { d: null }],
  ['query ($d: EventOrder) { events(orderBy: $d) { totalCount } }', { d: null }],
  ['query ($b: Boolean = true) { dataset { id @include(if: $b) } }', { b: null }],
])("null for what must not be null is the caller's slip: %s", async (query, variables) => {
  const { text } = await post(url, { query, variables });
  const { errors } = JSON.parse(text);
  expect(errors[0].message).toMatch(/must not be null|non-null/);
  expect(errors[0].extensions).toEqual({ code: 'BAD_USER_INPUT' });
  expect(log).toEqual([]);
});
