import { compareText } from './chain';
import { dateOf, possiblyWithin, type Range } from './dates';
import { groupBy } from './groups';
import {
  breaksOf,
  hasValue,
  isAbout,
  monthsIn,
  type ObservationRow,
  type Period,
  type Series,
  type SeriesBreakRow,
  seriesOf,
  stretchOf,
} from './series';
import { lagFor, levelChange, meanOf, sampleOf, welch } from './statistics';
import {
  defaultMonths,
  fewestPoints,
  hasOnlyBound,
  leastMonths,
  monthsFor,
  periodsIn,
  rounded,
  type Sides,
  type Slot,
  sidesOf,
  valuesOf,
  type Window,
  windowOf,
} from './windows';

/** From so many numbers a side on, how far they depend on each other can be judged too. */
const pointsForNeweyWest = 12;
/** Longest windows that may be asked for, in months. */
export const longestMonths = 240;
const mostHints = 10;

/** Which numbers of one metric lie before and after which event. */
export interface Question<Row extends ObservationRow = ObservationRow> {
  /** When the event happened: EDTF that was checked. */
  eventDate: string;
  /** All numbers of the metric. */
  observations: readonly Row[];
  breaks: readonly SeriesBreakRow[];
  metricKind: string;
  /** Null: not asked for. */
  place: string | null;
  nationality: string | null;
  /** Length of each window; null leaves it to the spacing. */
  months: number | null;
}

/** Why numbers are not compared, with what is needed to say it in words. */
export type Problem =
  /** `leastMonths` where the windows were asked so short that they cannot hold enough periods. */
  | { code: 'TOO_FEW_POINTS'; before: number; after: number; leastMonths: number | null }
  /** The first and the last period with a number, where the windows reach beyond it. */
  | { code: 'GAP'; periods: string[]; first: string | null; last: string | null }
  | { code: 'LOWER_BOUNDS'; periods: string[] }
  | { code: 'BREAK'; breaks: { kind: SeriesBreakRow['kind']; period: string; note: string }[] }
  | { code: 'MIXED_PERIODS' | 'OVERLAPPING_PERIODS' }
  | { code: 'FUZZY_DATE'; eventDate: string }
  /** The series that fit, where several do, else those there are; `isHopeless` where none of them would be comparable. */
  | { code: 'NO_SERIES'; isAmbiguous: boolean; things: Thing[]; isHopeless: boolean };

/** Whose numbers a series holds. */
export interface Thing {
  place: string | null;
  nationality: string | null;
}

/** Arguments with which the same question would be answered. */
export interface Hint extends Thing {
  months: number;
  every: Period;
  /** How many periods each window then holds. */
  periods: number;
  asked: Asked;
}

/** Whose numbers were asked for, or taken since only they fit; undefined where it was not said and several do. */
export interface Asked {
  place: string | null | undefined;
  nationality: string | null | undefined;
}

export interface Change {
  absolute: number;
  relative: number | null;
  /** Null, as `high`, where the numbers leave nothing to judge a width by. */
  low: number | null;
  high: number | null;
  method: string;
}

export interface Comparison<Row extends ObservationRow = ObservationRow> {
  comparable: boolean;
  problems: Problem[];
  tryInstead: Hint[];
  before: Window | null;
  after: Window | null;
  change: Change | null;
  series: Series<Row> | null;
  cautions: Cautions;
}

/** What a reader should bear in mind beside that order in time alone shows little. */
export interface Cautions {
  /** Notes on the way of counting that touch the windows. */
  notes: string[];
  /** The windows hold different parts of the year. */
  isSeasonal: boolean;
  /** Some of the numbers are only about right. */
  isRough: boolean;
}

/**
 * The level of a series before and after an event. Numbers that are not comparable are not compared, and every hint given
 * then was tried: asked with it, the answer is comparable.
 */
