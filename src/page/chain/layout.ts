import dagre from '@dagrejs/dagre';
import type { EventBrief } from '../parts/linkQuestion';
import { type Piece, rooms, stack } from './stacked';
import { type Measure, usualWidth, wrapped } from './wrapped';

/** What a layout needs of a link. */
export type Joined = { id: string; from: { id: string }; to: { id: string } };

export type Point = { x: number; y: number };

/** An event as a card; `x` and `y` are its middle. */
export type Card = Point & { event: EventBrief; column: number; lines: string[]; when: string[]; height: number };

/** A link as a line that runs clear of all cards; its mark, which can be chosen, stands at `x` and `y`. */
export type Hop<Link> = Point & { link: Link; points: Point[] };

/**
 * A stretch of time in which its cards begin, from a year or month to another; each column is later than the one before.
 * Months are given where columns side by side would bear the same years, and every date of the column is that well known.
 */
export type Column = { x: number; from: string; until: string };

export type ChainLayout<Link> = {
  width: number;
  height: number;
  cardWidth: number;
  cards: Card[];
  hops: Hop<Link>[];
  columns: Column[];
};

/** Sizes in pixels, shared with what draws them. */
export const sizes = { line: 16, padding: 8, mark: 20, head: 26, font: 13, small: 12 } as const;

const narrowest = 134;
const widest = 230;
const narrowGap = 10;
const wideGap = 60;
const tallest = 10;

/** How much room cards and the gaps beside their marks have. */
export type Room = { cardWidth: number; gap: number };

/** How cards are made: their room, how wide a text will be, and a mark such as the language of a title. */
type CardOptions = Room & { measure?: Measure; tagOf?: (event: EventBrief) => string | null };

/** The event at which reading begins stands at the top. */
export type LayoutOptions = CardOptions & { start: string };

/** The room with which the columns fill a width: first cards that can be read well, then gaps in which lines part. */
export function roomIn(width: number, columns: Map<string, number>): Room {
  const count = countOf(columns);
  const gaps = Math.max(1, count - 1);
  const inside = width - 2 * sizes.padding - gaps * sizes.mark;
  const cardWidth = Math.min(widest, Math.max(narrowest, Math.floor((inside - gaps * 2 * narrowGap) / count)));
  const gap = Math.floor((inside - count * cardWidth) / gaps / 2);
  return { cardWidth, gap: Math.min(wideGap, Math.max(narrowGap, gap)) };
}

const countOf = (columns: Map<string, number>): number => Math.max(0, ...columns.values()) + 1;

/**
 * Lays out events and the links between them from left to right in time: each link leads from an earlier column to a
 * later one, and dagre orders the cards within a column so that few links cross. How high each stands is told by `stack`,
 * since dagre's own heights leave much of a large drawing empty.
 */
export function layoutOf<Link extends Joined>(
  events: EventBrief[],
  links: Link[],
  columnOf: Map<string, number>,
  options: LayoutOptions,
): ChainLayout<Link> {
  const { start, cardWidth, gap } = options;
  const texts = new Map(events.map((event) => [event.id, textOf(event, options)]));
  const column = (id: string) => columnOf.get(id) ?? 0;
  const drawn = links.filter(({ from, to }) => column(from.id) < column(to.id));
  const graph = new dagre.graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'LR', ranksep: 2 * gap, nodesep: rooms.card, edgesep: rooms.line, marginx: sizes.padding });
  for (const [id, { height }] of texts) graph.setNode(id, { width: cardWidth, height });
  for (const { id, from, to } of drawn) {
    // As all are joined, these least lengths and dagre's wish for short lines leave each event in its own column.
    const minlen = column(to.id) - column(from.id);
    graph.setEdge(from.id, to.id, { minlen, width: sizes.mark, height: sizes.mark, labelpos: 'c' }, id);
  }
  dagre.layout(graph);
  const cardPieces = new Map(
    [...texts].map(([id, { height }]) => [id, pieceAt(graph.node(id) as Point, height, true)]),
  );
  const cardAt = (id: string) => cardPieces.get(id) as Piece;
  const ways = drawn.map((link) => {
    const edge = graph.edge(link.from.id, link.to.id, link.id) as Point & { points: Point[] };
    const isMark = ({ x, y }: Point) => x === edge.x && y === edge.y;
    // Its first and last points are where it leaves a card and meets one.
    const passed = edge.points.slice(1, -1).map((point) => pieceAt(point, isMark(point) ? sizes.mark : 0, false));
    const mark = passed.find(({ height }) => height > 0) as Piece;
    const way = [cardAt(link.from.id), ...passed, cardAt(link.to.id)];
    for (const [at, piece] of way.entries()) {
      piece.joined.push(...[way[at - 1], way[at + 1]].filter((one) => one !== undefined));
    }
    return { link, mark, passed, way };
  });
  const pieces = [...cardPieces.values(), ...ways.flatMap(({ passed }) => passed)];
  stack(pieces, cardPieces.get(start));
  const bottom = Math.max(...pieces.map(({ y, height }) => y + height / 2));
  /** A place below the heads of the columns; whole pixels make sharp edges. */
  const placed = ({ x, y }: Point): Point => ({ x: round(x), y: Math.round(y + sizes.head + sizes.padding) });
  const cards = [...texts]
    .map(([id, text]): Card => ({ ...text, column: column(id), ...placed(cardAt(id)) }))
    .sort((a, b) => a.column - b.column || a.y - b.y);
  const middles = new Set(cards.map(({ x }) => x));
  const hops = ways.map(({ link, mark, way }): Hop<Link> => {
    const points = way.flatMap((piece, at) => {
      const { x, y } = placed(piece);
      if (!middles.has(x)) return { x, y };
      // Level from one side of the column to the other, so that it touches no card above or below.
      const left = { x: round(x - cardWidth / 2), y };
      const right = { x: round(x + cardWidth / 2), y };
      return at === 0 ? right : at === way.length - 1 ? left : [left, right];
    });
    return { link, points, ...placed(mark) };
  });
  const { width = 0 } = graph.graph() as { width?: number };
  return {
    width: Math.ceil(width),
    height: Math.ceil(bottom + sizes.head + 2 * sizes.padding),
    cardWidth,
    cards,
    hops,
    columns: headsOf(Array.from({ length: countOf(columnOf) }, (_, at) => cards.filter((card) => card.column === at))),
  };
}

