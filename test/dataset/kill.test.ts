import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { defaultLimits, readConfig } from '../../src/config';
import { checkDataset, formatProblem, inOrder } from '../../src/dataset/check';
import type { Dataset } from '../../src/dataset/format';
import { importDataset } from '../../src/dataset/import';
import { readDataset } from '../../src/dataset/read';
import { type Engine, EngineError } from '../../src/engine/engine';
import { openGrafeo } from '../../src/engine/grafeo';
import { openNeo4j } from '../../src/engine/neo4j';
import { createServer } from '../../src/server/http';
import type { Entry } from '../../src/server/log';
import { post, type Received, send } from '../server/send';
import { readSound, tinyStory } from '../support/datasets';
import { fingerprint } from '../support/fingerprint';
import { type Neo4jServer, startNeo4j, whyNoNeo4j } from '../support/neo4jServer';
import { endPrograms, runProgram, startProgram } from '../support/program';

const reason = whyNoNeo4j();

const folders: string[] = [];
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'kill-'));
  folders.push(folder);
  return folder;
};
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** How often an import is killed. */
const kills = Number(process.env.KILLS ?? (process.env.CI ? 100 : 10));
/** What the moments are drawn from; the same again with SEED. */
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);

jest.setTimeout(600_000);

/** Numbers from 0 to 1 that look like chance and are the same for the same seed (mulberry32). */
function chance(from: number): () => number {
  let state = from;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Version {
  folder: string;
  dataset: Dataset;
  /** What a graph is into which this was imported in one go. */
  fingerprint: string;
}

interface Span {
  begins: number;
  ends: number;
}

/** A copy of the tiny story with its files edited, each as text. */
function edit(folder: string, edits: Record<string, (text: string) => string>): string {
  cpSync(tinyStory, folder, { recursive: true });
  for (const [file, change] of Object.entries(edits)) {
    const path = join(folder, file);
    const [before, after] = [readFileSync(path, 'utf8'), change(readFileSync(path, 'utf8'))];
    if (before === after) throw new Error(`The edit of ${file} changes nothing: has the tiny story changed?`);
    writeFileSync(path, after);
  }
  return folder;
}

const withoutRow = (id: string) => (text: string) =>
  text
    .split('\n')
    .filter((line) => !line.startsWith(`${id},`))
    .join('\n');

/** Rows removed, changed and added, in nodes and ties: a link gone with its claim, an event reworded and moved, one more. */
const edits = {
  'links.csv': withoutRow('walkers-picnic--prompted_response--shops-march'),
  'claims.csv': (text: string) =>
    withoutRow('shopkeepers-march-again')(text).replace('club-thanks-bus,walkers-club', 'club-thanks-bus,parents'),
  'actors.csv': (text: string) => text.replace(',Mayor:town-council:2016-05-08:2020-05-03', ','),
  'events.csv': (text: string) =>
    `${text.replace(/^street-closed,[^,]+/m, 'street-closed,The street is shut').trimEnd()}\n` +
    'street-swept,The street is swept,,2021,REPORT,VERIFIED,alder,market-street,town-council:DECIDER,,,src-club\n',
  'dataset.json': (text: string) => text.replaceAll('1.0.0', '2.0.0'),
};

test('an import that is cut off anywhere is undone by importing what was there', async () => {
  const engine = openGrafeo({ shuffle: true });
  const tiny = readSound(tinyStory);
  const edited = readSound(edit(newFolder(), edits));
  await importDataset(engine, tiny);
  const before = await fingerprint(engine);
  for (let cut = 1, isWhole = false; !isWhole; cut++) {
    let writes = 0;
    const failing: Engine = {
      ...engine,
      write: (statement, params) => {
        if (++writes > cut) throw new Error('cut off');
        return engine.write(statement, params);
      },
    };
    isWhole = await importDataset(failing, edited).then(
      () => true,
      () => false,
    );
    await importDataset(engine, tiny);
    expect(await fingerprint(engine)).toBe(before);
  }
  await engine.close();
});

// What cannot run says so, and in CI nothing may be skipped.
if (reason !== null && process.env.CI) {
  test('an import that is killed', () => {
    throw new Error(`No Neo4j to import into: ${reason}`);
  });
} else if (reason !== null) {
  process.stderr.write(`Skipped the tests of an import that is killed: ${reason}.\n`);
  test.skip(`an import that is killed (skipped: ${reason})`, () => {});
} else {
  let neo4j: Neo4jServer;
  let engine: Engine;
  let environment: Record<string, string>;
  let tiny: Version;
  let edited: Version;

  beforeAll(async () => {
    neo4j = await startNeo4j({ folder: newFolder() });
    environment = { NEO4J_URI: neo4j.uri };
    engine = openNeo4j({ uri: neo4j.uri, user: 'neo4j', password: '', database: 'neo4j' });
    tiny = await inOneGo(tinyStory);
    edited = await inOneGo(edit(newFolder(), edits));
  });
  afterAll(async () => {
    endPrograms();
    await engine?.close();
    await neo4j?.stop();
  });

  const empty = () => engine.write({ name: 'empty', room: 'write', text: 'MATCH (node) DETACH DELETE node' });

  const inOneGo = async (from: string): Promise<Version> => {
    await empty();
    const dataset = readSound(from);
    await importDataset(engine, dataset);
    return { folder: from, dataset, fingerprint: await fingerprint(engine) };
  };

  const askFor = async (text: string) =>
    (await engine.read({ name: 'state for a test', room: 'read', text }))[0]?.value as unknown;
  const isImporting = async () => (await askFor('MATCH (state:State) RETURN state.importing AS value')) === true;
  const withoutHash = async () =>
    Number(await askFor('MATCH (node:Entity) WHERE node.hash IS NULL RETURN count(node) AS value'));

  /** Whether the graph says that it is importing, which its version must say as well. */
  const importingAsTold = async (): Promise<boolean> => {
    for (;;) {
      const before = await isImporting();
      const fault = await engine.version().then(
        () => null,
        (error: unknown) => error,
      );
      // The last transaction of the killed may still have been on its way.
      if ((await isImporting()) !== before) continue;
      if (before) {
        expect(fault).toBeInstanceOf(EngineError);
        expect(fault).toMatchObject({ code: 'DATABASE_IMPORTING', retryAfterMs: 2_000 });
      } else expect(fault).toBeNull();
      return before;
    }
  };

  describe(`an import that is killed ${kills} times`, () => {
    const starts = ['empty', 'tiny', 'edited'] as const;
    type Start = (typeof starts)[number];
    type Moment = 'before it began' | 'while importing' | 'after it ended';
    const killed: { start: Start; delay: number; moment: Moment; withoutHash: number }[] = [];

    afterAll(() => {
      const lines = starts.map((start) => {
        const of = killed.filter((kill) => kill.start === start);
        const count = (moment: Moment) => `${of.filter((kill) => kill.moment === moment).length} ${moment}`;
        const delays = of.flatMap(({ moment, delay }) => (moment === 'while importing' ? Math.round(delay) : []));
        const halves = of.flatMap(({ withoutHash }) => withoutHash || []);
        return [
          `  from ${start}: ${count('before it began')}, ${count('while importing')}, ${count('after it ended')};`,
          `while importing ${Math.min(...delays)} to ${Math.max(...delays)} ms after its start;`,
          `${halves.length} left nodes without hash, at most ${Math.max(0, ...halves)}`,
        ].join(' ');
      });
      process.stdout.write(`${killed.length} imports killed (SEED=${seed}):\n${lines.join('\n')}\n`);
    });

    const versions = (start: Start): [from: Version | null, to: Version] =>
      ({ empty: [null, edited], tiny: [tiny, edited], edited: [edited, tiny] })[start] as [Version | null, Version];

    const restore = async (from: Version | null): Promise<string> => {
      if (from === null) await empty();
      else await importDataset(engine, from.dataset);
      const found = await fingerprint(engine);
      if (from !== null) expect(found).toBe(from.fingerprint);
      return found;
    };

    /** When an import begins and when it has ended, in milliseconds after its process was started. */
    const measure = async (start: Start): Promise<Span> => {
      const [from, to] = versions(start);
      await restore(from);
      const started = performance.now();
      const { ended } = startProgram(['import', to.folder], environment);
      while (!(await isImporting())) await wait(1);
      const begins = performance.now() - started;
      await ended;
      return { begins, ends: performance.now() - started };
    };

    it(`is completed by running it again, or undone by importing what was there (SEED=${seed})`, async () => {
      const draw = chance(seed);
      // The first ones warm the database.
      for (let turn = 0; turn < 3; turn++) for (const start of starts) await measure(start);
      const spans = new Map<Start, Span>();
      for (const start of starts) spans.set(start, await measure(start));

      for (let turn = 0; turn < kills; turn++) {
        const start = starts[turn % 3] as Start;
        const [from, to] = versions(start);
        const span = spans.get(start) as Span;
        const before = await restore(from);

        // One in five at any moment of its process, the others while it imports.
        const earliest = draw() < 0.2 ? 0 : span.begins;
        const delay = earliest + draw() * (span.ends - earliest);
        const { child, ended } = startProgram(['import', to.folder], environment);
        await Promise.race([wait(delay), ended]);
        child.kill('SIGKILL');
        await ended;

        const importing = await importingAsTold();
        const found = await fingerprint(engine);
        if (!importing) expect([before, to.fingerprint]).toContain(found);
        const moment = importing ? 'while importing' : found === before ? 'before it began' : 'after it ended';
        killed.push({ start, delay, moment, withoutHash: await withoutHash() });
        // The machine is not always as fast as when it was measured.
        if (moment === 'before it began' && earliest > 0) span.begins = delay;
        if (moment === 'after it ended') span.ends = Math.max(delay, span.begins + 50);
        if (importing) span.ends *= 1.02;
        span.begins = Math.min(span.begins * 0.98, span.ends - 50);

        // Whoever changes their mind gets the old data back, whole.
        if (from !== null && draw() < 0.5) await restore(from);
        await importDataset(engine, to.dataset);
        expect(await fingerprint(engine)).toBe(to.fingerprint);
        expect(await importingAsTold()).toBe(false);
      }
      // Or else the moments were drawn wrongly, and it proved little.
      const halves = killed.filter(({ moment }) => moment === 'while importing');
      expect(halves.length).toBeGreaterThanOrEqual(Math.floor(kills / 20));
    });
  });

  describe('import', () => {
    beforeEach(async () => {
      await importDataset(engine, tiny.dataset);
    });

    it('writes what differs, says what it did and holds its tongue where nobody watches', async () => {
      const { code, out, err } = await runProgram(['import', edited.folder], environment);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      const { checksum } = edited.dataset;
      expect(out.split('\n')).toEqual([
        expect.stringMatching(/^1 added, \d rewritten, 2 removed, \d+ left as they are in bolt:\S+\.$/),
        `It holds 15 events, 18 links and 17 claims (The quiet street: a tiny story, version 2.0.0, checksum ${checksum.slice(0, 12)}).`,
        '',
      ]);
      expect(await fingerprint(engine)).toBe(edited.fingerprint);
      const kept = 'MATCH (dataset:Dataset) RETURN dataset {.version, .checksum, .counted, .counts} AS value';
      const { version, checksum: stored, counted, counts } = (await askFor(kept)) as Record<string, string[]>;
      expect({ version, stored }).toEqual({ version: '2.0.0', stored: checksum });
      expect(counts?.[counted?.indexOf('events') ?? -1]).toBe(15);
    });

    it('--dry-run says what would change and writes nothing', async () => {
      const version = await engine.version();
      const { code, out, err } = await runProgram(['import', edited.folder, '--dry-run'], environment);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toMatch(
        /^1 added, \d rewritten, 2 removed, \d+ left as they are: that would change in bolt:\S+\. Nothing was written\.\n$/,
      );
      expect(await engine.version()).toBe(version);
      expect(await fingerprint(engine)).toBe(tiny.fingerprint);
    });

    it('stops where another writes into the same graph, and leaves it to that one', async () => {
      let other: Promise<unknown> | undefined;
      const disturbed: Engine = {
        ...engine,
        write: async (statement, params) => {
          const rows = await engine.write(statement, params);
          if (statement.name === 'event') other ??= importDataset(engine, tiny.dataset);
          await other;
          return rows;
        },
      };
      await expect(importDataset(disturbed, edited.dataset)).rejects.toThrow('Another import writes into this graph');
      await other;
      expect(await fingerprint(engine)).toBe(tiny.fingerprint);
      expect(await isImporting()).toBe(false);
    });

    it('does not begin where another has written since it looked, and the other goes on', async () => {
      let second: Promise<unknown> | undefined;
      const first: Engine = {
        ...engine,
        write: async (statement, params) => {
          if (statement.name !== 'event' || second) return engine.write(statement, params);
          return new Promise((resolve) => {
            const slow: Engine = {
              ...engine,
              read: async (asked, given) => {
                const rows = await engine.read(asked, given);
                if (asked.name === 'dataset') resolve(await engine.write(statement, params));
                return rows;
              },
            };
            second = importDataset(slow, tiny.dataset);
            second.catch(() => {});
          });
        },
      };
      await importDataset(first, edited.dataset);
      await expect(second).rejects.toThrow('Another import writes into this graph');
      expect(await fingerprint(engine)).toBe(edited.fingerprint);
    });

    it('needs a Neo4j, and says so in a line', async () => {
      expect(await runProgram(['import', tinyStory])).toMatchObject({
        code: 1,
        out: '',
        err: 'An import needs a Neo4j: set NEO4J_URI, such as bolt://127.0.0.1:7687.\n',
      });
    });

    it('tells all that is wrong with a broken data set, and writes nothing', async () => {
      const broken = join(__dirname, 'broken', '22-ids');
      const { dataset, problems } = readDataset(broken);
      const errors = inOrder([...problems, ...checkDataset(dataset)]).filter(({ level }) => level === 'error');
      const version = await engine.version();
      expect(await runProgram(['import', broken], environment)).toMatchObject({
        code: 1,
        out: '',
        err: `${errors.map(formatProblem).join('\n')}\n${errors.length} errors in ${broken}: nothing was loaded.\n`,
      });
      expect(await engine.version()).toBe(version);
    });
  });

  describe('a server whose data are replaced', () => {
    /** Called before the server reads what is not the data set's own row. */
    let beforeRead: () => Promise<void>;
    let log: Entry[];
    let url: string;
    let close: () => Promise<void>;

    beforeAll(async () => {
      const disturbed: Engine = {
        ...engine,
        read: async (statement, params) => {
          if (statement.name !== 'dataset') await beforeRead();
          return engine.read(statement, params);
        },
      };
      const config = { ...readConfig({ PORT: '0' }), limits: defaultLimits };
      const server = await createServer(disturbed, config, (entry) => void log.push(entry));
      url = await server.http.listen({ host: '127.0.0.1', port: 0 });
      close = () => server.close();
    });
    afterAll(() => close?.());
    beforeEach(async () => {
      beforeRead = async () => {};
      log = [];
      await importDataset(engine, tiny.dataset);
    });

    const ask = async () => post(url, { query: '{ dataset { version } event(id: "street-closed") { title } }' });
    const answerOf = (version: string, title: string) => ({
      status: 200,
      data: { dataset: { version }, event: { title } },
    });
    const old = answerOf('1.0.0', 'Market street closes to cars');
    const renewed = answerOf('2.0.0', 'The street is shut');
    const read = ({ status, text }: Received) => ({ status, ...JSON.parse(text) });

    const expectImporting = ({ status, headers, text }: Received, message: RegExp, retryAfterMs: number) => {
      expect({ status, ...JSON.parse(text) }).toEqual({
        status: 503,
        errors: [
          {
            message: expect.stringMatching(message),
            extensions: expect.objectContaining({ code: 'DATABASE_IMPORTING', retryAfterMs }),
          },
        ],
      });
      expect(headers['retry-after']).toBe(String(retryAfterMs / 1000));
    };
    const replaced = /^The data are just being replaced\. Ask again soon\. Reference [0-9a-z-]+\.$/;
    const changed = /^The data changed while this was answered\. Ask again\.$/;

    it('answers from the old until it begins, then not, then from the new', async () => {
      expect(read(await ask())).toEqual(old);
      const answers: Received[] = [];
      const watched: Engine = {
        ...engine,
        write: async (statement, params) => {
          const rows = await engine.write(statement, params);
          if (statement.room !== 'write' || statement.name === 'import/ends') return rows;
          answers.push(await ask());
          expect((await send(url, { path: '/readyz' })).status).toBe(503);
          return rows;
        },
      };
      await importDataset(watched, edited.dataset);
      expect(answers.length).toBeGreaterThan(10);
      for (const answer of answers) expectImporting(answer, replaced, 2_000);
      expect(log).toHaveLength(2 * answers.length);
      expect(read(await ask())).toEqual(renewed);
      expect(read(await send(url, { path: '/readyz' }))).toMatchObject({ status: 'ready', version: '2.0.0' });
    });

    it('does not answer half from the old and half from the new where it begins in between', async () => {
      let imported: Promise<unknown> | undefined;
      // Its first writes are there before the server reads on; the end is not.
      beforeRead = async () => {
        if (imported) return;
        await new Promise<void>((resolve) => {
          const slow: Engine = {
            ...engine,
            write: async (statement, params) => {
              if (statement.name === 'import/ends') await wait(300);
              const rows = await engine.write(statement, params);
              if (statement.name === 'event') resolve();
              return rows;
            },
          };
          imported = importDataset(slow, edited.dataset);
        });
      };
      expectImporting(await ask(), changed, 1_000);
      await imported;
      expect(read(await ask())).toEqual(renewed);
    });

    it('nor where it begins and ends in between', async () => {
      let imported: Promise<unknown> | undefined;
      beforeRead = async () => {
        imported ??= importDataset(engine, edited.dataset);
        await imported;
      };
      expectImporting(await ask(), changed, 1_000);
      expect(read(await ask())).toEqual(renewed);
    });

    it('waits for an import that was cut off to be run again', async () => {
      const failing: Engine = {
        ...engine,
        write: (statement, params) => {
          if (statement.name === 'event') throw new Error('cut off');
          return engine.write(statement, params);
        },
      };
      await expect(importDataset(failing, edited.dataset)).rejects.toThrow('cut off');
      expectImporting(await ask(), replaced, 2_000);
      const { code, err } = await runProgram(['import', edited.folder], environment);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(read(await ask())).toEqual(renewed);
    });
  });
}
