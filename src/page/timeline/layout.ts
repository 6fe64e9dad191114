import type { Stretch } from './days';
import { countOf, daysOf } from './stretch';
import {
  type ClusterItemRead,
  type DateRead,
  type EventItemRead,
  isEventRead,
  type TimelineLinkRead,
  type TimelineRead,
} from './timelineQuestions';

/** How one end of a mark is drawn: as a day that is known, as one that is not, or as none at all. */
export type End = 'hard' | 'soft' | 'open';

export type EventMark = {
  id: string;
  is: 'event';
  lane: number;
  /** Where it is drawn, in pixels from the first day of all. */
  x0: number;
  x1: number;
  y: number;
  /** A day that is known, and narrower than a dot. */
  isDot: boolean;
  start: End;
  end: End;
  approximate: boolean;
  uncertain: boolean;
  /** Its name beside it, where there is room for one; cut with an ellipsis where there is room for no more. */
  name: string | null;
  /** Left of the mark, where the time ends before the name would. */
  isNameBefore: boolean;
  /** From where to where it takes room, the name included. */
  left: number;
  right: number;
  item: EventItemRead;
};

export type ClusterMark = {
  id: string;
  is: 'cluster';
  lane: number;
  x0: number;
  x1: number;
  y: number;
  left: number;
  right: number;
  count: number;
  /** The days that its events cover. */
  days: Stretch;
};

export type Mark = EventMark | ClusterMark;

export type LaneBand = { id: string; label: string; y: number; height: number };

export type Arc = {
  id: string;
  link: TimelineLinkRead;
  from: EventMark;
  to: EventMark;
  path: string;
  /** The middle of the arc, where a dispute is marked. */
  x: number;
  y: number;
};

export type Layout = {
  marks: Mark[];
  lanes: LaneBand[];
  arcs: Arc[];
  /** Links with an end in a cluster, which are not drawn. */
  hiddenLinks: number;
  height: number;
};

export type Options = {
  pixelsPerDay: number;
  /** The first day of all, which stands at 0. */
  origin: number;
  /** Where all time ends, in pixels. */
  end: number;
  /** The most rows of a lane; what finds no place in them is clustered. */
  mostRows: number;
  mostLanes: number;
  /** The name of the lane of what has no lane of its own. */
  others: string;
  /** Room above the marks of a lane for its label. */
  laneHead: number;
  /** The widest that a name may be. */
  widestName: number;
  /** An event that is never clustered, such as the one that is read about. */
  keep: string | null;
  /** How wide a text is drawn. */
  measure: (text: string) => number;
};

/**
 * Where everything stands at one scale. The place does not depend on the stretch that is looked at, so that nothing
 * jumps while one goes along. What has more links is placed first: it is the last to be clustered and the first to be named.
 */
export function layOut(timeline: TimelineRead, options: Options): Layout {
  const laneOf = lanesIn(timeline, options);
  const weights = weightsOf(timeline.links);
  const items = timeline.items.map((item, order) => placed(item, order, laneOf.at(item.lane), weights, options));
  const lanes: LaneBand[] = [];
  const marks = new Map<string, Mark>();
  let y: number = axisHeight;
  for (const [at, { id, label }] of laneOf.lanes.entries()) {
    const packed = pack(
      items.filter(({ lane }) => lane === at),
      options,
    );
    const height = options.laneHead + packed.rows * rowHeight + lanePadding;
    for (const mark of packed.marks) {
      mark.y += y + options.laneHead + lanePadding / 2;
      marks.set(mark.id, mark);
    }
    lanes.push({ id, label, y, height });
    y += height;
  }
  const arcs = timeline.links.flatMap((link) => arcOf(link, marks));
  return {
    marks: inTime([...marks.values()], items),
    lanes,
    arcs,
    hiddenLinks: timeline.links.length - arcs.length,
    height: y,
  };
}

export const axisHeight = 26;
export const rowHeight = 18;
export const radius = 5;
const lanePadding = 8;
const gap = 3;
export const nameGap = 6;
const openLength = 26;
const clusterWidth = 34;
const clusterBin = 44;

type Placed = {
  id: string;
  lane: number;
  item: EventItemRead | ClusterItemRead;
  x0: number;
  x1: number;
  weight: number;
  order: number;
};

