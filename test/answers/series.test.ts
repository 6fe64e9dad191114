import fc from 'fast-check';
import { dateOf } from '../../src/answers/dates';
import {
  breaksOf,
  daysOf,
  findSeries,
  gapsOf,
  hasValue,
  nextPeriod,
  type ObservationRow,
  type Period,
  periodsOf,
  type SeriesBreakRow,
  seriesOf,
  stretchOf,
} from '../../src/answers/series';

const row = (period: string, more: Partial<ObservationRow> = {}): ObservationRow => ({
  id: `row-${period}`,
  metric: 'claims',
  place: 'CA',
  period,
  value: 1,
  ...more,
});

const rows = (...periods: string[]) => periods.map((period) => row(period));

/** The periods of each series by its spacing. */
const bySpacing = (found: ObservationRow[]) =>
  Object.fromEntries(seriesOf(found).map(({ every, observations }) => [every, observations.map((one) => one.period)]));

const only = (found: ObservationRow[]) => {
  const [series, ...more] = seriesOf(found);
  if (series === undefined || more.length > 0) throw new Error(`Expected one series, but got: ${more.length + 1}.`);
  return series;
};

describe('the stretch that a period covers', () => {
  it.each([
    ['2018-10-05', 'DAY', '2018-10-05', '2018-10-05'],
    ['2018-10-05/2018-10-05', 'DAY', '2018-10-05', '2018-10-05'],
    ['2018-10-01/2018-10-07', 'WEEK', '2018-10-01', '2018-10-07'],
    ['2018-10-01/2018-10-14', 'OTHER', '2018-10-01', '2018-10-14'],
    ['2016-02', 'MONTH', '2016-02-01', '2016-02-29'],
    ['2016-02-01/2016-02-29', 'MONTH', '2016-02-01', '2016-02-29'],
    ['2016-02-01/2016-02-28', 'OTHER', '2016-02-01', '2016-02-28'],
    ['2023-01/2023-03', 'QUARTER', '2023-01-01', '2023-03-31'],
    ['2023-10-01/2023-12-31', 'QUARTER', '2023-10-01', '2023-12-31'],
    ['2023-02/2023-04', 'OTHER', '2023-02-01', '2023-04-30'],
    ['2023-07/2023-12', 'HALF_YEAR', '2023-07-01', '2023-12-31'],
    ['2023-04/2023-09', 'OTHER', '2023-04-01', '2023-09-30'],
    ['2018', 'YEAR', '2018-01-01', '2018-12-31'],
    ['2018-01/2018-12', 'YEAR', '2018-01-01', '2018-12-31'],
    ['2018-10/2019-09', 'FISCAL_YEAR', '2018-10-01', '2019-09-30'],
    ['2018-04/2019-03', 'FISCAL_YEAR', '2018-04-01', '2019-03-31'],
    ['2018-02/2019-01', 'OTHER', '2018-02-01', '2019-01-31'],
    ['2018/2019', 'OTHER', '2018-01-01', '2019-12-31'],
    ['2016-21', 'OTHER', '2016-03-01', '2016-05-31'],
    ['201X', 'OTHER', '2010-01-01', '2019-12-31'],
    ['2018-XX', 'OTHER', '2018-01-01', '2018-12-31'],
    ['2018-10~', 'OTHER', '2018-10-01', '2018-10-31'],
    ['2018?', 'OTHER', '2018-01-01', '2018-12-31'],
  ])('%s is %s', (edtf, every, from, until) => expect(stretchOf(edtf)).toEqual({ every, from, until }));

  it('has two ends', () => expect(() => stretchOf('2019-09/..')).toThrow('"2019-09/.."'));
});

