import { compareText } from './chain';
import { dateOf, possiblyWithin, sortKey } from './dates';
import { daysInMonth } from './edtf';
import { groupBy } from './groups';

export type Period = 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'HALF_YEAR' | 'YEAR' | 'FISCAL_YEAR' | 'OTHER';

export type BreakKind = 'BREAK' | 'GAP' | 'METHOD' | 'UNIT_CHANGE' | 'INCOMPLETE';

/** A measured value, as far as it decides to which series it belongs. Dates are EDTF that was checked. */
export interface ObservationRow {
  id: string;
  metric: string;
  place?: string | null;
  nationality?: string | null;
  /** A closed stretch of time. */
  period: string;
  /** Null where the source gives no number. */
  value?: number | null;
  bound?: string | null;
  /** False for the releases beside the one to draw. */
  preferred?: boolean | null;
  asOf?: string | null;
}

/** What must be known before a series is drawn or compared. Without place and nationality it is about the whole metric. */
export interface SeriesBreakRow {
  place?: string | null;
  nationality?: string | null;
  period: string;
  kind: BreakKind;
  note: string;
  sources: string[];
}

/** The days that a period covers and the spacing that its length gives a series. */
export interface Stretch {
  every: Period;
  from: string;
  until: string;
}

/** The numbers of one metric, place and nationality whose periods are all of one length. */
export interface Series<Row extends ObservationRow = ObservationRow> {
  metric: string;
  place: string | null;
  nationality: string | null;
  every: Period;
  /** All releases, in order of period, then of asOf (those without one first), then of id. Never empty. */
  observations: Row[];
}

/** How many months a period of each spacing spans; null where it is not counted in months. */
export const monthsIn: Readonly<Record<Period, number | null>> = {
  DAY: null,
  WEEK: null,
  MONTH: 1,
  QUARTER: 3,
  HALF_YEAR: 6,
  YEAR: 12,
  FISCAL_YEAR: 12,
  OTHER: null,
};

const spacings = Object.keys(monthsIn) as Period[];

/** The months, counted from 0, in which the years of governments begin: April in Canada, July, October in the United States. */
const fiscalStarts = new Set([3, 6, 9]);

/**
 * Which days a closed period covers, and which spacing its length tells. Only whole weeks of seven days and whole
 * months, quarters, halves and years have one; so a period that is only roughly known is OTHER, and so is a season.
 */
export function stretchOf(edtf: string): Stretch {
  const known = stretches.get(edtf);
  if (known) return known;
  const { earliest, latest, uncertain, approximate } = dateOf(edtf);
  if (earliest === null || latest === null) throw new Error(`Expected a period with both ends, but got: "${edtf}".`);
  const isRough = uncertain || approximate || edtf.includes('X');
  const stretch = { every: isRough ? ('OTHER' as const) : spacingOf(earliest, latest), from: earliest, until: latest };
  if (stretches.size >= mostStretches) stretches.clear();
  stretches.set(edtf, stretch);
  return stretch;
}

// Data sets have few periods, each of which is read many times for one answer.
const stretches = new Map<string, Stretch>();
const mostStretches = 20_000;

function spacingOf(from: string, until: string): Period {
  if (from === until) return 'DAY';
  if (dayNumber(until) - dayNumber(from) === 6) return 'WEEK';
  if (!from.endsWith('-01') || !isLastOfMonth(until)) return 'OTHER';
  const start = monthNumber(from) % 12;
  const months = monthNumber(until) - monthNumber(from) + 1;
  if (months === 12) return start === 0 ? 'YEAR' : fiscalStarts.has(start) ? 'FISCAL_YEAR' : 'OTHER';
  const named: Period | undefined =
    months === 1 ? 'MONTH' : months === 3 ? 'QUARTER' : months === 6 ? 'HALF_YEAR' : undefined;
  return named !== undefined && start % months === 0 ? named : 'OTHER';
}

