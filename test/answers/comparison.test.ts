import fc from 'fast-check';
import { beforeAndAfter, type Comparison, type Hint, type Problem, type Question } from '../../src/answers/comparison';
import { cautionInWords, hintInWords, type NamedThing, problemInWords } from '../../src/answers/comparisonWords';
import type { ObservationRow, SeriesBreakRow } from '../../src/answers/series';
import { fewestPoints } from '../../src/answers/windows';
import { periodsBetween } from '../support/days';

interface Numbers {
  first: string;
  values: (number | null)[];
  place?: string | null;
  nationality?: string | null;
  bound?: string;
}

/** Rows from a first period on, one a value; null is a row that is not there. */
const rowsOf = ({ first, values, place = 'CA', nationality = null, bound = 'EXACT' }: Numbers): ObservationRow[] => {
  const step = (period: string, count: number) => {
    const year = Number(period.slice(0, 4));
    if (period.length === 4) return String(year + count);
    const month = year * 12 + Number(period.slice(5, 7)) - 1 + count;
    return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
  };
  return values.flatMap((value, index) => {
    const period = step(first, index);
    const id = [place, nationality, period].join('-');
    return value === null ? [] : { id, metric: 'claims', place, nationality, period, value, bound, preferred: true };
  });
};

const ask = (observations: readonly ObservationRow[], more: Partial<Question> = {}): Comparison =>
  beforeAndAfter({
    eventDate: '2018-01-01',
    observations,
    breaks: [],
    metricKind: 'FLOW',
    place: null,
    nationality: null,
    months: null,
    ...more,
  });

const again = (question: Question, { months, place, nationality }: Hint): Comparison =>
  beforeAndAfter({ ...question, months, place, nationality });

const codes = ({ problems }: Comparison) => problems.map(({ code }) => code);
const steady = (count: number, level: number) => Array.from({ length: count }, (_, index) => level + (index % 3));
const twoYears = { first: '2017-01', values: [...steady(12, 10), ...steady(12, 20)] };

describe('windows', () => {
  it('an event on the first day of a period has that period after it', () => {
    const { before, after, comparable, change } = ask(rowsOf(twoYears));
    expect(comparable).toBe(true);
    expect(before).toMatchObject({ from: '2017-01-01', until: '2017-12-31', expected: 12, points: 12, mean: 11 });
    expect(after).toMatchObject({ from: '2018-01-01', until: '2018-12-31', expected: 12, points: 12, total: 252 });
    expect(change?.absolute).toBe(10);
  });

  it('an event later in a period has that period on neither side', () => {
    for (const eventDate of ['2018-01-02', '2018-01-31', '2018-01', '2018-01-02/..', '2018-01-15/2018-04']) {
      const { before, after } = ask(rowsOf({ ...twoYears, values: [...twoYears.values, 20] }), { eventDate });
      expect([before?.until, after?.from, after?.until]).toEqual(['2017-12-31', '2018-02-01', '2019-01-31']);
    }
  });

  it('of levels on single days the one on the day of the event comes after it', () => {
    const days = periodsBetween('2016-01-01', '2020-10-01', 'QUARTER');
    const stock = days.map((period, index) => ({ id: period, metric: 'people', place: 'CA', period, value: index }));
    const on = ask(stock, { eventDate: '2018-01-01', metricKind: 'STOCK' });
    expect([on.before?.until, on.after?.from, on.before?.expected]).toEqual(['2017-10-01', '2018-01-01', 8]);
    expect(on.before?.total).toBeNull();
    const between = ask(stock, { eventDate: '2018-02-10', metricKind: 'STOCK' });
    expect([between.before?.until, between.after?.from]).toEqual(['2018-01-01', '2018-04-01']);
    expect(codes(ask(stock, { eventDate: '2018-01', metricKind: 'STOCK' }))).toEqual(['FUZZY_DATE']);
  });

  it('a sum is given only of what happened during periods', () => {
    expect(ask(rowsOf(twoYears), { metricKind: 'RATE' }).before?.total).toBeNull();
    expect(ask(rowsOf(twoYears), { metricKind: 'FLOW' }).before?.total).toBe(132);
  });

  it('nothing is worked out from numbers of which one is only a bound', () => {
    const [first, ...rest] = rowsOf(twoYears) as [ObservationRow, ...ObservationRow[]];
    const windows = (bound: string) => ask([{ ...first, bound }, ...rest]);
    for (const bound of ['AT_LEAST', 'MORE_THAN', 'LESS_THAN']) {
      expect(windows(bound).before).toMatchObject({ points: 12, mean: null, total: null, min: null, max: null });
      expect(windows(bound).after).toMatchObject({ points: 12, mean: 21, total: 252, min: 20, max: 22 });
    }
    for (const bound of ['EXACT', 'ABOUT', 'NEARLY'])
      expect(windows(bound).before).toMatchObject({ mean: 11, total: 132, min: 10, max: 12 });
  });

  it('what is worked out has no digits of the machine’s own', () => {
    const values = [...Array(11).fill(0.1), 0.3, ...Array(11).fill(1 / 3), 0.7];
    const { before, after, change } = ask(rowsOf({ first: '2017-01', values }));
    expect([before?.total, before?.mean]).toEqual([1.4, 0.116666666667]);
    for (const value of [before?.mean, before?.total, after?.mean, after?.total, change?.absolute, change?.low]) {
      expect(value).toBe(Number(value?.toPrecision(12)));
    }
  });

  it('which method gives the interval depends on the length of the windows', () => {
    expect(ask(rowsOf(twoYears)).change?.method).toMatch(/Newey–West .* lag 2 .* 22 degrees of freedom/);
    expect(ask(rowsOf(twoYears), { months: 11 }).change?.method).toMatch(/Welch/);
  });
});