describe('the period that follows', () => {
  it.each<[string, string | null, Period?]>([
    ['2018-10', '2018-11'],
    ['2018-12', '2019-01'],
    ['2018-12-31', '2019-01-01'],
    ['1969-12-25/1969-12-31', '1970-01-01/1970-01-07'],
    ['2018-10/2018-12', '2019-01/2019-03'],
    ['2018-07/2018-12', '2019-01/2019-06'],
    ['2018', '2019'],
    ['2018-10/2019-09', '2019-10/2020-09'],
    ['2021-10-01', '2022-01-01', 'QUARTER'],
    ['2021-11-30', '2022-02-28', 'QUARTER'],
    ['2016-02-29', '2017-02-28', 'YEAR'],
    ['2018-10-01', '2018-10-08', 'WEEK'],
    ['2018/2019', null],
    ['2018-10~', null],
  ])('%s → %s', (...[period, next, every]) => expect(nextPeriod(period, every)).toBe(next));
});

describe('series', () => {
  it('are one for each metric, place, nationality and spacing, the longest first', () => {
    const found = seriesOf([
      row('2018'),
      row('2018-01', { nationality: 'HT' }),
      row('2018-01'),
      row('2018-02'),
      row('2018-01', { place: null }),
      row('2018-01', { metric: 'arrivals' }),
    ]);
    expect(found.map(({ metric, place, nationality, every }) => [metric, place, nationality, every])).toEqual([
      ['claims', 'CA', null, 'MONTH'],
      ['arrivals', 'CA', null, 'MONTH'],
      ['claims', null, null, 'MONTH'],
      ['claims', 'CA', null, 'YEAR'],
      ['claims', 'CA', 'HT', 'MONTH'],
    ]);
  });

  it('hold every release, by period, then by the state of the data, then by id', () => {
    const series = only([
      row('2019-02'),
      row('2019-01', { id: 'b', asOf: '2020', preferred: false }),
      row('2019-01', { id: 'a', asOf: '2021-05' }),
      row('2019-01', { id: 'd', preferred: false }),
      row('2019-01', { id: 'c', preferred: false }),
    ]);
    expect(series.observations.map(({ id }) => id)).toEqual(['c', 'd', 'b', 'a', 'row-2019-02']);
    expect(daysOf(series)).toEqual({ first: '2019-01-01', last: '2019-02-28' });
  });

  it('have as gaps the periods without a row or without a number, and a zero is a number', () => {
    const series = only([
      row('2018-01'),
      row('2018-03', { value: null }),
      row('2018-04', { value: 0 }),
      row('2018-06'),
    ]);
    expect(gapsOf(series)).toEqual(['2018-02', '2018-03', '2018-05']);
  });

  it('have a gap where only a release that is not drawn gives a number', () => {
    const series = only([
      row('2018-01'),
      row('2018-02', { id: 'old', preferred: false }),
      row('2018-02', { value: null, preferred: true }),
      row('2018-03'),
    ]);
    expect(gapsOf(series)).toEqual(['2018-02']);
  });

  it('write a quarter as one, however its days were written', () => {
    const series = only(rows('2023-01-01/2023-03-31', '2023-10/2023-12'));
    expect(gapsOf(series)).toEqual(['2023-04/2023-06', '2023-07/2023-09']);
  });

  it.each<[Period, string[], string[]]>([
    ['DAY', ['2020-01-01'], []],
    ['DAY', ['2020-01-01', '2020-01-02', '2020-01-03', '2020-01-05'], ['2020-01-04']],
    ['WEEK', ['2020-01-03', '2020-01-10', '2020-01-17', '2020-01-31'], ['2020-01-24']],
    ['MONTH', ['2020-01-31', '2020-02-29', '2020-03-31', '2020-05-31'], ['2020-04-30']],
    ['MONTH', ['2020-01-15', '2020-02-15', '2020-03-15'], []],
    ['QUARTER', ['2021-07-01', '2021-10-01', '2022-04-01', '2022-07-01'], ['2022-01-01']],
    ['QUARTER', ['2021-03-31', '2021-06-30', '2021-12-31', '2022-03-31'], ['2021-09-30']],
    ['HALF_YEAR', ['2021-01-01', '2021-07-01', '2022-01-01'], []],
    ['YEAR', ['2016-02-29', '2017-02-28', '2018-02-28'], []],
    ['OTHER', ['2021-01-01', '2021-04-01'], []],
    ['OTHER', ['2021-01-01', '2021-01-09', '2021-03-11', '2021-04-20'], []],
  ])('of single days are %s for %j', (every, days, gaps) => {
    const series = only(rows(...days));
    expect(series.every).toBe(every);
    expect(gapsOf(series)).toEqual(gaps);
  });

  it('of single days leave out the days off their step', () => {
    expect(bySpacing(rows('2021-12-31', '2022-12-31', '2023-09-30', '2023-12-31', '2024-12-31'))).toEqual({
      YEAR: ['2021-12-31', '2022-12-31', '2023-12-31', '2024-12-31'],
      OTHER: ['2023-09-30'],
    });
  });

  it('of single days stand apart from whole periods', () => {
    expect(bySpacing(rows('2021-01', '2021-01-01', '2021-02-01', '2021-03-01'))).toEqual({
      MONTH: ['2021-01'],
      OTHER: ['2021-01-01', '2021-02-01', '2021-03-01'],
    });
  });

  it('of years of accounts that begin in different months are parted', () => {
    expect(bySpacing(rows('2018-10/2019-09', '2019-10/2020-09', '2019-04/2020-03'))).toEqual({
      FISCAL_YEAR: ['2018-10/2019-09', '2019-10/2020-09'],
      OTHER: ['2019-04/2020-03'],
    });
  });

  it('of rough or odd periods have no gaps that anybody could know', () => {
    const series = only(rows('2018-10~', '2019-01/2019-08', '2021~'));
    expect(series.every).toBe('OTHER');
    expect(gapsOf(series)).toEqual([]);
    expect(periodsOf(series)).toEqual(['2018-10~', '2019-01/2019-08', '2021~']);
  });
});