export function beforeAndAfter<Row extends ObservationRow>(question: Question<Row>): Comparison<Row> {
  const things = thingsOf(question.observations);
  const asked = thingAskedFor(things, question);
  if (asked === null) {
    const several = fittingOf(things, question);
    const isAmbiguous = several.length > 1;
    return withoutNumbers(isAmbiguous ? several : things, hints(things, null, question), isAmbiguous);
  }
  const tryInstead = () => hints(things, asked, question);
  if (!hasNumbers(asked)) {
    const series = asked.spacings[0] ?? null;
    return { ...withoutNumbers(things.filter(hasNumbers), tryInstead()), series };
  }
  const answer = answered(asked, question);
  return answer.comparable ? answer : { ...answer, tryInstead: tryInstead() };
}

const hasNumbers = ({ spacings }: Spaced<ObservationRow>): boolean =>
  spacings.some(({ observations }) => observations.some(hasValue));

/** Where no numbers answer, nothing can be said but what there are numbers of. */
function withoutNumbers(
  things: readonly Spaced<ObservationRow>[],
  tryInstead: Hint[],
  isAmbiguous = false,
): Comparison<never> {
  const named = things.map(({ place, nationality }) => ({ place, nationality }));
  const isHopeless = tryInstead.length === 0;
  return { ...unanswered, problems: [{ code: 'NO_SERIES', isAmbiguous, things: named, isHopeless }], tryInstead };
}

const unanswered: Comparison<never> = {
  comparable: false,
  problems: [],
  tryInstead: [],
  before: null,
  after: null,
  change: null,
  series: null,
  cautions: { notes: [], isSeasonal: false, isRough: false },
};

/** All series of one place and nationality, the one with the most numbers first. */
interface Spaced<Row extends ObservationRow> extends Thing {
  spacings: Series<Row>[];
}

/** Whoever has the most numbers comes first, as in `seriesOf`. */
function thingsOf<Row extends ObservationRow>(observations: readonly Row[]): Spaced<Row>[] {
  const points = ({ observations: rows }: Series<Row>) => rows.filter(hasValue).length;
  const groups = groupBy(seriesOf(observations), ({ place, nationality }) => JSON.stringify([place, nationality]));
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const spacings = [first, ...others].sort((a, b) => points(b) - points(a));
    return { place: first.place, nationality: first.nationality, spacings };
  });
}

/**
 * The numbers with exactly this place and nationality; else, since what is left out is not asked for, the only ones that
 * fit what was given, those of all nationalities before those of one. Null where there are none, or several.
 */
function thingAskedFor<T extends Thing>(things: readonly T[], { place, nationality }: Thing): T | null {
  const exact = things.find((thing) => thing.place === place && thing.nationality === nationality);
  if (exact) return exact;
  const fitting = fittingOf(things, { place, nationality });
  if (fitting.length === 1) return fitting[0] as T;
  const ofAll = fitting.filter((thing) => thing.nationality === null);
  return ofAll.length === 1 ? (ofAll[0] as T) : null;
}

/** The numbers of the place and the nationality, as far as these are given. */
const fittingOf = <T extends Thing>(things: readonly T[], { place, nationality }: Thing): T[] =>
  things.filter(
    (thing) => (place === null || thing.place === place) && (nationality === null || thing.nationality === nationality),
  );

/**
 * The spacing with the most numbers is compared; where the length of the windows was asked for and that is not comparable,
 * the next that is.
 */
function answered<Row extends ObservationRow>(thing: Spaced<Row>, question: Question<Row>): Comparison<Row> {
  const [first, ...others] = thing.spacings as [Series<Row>, ...Series<Row>[]];
  const answer = judged(first, thing, question);
  if (answer.comparable || question.months === null) return answer;
  for (const other of others) {
    const instead = judged(other, thing, question);
    if (instead.comparable) return instead;
  }
  return answer;
}