describe('refusals', () => {
  const found = (observations: readonly ObservationRow[], more: Partial<Question> = {}) => {
    const answer = ask(observations, more);
    expect(answer.comparable).toBe(answer.problems.length === 0);
    expect(answer.change !== null).toBe(answer.comparable);
    return codes(answer);
  };

  it('too few numbers', () => {
    expect(found(rowsOf(twoYears), { months: 5 })).toEqual(['TOO_FEW_POINTS']);
    expect(found(rowsOf(twoYears), { months: 6 })).toEqual([]);
    expect(found(rowsOf({ first: '2017-10', values: steady(15, 5) }))).toEqual(['TOO_FEW_POINTS', 'GAP']);
  });

  it('a declared break, change of unit or part period, but not a change of method or what lies outside', () => {
    const rows = rowsOf(twoYears);
    const broken = (kind: SeriesBreakRow['kind'], period: string, place: string | null = 'CA') =>
      found(rows, { breaks: [{ kind, period, place, note: 'n', sources: [] }] });
    expect(broken('BREAK', '2017-06')).toEqual(['BREAK']);
    expect(broken('BREAK', '2017-11~/2018-02~')).toEqual(['BREAK']);
    expect(broken('UNIT_CHANGE', '2018')).toEqual(['BREAK']);
    expect(broken('INCOMPLETE', '2018-03')).toEqual(['BREAK']);
    expect(broken('BREAK', '2017-06', null)).toEqual(['BREAK']);
    expect(broken('BREAK', '2017-06', 'US')).toEqual([]);
    expect(broken('INCOMPLETE', '2018-03/2018-09')).toEqual([]);
    expect(broken('METHOD', '2017-06')).toEqual([]);
    expect(broken('BREAK', '2016-12')).toEqual([]);
    expect(broken('BREAK', '2019-01')).toEqual([]);
  });

  it('windows too short for six periods say how long they must be at least', () => {
    const least = (first: string, months: number) => ask(rowsOf({ first, values: steady(24, 5) }), { months }).problems;
    for (const months of [1, 5]) {
      expect(least('2017-01', months)).toEqual([
        { code: 'TOO_FEW_POINTS', before: months, after: months, leastMonths: 6 },
      ]);
    }
    expect(least('2006', 71)).toEqual([{ code: 'TOO_FEW_POINTS', before: 5, after: 5, leastMonths: 72 }]);
    expect(least('2006', 72)).toEqual([]);
    const short = ask(rowsOf({ first: '2017-10', values: steady(8, 5) })).problems;
    expect(short[0]).toEqual({ code: 'TOO_FEW_POINTS', before: 3, after: 5, leastMonths: null });
    expect(short[1]).toMatchObject({ code: 'GAP', first: '2017-10', last: '2018-05' });
  });

  it('numbers that are only bounds', () => {
    for (const bound of ['AT_LEAST', 'MORE_THAN', 'LESS_THAN'])
      expect(found(rowsOf({ ...twoYears, bound }))).toEqual(['LOWER_BOUNDS']);
    for (const bound of ['ABOUT', 'NEARLY']) {
      expect(found(rowsOf({ ...twoYears, bound }))).toEqual([]);
      expect(ask(rowsOf({ ...twoYears, bound })).cautions.isRough).toBe(true);
    }
  });

  it('a date that does not tell the period', () => {
    for (const eventDate of ['2018', '2017-12-31/..', '2018-01~', '2018-01-05?', '2018-21', '../2018-01-01']) {
      const isCertain = eventDate === '2017-12-31/..';
      expect(found(rowsOf({ first: '2016-12', values: steady(30, 4) }), { eventDate })).toEqual(
        isCertain ? [] : ['FUZZY_DATE'],
      );
    }
    const years = rowsOf({ first: '2008', values: steady(20, 4) });
    expect(found(years, { eventDate: '2018' })).toEqual([]);
    expect(found(years, { eventDate: '2018-21' })).toEqual([]);
  });

  it('stretches of different length, those that overlap, and running totals', () => {
    const row = (period: string, value: number): ObservationRow => ({ id: period, metric: 'claims', period, value });
    expect(found([row('2018-01/2018-04', 1), row('2018-05/2018-09', 2)])).toEqual(['MIXED_PERIODS']);
    expect(found([row('2018-01/2018-04', 1), row('2018-02/2018-08', 2)])).toEqual(['OVERLAPPING_PERIODS']);
    expect(found(rowsOf(twoYears), { metricKind: 'CUMULATIVE' })).toEqual(['OVERLAPPING_PERIODS']);
  });

  it('one number alone, which is neither even nor uneven', () => {
    const alone = (period: string, eventDate: string) =>
      ask([{ id: 'alone', metric: 'claims', period, value: 5 }], { eventDate }).problems;
    const tooFew = (before: number, after: number) => [{ code: 'TOO_FEW_POINTS', before, after, leastMonths: null }];
    expect(alone('2018-01/2018-04', '2018-05-01')).toEqual(tooFew(1, 0));
    expect(alone('2018-01/2018-04', '2018-01-01')).toEqual(tooFew(0, 1));
    expect(alone('2018-01/2018-04', '2018-02')).toEqual(tooFew(0, 0));
    expect(alone('2018-01/2018-04', '../2018-01')).toEqual(tooFew(0, 0));
  });

  it('rows of which the source gives no number', () => {
    const none = { id: 'none', metric: 'claims', place: 'MX', period: '2017-01-20/2021-01-20', value: null };
    const [problem] = ask([none]).problems;
    expect(problem).toEqual({ code: 'NO_SERIES', isAmbiguous: false, things: [], isHopeless: true });
    expect(ask([none]).series?.observations).toEqual([none]);
    const { problems, tryInstead } = ask([none, ...rowsOf(twoYears)], { place: 'MX' });
    expect(problems).toEqual([
      { code: 'NO_SERIES', isAmbiguous: false, things: [{ place: 'CA', nationality: null }], isHopeless: false },
    ]);
    expect(tryInstead.map(({ place }) => place)).toEqual(['CA']);
  });

  it('no series', () => {
    expect(found([])).toEqual(['NO_SERIES']);
    const two = [...rowsOf(twoYears), ...rowsOf({ ...twoYears, place: 'CA-QC' })];
    expect(found(two)).toEqual(['NO_SERIES']);
    expect(found(two, { place: 'CA' })).toEqual([]);
    expect(found(two, { place: 'CA', nationality: 'MX' })).toEqual(['NO_SERIES']);
    expect(found(rowsOf({ ...twoYears, nationality: 'MX' }), { place: 'CA' })).toEqual([]);
    const noSeries = (more: Partial<Question>) => ask(two, more).problems[0];
    expect(noSeries({})).toMatchObject({ isAmbiguous: true, things: [{ place: 'CA' }, { place: 'CA-QC' }] });
    expect(noSeries({ place: 'US' })).toMatchObject({
      isAmbiguous: false,
      things: [{ place: 'CA' }, { place: 'CA-QC' }],
    });
    expect(ask(two).tryInstead.map(({ place, months }) => [place, months])).toEqual([
      ['CA', 12],
      ['CA-QC', 12],
    ]);
  });
});