describe('one series', () => {
  const months = { every: 'MONTH' as const };
  const all = seriesOf([
    row('2018-01'),
    row('2018-01', { nationality: 'HT' }),
    row('2018'),
    row('2018-01', { place: 'US', nationality: 'HT' }),
  ]);
  const found = (of: Parameters<typeof findSeries>[1], among = all) => {
    const one = findSeries(among, of);
    return one && [one.place, one.nationality, one.every];
  };

  it('is found by place, nationality and spacing', () => {
    expect(found({ ...months, place: 'CA' })).toEqual(['CA', null, 'MONTH']);
    expect(found({ ...months, place: 'US', nationality: 'HT' })).toEqual(['US', 'HT', 'MONTH']);
    expect(found({ ...months, place: 'US' })).toBeNull();
    expect(found({ every: 'YEAR', place: 'CA', nationality: 'HT' })).toBeNull();
  });

  it('is found without a place where there is one for no place, or only one at all', () => {
    expect(found(months)).toEqual(['CA', null, 'MONTH']);
    expect(found({ ...months, nationality: 'HT' })).toBeNull();
    const more = seriesOf([row('2018-01'), row('2018-01', { place: null }), row('2018-01', { place: 'US' })]);
    expect(found(months, more)).toEqual([null, null, 'MONTH']);
  });
});

describe('what must be known of a series', () => {
  const told = (kind: SeriesBreakRow['kind'], period: string, more: Partial<SeriesBreakRow> = {}): SeriesBreakRow => ({
    place: 'CA',
    kind,
    period,
    note: '',
    sources: [],
    ...more,
  });
  const months = only(rows('2018-01', '2018-02', '2018-05'));

  it('is what touches it or adjoins it, in order of time', () => {
    const found = breaksOf(months, [
      told('GAP', '2018-06/..'),
      told('METHOD', '2018'),
      told('BREAK', '2017-12~/2018-02~'),
      told('GAP', '2018-03/2018-04'),
      told('METHOD', '2017-11'),
      told('METHOD', '2018-07'),
    ]);
    expect(found.map(({ period }) => period)).toEqual(['2017-12~/2018-02~', '2018', '2018-03/2018-04', '2018-06/..']);
  });

  it('is a part period only where there is a number for exactly that', () => {
    const part = [told('INCOMPLETE', '2018-01/2018-05'), told('INCOMPLETE', '2018-05')];
    expect(breaksOf(months, part).map(({ period }) => period)).toEqual(['2018-05']);
  });

  it('is about the same place and nationality, or about the whole metric', () => {
    const found = breaksOf(months, [
      told('METHOD', '2018-01', { nationality: 'HT' }),
      told('METHOD', '2018-02', { place: 'CA-QC' }),
      told('METHOD', '2018-03', { place: null }),
      told('METHOD', '2018-04', { place: null, nationality: 'CA' }),
    ]);
    expect(found.map(({ period }) => period)).toEqual(['2018-03']);
  });
});