function judged<Row extends ObservationRow>(
  series: Series<Row>,
  thing: Spaced<Row>,
  question: Question<Row>,
): Comparison<Row> {
  const { every } = series;
  if (every === 'OTHER') {
    return { ...unanswered, series, problems: [unevenness(series, question.eventDate)] };
  }
  const months = question.months ?? defaultMonths[every];
  const sides = sidesOf(series, question.eventDate, periodsIn(months, every));
  if (sides === null) {
    return { ...unanswered, series, problems: [{ code: 'FUZZY_DATE', eventDate: question.eventDate }] };
  }
  const { before, after } = sides;
  const all = [...before, ...after];
  const declared = touching(breaksOf(series, question.breaks), all);
  const problems = problemsOf(series, sides, months, declared, question.metricKind);
  const comparable = problems.length === 0;
  return {
    comparable,
    problems,
    tryInstead: [],
    before: windowOf(before, question.metricKind),
    after: windowOf(after, question.metricKind),
    change: comparable ? changeOf(valuesOf(before), valuesOf(after)) : null,
    series,
    cautions: {
      notes: notesFor(series, thing, declared, stretchesTold(series, thing, all, question.breaks)),
      isSeasonal: isSeasonal(every, before.length),
      isRough: all.some(({ row }) => row?.bound === 'ABOUT' || row?.bound === 'NEARLY'),
    },
  };
}

/** What is declared about the time from the first day of the one window to the last of the other, or about one of its numbers. */
function touching(breaks: readonly SeriesBreakRow[], slots: readonly Slot[]): SeriesBreakRow[] {
  const [first, last] = [slots[0], slots.at(-1)];
  if (!first || !last) return [];
  const periods = new Set(slots.map(({ period }) => period));
  return breaks.filter(({ kind, period }) =>
    kind === 'INCOMPLETE' ? periods.has(period) : possiblyWithin(dateOf(period), first.from, last.until),
  );
}

/**
 * The stretches of which it is declared that they are counted in part, as far as the windows touch them. One for which there
 * is a number of exactly that period is about that number alone, and one that is a period of the windows cuts them.
 */
function stretchesTold(
  series: Series,
  { spacings }: Spaced<ObservationRow>,
  slots: readonly Slot[],
  breaks: readonly SeriesBreakRow[],
): SeriesBreakRow[] {
  const [first, last] = [slots[0], slots.at(-1)];
  if (!first || !last) return [];
  const own = new Set([...spacings.flatMap(({ observations }) => observations), ...slots].map(({ period }) => period));
  return breaks
    .filter((found) => found.kind === 'INCOMPLETE' && !own.has(found.period) && isAbout(series, found))
    .filter(({ period }) => possiblyWithin(dateOf(period), first.from, last.until));
}

/** What is told on the way of counting. What is declared about whole years is not told of shorter periods. */
function notesFor(
  { every }: Series,
  { spacings }: Spaced<ObservationRow>,
  declared: readonly SeriesBreakRow[],
  stretches: readonly SeriesBreakRow[],
): string[] {
  const isYearly = (period: Period) => period === 'YEAR' || period === 'FISCAL_YEAR';
  const yearly = isYearly(every) ? [] : spacings.filter((one) => isYearly(one.every));
  const methods = declared.filter(
    ({ kind, period }) => kind === 'METHOD' && !yearly.some((years) => spansYears(period, years)),
  );
  return [...new Set([...methods, ...stretches].map(({ note }) => note))];
}

/** Whether a period is a year, or several in a row, of yearly numbers. Calendar years are only those written as years. */
function spansYears(period: string, { every, observations }: Series): boolean {
  const { earliest, latest } = dateOf(period);
  const year = stretchOf((observations[0] as ObservationRow).period);
  if (every === 'YEAR' && period.includes('-')) return false;
  const dayOfYear = (day: string | null) => day?.slice(4);
  return dayOfYear(earliest) === dayOfYear(year.from) && dayOfYear(latest) === dayOfYear(year.until);
}

