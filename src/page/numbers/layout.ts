import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { dayOf, toTime } from '../days';
import type { BreakRead, ObservationRead, SeriesRead, WindowRead } from './questions';

export type Size = { width: number; height: number };

/** A value on the drawing. `from` and `until` are the ends of its period; where it is one day they are the same. */
export type Point = {
  observation: ObservationRead;
  x: number;
  y: number;
  from: number;
  until: number;
  /** EXACT, ABOUT, MORE_THAN, …: how the number relates to the true one. */
  bound: string;
};

export type Marker = {
  id: string;
  title: string;
  text: string;
  x: number;
  from: number;
  until: number;
  aside: boolean;
};

export type Chart = Size & {
  left: number;
  bottom: number;
  points: Point[];
  /** The lines between points that may be joined, as SVG paths. */
  lines: string[];
  /** Where a number is missing: never a zero, never a line across. */
  gaps: { text: string; x: number; width: number }[];
  breaks: { kind: string; note: string; text: string; x: number }[];
  markers: Marker[];
  windows: { x: number; width: number; mean: number | null; y: number | null }[];
  /** The first days of years, or of months where the whole is short. */
  xTicks: { x: number; date: string }[];
  yTicks: { y: number; value: number }[];
};

const margin = { left: 64, right: 16, top: 34, bottom: 28 };

/** Kinds of breaks across which no line may run. */
const severing = ['BREAK', 'UNIT_CHANGE', 'GAP'];

/** A series as a chart: time to the right, the value from 0 upwards. */
export function chartOf(
  series: SeriesRead,
  markers: readonly EventOn[],
  windows: readonly WindowRead[],
  { width, height }: Size,
): Chart {
  const valued = series.observations.filter(isDrawable);
  const x = scaleLinear(extentOf(series, markers), [margin.left, width - margin.right]);
  const values = valued.map(({ value }) => value ?? 0);
  const y = scaleLinear([Math.min(0, ...values), Math.max(1, ...values)], [height - margin.bottom, margin.top]).nice(5);
  const points = valued.map((observation) => pointOf(observation, x, y));
  const spanOf = ({ earliest, latest }: Span) =>
    [x(dayOf(earliest ?? latest ?? '')), x(dayOf(latest ?? earliest ?? '') + 1)] as const;
  return {
    width,
    height,
    left: margin.left,
    bottom: height - margin.bottom,
    points,
    lines: linesOf(points, series).map((run) => pathOf(run)),
    gaps: series.gaps.filter(isDated).map((gap) => {
      const [from, until] = spanOf(gap);
      return { text: gap.text, x: round(from), width: round(until - from) };
    }),
    breaks: series.breaks
      .filter(({ kind, period }) => kind !== 'GAP' && isDated(period))
      .map(({ kind, note, period }) => ({
        kind,
        note,
        text: period.text,
        x: round(Math.max(margin.left, spanOf(period)[0])),
      })),
    markers: markers
      .filter(({ date }) => isDated(date))
      .map((event) => {
        const [from, until] = spanOf(event.date).map((end) => Math.min(end, width - margin.right)) as [number, number];
        return {
          id: event.id,
          title: event.title,
          text: event.date.text,
          x: round(from),
          from: round(from),
          until: round(until),
          aside: event.aside === true,
        };
      })
      .filter((marker) => marker.x >= margin.left - 1 && marker.x <= width - margin.right + 1),
    windows: windows.map(({ from, until, mean }) => {
      // A window may begin before the first number and end after the last: it stays beside the scale.
      const inside = (at: number) => Math.min(Math.max(at, margin.left), width - margin.right);
      const [start, end] = spanOf({ earliest: from, latest: until }).map(inside) as [number, number];
      return { x: round(start), width: round(end - start), mean, y: mean === null ? null : round(y(mean)) };
    }),
    xTicks: ticksIn(x.domain() as [number, number], Math.floor(width / 70)).map((date) => ({
      date,
      x: round(x(dayOf(date))),
    })),
    yTicks: y.ticks(5).map((value) => ({ value, y: round(y(value)) })),
  };
}