describe('whatever the observations', () => {
  const two = (number: number) => String(number).padStart(2, '0');
  const year = fc.integer({ min: 1960, max: 1976 });
  const month = fc.integer({ min: 1, max: 12 });
  const period = fc.oneof(
    fc.tuple(year, month).map(([y, m]) => `${y}-${two(m)}`),
    year.map(String),
    fc.tuple(year, fc.constantFrom(4, 7, 10)).map(([y, m]) => `${y}-${two(m)}/${y + 1}-${two(m - 1)}`),
    fc.tuple(year, fc.constantFrom(1, 4, 7, 10)).map(([y, m]) => `${y}-${two(m)}/${y}-${two(m + 2)}`),
    fc.tuple(year, fc.constantFrom(1, 7)).map(([y, m]) => `${y}-${two(m)}/${y}-${two(m + 5)}`),
    fc.tuple(year, month, fc.integer({ min: 1, max: 28 })).map(([y, m, d]) => `${y}-${two(m)}-${two(d)}`),
    fc.tuple(year, fc.constantFrom('01-01', '03-31', '04-01', '06-30', '09-30', '12-31')).map(([y, d]) => `${y}-${d}`),
    fc
      .tuple(year, month, fc.integer({ min: 1, max: 21 }))
      .map(([y, m, d]) => `${y}-${two(m)}-${two(d)}/${y}-${two(m)}-${two(d + 6)}`),
    year.map((y) => `${y}~`),
  );
  const observations = fc
    .uniqueArray(
      fc.record({
        period,
        value: fc.constantFrom(null, 0, 7),
        place: fc.constantFrom(null, 'CA'),
        preferred: fc.boolean(),
        asOf: fc.constantFrom(null, '1977', '1978-02'),
      }),
      { minLength: 1, maxLength: 60, selector: ({ period, place, preferred }) => `${period} ${place} ${preferred}` },
    )
    .map((found) => found.map((one, index): ObservationRow => ({ id: `row-${index}`, metric: 'claims', ...one })));

  it('each stands in one series, and their order does not matter', () => {
    fc.assert(
      fc.property(
        observations.chain((found) =>
          fc.tuple(fc.constant(found), fc.shuffledSubarray(found, { minLength: found.length })),
        ),
        ([found, shuffled]) => {
          const series = seriesOf(found);
          expect(seriesOf(shuffled)).toEqual(series);
          expect(series.flatMap((one) => one.observations.map(({ id }) => id)).sort()).toEqual(
            found.map(({ id }) => id).sort(),
          );
          const keys = series.map(({ place, every }) => `${place} ${every}`);
          expect(new Set(keys).size).toBe(keys.length);
        },
      ),
    );
  });

  it('gaps and periods with a number are together all periods from the first to the last', () => {
    const days = (edtf: string) => Object.values(stretchOf(edtf)).join(' ');
    fc.assert(
      fc.property(observations, (found) => {
        for (const series of seriesOf(found)) {
          const { every, observations } = series;
          const known = observations.filter(hasValue).map(({ period }) => days(period));
          if (every === 'OTHER') {
            expect(gapsOf(series)).toEqual([]);
            continue;
          }
          const periods = periodsOf(series);
          expect([...new Set([...gapsOf(series).map(days), ...known])].sort()).toEqual(periods.map(days).sort());
          expect(gapsOf(series).length + new Set(known).size).toBe(periods.length);
          const { first, last } = daysOf(series);
          expect(dateOf(periods[0] as string).earliest).toBe(first);
          expect(dateOf(periods.at(-1) as string).latest).toBe(last);
        }
      }),
    );
  });
});