/** The lanes, and which of them a lane of the answer has become: where there are too many, the last become one. */
function lanesIn(timeline: TimelineRead, { mostLanes, others }: Options) {
  const known = timeline.lanes.toSorted((a, b) => a.order - b.order);
  const all = known.map(({ id, label }) => ({ id, label }));
  const lanes = all.length <= mostLanes ? all : [...all.slice(0, mostLanes - 1), { id: '_others', label: others }];
  const places = new Map(known.map(({ id }, at) => [id, Math.min(at, lanes.length - 1)]));
  return { lanes, at: (id: string) => places.get(id) ?? lanes.length - 1 };
}

function weightsOf(links: TimelineLinkRead[]): Map<string, number> {
  const weights = new Map<string, number>();
  for (const { from, to } of links) {
    for (const { id } of [from, to]) weights.set(id, (weights.get(id) ?? 0) + 1);
  }
  return weights;
}

function placed(
  item: EventItemRead | ClusterItemRead,
  order: number,
  lane: number,
  weights: Map<string, number>,
  { origin, pixelsPerDay, keep }: Options,
): Placed {
  const [first, last] = daysOf(item);
  const x = (day: number) => (day - origin) * pixelsPerDay;
  const isEvent = isEventRead(item);
  const [openStart, openEnd] = isEvent ? opensOf(item) : ([0, 0] as const);
  const [x0, x1] = widened(x(first), x(last + 1), isEvent ? 2 * radius : clusterWidth);
  const id = isEvent ? item.event.id : clusterId(item.lane, item.firstDay, item.count);
  const weight = isEvent && item.event.id !== keep ? (weights.get(item.event.id) ?? 0) : Number.POSITIVE_INFINITY;
  return { id, lane, item, x0: x0 - openStart, x1: x1 + openEnd, weight, order };
}

const clusterId = (lane: string, from: string | number, count: number) => `cluster-${lane}-${from}-${count}`;

const opensOf = ({ from, until }: EventItemRead): [number, number] => [
  from === null ? openLength : 0,
  until === null ? openLength : 0,
];

const widened = (x0: number, x1: number, least: number): [number, number] =>
  x1 - x0 >= least ? [x0, x1] : [(x0 + x1 - least) / 2, (x0 + x1 + least) / 2];

/** The marks of a lane in rows, `y` counted from its first; clusters of what finds no room; names where there is some. */
function pack(items: Placed[], options: Options): { marks: Mark[]; rows: number } {
  const rows: Row[] = [];
  const hidden: Placed[] = [];
  const standing: { item: Placed; row: number }[] = [];
  const ranked = items.toSorted((a, b) => b.weight - a.weight || a.order - b.order);
  for (const item of ranked) {
    const row = roomFor(rows, item.x0 - gap, item.x1 + gap, options.mostRows);
    if (row === null) {
      hidden.push(item);
      continue;
    }
    rows[row] ??= [];
    rows[row].push({ x0: item.x0 - gap, x1: item.x1 + gap, owner: item.id });
    standing.push({ item, row });
  }
  const { clusters, alone } = clustersOf(hidden, options);
  // Names may ask for two more rows than the marks alone, never for more than there are.
  const mostNamed = Math.min(options.mostRows, rows.length + 2);
  const marks = standing.map(({ item, row }) => named(item, row, rows, mostNamed, options));
  // A name may have taken the last mark out of a row, and a row without marks is none.
  const rowsLeft = [...new Set(marks.map(({ row }) => row))].sort((a, b) => a - b);
  const middleOf = (row: number) => row * rowHeight + rowHeight / 2;
  const last: Mark[] = [
    ...clusters,
    ...alone.map((item) => (isEventRead(item.item) ? eventMark(item, item.item, null) : clusterMark(item))),
  ];
  return {
    marks: [
      ...marks.map(({ mark, row }) => ({ ...mark, y: middleOf(rowsLeft.indexOf(row)) })),
      ...last.map((mark) => ({ ...mark, y: middleOf(rowsLeft.length) })),
    ],
    rows: rowsLeft.length + (last.length > 0 ? 1 : 0),
  };
}

type Row = { x0: number; x1: number; owner: string }[];

/** The first row that is free from `x0` to `x1`, whoever `owner` is not counted; null where none is. */
function roomFor(rows: readonly Row[], x0: number, x1: number, most: number, owner = ''): number | null {
  for (let at = 0; at < most; at++) {
    const row = rows[at];
    if (!row || row.every((taken) => taken.owner === owner || taken.x1 <= x0 || taken.x0 >= x1)) return at;
  }
  return null;
}