/**
 * All series of these observations, one for each metric, place, nationality and spacing: the longest first, then by
 * metric, place, nationality and spacing.
 *
 * What is counted on single days, such as a stock, has the spacing of its days: the commonest step from one to the next,
 * if that is one day, a week, or some months with the same day of the month (or its last), and is found at least twice
 * and in half of all steps. Days off that step, and those of a spacing for which there are whole periods too, are OTHER.
 * So are weeks and years of accounts that begin otherwise than most of theirs.
 */
export function seriesOf<Row extends ObservationRow>(rows: readonly Row[]): Series<Row>[] {
  const groups = groupBy(rows, ({ metric, place, nationality }) => [metric, place ?? '', nationality ?? ''].join('\n'));
  return [...groups.values()].flatMap(seriesOfOneThing).sort(longestFirst);
}

/**
 * The series of this place, nationality and spacing; null where there is none. Without a place it is the one that is tied
 * to none, or else the only one there is, of whatever place. Without a nationality it is that of all people.
 */
export function findSeries<Row extends ObservationRow>(
  series: readonly Series<Row>[],
  of: { place?: string | null; nationality?: string | null; every: Period },
): Series<Row> | null {
  const found = series.filter(
    ({ nationality, every }) => nationality === (of.nationality ?? null) && every === of.every,
  );
  const there = found.find(({ place }) => place === (of.place ?? null));
  return there ?? (of.place == null && found.length === 1 ? (found[0] ?? null) : null);
}

/** The periods of a series from its first to its last, as EDTF; of one without spacing, those that are there. */
export function periodsOf(series: Series): string[] {
  const grid = gridOf(series.every, series.observations);
  if (grid === null) return [...new Set(series.observations.map(({ period }) => period))];
  const { first, last } = daysOf(series);
  return edtfBetween(grid, slotOf(grid, first), slotOf(grid, last));
}

/**
 * The periods of a series between its first and its last, as EDTF, for which the value to draw is not known: there is
 * no row, or it has no number. Of a series without spacing nobody can tell.
 */
export function gapsOf(series: Series): string[] {
  const grid = gridOf(series.every, series.observations);
  if (grid === null) return [];
  const known = new Set(series.observations.filter(hasValue).map(({ period }) => slotOf(grid, stretchOf(period).from)));
  return periodsOf(series).filter((period) => !known.has(slotOf(grid, stretchOf(period).from)));
}

/** The periods of a series' spacing that begin within two days, both included, whether or not they have a number. */
export function periodsWithin({ every, observations }: Series, from: string, until: string): string[] {
  const grid = gridOf(every, observations);
  if (grid === null) return [];
  const periods = edtfBetween(grid, slotOf(grid, from), slotOf(grid, until));
  const isWithin = (period: string) => from <= stretchOf(period).from && stretchOf(period).from <= until;
  // Only those at the ends can begin outside.
  return periods.filter((period, index) => (index > 0 && index < periods.length - 1) || isWithin(period));
}

/** Whether a row holds the number to draw for its period. */
export const hasValue = ({ value, preferred }: ObservationRow): boolean => value != null && preferred !== false;

/** The first day of the first period of a series, and the last day of its last. */
export function daysOf({ observations }: Series): { first: string; last: string } {
  const stretches = observations.map(({ period }) => stretchOf(period));
  const untils = stretches.map(({ until }) => until).sort();
  return { first: stretches[0]?.from as string, last: untils.at(-1) as string };
}

/**
 * What must be known about a series: what is declared for its metric, place and nationality (or for the metric as a
 * whole) and touches the time from its first to its last day or the day before or after. A part period is told of only
 * where the series has a number for exactly that.
 */
export function breaksOf<Break extends SeriesBreakRow>(series: Series, breaks: readonly Break[]): Break[] {
  const { first, last } = daysOf(series);
  const [from, until] = [dayText(dayNumber(first) - 1), dayText(dayNumber(last) + 1)];
  const periods = new Set(series.observations.map(({ period }) => period));
  return breaks
    .filter((found) => isAbout(series, found))
    .filter(({ kind, period }) =>
      kind === 'INCOMPLETE' ? periods.has(period) : possiblyWithin(dateOf(period), from, until),
    )
    .sort((a, b) => compareText(sortKey(a.period), sortKey(b.period)) || compareText(a.kind, b.kind));
}

