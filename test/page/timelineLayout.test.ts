import { array, constantFrom, integer, property, assert as propertyHolds, record } from 'fast-check';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { dateOf, dayOf } from '../../src/page/days';
import { ticksIn } from '../../src/page/timeline/axis';
import { readStretch, writeStretch } from '../../src/page/timeline/days';
import { type Layout, layOut, type Options } from '../../src/page/timeline/layout';
import { Picture, type Props } from '../../src/page/timeline/Picture';
import { keyStep } from '../../src/page/timeline/Scene';
import { extentOf, firstStretch, within } from '../../src/page/timeline/stretch';
import type { EventItemRead, TimelineLinkRead, TimelineRead } from '../../src/page/timeline/timelineQuestions';
import { timelineWords } from '../../src/page/timeline/words';
import { expectDrawing } from '../support/drawing';

const event = (
  id: string,
  edtf: string,
  [from, until]: [string | null, string | null],
  { lane = 'CA', precision = 'DAY', approximate = false, uncertain = false } = {},
): EventItemRead => ({
  lane,
  from,
  until,
  event: {
    id,
    title: `Event ${id}`,
    languages: ['en'],
    kind: 'OTHER',
    date: { text: edtf, edtf, earliest: from, latest: until, precision, approximate, uncertain },
  },
});

const day = (id: string, date: string, lane = 'CA') => event(id, date, [date, date], { lane });

const link = (from: string, to: string, more: Partial<TimelineLinkRead> = {}): TimelineLinkRead => ({
  id: `${from}--${to}`,
  type: 'CAUSED',
  family: 'CAUSAL',
  evidence: 'ASSERTED',
  disputed: false,
  from: { id: from },
  to: { id: to },
  ...more,
});

const timelineOf = (items: TimelineRead['items'], links: TimelineLinkRead[] = []): TimelineRead => {
  const lanes = [...new Set(items.map(({ lane }) => lane))].map((id, order) => ({ id, order, label: `Lane ${id}` }));
  return { items, links, lanes, total: items.reduce((sum, item) => sum + ('count' in item ? item.count : 1), 0) };
};

const options: Options = {
  pixelsPerDay: 1,
  origin: dayOf('2020-01-01'),
  end: 10_000,
  mostRows: 3,
  mostLanes: 4,
  others: 'All others',
  laneHead: 0,
  widestName: 120,
  keep: null,
  measure: (text) => text.length * 7,
};

const eventsIn = ({ marks }: Layout) => marks.flatMap((mark) => (mark.is === 'event' ? [mark] : []));
const markOf = (layout: Layout, id: string) => {
  const mark = eventsIn(layout).find((one) => one.id === id);
  if (!mark) throw new Error(`Expected a mark for ${id}.`);
  return mark;
};

const fuzzy = timelineOf(
  [
    day('day', '2020-01-20'),
    event('month', '2020-03', ['2020-03-01', '2020-03-31'], { precision: 'MONTH' }),
    event('stretch', '2020-05-01/2020-06-15', ['2020-05-01', '2020-06-15'], { precision: 'INTERVAL' }),
    event('from-a-month', '2020-05/2020-07-31', ['2020-05-01', '2020-07-31'], { precision: 'INTERVAL' }),
    event('open', '2020-08-01/..', ['2020-08-01', null], { precision: 'INTERVAL' }),
    event('unknown-end', '2020-08-20/', ['2020-08-20', null], { precision: 'INTERVAL' }),
    event('about', '2020-10~', ['2020-10-01', '2020-10-31'], { precision: 'MONTH', approximate: true }),
    event('perhaps', '2020-11-10?', ['2020-11-10', '2020-11-10'], { uncertain: true }),
    { lane: 'US', firstDay: '2020-02-01', lastDay: '2020-09-30', count: 12, kinds: ['OTHER'] },
    day('there', '2020-04-01', 'US'),
  ],
  [
    link('day', 'month'),
    link('day', 'there', { family: 'LEGAL', type: 'AMENDED_BY', evidence: 'DOCUMENTED' }),
    link('there', 'open', { family: 'TEMPORAL', type: 'PRECEDED', evidence: 'INFERRED' }),
    link('month', 'about', { evidence: 'INFERRED', disputed: true }),
  ],
);