const cuts: ReadonlySet<string> = new Set(['BREAK', 'UNIT_CHANGE', 'INCOMPLETE']);
function problemsOf(
  series: Series,
  { before, after }: Sides,
  months: number,
  declared: readonly SeriesBreakRow[],
  metricKind: string,
): Problem[] {
  const all = [...before, ...after];
  const problems: Problem[] = [];
  const points = { before: valuesOf(before).length, after: valuesOf(after).length };
  if (Math.min(points.before, points.after) < fewestPoints) {
    const isTooShort = periodsIn(months, series.every) < fewestPoints;
    problems.push({ code: 'TOO_FEW_POINTS', ...points, leastMonths: isTooShort ? leastMonths(series.every) : null });
  }
  const missing = all.filter(({ row }) => row === null);
  if (missing.length > 0) {
    problems.push({ code: 'GAP', periods: missing.map(({ period }) => period), ...endsWithin(series, missing) });
  }
  const breaks = declared.filter(({ kind }) => cuts.has(kind));
  if (breaks.length > 0) problems.push({ code: 'BREAK', breaks });
  // Each number of a running total holds the ones before it.
  if (metricKind === 'CUMULATIVE') problems.push({ code: 'OVERLAPPING_PERIODS' });
  const bounds = all.filter(hasOnlyBound);
  if (bounds.length > 0) problems.push({ code: 'LOWER_BOUNDS', periods: bounds.map(({ period }) => period) });
  return problems;
}

/** The first and the last period of a series with a number, each where one of these slots lies beyond it. */
function endsWithin(series: Series, slots: readonly Slot[]): { first: string | null; last: string | null } {
  const periods = series.observations.filter(hasValue).map(({ period }) => period);
  const [first, last] = [periods[0], periods.at(-1)];
  if (first === undefined || last === undefined) return { first: null, last: null };
  return {
    first: slots.some(({ until }) => until < stretchOf(first).from) ? first : null,
    last: slots.some(({ from }) => from > stretchOf(last).until) ? last : null,
  };
}

/** Why no windows can be drawn of periods without a spacing. One number alone is neither even nor uneven. */
function unevenness(series: Series, eventDate: string): Problem {
  const stretches = series.observations.filter(hasValue).map(({ period }) => stretchOf(period));
  if (stretches.length > 1) return { code: overlap(series) ? 'OVERLAPPING_PERIODS' : 'MIXED_PERIODS' };
  const { earliest, latest } = dateOf(eventDate);
  const before = stretches.filter(({ until }) => earliest !== null && until < earliest).length;
  const after = stretches.filter(({ from }) => latest !== null && from >= latest).length;
  return { code: 'TOO_FEW_POINTS', before, after, leastMonths: null };
}

/** Whether two of the stretches share a day. */
function overlap({ observations }: Series): boolean {
  const periods = [...new Set(observations.filter(hasValue).map(({ period }) => period))];
  const stretches = periods.map(stretchOf).sort((a, b) => compareText(a.from, b.from));
  let latest = '';
  return stretches.some(({ from, until }) => {
    const shares = from <= latest;
    if (until > latest) latest = until;
    return shares;
  });
}

function changeOf(before: readonly number[], after: readonly number[]): Change {
  const isLong = Math.min(before.length, after.length) >= pointsForNeweyWest;
  const lag = lagFor(before.length + after.length);
  const { estimate, degreesOfFreedom, ...interval } = isLong
    ? levelChange(before, after, lag)
    : welch(sampleOf(before), sampleOf(after));
  const [low, high] = [rounded(interval.low), rounded(interval.high)];
  const inWords = isLong ? neweyWestInWords(lag, degreesOfFreedom) : welchInWords(degreesOfFreedom);
  // An interval without width would claim to be sure.
  const spread = low < high ? { low, high, method: inWords } : { low: null, high: null, method: withoutSpread };
  const level = meanOf(before);
  return {
    absolute: rounded(estimate),
    relative: level > 0 ? rounded(estimate / level) : null,
    ...spread,
  };
}

const withoutSpread =
  'Difference of the two means. No interval is given: the numbers of each side are all alike, which leaves nothing to judge its width by.';

const neweyWestInWords = (lag: number, degreesOfFreedom: number): string =>
  `Difference of the two means as a step in level by ordinary least squares; 95 % interval from Newey–West standard errors (Bartlett kernel, lag ${lag} by the rule of 4 (n / 100)^(2/9), no prewhitening, small-sample correction n / (n - 2)) and Student's t with ${degreesOfFreedom} degrees of freedom.`;

