import type { Engine } from '../src/engine/engine';
import { ask } from './support/ask';
import { caseFolder, type Variant } from './support/cases';
import { openWith } from './support/datasets';
import { ENGINES } from './support/engines';

/** Faults that people met in other tools, each with the one right outcome, asked of the whole product. */
for (const testEngine of ENGINES) {
  describe(`cases on ${testEngine.name}`, () => {
    let engine: Engine;
    const load = async (name: string, variant?: Variant) => {
      engine = await openWith(testEngine, caseFolder(name, variant));
    };
    afterEach(() => engine.close());

    const data = async (query: string) => {
      const answer = await ask(engine, query);
      expect(answer.errors).toBeUndefined();
      return answer.data;
    };
    const idsOf = (list: { nodes: { id: string }[] }) => list.nodes.map(({ id }) => id);
    const find = async (where: string) => idsOf((await data(`{ events(where: {${where}}) { nodes { id } } }`)).events);
    const datesById = async () => {
      const fields =
        'id date { edtf earliest latest precision uncertain approximate en: text(lang: "en") es: text(lang: "es") fr: text(lang: "fr") }';
      const { events } = await data(`{ events { nodes { ${fields} } } }`);
      return Object.fromEntries(
        events.nodes.map((event: { id: string; date: Record<string, unknown> }) => [event.id, event.date]),
      );
    };

    it('C01: a start that is not known is no start in 1970', async () => {
      await load('C01');
      const dates = await datesById();
      expect(dates['a-before']).toMatchObject({
        edtf: '/1960',
        earliest: null,
        latest: '1960-12-31',
        precision: 'INTERVAL',
      });
      expect(dates['b-open']).toMatchObject({ edtf: '../1960', earliest: null, latest: '1960-12-31' });
      expect(dates['c-month']).toMatchObject({ edtf: '/1960-05', earliest: null, latest: '1960-05-31' });
      expect(dates['a-before'].en).not.toBe(dates['b-open'].en);
      const all = ['a-before', 'b-open', 'c-month'];
      expect((await find('from: "1950-01-01", until: "1955-12-31"')).sort()).toEqual(all);
      expect(await find('from: "1950-01-01", until: "1955-12-31", dateMatch: CERTAIN')).toEqual([]);
      expect((await find('until: "1960-12-31", dateMatch: CERTAIN')).sort()).toEqual(all);
      expect(await find('from: "1961-01-01"')).toEqual([]);
    });

    it('C03: still running is not the same as an end that is not known', async () => {
      await load('C03');
      expect((await find('from: "2030-01-01"')).sort()).toEqual(['a-running', 'b-unknown']);
      expect(await find('from: "2025-01-01", until: "2025-12-31", dateMatch: CERTAIN')).toEqual(['c-day']);
      const dates = await datesById();
      for (const lang of ['en', 'es', 'fr']) expect(dates['a-running'][lang]).not.toBe(dates['b-unknown'][lang]);
      expect(dates['b-unknown'].en).not.toMatch(/ongoing|open|present|today/i);
      expect([dates['a-running'].latest, dates['b-unknown'].latest, dates['c-day'].latest]).toEqual([
        null,
        null,
        '2025-01-20',
      ]);
    });

    it('C04: coarse dates stay coarse', async () => {
      await load('C04');
      const dates = await datesById();
      const read = (id: string) => [dates[id].earliest, dates[id].latest, dates[id].precision];
      expect(read('y')).toEqual(['2016-01-01', '2016-12-31', 'YEAR']);
      expect(read('dec')).toEqual(['2010-01-01', '2019-12-31', 'DECADE']);
      expect(read('cent')).toEqual(['1900-01-01', '1999-12-31', 'CENTURY']);
      expect(read('my')).toEqual(['2018-01-01', '2018-12-31', 'YEAR']);
      expect(read('dm')).toEqual(['2018-10-01', '2018-10-31', 'MONTH']);
      expect(dates.y.en).toBe('2016');
      expect(dates.cent.en).toMatch(/1900 to 1999/);
      expect((await find('from: "2016-06-01", until: "2016-06-30"')).sort()).toEqual(['dec', 'y']);
      expect(await find('from: "2016-06-01", until: "2016-06-30", dateMatch: CERTAIN')).toEqual([]);
      expect(await find('from: "2016-01-01", until: "2016-12-31", dateMatch: CERTAIN')).toEqual(['y']);
    });

    it('C05: fuzzy dates are sorted as dates, and DATE_DESC is the mirror', async () => {
      await load('C05');
      const order = ['e3', 'e2', 'e4', 'e5', 'e1', 'e6'];
      const { up, down } = await data(
        '{ up: events { nodes { id } } down: events(orderBy: DATE_DESC) { nodes { id } } }',
      );
      expect(idsOf(up)).toEqual(order);
      expect(idsOf(down)).toEqual(order.toReversed());
      const seen: string[] = [];
      for (let after: string | null = ''; after !== null; ) {
        const cursor: string = after ? `, after: "${after}"` : '';
        const { events } = await data(
          `{ events(first: 2${cursor}) { nodes { id } pageInfo { hasNextPage endCursor } } }`,
        );
        seen.push(...idsOf(events));
        after = events.pageInfo.hasNextPage ? events.pageInfo.endCursor : null;
      }
      expect(seen).toEqual(order);
    });

    it('C14: diamonds are counted, not listed', async () => {
      await load('C14');
      const { whole, short, paths } = await data(`{
        whole: whatFollowed(event: "j0", depth: 10) { steps { event { id } depth } links { id } loops { id } truncated { by } }
        short: whatFollowed(event: "j0") { steps { depth } links { id } truncated { by atDepth notFollowed } }
        paths(from: "j0", to: "j5", depth: 10, first: 10) { total totalIsExact paths { links { id } } }
      }`);
      expect([whole.steps.length, whole.links.length, whole.loops, whole.truncated]).toEqual([15, 20, [], null]);
      expect(whole.steps.at(-1)).toEqual({ event: { id: 'j5' }, depth: 10 });
      expect([short.steps.length, short.links.length]).toEqual([5, 6]);
      expect(short.truncated).toEqual({ by: ['DEPTH'], atDepth: 3, notFollowed: 2 });
      expect(paths).toMatchObject({ total: 32, totalIsExact: true });
      expect(paths.paths.map(({ links }: { links: unknown[] }) => links.length)).toEqual(Array(10).fill(10));
    });

    it('C15: a ring is walked once', async () => {
      await load('C15');
      const { ring, one, paths } = await data(`{
        ring: whatFollowed(event: "a", depth: 5) { steps { event { id } depth } links { id } loops { id } truncated { by } }
        one: whatFollowed(event: "b", depth: 1) { steps { event { id } } loops { id } }
        paths(from: "a", to: "d") { total paths { events { id } } }
      }`);
      expect(ring.steps).toEqual([
        { event: { id: 'b' }, depth: 1 },
        { event: { id: 'd' }, depth: 1 },
        { event: { id: 'c' }, depth: 2 },
      ]);
      expect(ring.loops).toEqual([{ id: 'c--triggered--a' }]);
      expect(ring.links.map(({ id }: { id: string }) => id).sort()).toEqual([
        'a--triggered--b',
        'a--triggered--d',
        'b--triggered--c',
        'c--triggered--d',
      ]);
      expect(ring.truncated).toBeNull();
      expect(one).toEqual({ steps: [{ event: { id: 'c' } }], loops: [] });
      expect(paths.total).toBe(2);
      expect(
        paths.paths.map(({ events }: { events: { id: string }[] }) => events.map(({ id }) => id).join(' ')),
      ).toEqual(['a d', 'a b c d']);
    });

    it('C16: a month that is not there is a gap, and a true zero is none', async () => {
      await load('C16');
      const { metric, observations } = await data(`{
        metric(id: "claims") {
          seriesList { every place { id } first last }
          series(place: "CA") {
            first last
            gaps { edtf }
            before: observations(until: "2017") { id value }
            after: observations(from: "2018") { value preferred }
          }
        }
        observations(where: { from: "2017-09", until: "2017-09" }) { nodes { id value bound label note preferred } }
      }`);
      const { series } = metric;
      expect(metric.seriesList).toEqual([
        { every: 'MONTH', place: { id: 'CA' }, first: '2017-01-01', last: '2018-12-31' },
      ]);
      expect(series.gaps).toEqual([{ edtf: '2017-05' }, { edtf: '2017-09' }]);
      const valuesOf = (rows: { value: number | null }[]) => rows.flatMap(({ value }) => value ?? []);
      const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
      expect([series.before.length, valuesOf(series.before).length, sum(valuesOf(series.before))]).toEqual([
        11, 10, 140,
      ]);
      expect([valuesOf(series.after).length, sum(valuesOf(series.after)), Math.min(...valuesOf(series.after))]).toEqual(
        [12, 264, 0],
      );
      expect(series.after.every(({ preferred }: { preferred: boolean }) => preferred)).toBe(true);
      const [missing, ...more] = observations.nodes;
      expect(more).toEqual([]);
      expect(missing).toMatchObject({ id: 'claims-2017-09', value: null, note: 'not published', preferred: true });
      expect(missing.label).toMatch(/no number given$/);
    });

    const compare = async (metric: string, lang = 'en') => {
      const { beforeAndAfter } = await data(`{
        beforeAndAfter(event: "rule", metric: "${metric}", place: "CA", months: 12) {
          comparable
          problems { code message(lang: "${lang}") }
          before { from until expected points total mean min }
          after { from until expected points total mean min }
          change { absolute relative low high }
          series { gaps { edtf } observations(from: "2017-09", until: "2017-09") { value } }
        }
      }`);
      return beforeAndAfter;
    };

    it('C16: windows count what is there, and refuse', async () => {
      await load('C16');
      const { comparable, problems, before, after, change, series } = await compare('claims');
      expect(before).toMatchObject({ from: '2017-01-01', expected: 12, points: 10, total: 140, mean: 14 });
      expect(after).toMatchObject({ until: '2018-12-31', expected: 12, points: 12, total: 264, mean: 22, min: 0 });
      expect(comparable).toBe(false);
      expect(problems).toEqual([
        { code: 'GAP', message: 'There is no number for May 2017 and September 2017. A missing number is not 0.' },
      ]);
      expect(change).toBeNull();
      expect(series.observations).toEqual([{ value: null }]);
      expect(series.gaps).toEqual([{ edtf: '2017-05' }, { edtf: '2017-09' }]);
      for (const [lang, months] of [
        ['es', /mayo de 2017 y septiembre de 2017/],
        ['fr', /mai 2017 et septembre 2017/],
      ] as const)
        expect((await compare('claims', lang)).problems[0].message).toMatch(months);
    });

    it.each([
      ['from-zero', 'claims', { absolute: 30, relative: null }],
      ['to-zero', 'claims', { absolute: -30, relative: -1 }],
      ['all-zero', 'claims', { absolute: 0, relative: null, low: null, high: null }],
      ['below-zero', 'net-change', { absolute: 10, relative: null }],
    ])('C17: %s has no change without end', async (variant, metric, change) => {
      engine = await openWith(
        testEngine,
        caseFolder('C17', { of: `observations-${variant}.csv`, as: 'observations.csv' }),
      );
      const answer = await compare(metric);
      expect(answer.comparable).toBe(true);
      expect(answer.change).toMatchObject(change);
      expect(answer.after.mean - answer.before.mean).toBe(change.absolute);
    });

    it('C18: a word with accents is found, typed either way', async () => {
      await load('C18');
      // The filter of a list and the search over all kinds are one finder.
      const both = async (text: string) => {
        const query = 'query ($text: String!) { search(text: $text, kinds: [EVENT]) { nodes { id } totalCount } }';
        const { data, errors } = await ask(engine, query, { text });
        expect(errors).toBeUndefined();
        const found = idsOf(data.search);
        expect([...found].sort()).toEqual((await find(`text: ${JSON.stringify(text)}`)).sort());
        expect(data.search.totalCount).toBe(found.length);
        return found;
      };
      for (const text of ['quebec', 'Québec', 'QUÉBEC', 'que\u0301bec']) expect(await both(text)).toEqual(['a']);
      for (const text of ['juarez', 'Juárez', 'reunion']) expect(await both(text)).toEqual(['b']);
      for (const text of ['montreal', 'Montréal', 'aout']) expect(await both(text)).toEqual(['d']);
      expect((await both('C-12'))[0]).toBe('c');
      for (const text of ['c-12 (', 'title:', 'road~', 'AND', 'a/b']) {
        expect(Array.isArray(await both(text))).toBe(true);
      }
      // Signs alone are no words: a search for them finds nothing, a filter by them does not filter.
      for (const text of ['"', '*']) {
        const query = 'query ($text: String!) { search(text: $text, kinds: [EVENT]) { totalCount } }';
        expect(await ask(engine, query, { text })).toEqual({ data: { search: { totalCount: 0 } } });
        expect((await find(`text: ${JSON.stringify(text)}`)).sort()).toEqual(['a', 'b', 'c', 'd']);
      }
    });

    it('C20: an event longer than the window is there', async () => {
      await load('C20');
      const table: [window: string, shown: string[]][] = [
        ['from: "2014-01-21", until: "2014-01-22"', ['long']],
        ['from: "2014-01-21", until: "2014-01-22", dateMatch: CERTAIN', []],
        ['from: "2014-01-21", until: "2014-01-23"', ['long', 'after']],
        ['from: "2014-01-21", until: "2014-01-23", dateMatch: CERTAIN', ['after']],
      ];
      for (const [window, shown] of table) {
        const { timeline } = await data(
          `{ timeline(where: {${window}}) { total items { ... on EventItem { event { id } from until } } } }`,
        );
        const items = timeline.items.map(({ event }: { event: { id: string } }) => event.id);
        expect([window, timeline.total, items]).toEqual([window, shown.length, shown]);
      }
    });

    it('C20: clusters lose nothing, and the bound holds', async () => {
      await load('C20', { of: 'events-one-day.csv', as: 'events.csv' });
      const items =
        'items { ... on EventItem { event { id } } ... on ClusterItem { from until count events { totalCount nodes { id } } } }';
      const day = '2020-03-01';
      const all = Array.from({ length: 30 }, (_, at) => `e${String(at + 1).padStart(2, '0')}`);
      const { ten, one } = await data(
        `{ ten: timeline(maxItems: 10) { total ${items} } one: timeline(maxItems: 1) { total ${items} } }`,
      );
      expect(ten.total).toBe(30);
      expect(ten.items.length).toBeLessThanOrEqual(10);
      const ids = ten.items.flatMap((item: { event?: { id: string }; events: { nodes: { id: string }[] } }) =>
        item.event ? item.event.id : idsOf(item.events),
      );
      expect(ids.sort()).toEqual(all);
      const clusters = [...ten.items, ...one.items].filter(({ count }) => count !== undefined);
      for (const { from, until, count, events } of clusters) {
        expect([from, until, count, events.totalCount]).toEqual([day, day, events.nodes.length, count]);
      }
      expect(one.total).toBe(30);
      expect(one.items).toHaveLength(1);
      expect(idsOf(one.items[0].events)).toEqual(all);
      for (const maxItems of [0, -1]) {
        const { data: refused, errors } = await ask(engine, `{ timeline(maxItems: ${maxItems}) { total } }`);
        expect(refused).toEqual({ timeline: null });
        expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
        expect(errors?.[0]?.message).toBe(`"maxItems" is a whole number from 1 to 2,000, but got: ${maxItems}.`);
      }
    });
  });
}