describe('layOut(timeline)', () => {
  const layout = layOut(fuzzy, options);

  it('draws a dot for a known day alone, and ends only where they are known', () => {
    const shapes = eventsIn(layout).map(({ id, isDot, start, end }) => [id, isDot ? 'dot' : `${start} ${end}`]);
    expect(Object.fromEntries(shapes)).toEqual({
      day: 'dot',
      month: 'soft soft',
      stretch: 'hard hard',
      'from-a-month': 'soft hard',
      open: 'hard open',
      'unknown-end': 'hard soft',
      about: 'soft soft',
      perhaps: 'dot',
      there: 'dot',
    });
  });

  it('draws a month over all its days', () => {
    const { x0, x1 } = markOf(layout, 'month');
    expect([x0, x1]).toEqual([dayOf('2020-03-01') - options.origin, dayOf('2020-04-01') - options.origin]);
  });

  it('keeps the order of the answer', () => {
    expect(eventsIn(layout).map(({ id }) => id)).toEqual(
      fuzzy.items.flatMap((item) => ('event' in item ? [item.event.id] : [])),
    );
  });

  it('draws each link between two events that have a mark', () => {
    expect(layout.arcs).toHaveLength(4);
    expect(layout.hiddenLinks).toBe(0);
  });

  it('clusters what finds no row, the least linked first, and says how many links it hides', () => {
    const ids = Array.from({ length: 9 }, (_, at) => `e${at}`);
    const crowd = timelineOf(
      ids.map((id) => day(id, '2020-06-01')),
      [link('e7', 'e8'), link('e7', 'e0')],
    );
    const packed = layOut(crowd, options);
    expect(eventsIn(packed).map(({ id }) => id)).toEqual(['e0', 'e7', 'e8']);
    expect(packed.marks.flatMap((mark) => (mark.is === 'cluster' ? [mark.count] : []))).toEqual([6]);
    expect(layOut(crowd, { ...options, mostRows: 2 }).hiddenLinks).toBe(1);
    expect(eventsIn(layOut(crowd, { ...options, keep: 'e5' })).map(({ id }) => id)).toContain('e5');
  });

  it('writes the name of what happens last before its mark, where all time ends', () => {
    const last = markOf(
      layOut(timelineOf([day('a', '2020-02-01'), day('b', '2020-06-01')]), { ...options, end: 170 }),
      'b',
    );
    expect([last.isNameBefore, last.left < last.x0, last.right]).toEqual([true, true, last.x1]);
    expect(markOf(layOut(fuzzy, options), 'day').isNameBefore).toBe(false);
  });

  it('cuts a name rather than writing it before its mark, as long as half of it has room', () => {
    const { isNameBefore, name } = markOf(
      layOut(timelineOf([day('a b c', '2020-02-01')]), { ...options, end: 110 }),
      'a b c',
    );
    expect([isNameBefore, name]).toEqual([false, 'Event a…']);
  });

  it('gathers the last lanes in one where there are too many', () => {
    const lanes = layOut(
      timelineOf(['A', 'B', 'C', 'D', 'E', 'F'].map((lane) => day(lane, '2020-02-01', lane))),
      options,
    );
    expect(lanes.lanes.map(({ label }) => label)).toEqual(['Lane A', 'Lane B', 'Lane C', 'All others']);
  });

  it('never lets two things of a lane overlap, shows or counts every event, and cuts names to their room', () => {
    const item = record({
      at: integer({ min: 0, max: 200 }),
      length: constantFrom(0, 0, 0, 30, 90),
      lane: constantFrom('A', 'B'),
    });
    const made = property(
      array(item, { minLength: 1, maxLength: 60 }),
      constantFrom(0.05, 0.4, 3),
      (rows, pixelsPerDay) => {
        const items = rows.map(({ at, length, lane }, index) => {
          const [from, until] = [dateOf(options.origin + at), dateOf(options.origin + at + length)];
          return event(`with-a-long-name-${index}`, `${from}/${until}`, [from, until], {
            lane,
            precision: length ? 'INTERVAL' : 'DAY',
          });
        });
        const layout = layOut(timelineOf(items), { ...options, pixelsPerDay, end: 210 * pixelsPerDay });
        const shown = layout.marks.reduce((sum, mark) => sum + (mark.is === 'cluster' ? mark.count : 1), 0);
        expect(shown).toBe(items.length);
        expect(layout.marks.every((mark) => mark.is === 'event' || mark.count > 1)).toBe(true);
        for (const [index, a] of layout.marks.entries()) {
          const band = layout.lanes[a.lane];
          expect(a.y > (band?.y ?? 0) && a.y < (band?.y ?? 0) + (band?.height ?? 0)).toBe(true);
          for (const b of layout.marks.slice(index + 1)) {
            const overlap = a.y === b.y && a.left < b.right && b.left < a.right;
            if (overlap)
              throw new Error(`${a.id} (${a.left} to ${a.right}) overlaps ${b.id} (${b.left} to ${b.right})`);
          }
        }
      },
    );
    propertyHolds(made, { numRuns: 300 });
  });
});

describe('the picture', () => {
  const layout = layOut(fuzzy, options);
  const props: Props = {
    layout,
    left: 0,
    width: 400,
    seen: [0, 400],
    xOf: (at) => at - options.origin,
    ticks: ticksIn({ from: options.origin, to: options.origin + 400 }, 8, 'en'),
    words: timelineWords.en,
    lang: 'en',
    label: 'A made timeline',
    inTabOrder: 'day',
    near: null,
    nearLink: null,
    chosen: null,
    found: new Set<string>(),
    arcs: 'all',
  };

  it('draws each date as what it is, as it was looked at', () => {
    expectDrawing('timeline-dates', h(Picture, props));
  });

  it('writes neither a name nor a year of which an edge would leave a piece', () => {
    const written = (seen: [number, number]) => {
      const drawing = renderToString(h(Picture, { ...props, seen }));
      return ['>Event stretch<', '>Mar<'].map((text) => drawing.includes(text));
    };
    expect(written([0, 400])).toEqual([true, true]);
    expect(written([70, 400])).toEqual([true, false]);
    expect(written([190, 400])).toEqual([false, true]);
  });

  it('lets the links of an event stand out, and one of them most', () => {
    expectDrawing(
      'timeline-near',
      h(Picture, {
        ...props,
        near: 'month',
        nearLink: 'month--about',
        chosen: 'month',
        found: new Set(['day']),
        inTabOrder: null,
      }),
    );
  });

  it('draws in a narrow frame with the names of lanes above their marks', () => {
    const narrow = layOut(fuzzy, { ...options, laneHead: 20, pixelsPerDay: 0.5 });
    expectDrawing(
      'timeline-narrow',
      h(Picture, {
        ...props,
        layout: narrow,
        width: 200,
        seen: [0, 200],
        xOf: (at) => (at - options.origin) / 2,
        arcs: 'none',
      }),
    );
  });
});

