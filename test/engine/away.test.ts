import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Statement } from '../../src/cypher';
import { importDataset } from '../../src/dataset/import';
import { EngineError } from '../../src/engine/engine';
import { openNeo4j } from '../../src/engine/neo4j';
import { post, type Received, send } from '../server/send';
import { readSound, tinyStory } from '../support/datasets';
import { type Neo4jServer, startNeo4j, whyNoNeo4j } from '../support/neo4jServer';
import { endPrograms, runProgram, type Served, serveProgram } from '../support/program';

/** A caller knows within this time that the database is away, in milliseconds. */
const inTime = 5_000;

/** How many ask at once. */
const many = 100;

const query = '{ dataset { id } event(id: "street-closed") { title } }';
const title = 'Market street closes to cars';

const reason = whyNoNeo4j();
const folders: string[] = [];
const servers: Neo4jServer[] = [];
const listeners: { server: Server; sockets: Set<Socket> }[] = [];

jest.setTimeout(120_000);

const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'neo4j-away-'));
  folders.push(folder);
  return folder;
};

/** A real Neo4j that is stopped when all is over, whatever a test did to it. */
async function startServer(options: Parameters<typeof startNeo4j>[0]): Promise<Neo4jServer> {
  const server = await startNeo4j(options);
  servers.push(server);
  return server;
}

/** Something that takes connections on a free port and does with them what it is told; by itself it says nothing. */
async function listen(answer: (socket: Socket) => void = () => {}): Promise<number> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => {}));
    answer(socket);
  });
  listeners.push({ server, sockets });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

function stopListening(): void {
  for (const { server, sockets } of listeners.splice(0)) {
    for (const socket of sockets) socket.destroy();
    server.close();
  }
}

/** A port of this machine that nothing listens on. */
async function freePort(): Promise<number> {
  const port = await listen();
  stopListening();
  return port;
}