/** Whether something is declared for a series' own place and nationality, or for its metric as a whole. */
export const isAbout = (series: Series, { place = null, nationality = null }: SeriesBreakRow): boolean =>
  (place === null && nationality === null) || (place === series.place && nationality === series.nationality);

/**
 * The period of the same spacing that follows: 2018-10 is followed by 2018-11. A single day moves on by `every`, at the
 * end of the month if it stands there. Null where the spacing is OTHER.
 */
export function nextPeriod(edtf: string, every: Period = stretchOf(edtf).every): string | null {
  const grid = gridOf(every, [{ period: edtf }]);
  return grid && edtfOf(grid, slotOf(grid, stretchOf(edtf).from) + 1);
}

function seriesOfOneThing<Row extends ObservationRow>(rows: readonly Row[]): Series<Row>[] {
  const found = new Map<Period, Row[]>();
  const add = (every: Period, more: readonly Row[]) => {
    if (more.length > 0) found.set(every, [...(found.get(every) ?? []), ...more]);
  };
  const addEven = (every: Period, members: readonly Row[], keyOf: (row: Row) => string | null) => {
    const [even, others] = every === 'OTHER' ? [[], members] : commonest(members, keyOf);
    add(every, even);
    add('OTHER', others);
  };
  const { DAY: days = [], ...whole } = Object.fromEntries(groupBy(rows, ({ period }) => stretchOf(period).every));
  for (const [every, members] of Object.entries(whole) as [Period, Row[]][]) {
    addEven(every, members, ({ period }) => String(phaseOf(every, stretchOf(period).from)));
  }
  const daysOfRows = days.map(({ period }) => stretchOf(period).from);
  const step = stepOf([...new Set(daysOfRows)].sort());
  const stand = standOf(daysOfRows);
  addEven(found.has(step) ? 'OTHER' : step, days, ({ period }) => {
    const { from } = stretchOf(period);
    if (monthsIn[step] === null) return String(phaseOf(step, from));
    return standsAt(from, stand ?? Number(from.slice(8))) ? `${phaseOf(step, from)} ${stand ?? from.slice(8)}` : null;
  });
  return [...found].map(([every, observations]) => {
    const { metric, place = null, nationality = null } = observations[0] as Row;
    return { metric, place, nationality, every, observations: inOrder(observations) };
  });
}

/** The rows of the commonest key, and the others: of two that are as common the first by text counts. Null is no key. */
function commonest<Row>(rows: readonly Row[], keyOf: (row: Row) => string | null): [even: Row[], others: Row[]] {
  const groups = [...groupBy(rows, keyOf)].filter(([key]) => key !== null) as [string, Row[]][];
  groups.sort(([a, rowsOfA], [b, rowsOfB]) => rowsOfB.length - rowsOfA.length || compareText(a, b));
  const even = new Set(groups[0]?.[1]);
  return [[...even], rows.filter((row) => !even.has(row))];
}

/** The spacing of single days in their order. A day alone, or two in a row, are days. */
function stepOf(days: readonly string[]): Period {
  const steps = days.slice(1).map((day, index) => stepBetween(days[index] as string, day));
  if (steps.every((step) => step === 'DAY')) return 'DAY';
  const [step, found] = [...groupBy(steps, (one) => one)]
    .filter(([one]) => one !== 'OTHER')
    .sort(([a, ofA], [b, ofB]) => ofB.length - ofA.length || spacings.indexOf(a) - spacings.indexOf(b))[0] ?? [
    'OTHER',
    [],
  ];
  return found.length >= 2 && found.length * 2 >= steps.length ? step : 'OTHER';
}

function stepBetween(day: string, next: string): Period {
  const days = dayNumber(next) - dayNumber(day);
  if (days === 1) return 'DAY';
  if (days === 7) return 'WEEK';
  const isSameDay = day.slice(8) === next.slice(8) || (isLastOfMonth(day) && isLastOfMonth(next));
  const months = monthNumber(next) - monthNumber(day);
  return (isSameDay && spacings.find((every) => every !== 'FISCAL_YEAR' && monthsIn[every] === months)) || 'OTHER';
}

