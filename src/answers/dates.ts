import { daysInMonth, type Interval, isFault, isInterval, type Part, readEdtf } from './edtf';
import { adviceOn, guessEdtf } from './edtfGuess';

export { dateText } from './dateText';

export type DatePrecision = 'DAY' | 'MONTH' | 'SEASON' | 'YEAR' | 'DECADE' | 'CENTURY' | 'INTERVAL';

/** What an EDTF date says. Days are ISO text (YYYY-MM-DD), so that they compare as text. */
export interface FuzzyDate {
  edtf: string;
  /** First possible day; null where the start is open or unknown. */
  earliest: string | null;
  /** Last possible day; null where the end is open or unknown. */
  latest: string | null;
  precision: DatePrecision;
  uncertain: boolean;
  approximate: boolean;
}

/** `problem` is one sentence that quotes the culprit, `nearest` the EDTF that was probably meant. */
export type Parsed = { date: FuzzyDate } | { problem: string; nearest: string | null };

/** First and last possible day; null means that there is no bound, or none is known. */
export interface Range {
  earliest: string | null;
  latest: string | null;
}

/** Reads EDTF of levels 0 and 1 in the years 0000 to 9999. Never throws. */
export function parseDate(edtf: string): Parsed {
  const reading = readEdtf(edtf);
  if (!isFault(reading)) return { date: fuzzyDate(edtf, reading) };
  if (reading.nearest !== null) return reading;
  const guesses = guessEdtf(edtf);
  if (guesses.length === 2) return { problem: `"${edtf}" may mean ${guesses.join(' or ')}.`, nearest: null };
  const [meant] = guesses;
  return meant === undefined
    ? { problem: `${reading.problem}${adviceOn(edtf)}`, nearest: null }
    : { problem: reading.problem, nearest: meant };
}

/** The same for text that was checked before; throws an `Error` that quotes a text that does not read. */
export function dateOf(edtf: string): FuzzyDate {
  const parsed = parseDate(edtf);
  if ('date' in parsed) return parsed.date;
  throw new Error(`Expected an EDTF date that was checked, but got: "${edtf}". ${parsed.problem}`);
}

/** Whether a text is a day YYYY-MM-DD that exists. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !isFault(readEdtf(text));
}

/** The first (`from`) or last (`until`) day of a bound YYYY, YYYY-MM or YYYY-MM-DD; null when it is none of these. */
export function boundDay(text: string, side: 'from' | 'until'): string | null {
  const bound = /^(\d{4})(?:-(0[1-9]|1[0-2]))?$/.exec(text);
  if (!bound) return isDay(text) ? text : null;
  const [, year, month = side === 'from' ? '01' : '12'] = bound;
  return `${year}-${month}-${side === 'from' ? '01' : daysInMonth(Number(year), Number(month))}`;
}

/** Whether a day of the range may lie between two days, both included; null is no bound. */
export function possiblyWithin({ earliest, latest }: Range, from: string | null, until: string | null): boolean {
  const startsInTime = until === null || earliest === null || earliest <= until;
  const endsLateEnough = from === null || latest === null || latest >= from;
  return startsInTime && endsLateEnough;
}

/**
 * Text that sorts as the dates do: by `day` or else the first possible day, then by the last possible day. A date
 * without a first day stands first. Throws as `dateOf` does.
 */
export function sortKey(edtf: string, day?: string | null): string {
  const { earliest, latest } = dateOf(edtf);
  return `${day ?? earliest ?? ''}/${latest ?? '9999-12-31'}`;
}

function fuzzyDate(edtf: string, reading: Part | Interval): FuzzyDate {
  if (!isInterval(reading)) {
    const { kind, first, last, uncertain, approximate } = reading;
    return { edtf, earliest: first, latest: last, precision: kind, uncertain, approximate };
  }
  const start = typeof reading.start === 'string' ? null : reading.start;
  const end = typeof reading.end === 'string' ? null : reading.end;
  return {
    edtf,
    earliest: start?.first ?? null,
    latest: end?.last ?? null,
    precision: 'INTERVAL',
    uncertain: start?.uncertain === true || end?.uncertain === true,
    approximate: start?.approximate === true || end?.approximate === true,
  };
}
