import { type ArgumentNode, type DocumentNode, Kind, parse, print, visit } from 'graphql';
import type { Engine } from '../src/engine/engine';
import { largestPage } from '../src/resolvers/connections';
import { ask } from './support/ask';
import { openWith, readSound } from './support/datasets';
import { embedded } from './support/engines';
import { grownDataset } from './support/grownDataset';
import { inRounds } from './support/inRounds';
import { questionsIn, readQuestion, suites } from './support/questions';
import { mostQuestions } from './support/questionsOf';
import { recordingEngine } from './support/recordingEngine';

/** How many times as long the lists of the two data sets are. In both a list holds things that no other list names. */
const [shorter, longer] = [2, 3];

for (const suite of suites) {
  describe(`the questions that the database is asked for a query on ${suite.name}`, () => {
    let short: Engine;
    let long: Engine;
    beforeAll(async () => {
      const dataset = readSound(suite.data);
      short = await openWith(embedded, grownDataset(dataset, shorter));
      long = await openWith(embedded, grownDataset(dataset, longer));
    });
    afterAll(() => Promise.all([short, long].map((engine) => engine.close())));

    test.each(questionsIn(suite.folder))('%s', async (file) => {
      const document = longPages(parse(readQuestion(suite.folder, file)));
      const most = mostQuestions(document);
      const [few, many] = [await callsFor(inOnePortion(short), document), await callsFor(inOnePortion(long), document)];
      const inPortions = await callsFor(long, document);
      const spoken = `${few.length} calls, ${many.length} with longer lists, ${most} at most`;
      // The names are shown where a list costs a call for each of its items.
      const grown = many.length > few.length ? many : [];
      const isBounded = many.length <= most && inPortions.length <= most;
      expect([spoken, grown, isBounded]).toEqual([spoken, [], true]);
    });
  });
}

/**
 * The engine without reading in order, by which a page is found in up to four portions: how many it takes depends on how
 * rare its items are among their neighbours, and moves what is asked below them. The bound holds with them, too.
 */
const inOnePortion = ({ inOrder: _, ...engine }: Engine): Engine => engine;

test('a grown data set has longer lists', async () => {
  const { data } = suites[1] as (typeof suites)[number];
  const query = `{
    events { totalCount }
    event(id: "street-closed") {
      affects { id } places { role } participations { role } policyChanges { effect } followedBy { totalCount } sources { id }
    }
    link(id: "street-closed--caused--shop-sales-fall") { claims { totalCount } }
  }`;
  const engines = await Promise.all([
    openWith(embedded, readSound(data)),
    openWith(embedded, grownDataset(readSound(data), longer)),
  ]);
  const [few, many] = await Promise.all(engines.map(async (engine) => lengths((await ask(engine, query)).data)));
  for (const engine of engines) await engine.close();
  expect(many?.length).toBe(few?.length);
  expect(few?.filter((length, at) => length > 0 && (many?.[at] ?? 0) <= length)).toEqual([]);
});

test('a list that is only counted loads none of its things', async () => {
  const { data } = suites[1] as (typeof suites)[number];
  const engine = await openWith(embedded, readSound(data));
  const query = '{ event(id: "council-votes") { followedBy { totalCount pageInfo { hasNextPage } } } }';
  const calls = await callsFor(engine, parse(query));
  await engine.close();
  expect(calls.filter((name) => name === 'entities-by-id')).toHaveLength(1);
});

/** The lengths of all lists in an answer, in the order in which they stand. */
const lengths = (answer: unknown): number[] => {
  if (typeof answer === 'number') return [answer];
  if (Array.isArray(answer)) return [answer.length];
  return answer && typeof answer === 'object' ? Object.values(answer).flatMap(lengths) : [];
};

async function callsFor(engine: Engine, document: DocumentNode): Promise<string[]> {
  const recording = recordingEngine(inRounds(engine));
  await ask(recording.engine, print(document));
  return recording.calls.map(({ statement }) => statement).sort();
}

/** The same question, for pages as long as they may be. */
const longPages = (document: DocumentNode): DocumentNode =>
  visit(document, {
    [Kind.ARGUMENT]: (argument: ArgumentNode) =>
      argument.name.value === 'first' || argument.name.value === 'last'
        ? { ...argument, value: { kind: Kind.INT, value: String(largestPage) } }
        : undefined,
  });