const welchInWords = (degreesOfFreedom: number): string =>
  `Difference of the two means; 95 % interval by Welch's method (unequal variances, Student's t with ${degreesOfFreedom.toFixed(1)} degrees of freedom after Satterthwaite). It takes the numbers as independent of each other, so with fewer than ${pointsForNeweyWest} a side the interval is rather too narrow than too wide.`;

/** Whether windows of so many periods hold different parts of the year. */
function isSeasonal(every: Period, periods: number): boolean {
  const months = monthsIn[every];
  return months === null || (months * periods) % 12 !== 0;
}

/** Windows and series that are comparable, those nearest to what was asked for first; each has been asked. */
function hints<Row extends ObservationRow>(
  things: readonly Spaced<Row>[],
  found: Spaced<Row> | null,
  question: Question<Row>,
): Hint[] {
  const asked: Asked = found ?? {
    place: question.place ?? undefined,
    nationality: question.nationality ?? undefined,
  };
  const nearest = [...things].sort((a, b) => othersIn(a, asked) - othersIn(b, asked));
  const tried: Hint[] = [];
  for (const { spacings } of nearest) {
    for (const series of spacings) {
      const hint = tried.length < mostHints ? hintOf(series, asked, question) : null;
      if (hint !== null && isComparable(things, hint, question)) tried.push(hint);
    }
  }
  return tried;
}

/** In how many ways a thing is another than was asked for. */
const othersIn = (thing: Thing, asked: Asked): number =>
  (['place', 'nationality'] as const).filter((of) => isOther(of, thing, asked)).length;

/** Whether a thing has another place, or nationality, than was asked for. */
export const isOther = (of: 'place' | 'nationality', thing: Thing, asked: Asked): boolean =>
  asked[of] !== undefined && asked[of] !== thing[of];

/** The longest complete windows of a series, no longer than was asked for unless that was too short. */
function hintOf(series: Series, { place: where, nationality: whose }: Asked, question: Question): Hint | null {
  const { every, place, nationality } = series;
  if (every === 'OTHER' || question.metricKind === 'CUMULATIVE') return null;
  const wanted = periodsIn(question.months ?? defaultMonths[every], every);
  const most = wanted >= fewestPoints ? wanted : periodsIn(defaultMonths[every], every);
  const sides = sidesOf(series, question.eventDate, most);
  if (sides === null) return null;
  const clean = cleanPeriods(sides, breaksOf(series, question.breaks));
  const months = monthsFor(clean, every);
  const periods = periodsIn(months, every);
  if (periods < fewestPoints) return null;
  return { place, nationality, months, every, periods, asked: { place: where, nationality: whose } };
}

/** How many periods next to the event, on either side alike, are without any problem. */
function cleanPeriods({ before, after }: Sides, breaks: readonly SeriesBreakRow[]): number {
  const parts = new Set(breaks.flatMap(({ kind, period }) => (kind === 'INCOMPLETE' ? period : [])));
  const isSound = (slot: Slot) => slot.row !== null && !hasOnlyBound(slot) && !parts.has(slot.period);
  const ranges: Range[] = breaks.flatMap(({ kind, period }) =>
    kind === 'BREAK' || kind === 'UNIT_CHANGE' ? dateOf(period) : [],
  );
  let clean = 0;
  for (let count = 1; count <= Math.min(before.length, after.length); count++) {
    const [first, last] = [before.at(-count) as Slot, after[count - 1] as Slot];
    if (!isSound(first) || !isSound(last)) break;
    if (ranges.some((range) => possiblyWithin(range, first.from, last.until))) break;
    clean = count;
  }
  return clean;
}

function isComparable<Row extends ObservationRow>(things: readonly Spaced<Row>[], hint: Hint, question: Question<Row>) {
  if (hint.months < 1) return false;
  const thing = thingAskedFor(things, hint);
  if (thing?.place !== hint.place || thing.nationality !== hint.nationality) return false;
  const { comparable, series } = answered(thing, { ...question, months: hint.months });
  return comparable && series?.every === hint.every;
}
