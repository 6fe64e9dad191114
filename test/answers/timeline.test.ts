import fc from 'fast-check';
import { dateOf, sortKey } from '../../src/answers/dates';
import { arrange, type ClusterItem, isCluster, type Moment, ownLanes, type Timeline } from '../../src/answers/timeline';

const moment = (id: string, edtf: string, more: Partial<Moment> = {}): Moment => {
  const { earliest, latest } = dateOf(edtf);
  return { id, sort: sortKey(edtf), earliest, latest, kind: 'OTHER', linkCount: 0, lane: 'a', ...more };
};

const shownOf = ({ items }: Timeline) => items.flatMap((item) => (isCluster(item) ? [] : item.event));
const clustersOf = ({ items }: Timeline) => items.filter(isCluster);
const idsOf = ({ moments }: ClusterItem) => moments.map(({ id }) => id);

/** The items on one line: an event by its id, a cluster by its lane and days and what it holds. */
const line = ({ items }: Timeline) =>
  items
    .map((item) =>
      isCluster(item) ? `[${item.lane} ${item.from}..${item.until}: ${idsOf(item).join(' ')}]` : item.event,
    )
    .join(', ');

const dates = fc.oneof(
  fc
    .tuple(fc.integer({ min: 1890, max: 2030 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([year, month, day]) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`),
  fc.constantFrom('2016', '2016-03', '2016-03-01', '2016-03-02', '2010/2020', '201X', '19XX'),
  fc.constantFrom('/1960', '../1960-05', '2016/..', '2016-03-01/'),
);

const moments: fc.Arbitrary<Moment[]> = fc
  .array(
    fc.record({
      date: dates,
      lane: fc.option(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g')),
      linkCount: fc.integer({ min: 0, max: 4 }),
      kind: fc.constantFrom('OTHER', 'REPORT'),
    }),
    { maxLength: 60 },
  )
  .map((rows) => rows.map(({ date, ...more }, at) => moment(`e${at}`, date, more)));

const maxItems = fc.integer({ min: 1, max: 70 });

describe('arrange(moments, maxItems)', () => {
  test('gives nothing for nothing', () => {
    expect(arrange([], 1)).toEqual({ items: [], lanes: [], total: 0 });
  });

  test('shows all by date where all fit, each with its possible days', () => {
    const timeline = arrange(
      [
        moment('late', '2016/..', { lane: 'b' }),
        moment('early', '/1960', { lane: null }),
        moment('year', '2015', { lane: 'b' }),
      ],
      3,
    );
    expect(timeline).toEqual({
      items: [
        { event: 'early', lane: ownLanes.none, from: null, until: '1960-12-31' },
        { event: 'year', lane: 'b', from: '2015-01-01', until: '2015-12-31' },
        { event: 'late', lane: 'b', from: '2016-01-01', until: null },
      ],
      lanes: [
        { id: 'b', order: 0 },
        { id: ownLanes.none, order: 1 },
      ],
      total: 3,
    });
  });

  test('shows those with more links first, then the earlier, then by id', () => {
    const events = [
      moment('d', '2019'),
      moment('b', '2018'),
      moment('a', '2018'),
      moment('linked', '2020', { linkCount: 1 }),
      moment('c', '2018'),
    ];
    expect(shownOf(arrange(events, 2))).toEqual(['linked']);
    expect(shownOf(arrange(events, 3))).toEqual(['a', 'linked']);
    expect(shownOf(arrange(events, 4))).toEqual(['a', 'b', 'linked']);
  });

  test('divides the fullest cluster by the longest stretch of the calendar, as long as there is room', () => {
    const days = ['1951-07-28', '2016-03-01', '2016-03-02', '2016-05-01', ...Array(4).fill('2018-01-01')];
    const hidden = days.map((day, at) => moment(`e${at}`, day));
    const clusters = (most: number) => {
      const shown = Array.from({ length: most * 3 }, (_, at) => moment(`s${at}`, '2030', { linkCount: 9 }));
      return clustersOf(arrange([...hidden, ...shown], most * 4)).map((cluster) => idsOf(cluster).join(' '));
    };
    expect(clusters(1)).toEqual(['e0 e1 e2 e3 e4 e5 e6 e7']);
    expect(clusters(2)).toEqual(['e0', 'e1 e2 e3 e4 e5 e6 e7']);
    expect(clusters(3)).toEqual(['e0', 'e1 e2 e3', 'e4 e5 e6 e7']);
    expect(clusters(4)).toEqual(['e0', 'e1 e2', 'e3', 'e4 e5 e6 e7']);
  });

  test('gives a cluster the days that are known where an end is open', () => {
    const open = [moment('a', '../1960-05'), moment('b', '2016/..'), moment('c', '1999')];
    expect(line(arrange(open, 1))).toBe('[a 1960-05-31..2016-01-01: a c b]');
  });

  test('gathers the lanes with the fewest events where they are too many, those without a value first', () => {
    const events = ['a', 'a', 'a', 'b', 'b', 'c', 'c', null, null, null, null].map((lane, at) =>
      moment(`e${at}`, '2016', { lane }),
    );
    const lanes = (most: number) => arrange(events, most).lanes.map(({ id }) => id);
    expect(lanes(11)).toEqual(['a', 'b', 'c', ownLanes.none]);
    expect(lanes(8)).toEqual(['a', ownLanes.rest]);
    expect(lanes(1)).toEqual([ownLanes.all]);
    expect(line(arrange(events.slice(0, 3), 1))).toBe('[a 2016-01-01..2016-12-31: e0 e1 e2]');
  });

  test('spends no more clusters than there are events too many, and leaves no lane without one', () => {
    const events = Array.from({ length: 41 }, (_, at) =>
      moment(`e${String(at).padStart(2, '0')}`, '2016', { lane: at < 38 ? 'a' : `z${at % 2}` }),
    );
    expect(clustersOf(arrange(events, 40)).map(idsOf)).toEqual([['e38', 'e40'], ['e39']]);
  });

  test('gives one cluster for one item', () => {
    fc.assert(
      fc.property(moments, (events) => {
        fc.pre(events.length > 1);
        const { items } = arrange(events, 1);
        expect(items).toHaveLength(1);
        expect(clustersOf({ items, lanes: [], total: 0 })[0]?.moments).toHaveLength(events.length);
      }),
    );
  });

  test('loses nothing: each event once, no more items than asked for', () => {
    fc.assert(
      fc.property(moments, maxItems, (events, most) => {
        const timeline = arrange(events, most);
        const ids = [...shownOf(timeline), ...clustersOf(timeline).flatMap(idsOf)];
        expect(timeline.items.length).toBeLessThanOrEqual(most);
        expect(timeline.total).toBe(events.length);
        expect(ids.sort()).toEqual(events.map(({ id }) => id).sort());
        expect(clustersOf(timeline).length).toBeLessThanOrEqual(
          events.length <= most ? 0 : Math.max(1, Math.floor(most / 4)),
        );
      }),
    );
  });

  test('is the same for the same rows in any order', () => {
    fc.assert(
      fc.property(
        moments.chain((events) =>
          fc.tuple(
            fc.constant(events),
            fc.shuffledSubarray(events, { minLength: events.length, maxLength: events.length }),
          ),
        ),
        maxItems,
        ([events, shuffled], most) => {
          expect(arrange(shuffled, most)).toEqual(arrange(events, most));
        },
      ),
    );
  });

  test('shows no event that is ranked behind a hidden one', () => {
    fc.assert(
      fc.property(moments, maxItems, (events, most) => {
        const timeline = arrange(events, most);
        const rank = ({ linkCount, sort, id }: Moment) => `${9 - linkCount} ${sort} ${id}`;
        const shown = new Set(shownOf(timeline));
        const ranks = (isShown: boolean) => events.filter(({ id }) => shown.has(id) === isShown).map(rank);
        const lastShown = ranks(true).sort().at(-1) ?? '';
        for (const hidden of ranks(false)) expect(hidden > lastShown).toBe(true);
      }),
    );
  });

  test('hides no event for a greater number of items', () => {
    fc.assert(
      fc.property(moments, maxItems, (events, most) => {
        const more = new Set(shownOf(arrange(events, most + 1)));
        expect(shownOf(arrange(events, most)).filter((id) => !more.has(id))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('keeps the items in order of date, each in a lane that is listed, and no lane empty', () => {
    fc.assert(
      fc.property(moments, maxItems, (events, most) => {
        const timeline = arrange(events, most);
        const byId = new Map(events.map((event) => [event.id, event]));
        const places = timeline.items.map((item) => {
          const first = isCluster(item) ? item.moments[0] : byId.get(item.event);
          return `${first?.sort} ${first?.id}`;
        });
        expect(places).toEqual([...places].sort());
        expect(timeline.lanes.map(({ order }) => order)).toEqual(timeline.lanes.map((_, at) => at));
        expect(new Set(timeline.items.map(({ lane }) => lane))).toEqual(new Set(timeline.lanes.map(({ id }) => id)));
        const own = new Set(timeline.lanes.map(({ id }) => id));
        for (const item of timeline.items) {
          const held = isCluster(item) ? item.moments : [byId.get(item.event) as Moment];
          for (const { lane } of held) {
            const wanted = lane ?? ownLanes.none;
            expect(item.lane).toBe(own.has(wanted) ? wanted : own.has(ownLanes.rest) ? ownLanes.rest : ownLanes.all);
          }
        }
      }),
    );
  });

  test('gives each cluster the days of its events, and its events by date', () => {
    fc.assert(
      fc.property(moments, maxItems, (events, most) => {
        for (const { from, until, moments: held } of clustersOf(arrange(events, most))) {
          const days = held.flatMap(({ earliest, latest }) => [earliest, latest]).filter((day) => day !== null);
          expect([from, until]).toEqual([days.sort()[0], days.at(-1)]);
          const places = held.map(({ sort, id }) => `${sort} ${id}`);
          expect(places).toEqual([...places].sort());
        }
      }),
    );
  });
});