describe('notes', () => {
  const notes = (rows: readonly ObservationRow[], kind: SeriesBreakRow['kind'], period: string) =>
    ask(rows, { months: 12, breaks: [{ kind, period, place: 'CA', note: period, sources: [] }] }).cautions.notes;
  const monthly = rowsOf(twoYears);
  const row = (period: string) => ({ id: period, metric: 'claims', place: 'CA', nationality: null, period, value: 9 });

  it('a stretch counted in part is told, unless a number of its own stands for it', () => {
    expect(notes(monthly, 'INCOMPLETE', '2018-10/2018-12')).toEqual(['2018-10/2018-12']);
    expect(notes(monthly, 'INCOMPLETE', '2018-12/2019-03')).toEqual(['2018-12/2019-03']);
    expect(notes(monthly, 'INCOMPLETE', '2019-01/2019-03')).toEqual([]);
    expect(notes([...monthly, row('2018-01/2018-04')], 'INCOMPLETE', '2018-01/2018-04')).toEqual([]);
    // This one is a period of the windows, and cuts them.
    expect(notes(monthly, 'INCOMPLETE', '2018-12')).toEqual([]);
  });

  it('what is declared about whole years is told of yearly numbers alone', () => {
    const yearly = ['2016', '2017', '2018'].map(row);
    const fiscal = ['2016-10/2017-09', '2017-10/2018-09'].map(row);
    expect(notes([...monthly, ...yearly], 'METHOD', '2018')).toEqual([]);
    expect(notes([...monthly, ...yearly], 'METHOD', '2016/2018')).toEqual([]);
    expect(notes([...monthly, ...fiscal], 'METHOD', '2016-10/2018-09')).toEqual([]);
    // Written in months, or not of these years, it is about the months.
    expect(notes([...monthly, ...yearly], 'METHOD', '2017-01/2018-12')).toEqual(['2017-01/2018-12']);
    expect(notes([...monthly, ...yearly], 'METHOD', '2016-10/2018-09')).toEqual(['2016-10/2018-09']);
    expect(notes([...monthly, ...fiscal], 'METHOD', '2018')).toEqual(['2018']);
    expect(notes(monthly, 'METHOD', '2018')).toEqual(['2018']);
    expect(notes([...monthly, ...yearly], 'BREAK', '2018')).toEqual([]);
    const years = rowsOf({ first: '2010', values: steady(16, 4) });
    const breaks = [{ kind: 'METHOD' as const, period: '2018', place: 'CA', note: 'n', sources: [] }];
    expect(ask([...years, ...monthly.slice(0, 3)], { breaks }).cautions.notes).toEqual(['n']);
  });
});

