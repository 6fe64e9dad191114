import { createHash } from 'node:crypto';
import { buildASTSchema } from 'graphql';
import { readSchema } from '../../src/server/graphql';
import { type Measured, serveMeasured } from '../support/measured';
import { endPrograms } from '../support/program';
import { createRandom, type Pools, type RandomQuery, randomQuery } from '../support/randomQueries';
import { seed } from '../support/seed';
import { leaks } from './refusal';
import { post } from './send';

const count = 5_000;
/** No request may hold up the others for longer, in milliseconds. */
const longestBlock = 50;
/** How many are asked before anybody looks at the event loop, and how many of them at a time. */
const [portion, atATime] = [50, 5];

jest.setTimeout(600_000);

let server: Measured;
beforeAll(async () => {
  // One heap for all threads, so that memory in use is what the program keeps and not how its threads share it out.
  server = await serveMeasured({ CACHE_BYTES: '0', MALLOC_ARENA_MAX: '1' });
});
afterAll(endPrograms);

const ask = async (query: string, variables: Record<string, unknown> = {}) => post(server.url, { query, variables });

const lists = ['events', 'links', 'claims', 'policies', 'actors', 'places', 'sources', 'metrics', 'observations'];

async function readPools(): Promise<Pools> {
  const { text } = await ask(
    `{ ${lists.map((list) => `${list}(first: 100) { nodes { id label } }`).join(' ')} stories { id } }`,
  );
  const { stories, ...connections } = JSON.parse(text).data;
  const nodes = Object.values(connections as Record<string, { nodes: { id: string; label: string }[] }>).flatMap(
    ({ nodes }) => nodes,
  );
  const ids = [...nodes, ...stories].map(({ id }) => id);
  const words = new Set(nodes.flatMap(({ label }) => label.split(/[^\p{L}]+/u).filter((word) => word.length > 2)));
  return { ids, words: [...words] };
}

/** Everything that the lists tell, in few letters. */
async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  for (const list of lists) {
    let after: string | null = null;
    do {
      const { text } = await ask(
        `query ($after: String) { ${list}(first: 500, after: $after) { nodes { id label } pageInfo { endCursor hasNextPage } } }`,
        { after },
      );
      const { nodes, pageInfo }: { nodes: unknown; pageInfo: { endCursor: string; hasNextPage: boolean } } =
        JSON.parse(text).data[list];
      hash.update(JSON.stringify(nodes));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
  }
  return hash.digest('hex');
}

/** The statuses and codes that a random query may get: it is answered, or refused in words. */
const allowed = new Set([
  '200',
  '200 BAD_USER_INPUT',
  '400 BAD_USER_INPUT',
  '400 QUERY_TOO_COMPLEX',
  '400 GRAPHQL_PARSE_FAILED',
  '400 GRAPHQL_VALIDATION_FAILED',
]);

async function judged({ query, variables }: RandomQuery): Promise<string> {
  const { status, headers, text } = await ask(query, variables);
  expect(headers['content-type']).toBe('application/json; charset=utf-8');
  expect(text).not.toMatch(leaks);
  const { errors = [] } = JSON.parse(text);
  const codes = new Set<string>(errors.map(({ extensions }: { extensions: { code: string } }) => extensions.code));
  const verdict = [status, ...codes].join(' ');
  if (!allowed.has(verdict))
    throw new Error(
      `Seed ${seed} was answered ${verdict}: ${text.slice(0, 500)} to ${query} with ${JSON.stringify(variables)}`,
    );
  return verdict;
}

async function allJudged(queries: RandomQuery[]): Promise<string[]> {
  const verdicts: string[] = [];
  for (let at = 0; at < queries.length; at += atATime) {
    verdicts.push(...(await Promise.all(queries.slice(at, at + atATime).map(judged))));
  }
  return verdicts;
}

it(`${count} random queries are answered or refused in words, change nothing, hold up nobody and leave no memory in use`, async () => {
  const schema = buildASTSchema(readSchema());
  const pools = await readPools();
  const random = createRandom(seed);
  const queries = Array.from({ length: count }, () => randomQuery(schema, random, pools, 2 + Math.floor(5 * random())));
  const before = await fingerprint();
  let memoryHalfway: NodeJS.MemoryUsage | undefined;
  const verdicts = new Map<string, number>();
  let longest = 0;
  for (let at = 0; at < count; at += portion) {
    // What is made ready once, and the memory for documents, is no leak: that has come to its size by then.
    if (at === count / 2) memoryHalfway = await server.memory();
    const some = queries.slice(at, at + portion);
    const block = await server.blockOf(async () => {
      for (const verdict of await allJudged(some)) verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
    });
    // Which one it was, and whether it was the query and not the moment.
    for (const query of block > longestBlock ? some : []) {
      const again = [];
      for (let round = 0; round < 3 && (again.at(-1) ?? block) > longestBlock; round++) {
        again.push(await server.blockOf(() => judged(query)));
      }
      if (Math.min(...again) > longestBlock) throw new Error(`Blocks for ${again} ms: ${JSON.stringify(query)}`);
    }
    if (block <= longestBlock) longest = Math.max(longest, block);
  }

  const memoryAfter = await server.memory();
  const halfway = memoryHalfway ?? memoryAfter;
  const inMb = (bytes: number) => Math.round(bytes / 100_000) / 10;
  const grown = (name: 'heapUsed' | 'rss') =>
    `${name} ${inMb(halfway[name])} MB halfway, ${inMb(memoryAfter[name])} MB at the end`;
  console.info(
    `Seed ${seed}; ${JSON.stringify(Object.fromEntries(verdicts))}; longest block ${longest.toFixed(1)} ms; ${grown('heapUsed')}; ${grown('rss')}`,
  );
  expect(await fingerprint()).toBe(before);
  expect(server.err()).toBe('');
  // Enough of them made sense to the server.
  expect((verdicts.get('200') ?? 0) + (verdicts.get('200 BAD_USER_INPUT') ?? 0)).toBeGreaterThan(count / 2);
  expect(memoryAfter.heapUsed).toBeLessThan(halfway.heapUsed * 1.1);
  expect(memoryAfter.rss).toBeLessThan(halfway.rss * 1.1);
});