const pieceAt = ({ x, y }: Point, height: number, isCard: boolean): Piece => ({
  x: round(x),
  y,
  height,
  isCard,
  joined: [],
});

function textOf(event: EventBrief, { cardWidth, measure = usualWidth, tagOf = () => null }: CardOptions) {
  const width = cardWidth - 2 * sizes.padding;
  const lines = wrapped(event.title, width, 8, (text) => measure(text, sizes.font, 600));
  const when = wrapped([event.date.text, tagOf(event)].filter(Boolean).join(', '), width, 6, (text) =>
    measure(text, sizes.small, 400),
  );
  return { event, lines, when, height: (lines.length + when.length) * sizes.line + 2 * sizes.padding };
}

function headsOf(columns: Card[][]): Column[] {
  const years = columns.map((cards) => headOf(cards, 'YYYY'.length));
  const areSame = (one: Column | undefined, other: Column | undefined) =>
    one?.from === other?.from && one?.until === other?.until;
  return years.map((head, at) => {
    const cards = columns[at] ?? [];
    const isRepeated = areSame(head, years[at - 1]) || areSame(head, years[at + 1]);
    const areMonthsKnown = cards.every(({ event }) => /^\d{4}-\d{2}/.test(event.date.edtf));
    return isRepeated && areMonthsKnown ? headOf(cards, 'YYYY-MM'.length) : head;
  });
}

/** The first and last of the days on which the cards of a column begin, as far as the first letters of a date say them. */
function headOf(cards: Card[], letters: number): Column {
  const days = cards.map(({ event }) => dayOf(event).slice(0, letters)).sort();
  return { x: cards[0]?.x ?? 0, from: days[0] ?? '', until: days.at(-1) ?? '' };
}

/**
 * The column of each event. Events are taken in order of time, an event whose date is rough never before those that lead
 * to it; a new column begins where the next event follows from one of the column, or where the column is full.
 */
export function columnsOf(events: EventBrief[], links: Joined[]): Map<string, number> {
  const known = new Set(events.map(({ id }) => id));
  const columns = new Map<string, number>();
  const before = new Map(events.map(({ id }) => [id, [] as string[]]));
  for (const { from, to } of links) if (known.has(from.id)) before.get(to.id)?.push(from.id);
  let waiting = events.toSorted((a, b) => compare(dayOf(a), dayOf(b)) || compare(a.id, b.id));
  let [current, size] = [0, 0];
  while (waiting.length > 0) {
    const next = waiting.find(({ id }) => before.get(id)?.every((one) => columns.has(one))) ?? waiting[0];
    if (!next) break;
    const after = before.get(next.id)?.some((one) => columns.get(one) === current) ?? false;
    if (size > 0 && (after || size >= tallest)) [current, size] = [current + 1, 0];
    columns.set(next.id, current);
    size += 1;
    waiting = waiting.filter((event) => event !== next);
  }
  return columns;
}

/** The day that an event is sorted by: its first possible one, of one without known beginning the last. */
export const dayOf = ({ date }: Pick<EventBrief, 'date'>): string => date.earliest ?? date.latest ?? '';

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const round = (value: number): number => Math.round(value * 10) / 10;
