/** What a mark of the line needs to know of an event. */
export type LineEvent = { id: string; date: { edtf: string; earliest: string | null; latest: string | null } };
export type LineLink = {
  id: string;
  from: { id: string };
  to: { id: string };
  family: string;
  evidence: string;
  disputed: boolean;
};

/** Along the axis of time, then away from it: what is drawn across or down is decided when drawing. */
export type Point = readonly [along: number, across: number];

export type Mark = {
  id: string;
  from: number;
  until: number;
  /** Its first or last day is not known, or it still goes on. */
  openBefore: boolean;
  openAfter: boolean;
  /** Not known to the day, so that neither end is sharp. */
  isSoft: boolean;
  leader: Point[];
};

export type LineLayout = {
  length: number;
  depth: number;
  /** The ruler of time: from here to there across. */
  ruler: { from: number; to: number };
  ticks: { at: number; label: string }[];
  /** Each event's stretch of possible time and the curve that leads from it to its label. */
  marks: Mark[];
  arcs: {
    id: string;
    from: number;
    to: number;
    height: number;
    family: string;
    isInferred: boolean;
    disputed: boolean;
  }[];
};

export type LineSizes = { length: number; arcs: number; ruler: number; leaders: number };

/** Left free at both ends of the axis. */
const margin = 14;
/** A day on a line of years would be thinner than a hair. */
const thinnest = 6;

/**
 * A line of time with few events: each has its place in time on a ruler and its label in one of as many equal parts, in
 * the order given. Lengths are in sixteenths of the page's own type size, so that larger type makes a larger drawing.
 */
export function lineLayout(
  events: readonly LineEvent[],
  links: readonly LineLink[],
  { length, arcs: room, ruler, leaders }: LineSizes,
): LineLayout {
  const days = events.flatMap(({ date }) => [date.earliest, date.latest].filter((day) => day !== null)).map(timeOf);
  const [first, last] = days.length > 0 ? [Math.min(...days), Math.max(...days)] : [0, day];
  const spare = Math.max((last - first) * 0.02, 2 * day);
  const [start, end] = [first - spare, last + spare];
  const placeOf = (time: number) => margin + ((time - start) / (end - start)) * (length - 2 * margin);
  const bottom = room + ruler;
  const marks = events.map(({ id, date }, at) => {
    const from = date.earliest === null ? margin : placeOf(timeOf(date.earliest));
    const until = date.latest === null ? length - margin : placeOf(timeOf(date.latest) + day);
    const middle = (from + until) / 2;
    const wide = Math.max(until - from, thinnest);
    const label = ((at + 0.5) * length) / events.length;
    const told = anchorOf(middle - wide / 2, middle + wide / 2, date);
    return {
      id,
      from: round(middle - wide / 2),
      until: round(middle + wide / 2),
      openBefore: date.earliest === null,
      openAfter: date.latest === null,
      isSoft: !knownDays.test(date.edtf),
      leader: [
        [round(told), bottom],
        [round(told), round(bottom + leaders * 0.6)],
        [round(label), round(bottom + leaders * 0.4)],
        [round(label), bottom + leaders],
      ] as Point[],
    };
  });
  const anchors = new Map(marks.map(({ id, leader }) => [id, leader[0]?.[0]]));
  const arcs = links.flatMap(({ id, from, to, family, evidence, disputed }) => {
    const [a, b] = [anchors.get(from.id), anchors.get(to.id)];
    if (a === undefined || b === undefined) return [];
    const height = round(Math.min(room - 12, 14 + Math.abs(b - a) * 0.12));
    return [{ id, from: round(a), to: round(b), height, family, isInferred: evidence === 'INFERRED', disputed }];
  });
  return {
    length,
    depth: bottom + leaders,
    ruler: { from: room, to: bottom },
    ticks: ticksOf(start, end, Math.max(2, Math.floor(length / 90))).flatMap(({ time, label }) => {
      const at = round(placeOf(time));
      return at < margin + 8 || at > length - margin - 24 ? [] : [{ at, label }];
    }),
    marks,
    arcs,
  };
}

/** Where a mark is led from: its middle, or its one known end. */
function anchorOf(from: number, until: number, { earliest, latest }: LineEvent['date']): number {
  if (earliest !== null && latest === null) return from + thinnest / 2;
  if (earliest === null && latest !== null) return until - thinnest / 2;
  return (from + until) / 2;
}

/** A day, or a stretch between days, the last of which may lie open. */
const knownDays = /^\d{4}-\d\d-\d\d(\/(\.\.|\d{4}-\d\d-\d\d)?)?$/;

/** Years, or months where a few years would give too few of them: as `2016` or `2025-07`. */
function ticksOf(start: number, end: number, most: number): { time: number; label: string }[] {
  const months = (end - start) / (30.44 * day);
  const step = steps.find((one) => months / one <= most) ?? 1200;
  const first = new Date(start);
  const found: { time: number; label: string }[] = [];
  for (let month = Math.ceil((first.getUTCFullYear() * 12 + first.getUTCMonth()) / step) * step; ; month += step) {
    const [year, rest] = [Math.floor(month / 12), month % 12];
    const time = timeOf(`${String(year).padStart(4, '0')}-${String(rest + 1).padStart(2, '0')}-01`);
    if (time > end) return found;
    const label = step >= 12 ? String(year) : `${year}-${String(rest + 1).padStart(2, '0')}`;
    if (time >= start) found.push({ time, label });
  }
}

const steps = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200];
const day = 86_400_000;
const timeOf = (text: string): number => Date.parse(`${text}T00:00:00Z`);
const round = (value: number): number => Math.round(value * 10) / 10;
