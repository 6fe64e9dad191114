import { GrafeoDB } from '@grafeo-db/js';
import { writeDataset } from '../../src/dataset/write';
import type { Engine, Row } from '../../src/engine/engine';
import { openGrafeo } from '../../src/engine/grafeo';
import { createAsk } from '../../src/loaders/ask';
import { createLoaders } from '../../src/loaders/index';
import { createTurns } from '../../src/turns';
import { bothWays } from '../support/inOrder';
import { landmarks, policyGraph } from './graphs';
import { batchesOf, listsByDate, listsInOrder, listsOf, wholeQuestionsOf } from './questions';

// What a question costs on the embedded engine grows with its answer, not with the graph. Each question has the same
// answer in both graphs: by the rows that are read for it in every run of the tests, by the time with BENCH=1.

type Question = (engine: Engine) => Promise<unknown>;

const firstPages = (lists: typeof listsByDate): [string, Question][] =>
  Object.entries(lists).map(([name, listOf]) => [
    name,
    async (engine) => (await listOf(createAsk(engine))).page({ ascending: true, after: null, limit: 51 }),
  ]);

const questions: Record<string, Question> = Object.fromEntries([
  ...firstPages(listsOf(1)),
  ...firstPages(listsInOrder),
  ...Object.entries(batchesOf(1)).map(([name, batchOf]) => [
    name,
    (engine: Engine) => batchOf(createLoaders({ engine, turns: createTurns(1_000) })),
  ]),
  ...Object.entries(wholeQuestionsOf(1)).map(([name, ask]): [string, Question] => [
    name,
    (engine) => ask(createAsk(engine)),
  ]),
]);

/**
 * What grows with the graph: a count and a facet look at all that is filtered, a list by date at the year before, and a
 * search at all that holds one of its words.
 */
const growing: Record<string, Question> = {
  ...Object.fromEntries(firstPages(listsByDate)),
  'events by words': async (engine) => {
    const list = await createAsk(engine).events({ text: `asylum ruling ${landmarks(1).name}` });
    return list.page({ ascending: true, after: null, limit: 51 });
  },
  'count of all events': async (engine) => (await createAsk(engine).events({})).count(),
  'count of events of some kinds': async (engine) => (await createAsk(engine).events({ kinds: ['REPORT'] })).count(),
  'facet of all events': async (engine) => (await createAsk(engine).events({})).facet('KIND'),
};

describe('the rows that a question reads', () => {
  /** The embedded engine with a count of the rows that its questions read; the order of kinds is known to it. */
  async function openCounting(events: number) {
    const database = GrafeoDB.create();
    const opened = openGrafeo();
    const read = { rows: 0 };
    const run: Engine['read'] = async ({ text, name }, params = {}) => {
      const result = await database.executeCypher(text, params);
      if (name !== 'order of a kind') read.rows += result.rowsScanned ?? 0;
      return result.toArray() as Row[];
    };
    const search: Engine['search'] = async (text, typenames, limit) => {
      const holding = [{ id: 'e1-1', rank: '', matched: [], missing: [] }];
      return text === '' || typenames.length === 0 ? [] : holding.slice(0, limit);
    };
    const { inOrder: _, ...others } = { ...opened, read: run, write: run, search };
    const [, engine] = bothWays(others);
    if (!engine) throw new Error('There are two ways');
    await writeDataset(engine, policyGraph({ events }));
    const costOf = async (question: Question) => {
      read.rows = 0;
      await question(engine);
      return read.rows;
    };
    return { costOf, close: () => opened.close() };
  }

  let small: Awaited<ReturnType<typeof openCounting>>;
  let large: Awaited<ReturnType<typeof openCounting>>;
  beforeAll(async () => {
    small = await openCounting(2_000);
    large = await openCounting(8_000);
  }, 240_000);
  afterAll(async () => {
    await small?.close();
    await large?.close();
  });

  it.each(Object.entries(questions))('%s', async (_, question) => {
    // A land borders on one more where there are more; of what is read in order, the first page is another.
    expect(await large.costOf(question)).toBeLessThan(2 * (await small.costOf(question)) + 500);
  });

  it('are more in a larger graph where all of it is counted', async () => {
    const count = growing['count of events of some kinds'] as Question;
    expect(await large.costOf(count)).toBeGreaterThan(3 * (await small.costOf(count)));
  });
});

const sizes = [10_000, 100_000] as const;

// Times say something on a quiet machine alone, so they are taken when they are asked for.
if (process.env.BENCH) {
  test(`the times at ${sizes.join(' and ')} events`, async () => {
    const lines: string[] = [];
    const note = (name: string, ...cells: string[]) =>
      lines.push([name.padEnd(36), ...cells.map((cell) => cell.padStart(10))].join(' '));
    const engines: Engine[] = [];
    for (const events of sizes) {
      const engine = openGrafeo();
      const dataset = policyGraph({ events });
      const start = performance.now();
      await writeDataset(engine, dataset);
      const filled = performance.now();
      await engine.search('', [], 1);
      await engine.search('quota', ['Event'], 1);
      engines.push(engine);
      note(
        `${events} events`,
        `fill ${Math.round((filled - start) / 1000)} s`,
        `words ${Math.round((performance.now() - filled) / 1000)} s`,
        `${Math.round(process.memoryUsage().rss / 1e6)} MB`,
      );
    }
    note('question', 'ms at 10k', 'at 100k', 'ratio');

    const slow: string[] = [];
    for (const [name, question] of Object.entries(questions)) {
      const times = await timesOf(question, engines);
      const [few = 0, many = 0] = times;
      note(name, few.toFixed(2), many.toFixed(2), (many / few).toFixed(1));
      // Below some milliseconds a ratio says more about the machine, and about where in the order the first page ends.
      if (many > 3 * few + (name in listsInOrder ? 30 : 3)) slow.push(name);
    }
    for (const [name, question] of Object.entries(growing)) {
      const [few = 0, many = 0] = await timesOf(question, engines);
      note(`${name} (grows)`, few.toFixed(2), many.toFixed(2), (many / few).toFixed(1));
    }
    process.stdout.write(`${lines.join('\n')}\n`);
    for (const engine of engines) await engine.close();
    expect(slow).toEqual([]);
  }, 1_800_000);
}

/** The median time on each engine, asked in turn, so that a busy moment hits both. */
async function timesOf(question: Question, engines: readonly Engine[]): Promise<number[]> {
  const times = engines.map((): number[] => []);
  for (let round = 0; round < 9; round++) {
    for (const [at, engine] of engines.entries()) {
      const start = performance.now();
      await question(engine);
      // The first round warms up.
      if (round > 0) times[at]?.push(performance.now() - start);
    }
  }
  return times.map((all) => all.sort((a, b) => a - b)[all.length >> 1] ?? 0);
}