describe('relative change', () => {
  const levels = (before: number, after: number) =>
    ask(rowsOf({ first: '2017-01', values: [...Array(12).fill(before), ...Array(12).fill(after)] })).change;

  it('is null from nought and from below', () => {
    expect(levels(0, 30)).toMatchObject({ absolute: 30, relative: null });
    expect(levels(30, 0)).toMatchObject({ absolute: -30, relative: -1 });
    expect(levels(0, 0)).toMatchObject({ absolute: 0, relative: null });
    expect(levels(-20, -10)).toMatchObject({ absolute: 10, relative: null });
  });

  it('has no interval where the numbers of each side are all alike, however they are written', () => {
    for (const change of [levels(5, 7), levels(0, 0), levels(0.1, 0.3), levels(1e9 / 3, 1e-9 / 3)]) {
      expect(change).toMatchObject({ low: null, high: null });
      expect(change?.method).toContain('No interval is given');
    }
    const few = ask(rowsOf({ first: '2017-07', values: [5, 5, 5, 5, 5, 5, 7, 7, 7, 7, 7, 7] }), { months: 6 });
    expect(few.change).toMatchObject({ absolute: 2, low: null, high: null });
    const oneApart = ask(rowsOf({ first: '2017-07', values: [5, 5, 5, 5, 5, 6, 7, 7, 7, 7, 7, 7] }), { months: 6 });
    expect(oneApart.change?.low).toBeLessThan(oneApart.change?.high as number);
  });
});

