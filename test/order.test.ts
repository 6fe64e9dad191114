import fc from 'fast-check';
import { dateOf, possiblyWithin, sortKey } from '../src/answers/dates';
import type { Engine } from '../src/engine/engine';
import { createAsk, type List } from '../src/loaders/ask';
import { type EventFilter, eventParams } from '../src/loaders/filters';
import type { Entity } from '../src/loaders/rows';
import { openWith } from './support/datasets';
import { certainlyWithin } from './support/days';
import { ENGINES } from './support/engines';
import { bothWays } from './support/inOrder';
import { datasetOf } from './support/randomGraphs';

// Lists between two days are read from parts of the order. Whatever lasts long, or has no end, must not be lost by that.

const dates = fc.oneof(
  fc
    .date({ min: new Date('2014-01-01'), max: new Date('2024-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
  fc.integer({ min: 2014, max: 2024 }).map(String),
  fc.tuple(fc.integer({ min: 2014, max: 2020 }), fc.nat(4)).map(([year, years]) => `${year}-03-05/${year + years}-11`),
  fc.constantFrom('201X', '/2017-05', '2016-02/..', '2020-02-29/2021-02-28', '2020-02-29/2021-03-01', '../2019'),
);

const drawn = fc.sample(dates, { seed: 7, numRuns: 400 });
const events = drawn.map((edtf, at) => ({
  id: `e${at}`,
  title: `Event ${at}`,
  edtf,
  kind: at % 3 === 0 ? 'REPORT' : 'STATEMENT',
  verification: at % 40 === 0 ? 'UNVERIFIED' : 'VERIFIED',
}));

const edtfOf = new Map(events.map(({ id, edtf }) => [id, edtf]));

const bound = fc.option(fc.constantFrom('2013', '2014-06', '2016', '2017-05-01', '2019-11', '2022', '2026'), {
  nil: null,
});
const filters: fc.Arbitrary<EventFilter> = fc.record({
  from: bound,
  until: bound,
  dateMatch: fc.constantFrom('POSSIBLE' as const, 'CERTAIN' as const),
  kinds: fc.option(fc.constant(['REPORT']), { nil: null }),
  verifications: fc.option(fc.constant(['UNVERIFIED']), { nil: null }),
});

async function readWhole(list: List, ascending: boolean, limit: number): Promise<string[]> {
  const read: Entity[] = [];
  for (let page: Entity[] | null = null; page === null || page.length === limit; read.push(...page)) {
    const last = read.at(-1);
    page = await list.page({ ascending, after: last ? { sort: last.sort, id: last.id } : null, limit });
  }
  return read.map(({ id }) => id);
}

for (const testEngine of ENGINES) {
  describe(`on ${testEngine.name}`, () => {
    let engine: Engine;
    beforeAll(async () => {
      engine = await openWith(testEngine, datasetOf({ events }));
    });
    afterAll(() => engine.close());

    /** What a filter keeps, looked for among the events one by one. */
    async function expected(where: EventFilter): Promise<string[]> {
      const list = await createAsk(engine).events({});
      const all = await list.page({ ascending: true, after: null, limit: 1_000 });
      const params = eventParams(where) as Record<string, string | null>;
      return all
        .filter(({ kind }) => !where.kinds || where.kinds.includes(String(kind)))
        .filter(({ verification }) => !where.verifications || where.verifications.includes(String(verification)))
        .filter(({ id }) => {
          const range = dateOf(edtfOf.get(id) ?? '');
          return (
            possiblyWithin(range, params.from ?? null, params.until ?? null) &&
            certainlyWithin(range, params.certainlyFrom ?? null, params.certainlyUntil ?? null)
          );
        })
        .map(({ id }) => id);
    }

    it('has all events, in the order of their days', async () => {
      const found = await expected({});
      expect([...found].sort()).toEqual(events.map(({ id }) => id).sort());
      const keys = found.map((id) => sortKey(edtfOf.get(id) ?? ''));
      expect(keys).toEqual([...keys].sort());
    });

    it('lists between two days are whole, page by page, in both directions, and counted', async () => {
      await fc.assert(
        fc.asyncProperty(filters, fc.constantFrom(1_000, 60, 7), async (where, limit) => {
          const due = await expected(where);
          for (const way of bothWays(engine)) {
            const list = await createAsk(way).events(where);
            expect(await readWhole(list, true, limit)).toEqual(due);
            expect(await readWhole(list, false, limit)).toEqual(due.toReversed());
            expect(await list.count()).toBe(due.length);
            const years = await list.facet('YEAR');
            expect(years.map(({ value }) => value)).toEqual([...new Set(years.map(({ value }) => value))].sort());
            expect(years.reduce((sum, { count }) => sum + count, 0)).toBe(due.length);
          }
          const rows = await createAsk(engine).timeline(where, 100);
          expect(rows.map(({ id }) => id)).toEqual(due.slice(0, 100));
        }),
        { numRuns: testEngine.name === 'neo4j' ? 12 : 60, seed: 1 },
      );
    });
  });
}
