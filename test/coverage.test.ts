import { buildASTSchema } from 'graphql';
import { contextMaker } from '../src/server/context';
import { createApollo, readSchema } from '../src/server/graphql';
import { limits } from './support/ask';
import { coordinatesOf, usePlugin } from './support/coverage';
import { openWith } from './support/datasets';
import { embedded } from './support/engines';
import { questionsIn, readQuestion, suites } from './support/questions';

/** What no question can show, each with its reason. */
const excused: Record<string, string> = {
  'Dataset.engine':
    'differs from engine to engine, and an answer is the same on each; test/queries.test.ts asks for it',
  'TruncatedBy.FAN_OUT': 'needs an event with more than 500 links; test/fanOut.test.ts makes one',
};

/** Coordinate → the query files that use it. */
const uses = new Map<string, Set<string>>();

beforeAll(async () => {
  let asking = '';
  const apollo = createApollo(limits, () => {});
  apollo.addPlugin(usePlugin((coordinate) => uses.set(coordinate, (uses.get(coordinate) ?? new Set()).add(asking))));
  for (const suite of suites) {
    const engine = await openWith(embedded, suite.data);
    const makeContext = contextMaker(engine, limits.deadlineMs);
    for (const file of questionsIn(suite.folder)) {
      asking = file;
      const query = readQuestion(suite.folder, file);
      await apollo.executeOperation({ query }, { contextValue: await makeContext() });
    }
    await engine.close();
  }
});

const promised = coordinatesOf(buildASTSchema(readSchema()));

test('every field, argument, filter and word of the API stands in a question whose answer was read', () => {
  if (process.env.SHOW) process.stdout.write(`${table()}\n`);
  expect(promised.filter((coordinate) => !uses.has(coordinate) && !(coordinate in excused))).toEqual([]);
});

test('nothing is excused that a question shows, or that there is not', () => {
  expect(Object.keys(excused).filter((coordinate) => uses.has(coordinate) || !promised.includes(coordinate))).toEqual(
    [],
  );
});

test('there are at least ninety such questions', () => {
  expect(suites.flatMap(({ folder }) => questionsIn(folder)).length).toBeGreaterThanOrEqual(90);
});

/** Each name with the files that use it, for a reader who looks for an example: `SHOW=1 npx jest test/coverage.test.ts`. */
const table = () =>
  promised.map((coordinate) => `${coordinate}\t${[...(uses.get(coordinate) ?? [])].sort().join(' ')}`).join('\n');