describe('what must hold for any numbers', () => {
  const values = fc.array(fc.integer({ min: -50_000, max: 50_000 }), { minLength: 24, maxLength: 24 });

  it('a constant added to all moves the levels and nothing else', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: -9000, max: 9000 }), fc.constantFrom(6, 9, 12), (list, more, months) => {
        const plain = ask(rowsOf({ first: '2017-01', values: list }), { months });
        const moved = ask(rowsOf({ first: '2017-01', values: list.map((value) => value + more) }), { months });
        const [a, b] = [plain.change, moved.change];
        expect(b?.absolute).toBeCloseTo(a?.absolute ?? Number.NaN, 6);
        expect((b?.high ?? 0) - (b?.low ?? 0)).toBeCloseTo((a?.high ?? 0) - (a?.low ?? 0), 5);
        expect(moved.before?.mean).toBeCloseTo((plain.before?.mean ?? 0) + more, 6);
        expect(moved.after?.max).toBe((plain.after?.max ?? 0) + more);
      }),
    );
  });

  it('event and numbers moved together by whole months change nothing but dates', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 0, max: 400 }), fc.constantFrom('01', '02', '28'), (list, months, day) => {
        const at = (month: number) =>
          `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
        const answer = (shift: number) =>
          ask(rowsOf({ first: at(1990 * 12 + shift), values: list }), {
            eventDate: `${at(1991 * 12 + shift)}-${day}`,
            months: 11,
          });
        const undated = ({ before, after, change, problems }: Comparison) => [
          { ...before, from: null, until: null },
          { ...after, from: null, until: null },
          change,
          problems,
        ];
        expect(undated(answer(months))).toEqual(undated(answer(0)));
      }),
    );
  });

  it('the order of rows does not matter', () => {
    const rows = [
      ...rowsOf(twoYears),
      ...rowsOf({ ...twoYears, place: 'CA-QC' }),
      ...rowsOf({ first: '2005', values: steady(20, 3) }),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), fc.constantFrom(5, 12, 72), (list, months) => {
        expect(ask(list, { months, place: 'CA' })).toEqual(ask(rows, { months, place: 'CA' }));
      }),
    );
  });

  it('a missing month refuses and names itself', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 0, max: 23 }), (list, missing) => {
        const answer = ask(rowsOf({ first: '2017-01', values: list.with(missing, null as never) }), { months: 12 });
        expect(answer.comparable).toBe(false);
        expect(answer.problems).toEqual([
          {
            code: 'GAP',
            periods: [periodsBetween('2017-01', '2018-12', 'MONTH')[missing]],
            first: missing === 0 ? '2017-02' : null,
            last: missing === 23 ? '2018-11' : null,
          },
        ]);
      }),
    );
  });

  it('time turned round negates the change', () => {
    fc.assert(
      fc.property(values, (list) => {
        const [there, back] = [list, list.toReversed()].map((one) => ask(rowsOf({ first: '2017-01', values: one })));
        expect(back?.change?.absolute).toBeCloseTo(-(there?.change?.absolute ?? Number.NaN), 6);
        expect(back?.change?.low ?? 0).toBeCloseTo(-(there?.change?.high ?? 0), 5);
        expect(back?.before?.mean).toBeCloseTo(there?.after?.mean ?? Number.NaN, 6);
      }),
    );
  });

  /** Numbers of several places, nationalities and spacings, with holes, bounds and breaks. */
  const anyQuestion = fc
    .record({
      groups: fc.array(
        fc.record({
          place: fc.constantFrom('CA', 'CA-QC', 'US', null),
          nationality: fc.constantFrom(null, null, 'MX', 'HT'),
          monthly: fc.array(fc.option(fc.nat(100), { freq: 60 }), { minLength: 20, maxLength: 60, size: 'max' }),
          yearly: fc.array(fc.option(fc.nat(100), { freq: 40 }), { minLength: 0, maxLength: 20, size: 'max' }),
          bound: fc.constantFrom('EXACT', 'EXACT', 'EXACT', 'AT_LEAST'),
        }),
        { maxLength: 4 },
      ),
      breaks: fc.array(
        fc.record({
          kind: fc.constantFrom<SeriesBreakRow['kind']>('BREAK', 'METHOD', 'INCOMPLETE', 'UNIT_CHANGE'),
          period: fc.constantFrom('2016-03', '2017-06', '2018-04', '2014', '2019-01/2019-05'),
          place: fc.constantFrom('CA', 'CA-QC', null),
          note: fc.constant('n'),
          sources: fc.constant<string[]>([]),
        }),
        { maxLength: 2 },
      ),
      eventDate: fc.constantFrom('2018-01-01', '2017-12-15', '2018-03', '2018', '2017-06-01~', '2018-01-02/..'),
      metricKind: fc.constantFrom('FLOW', 'FLOW', 'STOCK', 'CUMULATIVE'),
      place: fc.constantFrom(null, 'CA', 'CA-QC'),
      nationality: fc.constantFrom(null, null, 'MX'),
      months: fc.option(fc.integer({ min: 1, max: 240 })),
    })
    .map(({ groups, ...question }): Question => {
      const unique = new Map(groups.map((group) => [JSON.stringify([group.place, group.nationality]), group]));
      const observations = [...unique.values()].flatMap(({ monthly, yearly, ...thing }) => [
        ...rowsOf({ ...thing, first: '2016-01', values: monthly }),
        ...rowsOf({ ...thing, first: '2008', values: yearly }),
      ]);
      return { ...question, observations };
    });

  it('each hint is comparable when it is asked, and there is none where none is needed', () => {
    let hints = 0;
    fc.assert(
      fc.property(anyQuestion, (question) => {
        const answer = beforeAndAfter(question);
        if (answer.comparable) expect(answer.tryInstead).toEqual([]);
        for (const hint of answer.tryInstead) {
          const instead = again(question, hint);
          expect(instead.comparable).toBe(true);
          expect(instead.series).toMatchObject({ every: hint.every, place: hint.place, nationality: hint.nationality });
          expect(instead.before?.expected).toBe(hint.periods);
          hints++;
        }
      }),
      { numRuns: 1_000 },
    );
    // Enough of them, so that the property says something.
    expect(hints).toBeGreaterThan(100);
  });

  it('a comparison is whole and finite, a refusal has its reasons', () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        const answer = beforeAndAfter(question);
        expect(answer.comparable).toBe(answer.problems.length === 0);
        const { before, after, change } = answer;
        if (answer.comparable) {
          expect(before?.points).toBe(before?.expected);
          expect(before?.points).toBe(after?.points);
          expect(before?.points).toBeGreaterThanOrEqual(fewestPoints);
        }
        for (const part of [before, after, change]) {
          for (const value of Object.values(part ?? {}))
            if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });
});

it('hints about what was asked for come first, then those that share a part of it', () => {
  const rows = (place: string, nationality: string | null) => rowsOf({ ...twoYears, place, nationality });
  const all = [...rows('CA', null), ...rows('US', 'MX'), ...rows('CA', 'MX')];
  const asked = ask(all, { place: 'CA', nationality: 'MX', months: 2 });
  expect(asked.tryInstead.map(({ place, nationality }) => [place, nationality])).toEqual([
    ['CA', 'MX'],
    ['CA', null],
    ['US', 'MX'],
  ]);
  const missing = ask(all, { place: 'US-CA', nationality: 'MX' });
  expect(missing.tryInstead.map(({ place, nationality }) => [place, nationality])).toEqual([
    ['CA', 'MX'],
    ['US', 'MX'],
    ['CA', null],
  ]);
  expect(missing.problems[0]).toMatchObject({ code: 'NO_SERIES', isHopeless: false });
  expect(ask(all, { eventDate: '2030-01-01', nationality: 'MX' }).problems[0]).toMatchObject({
    isAmbiguous: true,
    isHopeless: true,
  });
});

it('hints of a series that stops lead to shorter windows, those of a broken one to other spacings', () => {
  const short = ask(rowsOf({ first: '2017-01', values: steady(19, 4) }));
  expect(short.tryInstead).toEqual([
    {
      place: 'CA',
      nationality: null,
      months: 7,
      every: 'MONTH',
      periods: 7,
      asked: { place: 'CA', nationality: null },
    },
  ]);
  const yearly = rowsOf({ first: '2012', values: steady(13, 4) });
  const both = ask([...rowsOf({ first: '2017-08', values: steady(14, 4) }), ...yearly], { months: 3 });
  expect(both.tryInstead.map(({ every, months }) => [every, months])).toEqual([['YEAR', 72]]);
});

describe('in words', () => {
  const ids = [
    { place: 'CA', nationality: null },
    { place: 'CA', nationality: 'MX' },
  ];
  const things = [
    { place: 'Canada', nationality: null },
    { place: 'Canada', nationality: 'Mexico' },
  ];
  const problems: Problem[] = [
    { code: 'TOO_FEW_POINTS', before: 3, after: 12, leastMonths: null },
    { code: 'TOO_FEW_POINTS', before: 3, after: 3, leastMonths: 6 },
    { code: 'TOO_FEW_POINTS', before: 0, after: 0, leastMonths: 1 },
    { code: 'GAP', periods: ['2017-05', '2017-09'], first: null, last: null },
    { code: 'GAP', periods: ['2017-05'], first: '2017-06', last: null },
    { code: 'GAP', periods: ['2019-09'], first: null, last: '2019-08' },
    { code: 'GAP', periods: ['2017-05', '2019-09'], first: '2017-06', last: '2019-08' },
    { code: 'BREAK', breaks: [{ kind: 'BREAK', period: '2017-04~/2018-02~', note: 'too low' }] },
    { code: 'BREAK', breaks: [{ kind: 'INCOMPLETE', period: '2017-04', note: 'to the 20th' }] },
    { code: 'MIXED_PERIODS' },
    { code: 'OVERLAPPING_PERIODS' },
    { code: 'LOWER_BOUNDS', periods: ['2017-05', '2017-06', '2017-07'] },
    { code: 'FUZZY_DATE', eventDate: '2018' },
    { code: 'NO_SERIES', isAmbiguous: false, things: ids, isHopeless: false },
    { code: 'NO_SERIES', isAmbiguous: true, things: ids, isHopeless: true },
    { code: 'NO_SERIES', isAmbiguous: false, things: [], isHopeless: true },
  ];
  const cautions = { notes: ['Rounded to 5'], isSeasonal: true, isRough: true };
  const hint: Hint = {
    place: 'CA',
    nationality: null,
    months: 72,
    every: 'YEAR',
    periods: 6,
    asked: { place: 'CA', nationality: 'MX' },
  };
  const [all, mexican] = things as [NamedThing, NamedThing];
  const texts = (lang: string) => [
    ...problems.map((problem) =>
      problemInWords(problem, 'things' in problem ? things.slice(0, problem.things.length) : [], lang),
    ),
    hintInWords(hint, all, mexican, lang),
    hintInWords({ ...hint, asked: { place: 'CA', nationality: null } }, all, all, lang),
    hintInWords({ ...hint, asked: { place: 'CA', nationality: undefined } }, all, all, lang),
    hintInWords(
      { ...hint, place: null, asked: { place: 'CA', nationality: 'MX' } },
      { ...all, place: null },
      all,
      lang,
    ),
    cautionInWords(cautions, true, 2, lang),
    cautionInWords(cautions, false, 1, lang),
    cautionInWords({ notes: [], isSeasonal: false, isRough: false }, true, 0, lang),
    cautionInWords({ notes: [], isSeasonal: false, isRough: false }, false, null, lang),
  ];

  it('each language has words of its own, and none says that one thing brought the other about', () => {
    const [english, spanish, french] = ['en', 'es-MX', 'fr-CA'].map(texts) as [string[], string[], string[]];
    for (const [index, text] of english.entries()) {
      expect(new Set([text, spanish[index], french[index]]).size).toBe(3);
      for (const one of [text, spanish[index] ?? '', french[index] ?? '']) {
        expect(one).toMatch(/^[A-Z\d]/);
        expect(one).toMatch(/\.$/);
        expect(one).not.toMatch(/caus|undefined|null|\bNaN/i);
      }
    }
  });

  it('a hint about another place or other people says so before anything else', () => {
    const said = (place: string | null, nationality: string | null, asked: Hint['asked'], lang = 'en') => {
      const names: Record<string, string> = { CA: 'Canada', 'CA-QC': 'Quebec', MX: 'Mexico', CU: 'Cuba' };
      const nameOf = (id: string | null | undefined) => (id == null ? null : (names[id] ?? null));
      const named = (of: Hint['asked']) => ({ place: nameOf(of.place), nationality: nameOf(of.nationality) });
      const text = hintInWords(
        { ...hint, place, nationality, asked },
        named({ place, nationality }),
        named(asked),
        lang,
      );
      return text.slice(0, text.indexOf('6 '));
    };
    const ofMexicans = { place: undefined, nationality: 'MX' };
    expect(said('CA', null, ofMexicans)).toBe('All nationalities, not Mexico: ');
    expect(said('CA', null, ofMexicans, 'es')).toBe('Todas las nacionalidades, no Mexico: ');
    expect(said('CA', null, ofMexicans, 'fr')).toBe('Toutes les nationalités, et non Mexico\u00a0: ');
    expect(said('CA', 'CU', ofMexicans)).toBe('Nationality: Cuba, not Mexico: ');
    expect(said('CA-QC', null, { place: 'CA', nationality: null })).toBe('Quebec, not Canada: ');
    expect(said('CA-QC', 'MX', { place: 'CA', nationality: undefined })).toBe(
      'Quebec, not Canada; nationality: Mexico: ',
    );
    expect(said('CA-QC', 'MX', { place: 'CA', nationality: null })).toBe(
      'Quebec, not Canada; nationality: Mexico, not all nationalities: ',
    );
    expect(said('CA', null, { place: 'CA', nationality: null })).toBe('');
    expect(said('CA', 'MX', { place: 'CA', nationality: undefined })).toBe('Canada (nationality: Mexico): ');
    expect(said('CA', null, { place: undefined, nationality: undefined })).toBe('Canada: ');
  });

  it('a refusal says what could be asked instead', () => {
    const said = (problem: Problem) => problemInWords(problem, things, 'en');
    expect(said({ code: 'TOO_FEW_POINTS', before: 3, after: 3, leastMonths: 6 })).toBe(
      'Numbers before: 3; after: 3. At least 6 are needed on either side. To hold so many, each window needs at least 6 months.',
    );
    expect(said({ code: 'GAP', periods: ['2026', '2027'], first: null, last: '2025' })).toBe(
      'There is no number for 2026 to 2027. A missing number is not 0. The numbers end with 2025.',
    );
    expect(said({ code: 'NO_SERIES', isAmbiguous: true, things: ids, isHopeless: true })).toBe(
      'Numbers of several places or nationalities fit, so say which are meant: Canada (CA) and Canada (CA; nationality: Mexico, MX). None of these numbers can be compared around this event.',
    );
  });

  it('gaps are named, those in a row as one', () => {
    const gap = (periods: string[], lang: string) =>
      problemInWords({ code: 'GAP', periods, first: null, last: null }, [], lang);
    expect(gap(['2017-05', '2017-09'], 'en')).toBe(
      'There is no number for May 2017 and September 2017. A missing number is not 0.',
    );
    expect(gap(['2017-11', '2017-12', '2018-01', '2018-03'], 'en')).toContain(
      'November 2017 to January 2018 and March 2018',
    );
    expect(gap(['2015', '2016'], 'fr')).toContain('2015 à 2016');
    expect(gap(['2017-01/2017-03', '2017-04/2017-06'], 'es')).toContain('enero a junio de 2017');
    const many = Array.from({ length: 12 }, (_, index) => String(2001 + 2 * index));
    expect(gap(many, 'en')).toContain('2019, and 2 others');
  });

  it('the caution says first that order in time shows little, and that other events are listed', () => {
    expect(cautionInWords(cautions, true, 2, 'en')).toBe(
      'Two levels are set side by side, no more: that one came after the event does not show that it came about through it. ' +
        '2 other events are listed that fell in the same time and may have played a part. ' +
        'The two windows hold different parts of the year, so a season may look like a change. ' +
        'Some of the numbers are only approximate. On the way of counting: “Rounded to 5”.',
    );
  });
});