type InRow = { mark: Mark; row: number };

/** The mark of an item, with its name where a row has room for both; the mark moves there. */
function named(item: Placed, row: number, rows: Row[], mostRows: number, options: Options): InRow {
  if (!isEventRead(item.item)) return { mark: clusterMark(item), row };
  // Before its mark a name may lie out of sight, so it is rather cut than put there, unless little would be left of it.
  const after = options.end - item.x1 - nameGap;
  const isAfter = after >= Math.min(options.measure(item.item.event.title), options.widestName / 2);
  const widestName = isAfter ? Math.min(options.widestName, after) : options.widestName;
  const { text, width } = cut(item.item.event.title, { ...options, widestName });
  const side = isAfter ? { left: 0, right: width + nameGap } : { left: width + nameGap, right: 0 };
  const [x0, x1] = [item.x0 - gap - side.left, item.x1 + gap + side.right];
  const room = roomFor(rows.slice(0, mostRows), x0, x1, mostRows, item.id);
  if (room === null) return { mark: eventMark(item, item.item, null), row };
  const before = rows[row] as Row;
  rows[row] = before.filter(({ owner }) => owner !== item.id);
  rows[room] ??= [];
  rows[room].push({ x0, x1, owner: item.id });
  return { mark: eventMark(item, item.item, text, side), row: room };
}

function eventMark(item: Placed, read: EventItemRead, name: string | null, side = { left: 0, right: 0 }): EventMark {
  const { date } = read.event;
  const [start, end] = endsOf(date, read);
  return {
    id: item.id,
    is: 'event',
    lane: item.lane,
    x0: item.x0,
    x1: item.x1,
    y: 0,
    isDot: date.precision === 'DAY' && start === 'hard' && end === 'hard' && item.x1 - item.x0 <= 2 * radius + 1,
    start,
    end,
    approximate: date.approximate,
    uncertain: date.uncertain,
    name,
    isNameBefore: side.left > 0,
    left: item.x0 - side.left,
    right: item.x1 + side.right,
    item: read,
  };
}

/** A month, a year, and whatever is only roughly known, has no first and no last day that could be drawn as one. */
function endsOf({ precision, approximate, edtf }: DateRead, { from, until }: EventItemRead): [End, End] {
  const known = precision === 'DAY' || (precision === 'INTERVAL' && !approximate);
  const [first = '', last = first] = edtf.split('/');
  const endOf = (text: string, day: string | null): End => {
    if (day === null) return text === '..' ? 'open' : 'soft';
    return known && !approximate && /^\d{4}-\d{2}-\d{2}\??$/.test(text) ? 'hard' : 'soft';
  };
  return [endOf(first, from), endOf(last, until)];
}

function clusterMark({ id, lane, item, x0, x1 }: Placed): ClusterMark {
  const [first, last] = daysOf(item);
  const count = countOf(item);
  return { id, is: 'cluster', lane, x0, x1, y: 0, left: x0, right: x1, count, days: { from: first, to: last + 1 } };
}

/**
 * What found no room, by stretches that have room for the mark of a cluster and stay where they are at one scale. What
 * is alone in its stretch stands for itself in the row of the clusters, unless something else lies there: then it joins
 * that, so that no cluster holds a single event.
 */
function clustersOf(hidden: Placed[], options: Options): { clusters: ClusterMark[]; alone: Placed[] } {
  const bins = new Map<number, Placed[]>();
  for (const item of hidden) {
    const bin = binOf(item);
    bins.set(bin, [...(bins.get(bin) ?? []), item]);
  }
  const crowds = new Map([...bins].filter(([, held]) => held.length > 1));
  const alone = new Set([...bins.values()].filter(({ length }) => length === 1).flat());
  // What has joined makes a cluster whose mark may lie over the next that is alone, so each joins before all look again.
  for (let joined = true; joined; ) {
    joined = false;
    for (const item of alone) {
      const bin = [...crowds.keys()].find((one) => overlap(item, pillAt(one)));
      const other = bin === undefined ? [...alone].find((one) => one !== item && overlap(item, one)) : undefined;
      if (bin === undefined && !other) continue;
      const at = bin ?? binOf(item);
      crowds.set(at, [...(crowds.get(at) ?? []), item, ...(other ? [other] : [])]);
      for (const one of [item, other]) if (one) alone.delete(one);
      joined = true;
    }
  }
  return { clusters: [...crowds].map(([bin, held]) => clusterOf(bin, held, options)), alone: [...alone] };
}

