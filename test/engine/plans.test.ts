import neo4j, { type Driver, type Plan } from 'neo4j-driver';
import { cypher, cypherNames } from '../../src/cypher';
import { type Engine, EngineError } from '../../src/engine/engine';
import { createAsk, type PageRequest } from '../../src/loaders/ask';
import { createLoaders } from '../../src/loaders/index';
import { createTurns } from '../../src/turns';
import { landmarks, policyGraph } from '../bench/graphs';
import { batchesOf, listsByDate, listsInOrder, listsOf, wholeQuestionsOf } from '../bench/questions';
import { openWith } from '../support/datasets';
import { ENGINES, noNeo4j, testNeo4j } from '../support/engines';

// How Neo4j would answer each question of cypher/read: through an index, so that the cost does not grow with the graph.

jest.setTimeout(300_000);

/** Operators that read all of the graph, all of a label or all relationships of a type, or join what nothing joins. */
const scans =
  /^(AllNodesScan|.*LabelScan|.*LabelsScan|.*RelationshipTypes?Scan|.*AllRelationshipsScan|CartesianProduct)$/;

/** Operators that need all rows before the first is given. `PartialTop` needs those of one place in the order alone. */
const sorts = /^(Sort|Top|Eager|EagerAggregation)$/;

/** Questions whose answer is all of a kind, of which there are few. */
const whole = ['dataset', 'glossary', 'offices', 'policies', 'stories'];

interface Planned {
  name: string;
  operators: string[];
}

const operatorsOf = ({ operatorType, children }: Plan): string[] => [
  ...children.flatMap(operatorsOf),
  operatorType.replace(/@.*$/, ''),
];

/** An engine that plans each question and answers none. */
function planningEngine(driver: Driver, database: string): { engine: Engine; planned: Planned[] } {
  const planned: Planned[] = [];
  const bound = (value: unknown): unknown => (typeof value === 'number' ? neo4j.int(value) : value);
  const read: Engine['read'] = async ({ name, text }, params = {}) => {
    const values = Object.fromEntries(Object.entries(params).map(([key, value]) => [key, bound(value)]));
    const { summary } = await driver.executeQuery(`EXPLAIN ${text}`, values, { database });
    if (!summary.plan) throw new Error(`No plan for ${name}`);
    planned.push({ name, operators: operatorsOf(summary.plan) });
    return [];
  };
  const found = [{ id: landmarks(1).event(1), rank: '', matched: [], missing: [] }];
  const fault = () => new EngineError('neo4j', '', 'DATABASE_FAILED', new Error('Only plans'));
  const engine: Engine = {
    name: 'plans',
    read,
    write: () => Promise.reject(fault()),
    search: async () => found,
    version: async () => '',
    close: async () => {},
  };
  return { engine, planned };
}

const pages: PageRequest[] = [true, false].flatMap((ascending) =>
  [null, { sort: '2010-01-01/2010-01-01', id: 'e1-500' }].map((after) => ({ ascending, after, limit: 51 })),
);

if (noNeo4j !== null) {
  test.skip(`the plans of Neo4j (skipped: ${noNeo4j})`, () => {});
} else {
  describe('on Neo4j', () => {
    let filled: Engine;
    let driver: Driver;
    let engine: Engine;
    let planned: Planned[];
    const seen = new Set<string>();

    beforeAll(async () => {
      const remote = ENGINES.find(({ name }) => name === 'neo4j');
      if (!remote) throw new Error('There is a Neo4j');
      filled = await openWith(remote, policyGraph({ events: 2_000 }));
      const { uri, user, password, database } = await testNeo4j();
      driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });
      // Plans are made by what is known of the indexes, which is counted now and then.
      await driver.executeQuery('CALL db.resampleOutdatedIndexes()', {}, { database });
      await driver.executeQuery('CALL db.awaitIndexes(60)', {}, { database });
      ({ engine, planned } = planningEngine(driver, database));
    });
    beforeEach(() => {
      planned.length = 0;
    });
    afterEach(() => {
      for (const { name } of planned) for (const part of name.split(' + ')) seen.add(part);
    });
    afterAll(async () => {
      await driver?.close();
      await filled?.close();
    });

    const faultsOf = (wrong: RegExp) =>
      planned
        .filter(({ operators }) => operators.some((operator) => wrong.test(operator)))
        .map(({ name, operators }) => `${name}: ${operators.join(' < ')}`);

    it.each(Object.entries(listsOf(1)))('%s start from an index', async (_, listOf) => {
      const list = await listOf(createAsk(engine));
      for (const page of pages) await list.page(page);
      await list.count();
      if (planned.some(({ name }) => name.includes('event-filter'))) {
        for (const trait of ['KIND', 'PLACE', 'ACTOR', 'POLICY', 'YEAR', 'VERIFICATION'] as const)
          await list.facet(trait);
      }
      expect(planned.length).toBeGreaterThanOrEqual(5);
      expect(faultsOf(scans)).toEqual([]);
    });

    it.each(Object.entries({ ...listsInOrder, ...listsByDate }))(
      '%s are read in order from an index',
      async (_, listOf) => {
        const list = await listOf(createAsk(engine));
        for (const page of pages) await list.page(page);
        planned.splice(0, planned.length, ...planned.filter(({ name }) => !name.includes('-lasting')));
        expect(planned.length).toBeGreaterThanOrEqual(4);
        expect(faultsOf(sorts)).toEqual([]);
        expect(faultsOf(scans)).toEqual([]);
        // A count of what no anchor leads to has to look at all of it.
        await list.count();
      },
    );

    it('looks for what lasts long through an index', async () => {
      for (const listOf of Object.values(listsByDate)) {
        await (await listOf(createAsk(engine))).page({ ascending: true, after: null, limit: 51 });
      }
      const lasting = planned.filter(({ name }) => name.includes('-lasting'));
      planned.splice(0, planned.length, ...lasting);
      expect(new Set(lasting.map(({ name }) => name.split(' ')[0])).size).toBe(4);
      expect(faultsOf(scans)).toEqual([]);
    });

    it.each(Object.entries(batchesOf(1)))('%s starts from an index', async (_, batchOf) => {
      await batchOf(createLoaders({ engine, turns: createTurns(20) }));
      expect(planned.length).toBeGreaterThan(0);
      expect(faultsOf(scans)).toEqual([]);
    });

    it.each(Object.entries(wholeQuestionsOf(1)))('%s start from an index', async (_, question) => {
      await question(createAsk(engine));
      expect(planned.length).toBeGreaterThan(0);
      expect(faultsOf(scans)).toEqual([]);
    });

    it('finds ids of one kind, things by words and what is stored in pages through an index', async () => {
      const ask = createAsk(engine);
      await ask.entityIds(['Event', 'Policy']);
      for (const list of [
        await ask.links({}),
        await ask.policies({ text: 'quota' }),
        await ask.actors({ text: 'somebody' }),
        await ask.sources({ text: 'record' }),
        await ask.metrics({ text: 'claims' }),
      ]) {
        await list.page({ ascending: true, after: null, limit: 51 });
      }
      await engine.read(cypher('read', 'stored-hashes'), { after: '', limit: 10_000 });
      await engine.read(cypher('read', 'writes'), { graph: 'graph' });
      expect(faultsOf(scans)).toEqual([]);
    });

    it('has seen every question but those for all of a kind', () => {
      // Where there is an index to read in order, links are not looked for by id.
      const parts = [...whole, 'links-by-id'];
      expect(cypherNames('read').filter((name) => !seen.has(name) && !parts.includes(name))).toEqual([]);
    });
  });
}
