import { daysInMonth, isFault, isInterval, type Part, readEdtf } from './edtf';
import { hasValue, monthsIn, type ObservationRow, type Period, periodsWithin, type Series, stretchOf } from './series';
import { meanOf, sumOf } from './statistics';

/** With fewer numbers than this on a side nothing is compared. */
export const fewestPoints = 6;

// A window of single days would otherwise hold thousands of them.
const mostPeriods = 240;

/** How long the windows are unless somebody asks: whole years where seasons could show, and six periods at least. */
export const defaultMonths: Readonly<Record<Period, number>> = {
  DAY: 2,
  WEEK: 6,
  MONTH: 12,
  QUARTER: 24,
  HALF_YEAR: 36,
  YEAR: 72,
  FISCAL_YEAR: 72,
  OTHER: 72,
};

/** The whole periods on one side of an event, in numbers. */
export interface Window {
  from: string;
  until: string;
  expected: number;
  points: number;
  mean: number | null;
  total: number | null;
  min: number | null;
  max: number | null;
}

/** A period of a window: its row where it has a number, else null. */
export interface Slot {
  period: string;
  from: string;
  until: string;
  row: ObservationRow | null;
}

export interface Sides {
  before: Slot[];
  after: Slot[];
}

const daysInAMonth = 30;
const daysIn = (every: Period): number => (every === 'WEEK' ? 7 : 1);

/** How many whole periods a window of so many months holds; of days and weeks, a month counts as 30 days. */
export function periodsIn(months: number, every: Period): number {
  const length = monthsIn[every];
  return Math.min(mostPeriods, Math.floor(length === null ? (months * daysInAMonth) / daysIn(every) : months / length));
}

/**
 * The periods next to an event, so many on each side. The period it falls in stands on neither, unless the event falls on
 * its first day: then all of it comes after. Null where the date does not tell the period.
 */
export function sidesOf(series: Series, eventDate: string, count: number): Sides | null {
  const day = startOf(eventDate);
  if (day === null) return null;
  const months = monthsOf(count + 2, series.every);
  const periods = periodsWithin(series, shifted(day.first, -months), shifted(day.last, months));
  const rows = new Map<string, ObservationRow>(
    series.observations.filter(hasValue).map((row) => [stretchOf(row.period).from, row]),
  );
  const slots = periods.map((period): Slot => {
    const { from, until } = stretchOf(period);
    return { period, from, until, row: rows.get(from) ?? null };
  });
  const isUnsure = slots.some(
    ({ from, until }) =>
      from <= day.last && (from > day.first || (from === day.first && from === until && from < day.last)),
  );
  if (isUnsure) return null;
  const before = slots.filter(({ until }) => until < day.first);
  const after = slots.filter(({ from }) => from > day.last || (from === day.first && from === day.last));
  return { before: count === 0 ? [] : before.slice(-count), after: after.slice(0, count) };
}

/** The days on which an event may have happened, or begun where it lasted; null where they are only roughly known. */
function startOf(edtf: string): Part | null {
  const reading = readEdtf(edtf);
  if (isFault(reading)) throw new Error(`Expected an EDTF date that was checked, but got: "${edtf}".`);
  const start = isInterval(reading) ? reading.start : reading;
  return typeof start === 'string' || start.uncertain || start.approximate ? null : start;
}

/** The day so many months later, or the last of its month; within the years that can be written. */
function shifted(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const number = Math.min(Math.max(year * 12 + month - 1 + months, 0), 9999 * 12 + 11);
  const [newYear, newMonth] = [Math.floor(number / 12), (number % 12) + 1];
  const newDate = Math.min(date, daysInMonth(newYear, newMonth));
  return [String(newYear).padStart(4, '0'), ...[newMonth, newDate].map((part) => String(part).padStart(2, '0'))].join(
    '-',
  );
}

/** So many months that they hold so many periods. */
function monthsOf(periods: number, every: Period): number {
  const months = monthsIn[every];
  return months === null ? Math.ceil((periods * daysIn(every)) / shortestMonth) : periods * months;
}

const shortestMonth = 28;

export const valuesOf = (slots: readonly Slot[]): number[] => slots.flatMap(({ row }) => row?.value ?? []);

/** The fewest months whose windows can hold enough periods. */
export function leastMonths(every: Period): number {
  const months = monthsIn[every];
  return months === null ? Math.ceil((fewestPoints * daysIn(every)) / daysInAMonth) : fewestPoints * months;
}

/** The most months whose windows hold no more than so many periods. */
export function monthsFor(periods: number, every: Period): number {
  const months = monthsIn[every];
  return months === null ? Math.floor((periods * daysIn(every)) / daysInAMonth) : periods * months;
}

export function windowOf(slots: readonly Slot[], metricKind: string): Window | null {
  const [first, last] = [slots[0], slots.at(-1)];
  if (!first || !last) return null;
  const values = valuesOf(slots);
  // What is worked out from a bound would be one itself, and look like a number.
  const isKnown = values.length > 0 && !slots.some(hasOnlyBound);
  return {
    from: first.from,
    until: last.until,
    expected: slots.length,
    points: values.length,
    mean: isKnown ? rounded(meanOf(values)) : null,
    total: isKnown && metricKind === 'FLOW' ? rounded(sumOf(values)) : null,
    min: isKnown ? Math.min(...values) : null,
    max: isKnown ? Math.max(...values) : null,
  };
}

const onlyBounds: ReadonlySet<string> = new Set(['MORE_THAN', 'AT_LEAST', 'LESS_THAN']);

export const hasOnlyBound = ({ row }: Slot): boolean => onlyBounds.has(row?.bound ?? '');

const significantDigits = 12;

/** Without the last digits, which tell of the machine's arithmetic alone. */
export const rounded = (value: number): number => Number(value.toPrecision(significantDigits));