type Span = { earliest: string | null; latest: string | null };

/** An event to mark; `aside` where no value of the series is tied to it. */
export type EventOn = { id: string; title: string; date: Span & { text: string }; aside?: boolean };

/** The events of a series, each once, by the day they began: those that the data set ties to one of its values. */
export function eventsOf({ observations }: SeriesRead): EventOn[] {
  const events = new Map(observations.flatMap(({ events }) => events.map((event) => [event.id, event] as const)));
  return [...events.values()].sort((a, b) => (startOf(a) < startOf(b) ? -1 : 1));
}

export const startOf = ({ date }: EventOn): string => date.earliest ?? date.latest ?? '';

const isDated = ({ earliest, latest }: Span): boolean => earliest !== null || latest !== null;

const isDrawable = ({ value, period }: ObservationRead): boolean => value !== null && isDated(period);

/** From the first period to the last, and on to the events that the series is about. */
function extentOf({ first, last }: SeriesRead, markers: readonly EventOn[]): [number, number] {
  const own = markers.filter(({ date, aside }) => !aside && isDated(date)).map((event) => dayOf(startOf(event)));
  const [from, until] = [Math.min(dayOf(first), ...own), Math.max(dayOf(last) + 1, ...own)];
  // A single day still needs a width.
  const pad = Math.max(15, (until - from) * 0.02);
  return [from - pad, until + pad];
}

function pointOf(observation: ObservationRead, x: (day: number) => number, y: (value: number) => number): Point {
  const { period, value, bound } = observation;
  const from = x(dayOf(period.earliest ?? period.latest ?? ''));
  const until = x(dayOf(period.latest ?? period.earliest ?? '') + 1);
  return {
    observation,
    x: round((from + until) / 2),
    y: round(y(value ?? 0)),
    from: round(from),
    until: round(until),
    bound: bound ?? 'EXACT',
  };
}

/** Runs of points that may be joined: next to each other, with no gap and no severing break between them. */
function linesOf(points: Point[], series: SeriesRead): Point[][] {
  // Stretches of uneven length, and single numbers that were set or are only part of a whole, are never joined.
  if (series.every === 'OTHER') return [];
  const runs: Point[][] = [];
  for (const point of points) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (run && before && mayJoin(before, point, series)) run.push(point);
    else runs.push([point]);
  }
  return runs.filter(({ length }) => length > 1);
}

function mayJoin(before: Point, after: Point, { gaps, breaks }: SeriesRead): boolean {
  const from = before.observation.period.latest ?? '';
  const until = after.observation.period.earliest ?? '';
  const lies = ({ earliest, latest }: Span) =>
    (earliest ?? latest ?? '') >= from && (latest ?? earliest ?? '') <= until;
  const severs = ({ kind, period }: BreakRead) => {
    const start = period.earliest ?? '';
    if (kind === 'INCOMPLETE') return [before, after].some(({ observation }) => isSame(observation.period, period));
    return severing.includes(kind) && start > from && start <= until;
  };
  return !gaps.some(lies) && !breaks.some(severs);
}

const isSame = (a: Span, b: Span): boolean => a.earliest === b.earliest && a.latest === b.latest;

const pathOf = (run: Point[]): string =>
  line<Point>()
    .x(({ x }) => x)
    .y(({ y }) => y)(run) ?? '';

/** As many first days of months or years as there is room for, evenly. */
function ticksIn([first, last]: [number, number], room: number): string[] {
  const months = (last - first) / 30;
  const step = [1, 3, 6, 12, 24, 60, 120].find((one) => months / one <= room) ?? 240;
  const start = toTime(first);
  // Counted in months since year 0, so that every step falls on the same months of each year.
  const from = Math.ceil((start.getUTCFullYear() * 12 + start.getUTCMonth() + 1) / step) * step;
  return Array.from({ length: Math.ceil(months / step) + 1 }, (_, at) => from + at * step)
    .map((month) => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`)
    .filter((date) => dayOf(date) <= last);
}

const round = (value: number): number => Math.round(value * 10) / 10;