afterAll(async () => {
  endPrograms();
  stopListening();
  for (const { pid } of servers) resume(pid);
  await Promise.all(servers.map((server) => server.stop()));
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Lets a process go on that was halted; it may have ended since. */
function resume(pid: number): void {
  try {
    process.kill(pid, 'SIGCONT');
  } catch {}
}

interface Timed extends Received {
  ms: number;
}

const timed = async (asked: Promise<Received>): Promise<Timed> => {
  const started = performance.now();
  const received = await asked;
  return { ...received, ms: performance.now() - started };
};
const ask = (url: string) => timed(post(url, { query }));
const get = (url: string, path: string) => timed(send(url, { path }));

/** Expects what a caller is told of a database that is away, in time. */
function expectAway({ status, headers, text, ms }: Timed): void {
  const { data, errors } = JSON.parse(text);
  expect({ status, data, errors, retryAfter: headers['retry-after'] }).toEqual({
    status: 503,
    data: undefined,
    errors: [
      {
        message: expect.stringMatching(
          /^The database is away for the moment\. Ask again soon\. Reference [0-9a-z-]+\.$/,
        ),
        extensions: { code: 'DATABASE_UNAVAILABLE', retryAfterMs: 2_000, reference: expect.any(String) },
      },
    ],
    retryAfter: '2',
  });
  expect(ms).toBeLessThan(inTime);
}

function expectAnswer({ status, text }: Timed): void {
  expect({ status, ...JSON.parse(text) }).toEqual({
    status: 200,
    data: { dataset: { id: 'tiny-story' }, event: { title } },
  });
}

/** The first answer that is no fault, within the time that a restart takes. */
async function healed(url: string): Promise<Timed> {
  for (const deadline = Date.now() + 30_000; ; await wait(100)) {
    const received = await ask(url);
    if (received.status === 200 || Date.now() > deadline) return received;
  }
}

/** What a line of the log says of a database that is away, which has no stack. */
const lineOfLog = {
  time: expect.any(String),
  level: 'warn',
  message: expect.stringMatching(/^(Not ready\.|The database is away for the moment\. Ask again soon\.)$/),
  requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
  fault: {
    name: 'EngineError',
    message: expect.stringMatching(/^DATABASE_UNAVAILABLE: Cypher "[^"]+" failed on neo4j: [^\n]+$/),
  },
};

function expectLines(err: string, faults: number): void {
  const lines = err.split('\n').slice(0, -1);
  for (const line of lines) expect(JSON.parse(line)).toEqual(lineOfLog);
  expect(lines).toHaveLength(faults);
}

const importTiny = async (uri: string): Promise<void> => {
  const engine = openNeo4j({ uri, user: 'neo4j', password: '', database: 'neo4j' });
  await importDataset(engine, readSound(tinyStory));
  await engine.close();
};

/** The commands that need the database. */
const commands = [
  ['serve', '--port', '0'],
  ['import', tinyStory],
  ['import', tinyStory, '--dry-run'],
];

/** A heavy question: its rows multiply until somebody ends it. */
const heavy: Statement = {
  name: 'heavy',
  room: 'read',
  text: 'UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a * b < 0 RETURN count(*) AS value',
};

// What cannot run says so, and in CI nothing may be skipped.
if (reason !== null && process.env.CI) {
  test('a Neo4j that is away', () => {
    throw new Error(`No Neo4j to stop and start: ${reason}`);
  });
} else if (reason !== null) {
  process.stderr.write(`Skipped the tests of a Neo4j that is away: ${reason}.\n`);
  test.skip(`a Neo4j that is away (skipped: ${reason})`, () => {});
} else {
  describe('a server whose Neo4j is away', () => {
    const folder = newFolder();
    let port: number;
    let uri: string;
    let neo4j: Neo4jServer;
    const served: Served[] = [];

    beforeAll(async () => {
      port = await freePort();
      uri = `bolt://127.0.0.1:${port}`;
    });
    afterAll(() => neo4j.stop());

    /** What every server says and does while the database is away, whatever keeps it; many ask at once. */
    const expectAllAway = async () => {
      const logged = served.map(({ err }) => err().length);
      await Promise.all(served.map(expectOneAway));
      served.forEach(({ err }, at) => {
        expectLines(err().slice(logged[at]), 1 + many);
      });
    };
    const expectOneAway = async ({ url }: Served) => {
      const asked = Array.from({ length: many }, () => ask(url));
      const ready = get(url, '/readyz');
      expect(await get(url, '/healthz')).toMatchObject({ status: 200, text: '{"status":"ok"}' });
      expect(await ready).toMatchObject({ status: 503, text: '{"status":"not ready"}' });
      expect((await ready).ms).toBeLessThan(inTime);
      for (const answer of await Promise.all(asked)) expectAway(answer);
    };
    const expectAllHeal = async () => {
      for (const { url, child } of served) {
        expectAnswer(await healed(url));
        expect(await get(url, '/readyz')).toMatchObject({ status: 200 });
        expect(child.exitCode).toBeNull();
      }
    };

    it.each(['bolt', 'neo4j'])('starts, and says in a line what it waits for: %s://', async (scheme) => {
      const address = `${scheme}://127.0.0.1:${port}`;
      const server = await serveProgram({ NEO4J_URI: address });
      served.push(server);
      const [line, ready, ...more] = server.out().trimEnd().split('\n');
      expect(line).toBe(
        `Neo4j at ${address} does not answer yet. Until it does, questions get DATABASE_UNAVAILABLE and /readyz 503.`,
      );
      expect(ready).toMatch(/^Ready after \d+ ms: open /);
      expect(more).toEqual([]);
      expect(server.err()).toBe('');
    });

    it('lives but is not ready, and tells however many ask when to ask again', expectAllAway);

    it('says in a line that a database without data waits for an import', async () => {
      neo4j = await startServer({ folder, port });
      const [{ url, err }] = served as [Served];
      const logged = err().length;
      for (const deadline = Date.now() + 30_000; Date.now() < deadline; await wait(100)) {
        if (!(await ask(url)).text.includes('Reference')) break;
      }
      const { status, text } = await ask(url);
      expect({ status, ...JSON.parse(text) }).toEqual({
        status: 503,
        errors: [
          {
            message: 'The graph holds no data set yet: an import is due.',
            extensions: { code: 'DATABASE_UNAVAILABLE', retryAfterMs: 2000 },
          },
        ],
      });
      await get(url, '/readyz');
      const [line = ''] = err().slice(logged).trimEnd().split('\n').slice(-1);
      expect(JSON.parse(line)).toMatchObject({
        level: 'warn',
        message: 'Not ready.',
        fault: { message: 'DATABASE_UNAVAILABLE: The graph holds no data set yet: an import is due.' },
      });
    });

    it('answers as soon as the data are there, without a restart', async () => {
      await importTiny(uri);
      await expectAllHeal();
    });

    it('says so again when the database is stopped, and heals when it is back', async () => {
      await neo4j.stop();
      await expectAllAway();
      neo4j = await startServer({ folder, port });
      await expectAllHeal();
    });

    it('says so when the database hangs, and heals when it goes on', async () => {
      process.kill(neo4j.pid, 'SIGSTOP');
      try {
        await expectAllAway();
      } finally {
        resume(neo4j.pid);
      }
      await expectAllHeal();
    });

    it('ends a statement that takes too long', async () => {
      const engine = openNeo4j({ uri, user: 'neo4j', password: '', database: 'neo4j', timeoutMs: 300 });
      await engine.version();
      const started = performance.now();
      const fault = await engine.read(heavy).catch((error: unknown) => error);
      const ms = performance.now() - started;
      await engine.close();
      expect(fault).toBeInstanceOf(EngineError);
      expect(fault).toMatchObject({ code: 'DATABASE_TIMEOUT', retryAfterMs: 2_000 });
      expect(ms).toBeLessThan(inTime);
    });

    it('gives up a question that a database that hangs does not even refuse', async () => {
      const engine = openNeo4j({ uri, user: 'neo4j', password: '', database: 'neo4j', timeoutMs: 300 });
      await engine.version();
      process.kill(neo4j.pid, 'SIGSTOP');
      const started = performance.now();
      try {
        await expect(engine.read(heavy)).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE', retryAfterMs: 2_000 });
        expect(performance.now() - started).toBeLessThan(inTime);
      } finally {
        resume(neo4j.pid);
        await engine.close();
      }
    });

    it('is not waited for where it has no database of that name', async () => {
      for (const args of commands) {
        expect(await runProgram(args, { NEO4J_URI: uri, NEO4J_DATABASE: 'nowhere' })).toMatchObject({
          code: 1,
          out: '',
          err: `What answers at ${uri} cannot be used: Graph not found: nowhere\n`,
        });
      }
    });

    it('is told in a line by an import, too', async () => {
      await neo4j.stop();
      const { ms, ...told } = await runProgram(['import', tinyStory], { NEO4J_URI: uri });
      expect(told).toEqual({ code: 1, out: '', err: `Nothing answers at ${uri}: is the Neo4j running?\n` });
      expect(ms).toBeLessThan(inTime);
    });
  });

  describe('credentials that a Neo4j refuses', () => {
    const password = 'not-the-pass-word';
    let uri: string;

    beforeAll(async () => {
      ({ uri } = await startServer({ folder: newFolder(), auth: true }));
    });

    it.each(commands.map((args) => [args[0], args] as const))('end %s in time, with one line', async (_, args) => {
      const environment = { NEO4J_URI: uri, NEO4J_USER: 'somebody', NEO4J_PASSWORD: password };
      const { ms, ...told } = await runProgram(args, environment);
      expect(told).toEqual({
        code: 1,
        out: '',
        err: `Neo4j at ${uri} refuses the user "somebody". Check NEO4J_USER and NEO4J_PASSWORD.\n`,
      });
      expect(ms).toBeLessThan(inTime);
    });

    it('are those that a new Neo4j wants changed, too', async () => {
      for (const args of commands) {
        const { code, out, err } = await runProgram(args, { NEO4J_URI: uri, NEO4J_PASSWORD: 'neo4j' });
        expect({ code, out, err }).toEqual({
          code: 1,
          out: '',
          err: `Neo4j at ${uri} refuses the user "neo4j". Check NEO4J_USER and NEO4J_PASSWORD.\n`,
        });
      }
    });

    it('are told in a line of the log where the database came after the server', async () => {
      const port = await freePort();
      const server = await serveProgram({ NEO4J_URI: `bolt://127.0.0.1:${port}`, NEO4J_PASSWORD: password });
      await startServer({ folder: newFolder(), port, auth: true });
      const logged = server.err().length;
      const answer = await ask(server.url);
      expectAway(answer);
      expect(answer.ms).toBeLessThan(inTime);
      const told = server.err().slice(logged);
      expectLines(told, 1);
      expect(told).toMatch(/unauthorized due to authentication failure/);
      expect(server.err() + server.out()).not.toContain(password);
    });
  });

  describe('an address where no Neo4j is', () => {
    afterEach(stopListening);

    it.each<[string, (socket: Socket) => void]>([
      ['says nothing', () => {}],
      ['hangs up', (socket) => socket.destroy()],
    ])('counts as away where something %s', async (_, answer) => {
      const uri = `bolt://127.0.0.1:${await listen(answer)}`;
      const server = await serveProgram({ NEO4J_URI: uri });
      expect(server.out()).toContain(`Neo4j at ${uri} does not answer yet.`);
      expect(server.readyMs).toBeLessThan(inTime);
      expectAway(await ask(server.url));
      expectLines(server.err(), 1);
      const { ms, ...told } = await runProgram(['import', tinyStory], { NEO4J_URI: uri });
      expect(told).toEqual({ code: 1, out: '', err: `Nothing answers at ${uri}: is the Neo4j running?\n` });
      expect(ms).toBeLessThan(inTime);
    });

    it('is told in a line where something speaks HTTP', async () => {
      const port = await listen((socket) => socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')));
      const uri = `bolt://127.0.0.1:${port}`;
      for (const args of commands) {
        const { code, out, err } = await runProgram(args, { NEO4J_URI: uri });
        expect({ code, out }).toEqual({ code: 1, out: '' });
        expect(err).toMatch(
          /^What answers at bolt:\/\/127\.0\.0\.1:\d+ cannot be used: Server responded HTTP\. [^\n]+\n$/,
        );
      }
    });

    it.each(['localhost:7687', 'http://localhost:7474', 'bolt://', 'bolt://a b', 'nonsense'])(
      'is told in a line where its form is wrong: %s',
      async (uri) => {
        for (const args of commands) {
          expect(await runProgram(args, { NEO4J_URI: uri })).toMatchObject({
            code: 1,
            out: '',
            err: `NEO4J_URI is an address such as bolt://127.0.0.1:7687 or neo4j+s://host, but got: "${uri}"\n`,
          });
        }
      },
    );
  });
}