describe('keyStep(key)', () => {
  const layout = layOut(fuzzy, options);
  const [first, last] = [layout.marks[0], layout.marks[layout.marks.length - 1]];
  const at = (id: string) => markOf(layout, id);

  it('goes along time, to both ends and not beyond', () => {
    expect(keyStep('ArrowRight', { layout, current: at('day'), activeLink: null })?.to?.id).toBe(layout.marks[1]?.id);
    expect(keyStep('ArrowLeft', { layout, current: first, activeLink: null })?.to).toBe(first);
    expect(keyStep('ArrowRight', { layout, current: last, activeLink: null })?.to).toBe(last);
    expect(keyStep('Home', { layout, current: last, activeLink: null })?.to).toBe(first);
    expect(keyStep('End', { layout, current: first, activeLink: null })?.to).toBe(last);
  });

  it('goes down to what leads on, up to what led here, and along a link to its ends', () => {
    expect(keyStep('ArrowDown', { layout, current: at('day'), activeLink: null })?.link?.id).toBe('day--month');
    expect(keyStep('ArrowDown', { layout, current: at('day'), activeLink: 'day--month' })?.link?.id).toBe('day--there');
    expect(keyStep('ArrowRight', { layout, current: at('day'), activeLink: 'day--there' })?.to?.id).toBe('there');
    expect(keyStep('ArrowLeft', { layout, current: at('there'), activeLink: 'day--there' })?.to?.id).toBe('day');
    expect(keyStep('ArrowUp', { layout, current: at('there'), activeLink: null })?.link?.id).toBe('day--there');
    expect(keyStep('Escape', { layout, current: at('day'), activeLink: 'day--there' })?.to?.id).toBe('day');
  });

  it('leaves other keys alone', () => {
    expect(keyStep('Tab', { layout, current: at('day'), activeLink: null })).toBeNull();
    expect(keyStep('x', { layout, current: at('day'), activeLink: 'day--month' })).toBeNull();
  });
});

describe('a stretch of time', () => {
  it('is read from an address and written back', () => {
    const stretch = readStretch({ from: '2019-02-01', until: '2020-02-29' });
    expect(stretch && writeStretch(stretch)).toEqual({ from: '2019-02-01', until: '2020-02-29' });
  });

  it.each([
    [{}],
    [{ from: '2020-01-01' }],
    [{ from: '2020-13-01', until: '2020-13-02' }],
    [{ from: '2020-02-01', until: '2020-01-01' }],
  ])('is none in %j', (address) => {
    expect(readStretch(address)).toBeNull();
  });

  it('never is shorter than a week, nor longer than all there is, nor beside it', () => {
    const extent = { from: 0, to: 1000 };
    expect(within({ from: 500, to: 501 }, extent)).toEqual({ from: 497, to: 504 });
    expect(within({ from: -900, to: 2000 }, extent)).toEqual(extent);
    expect(within({ from: 990, to: 1090 }, extent)).toEqual({ from: 900, to: 1000 });
  });

  it('first shows all of a few events, and of many the latest nine tenths', () => {
    expect(firstStretch(fuzzy)).toEqual(extentOf(fuzzy));
    const years = Array.from({ length: 100 }, (_, at) => day(`e${at}`, `${1925 + at}-06-01`));
    const many = timelineOf(years);
    expect(dateOf(Math.round(firstStretch(many).from))).toBe('1935-04-02');
    expect(firstStretch(many).to).toBe(extentOf(many).to);
  });
});

describe('ticksIn(stretch)', () => {
  const texts = (from: string, to: string, count: number) =>
    ticksIn({ from: dayOf(from), to: dayOf(to) }, count, 'fr').map(({ text }) => text);

  it.each([
    ['2010-01-01', '2020-01-01', 5, ['2010', '2012', '2014', '2016', '2018', '2020']],
    ['2019-11-15', '2020-03-15', 5, ['déc.', '2020', 'févr.', 'mars']],
    ['2019-12-30', '2020-01-02', 12, ['30 déc.', '31 déc.', '1 janv. 2020', '2 janv.']],
  ])('names whole days from %s to %s', (from, to, count, expected) => {
    expect(texts(from, to, count)).toEqual(expected);
  });
});