const binOf = ({ x0, x1 }: Placed): number => Math.floor((x0 + x1) / 2 / clusterBin);

type Reach = { x0: number; x1: number };

/** Where the mark of a cluster stands in its stretch. */
function pillAt(bin: number): Reach {
  const x0 = bin * clusterBin + (clusterBin - clusterWidth) / 2;
  return { x0, x1: x0 + clusterWidth };
}

const overlap = (a: Reach, b: Reach): boolean => a.x0 - gap < b.x1 && b.x0 < a.x1 + gap;

function clusterOf(bin: number, held: Placed[], { origin, pixelsPerDay }: Options): ClusterMark {
  const days = held.map(({ item }) => daysOf(item));
  const from = Math.min(...days.map(([first]) => first));
  const to = Math.max(...days.map(([, last]) => last)) + 1;
  const count = held.reduce((sum, { item }) => sum + countOf(item), 0);
  const lane = held[0]?.lane ?? 0;
  const { x0, x1 } = pillAt(bin);
  const id = clusterId(String(lane), Math.round(origin + x0 / pixelsPerDay), count);
  return { id, is: 'cluster', lane, x0, x1, y: 0, left: x0, right: x1, count, days: { from, to } };
}

/** A text with its width, cut with an ellipsis where it is wider than a name may be. */
function cut(text: string, { widestName, measure }: Options): { text: string; width: number } {
  const width = measure(text);
  if (width <= widestName) return { text, width };
  const words = text.split(' ');
  for (let count = words.length - 1; count > 0; count--) {
    const shorter = `${words.slice(0, count).join(' ')}…`;
    const narrower = measure(shorter);
    if (narrower <= widestName) return { text: shorter, width: narrower };
  }
  const letters = `${text.slice(0, Math.max(1, Math.floor((text.length * widestName) / width) - 1))}…`;
  return { text: letters, width: measure(letters) };
}

/** The line of a link: over the marks of one lane, an S between two. */
function arcOf(link: TimelineLinkRead, marks: ReadonlyMap<string, Mark>): Arc[] {
  const [from, to] = [marks.get(link.from.id), marks.get(link.to.id)];
  if (from?.is !== 'event' || to?.is !== 'event') return [];
  const [x1, x2] = [anchorOf(from), anchorOf(to)];
  const [y1, y2] = [from.y, to.y];
  const length = Math.abs(x2 - x1);
  const round = (value: number) => Math.round(value * 10) / 10;
  if (from.lane === to.lane) {
    const top = Math.max(axisHeight - 10, Math.min(y1, y2) - Math.min(70, 12 + length * 0.12));
    const path = `M${round(x1)} ${round(y1)}C${round(x1 + (x2 - x1) * 0.25)} ${round(top)} ${round(x2 - (x2 - x1) * 0.25)} ${round(top)} ${round(x2)} ${round(y2)}`;
    return [{ id: link.id, link, from, to, path, x: (x1 + x2) / 2, y: (y1 + y2 + 6 * top) / 8 }];
  }
  const bend = Math.max(18, Math.min(length / 2, 160));
  const path = `M${round(x1)} ${round(y1)}C${round(x1 + bend)} ${round(y1)} ${round(x2 - bend)} ${round(y2)} ${round(x2)} ${round(y2)}`;
  return [{ id: link.id, link, from, to, path, x: (x1 + x2) / 2, y: (y1 + y2) / 2 }];
}

/** Where a link meets a mark: at its first day where that is known, else in the middle of what is possible. */
const anchorOf = ({ x0, x1, start }: EventMark) =>
  start === 'hard' ? x0 + Math.min(radius, (x1 - x0) / 2) : (x0 + x1) / 2;

/** Marks in the order of the answer, which is that of time; a cluster stands where its first event would. */
function inTime(marks: Mark[], items: Placed[]): Mark[] {
  const orderOf = new Map(items.map(({ id, order }) => [id, order]));
  const first = new Map<number, number>();
  for (const { order, item } of items) {
    const [day] = daysOf(item);
    if (!first.has(day)) first.set(day, order);
  }
  const place = (mark: Mark) =>
    orderOf.get(mark.id) ?? (mark.is === 'cluster' ? (first.get(mark.days.from) ?? 0) - 0.5 : 0);
  return marks.toSorted((a, b) => place(a) - place(b));
}
