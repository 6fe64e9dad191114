import { type ClientRequest, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { defaultLimits } from '../../src/config';
import type { Engine } from '../../src/engine/engine';
import { tinyStory } from '../support/datasets';
import { graphOf } from '../support/randomGraphs';
import { type RunningServer, startServer } from '../support/server';
import { expectRefusal, refusalOf } from './refusal';
import { json, post, send } from './send';

const times = (count: number, text: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => text(at)).join(' ');

const open: RunningServer[] = [];
const start = async (...settings: Parameters<typeof startServer>) => {
  const server = await startServer(...settings);
  open.push(server);
  return server;
};
afterEach(async () => {
  for (const server of open.splice(0)) {
    await server.close();
    // What callers ask too much of, and their going away, is no fault of ours.
    expect(server.log).toEqual([]);
  }
});

describe('a query that asks for too much', () => {
  it.each([
    [
      'fields',
      '{ events(first: 500) { nodes { id sources { id title publisher } claims(first: 500) { nodes { id text } } } } }',
      'cost',
      509_502,
      'This query could cost 509,502; the limit is 100,000. Most of it, 500,000, is for "events.nodes.claims.nodes": ask for shorter lists on the way there, with "first" or "maxEvents".',
    ],
    [
      'questions',
      `{ ${times(31, (at) => `a${at}: dataset { id }`)} }`,
      'rootFields',
      31,
      'This query asks 31 questions at once; the limit is 30. Ask in several requests.',
    ],
    [
      'names',
      `{ dataset { ${times(61, (at) => `a${at}: id`)} } }`,
      'aliases',
      61,
      'This query gives 61 fields a name of its own; the limit is 60. Ask in several requests.',
    ],
    [
      'descriptions of the schema',
      '{ one: __schema { types { name } } two: __schema { types { name } } }',
      'schemas',
      2,
      'This query asks for the schema 2 times; the limit is 1. Once tells all of it.',
    ],
  ] as const)(
    'in %s is refused before anything is asked, with the number and the limit',
    async (_, query, limit, count, words) => {
      let reads = 0;
      const { url } = await start(tinyStory, {}, (engine) => ({
        ...engine,
        read: async (statement, params) => {
          if (statement.name !== 'dataset') reads++;
          return engine.read(statement, params);
        },
      }));
      const received = await post(url, { query });
      expect(expectRefusal(received, 400, 'QUERY_TOO_COMPLEX')).toBe(words);
      expect(refusalOf(received)[0]?.extensions).toEqual({
        code: 'QUERY_TOO_COMPLEX',
        [limit]: count,
        limit: { ...defaultLimits, schemas: 1 }[limit],
      });
      expect(reads).toBe(0);
    },
  );

  it('may ask for as much as the settings let it', async () => {
    const query = '{ events(first: 9) { nodes { id } } }';
    const { url } = await start(tinyStory, { MAX_COST: '11' });
    expect((await post(url, { query })).status).toBe(200);
    const over = await post(url, { query: query.replace('9', '10') });
    expect(expectRefusal(over, 400, 'QUERY_TOO_COMPLEX')).toMatch(/could cost 12; the limit is 11\./);
  });

  it.each([
    ['MAX_BODY_BYTES', '40', 413, 'REQUEST_TOO_LARGE', /40 bytes/],
    ['MAX_TOKENS', '6', 400, 'GRAPHQL_PARSE_FAILED', /6 tokens/],
    ['MAX_DEPTH', '1', 400, 'DEPTH_LIMIT', /2 deep; the limit is 1/],
    ['MAX_ROOT_FIELDS', '1', 400, 'QUERY_TOO_COMPLEX', /2 questions at once; the limit is 1/],
    ['MAX_ALIASES', '1', 400, 'QUERY_TOO_COMPLEX', /2 fields a name of its own; the limit is 1/],
  ])('is refused by the setting %s', async (setting, value, status, code, words) => {
    const { url } = await start(tinyStory, { [setting]: value });
    const received = await post(url, { query: '{ one: dataset { id } two: dataset { id } }' });
    expect(expectRefusal(received, status, code)).toMatch(words);
  });
});

/** An engine whose answers wait until they are let go, but for what every request asks first. */
function holding() {
  let release = () => {};
  let held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let fault: Error | null = null;
  return {
    around: (engine: Engine): Engine => ({
      ...engine,
      read: async (statement, params) => {
        if (statement.name !== 'dataset') {
          await held;
          if (fault) throw fault;
        }
        return engine.read(statement, params);
      },
    }),
    letGo: () => release(),
    failWith: (error: Error | null) => {
      fault = error;
    },
    hold: () => {
      held = new Promise((resolve) => {
        release = resolve;
      });
    },
  };
}

let asked = 0;
/** Never the same twice, so that none is answered from memory. */
const heavyQuery = () => `{ c${asked++}: events(first: 500) { nodes { ${times(20, (at) => `a${at}: id`)} id } } }`;
const lightQuery = () => `{ c${asked++}: dataset { id } }`;

/** Waits until so many requests are at work and so many in line, as the server counts them. */
async function standing(
  { url }: RunningServer,
  gate: 'light' | 'heavy',
  atWork: number,
  inLine: number,
): Promise<void> {
  const counted = (text: string, state: string) =>
    Number(new RegExp(`gate_requests\\{gate="${gate}",state="${state}"\\} (\\d+)`).exec(text)?.[1]);
  for (;;) {
    const { text } = await send(url, { path: '/metrics' });
    if (counted(text, 'at_work') === atWork && counted(text, 'waiting') === inLine) return;
    await wait(10);
  }
}

describe('more requests than can be answered at a time', () => {
  /** The heavy gate lets two work and 64 wait. */
  const most = 66;
  const ask = ({ url }: RunningServer, query: string) => post(url, { query });

  /** What is refused while nobody ahead of it is let go was not made to wait. */
  async function expectFull(server: RunningServer) {
    await standing(server, 'heavy', 2, 64);
    const refused = await ask(server, heavyQuery());
    expect(expectRefusal(refused, 503, 'OVERLOADED')).toBe(
      'Too many questions are being answered at this moment. Ask again soon.',
    );
    expect(refused.headers['retry-after']).toBe('1');
    expect(refusalOf(refused)[0]?.extensions).toEqual({ code: 'OVERLOADED', retryAfterMs: 1_000 });
  }

  it('are refused at once with when to ask again, while light ones are answered; the others have their turn', async () => {
    const { around, letGo, hold } = holding();
    const server = await start(tinyStory, {}, around);
    for (const round of [1, 2]) {
      hold();
      const heavy = Array.from({ length: most }, () => ask(server, heavyQuery()));
      await expectFull(server);
      await expectFull(server);
      const light = await Promise.all(Array.from({ length: 20 }, () => ask(server, lightQuery())));
      expect({ round, light: light.map(({ status }) => status) }).toEqual({ round, light: Array(20).fill(200) });
      letGo();
      expect((await Promise.all(heavy)).map(({ status }) => status)).toEqual(Array(most).fill(200));
    }
  });

  it('leave their place when the database fails', async () => {
    const { around, letGo, failWith, hold } = holding();
    const server = await start(tinyStory, {}, around);
    failWith(new Error('The database is broken'));
    const failing = Array.from({ length: most }, () => ask(server, heavyQuery()));
    await standing(server, 'heavy', 2, 64);
    letGo();
    expect((await Promise.all(failing)).map(({ status }) => status)).toEqual(Array(most).fill(500));
    expect(server.log.splice(0)).toHaveLength(most);
    failWith(null);
    hold();
    const heavy = Array.from({ length: most }, () => ask(server, heavyQuery()));
    await expectFull(server);
    letGo();
    expect((await Promise.all(heavy)).map(({ status }) => status)).toEqual(Array(most).fill(200));
  });

  it('leave their place when their callers go away, those in line at once', async () => {
    const { around, letGo, hold } = holding();
    const server = await start(tinyStory, {}, around);
    const gone = Array.from({ length: most }, () => sendAndKeep(server.url, heavyQuery()));
    await expectFull(server);
    for (const sent of gone) sent.destroy();
    await standing(server, 'heavy', 2, 0);
    // The two at work still wait for the database; all places in line are free.
    const inLine = Array.from({ length: most - 2 }, () => ask(server, heavyQuery()));
    await expectFull(server);
    letGo();
    expect((await Promise.all(inLine)).map(({ status }) => status)).toEqual(Array(most - 2).fill(200));
    hold();
    const heavy = Array.from({ length: most }, () => ask(server, heavyQuery()));
    await expectFull(server);
    letGo();
    expect((await Promise.all(heavy)).map(({ status }) => status)).toEqual(Array(most).fill(200));
  });

  it('are sent away when they waited for as long as they may work', async () => {
    const { around, letGo } = holding();
    const server = await start(tinyStory, { DEADLINE_MS: '300' }, around);
    const atWork = [1, 2].map(() => ask(server, heavyQuery()));
    await standing(server, 'heavy', 2, 0);
    const late = await ask(server, heavyQuery());
    expect(expectRefusal(late, 503, 'OVERLOADED')).toBe(
      'This question waited 0.3 seconds for its turn. Ask again soon.',
    );
    expect(late.headers['retry-after']).toBe('1');
    letGo();
    expect((await Promise.all(atWork)).map(({ status }) => status)).toEqual([200, 200]);
  });

  it('have all their time when their turn comes, however long they waited', async () => {
    const { around, letGo } = holding();
    let isLetGo = false;
    const server = await start(tinyStory, { DEADLINE_MS: '3000' }, (engine) => ({
      ...around(engine),
      read: async (statement, params) => {
        if (isLetGo) await wait(500);
        return around(engine).read(statement, params);
      },
    }));
    const atWork = [1, 2].map(() => ask(server, heavyQuery()));
    await standing(server, 'heavy', 2, 0);
    const began = performance.now();
    const inLine = ask(server, heavyQuery().replace('a0: id', 'claims { totalCount }'));
    await wait(2_600);
    isLetGo = true;
    letGo();
    expect((await inLine).status).toBe(200);
    expect(performance.now() - began).toBeGreaterThan(3_000);
    await Promise.all(atWork);
  });

  it('are refused among light ones, too, beyond 64 at work and 512 in line', async () => {
    const { around, letGo } = holding();
    const server = await start(tinyStory, {}, around);
    const light = () => ask(server, `{ c${asked++}: events(first: 1) { nodes { id } } }`);
    const sent: ReturnType<typeof light>[] = [];
    while (sent.length < 576) {
      // In portions that the queue of new connections takes.
      sent.push(...Array.from({ length: 96 }, light));
      await standing(server, 'light', Math.min(64, sent.length), Math.max(0, sent.length - 64));
    }
    expectRefusal(await light(), 503, 'OVERLOADED');
    letGo();
    const statuses = (await Promise.all(sent)).map(({ status }) => status);
    expect(statuses.filter((status) => status !== 200)).toEqual([]);
  });
});

/** A request whose answer nobody waits for. */
function sendAndKeep(url: string, query: string): ClientRequest {
  const sent = request(`${url}/graphql`, { method: 'POST', headers: json, agent: false });
  sent.on('error', () => {});
  sent.end(JSON.stringify({ query }));
  return sent;
}

const rungs = 30;
/** Events in a row, each followed by the next, so that a walk asks once for each level. */
const ladder = graphOf(
  Array.from({ length: rungs }, (_, at) => ({
    edtf: `20${String(at).padStart(2, '0')}`,
    jurisdictions: [],
    affects: [],
  })),
  Array.from({ length: rungs - 1 }, (_, at) => ({
    from: at,
    to: at + 1,
    family: 'CAUSAL' as const,
    which: 0,
    evidence: 'DOCUMENTED',
    sources: [],
    claims: [],
  })),
);

/** An engine that takes its time for each step of a walk, and the steps that it was asked for. */
function slow(ms: number) {
  const steps: number[] = [];
  return {
    steps,
    around: (engine: Engine): Engine => ({
      ...engine,
      read: async (statement, params) => {
        if (statement.name.startsWith('followed-by')) {
          steps.push(performance.now());
          await wait(ms);
        }
        return engine.read(statement, params);
      },
    }),
  };
}

const walk = `{ whatFollowed(event: "e0", depth: ${rungs}) { steps { event { id } } } }`;

describe('a walk', () => {
  it('asks the database once for each level when its caller stays', async () => {
    const { steps, around } = slow(1);
    const { url } = await start(ladder, {}, around);
    const { text } = await post(url, { query: walk });
    expect(JSON.parse(text).data.whatFollowed.steps).toHaveLength(rungs - 1);
    expect(steps.length).toBe(rungs);
  });

  it('stops between two levels when its caller has gone', async () => {
    const { steps, around } = slow(50);
    const { url } = await start(ladder, {}, around);
    const sent = sendAndKeep(url, walk);
    while (steps.length < 3) await wait(5);
    sent.destroy();
    await wait(100);
    const soon = steps.length;
    expect(soon).toBeLessThanOrEqual(5);
    await wait(400);
    expect(steps.length).toBe(soon);
  });

  it('stops at its deadline, and its caller is told what to do', async () => {
    const { steps, around } = slow(50);
    const { url } = await start(ladder, { DEADLINE_MS: '400' }, around);
    const received = await post(url, { query: walk });
    expect(received.status).toBe(503);
    const { data, errors } = JSON.parse(received.text);
    expect(data).toEqual({ whatFollowed: null });
    expect(errors).toEqual([
      expect.objectContaining({
        message: 'This took longer than 0.4 seconds. Ask for less: a smaller depth, a narrower filter, a shorter page.',
        extensions: { code: 'REQUEST_TIMEOUT', deadlineMs: 400 },
      }),
    ]);
    const soon = steps.length;
    expect(soon).toBeLessThan(rungs);
    await wait(200);
    expect(steps.length).toBe(soon);
  });

  it('leaves what was answered before the deadline', async () => {
    const { around } = slow(50);
    const { url } = await start(ladder, { DEADLINE_MS: '300' }, around);
    const { status, text } = await post(url, { query: walk.replace('{', '{ dataset { id }') });
    const { data, errors } = JSON.parse(text);
    expect({ status, data }).toEqual({ status: 200, data: { dataset: { id: 'random' }, whatFollowed: null } });
    expect(errors).toHaveLength(1);
  });
});

describe('what is behind a list', () => {
  it.each([
    [
      'event(id: "street-closed") { followedBy { totalCount pageInfo { endCursor } } }',
      ['entities-by-id', 'followed-by + part/hops'],
    ],
    [
      'event(id: "street-closed") { claims { totalCount } observations { totalCount } }',
      ['claims-about', 'entities-by-id', 'observations-for'],
    ],
    ['event(id: "street-closed") { followedBy { edges { cursor } } }', ['entities-by-id', 'followed-by + part/hops']],
    [
      'timeline(maxItems: 1) { items { ... on ClusterItem { events { totalCount edges { cursor } } } } }',
      ['events-all + part/timeline-rows'],
    ],
  ])(
    'is not looked up where nobody asks for it, so that it cannot fail when nobody waits: %s',
    async (field, reads) => {
      const names: string[] = [];
      const { url } = await start(tinyStory, {}, (engine) => ({
        ...engine,
        read: async (statement, params) => {
          names.push(statement.name);
          return engine.read(statement, params);
        },
      }));
      const { text } = await post(url, { query: `{ ${field} }` });
      expect(JSON.parse(text).errors).toBeUndefined();
      expect(names.filter((name) => name !== 'dataset').sort()).toEqual(reads);
    },
  );
});