/** The evenly spaced periods of a series as whole numbers: neighbours differ by one. */
interface Grid {
  every: Period;
  /** The day or the month from which the numbers count. */
  phase: number;
  /** The day of the month on which single days stand; null for whole periods. */
  stand: number | 'LAST' | null;
}

function gridOf(every: Period, rows: readonly { period: string }[]): Grid | null {
  if (every === 'OTHER' || rows.length === 0) return null;
  const stretches = rows.map(({ period }) => stretchOf(period));
  const { from, until } = stretches[0] as Stretch;
  const days = stretches.map((stretch) => stretch.from);
  const stand = from === until ? (standOf(days) ?? Number(from.slice(8))) : null;
  return { every, phase: phaseOf(every, from), stand };
}

/** LAST where most of these days are the last of their month. */
const standOf = (days: readonly string[]): 'LAST' | null =>
  days.filter(isLastOfMonth).length * 2 > days.length ? 'LAST' : null;

const standsAt = (day: string, stand: number | 'LAST'): boolean =>
  stand === 'LAST' ? isLastOfMonth(day) : Number(day.slice(8)) === stand;

function phaseOf(every: Period, from: string): number {
  const months = monthsIn[every];
  if (months !== null) return monthNumber(from) % months;
  return every === 'WEEK' ? ((dayNumber(from) % 7) + 7) % 7 : 0;
}

function slotOf({ every, phase }: Grid, from: string): number {
  const months = monthsIn[every];
  if (months !== null) return Math.floor((monthNumber(from) - phase) / months);
  return Math.floor((dayNumber(from) - phase) / (every === 'WEEK' ? 7 : 1));
}

function edtfOf({ every, phase, stand }: Grid, slot: number): string {
  const months = monthsIn[every];
  if (months === null) {
    if (every === 'DAY') return dayText(slot);
    const first = slot * 7 + phase;
    return stand === null ? `${dayText(first)}/${dayText(first + 6)}` : dayText(first);
  }
  const first = slot * months + phase;
  if (stand !== null) return dayOfMonth(first, stand);
  if (every === 'YEAR') return monthText(first).slice(0, 4);
  return months === 1 ? monthText(first) : `${monthText(first)}/${monthText(first + months - 1)}`;
}

const edtfBetween = (grid: Grid, first: number, last: number): string[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => edtfOf(grid, first + index));

const longestFirst = (a: Series, b: Series): number =>
  b.observations.length - a.observations.length ||
  compareText(a.metric, b.metric) ||
  compareText(a.place ?? '', b.place ?? '') ||
  compareText(a.nationality ?? '', b.nationality ?? '') ||
  spacings.indexOf(a.every) - spacings.indexOf(b.every);

function inOrder<Row extends ObservationRow>(rows: readonly Row[]): Row[] {
  const keyed = rows.map((row) => ({ row, period: sortKey(row.period), asOf: row.asOf ? sortKey(row.asOf) : '' }));
  keyed.sort(
    (a, b) => compareText(a.period, b.period) || compareText(a.asOf, b.asOf) || compareText(a.row.id, b.row.id),
  );
  return keyed.map(({ row }) => row);
}

const millisecondsOfDay = 86_400_000;
const dayNumber = (day: string): number => Date.parse(day) / millisecondsOfDay;
const dayText = (number: number): string => new Date(number * millisecondsOfDay).toISOString().slice(0, 10);

/** Months counted from the beginning of the year 0. */
const monthNumber = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
const monthText = (number: number): string =>
  `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;

const lengthOfMonth = (number: number): number => daysInMonth(Math.floor(number / 12), (number % 12) + 1);
const isLastOfMonth = (day: string): boolean => Number(day.slice(8)) === lengthOfMonth(monthNumber(day));

const dayOfMonth = (month: number, stand: number | 'LAST'): string => {
  const length = lengthOfMonth(month);
  return `${monthText(month)}-${String(stand === 'LAST' ? length : Math.min(stand, length)).padStart(2, '0')}`;
};
