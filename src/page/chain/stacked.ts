/** What takes room in a drawing of columns: a card, the mark of a link, or the place where a line passes. */
export type Piece = {
  /** The middle of its column. */
  x: number;
  /** Its middle; at first no more than its place in the order of its column. */
  y: number;
  height: number;
  isCard: boolean;
  joined: Piece[];
};

/** Room between two cards of a column, and between two lines, in pixels. */
export const rooms = { card: 12, line: 8 } as const;

/** How often all columns are gone through, forth and back; after so many little moves any more. */
const sweeps = 24;

/** A line that passes is drawn as level as can be: it counts so much more than where it leaves a card. */
const level = 8;

/**
 * Moves pieces up and down, the order in each column as it was: none over another or above 0, each as near as may be to
 * what it is joined with, and `first` at the top. So a drawing is hardly taller than its fullest column. A column is
 * solved by isotonic regression, pooling adjacent violators.
 */
export function stack(pieces: readonly Piece[], first: Piece | undefined): void {
  const middles = [...new Set(pieces.map(({ x }) => x))].sort((a, b) => a - b);
  const columns = middles.map((middle) => pieces.filter(({ x }) => x === middle).sort((a, b) => a.y - b.y));
  const wish = (piece: Piece) => (piece === first ? 0 : wished(piece));
  for (const column of columns) place(column, () => 0);
  for (let sweep = 0; sweep < sweeps; sweep++) {
    for (const column of columns) place(column, wish);
    for (const column of columns.toReversed()) place(column, wish);
  }
}

/** The middle of what a piece is joined with. */
function wished(piece: Piece): number {
  let [sum, weights] = [0, 0];
  for (const one of piece.joined) {
    const weight = one.isCard || piece.isCard ? 1 : level;
    sum += weight * one.y;
    weights += weight;
  }
  return weights === 0 ? piece.y : sum / weights;
}

const roomOf = ({ isCard }: Piece) => (isCard ? rooms.card : rooms.line);

/** From the middle of a piece to the middle of the next below it. */
const distance = (above: Piece, below: Piece): number =>
  (above.height + roomOf(above) + roomOf(below) + below.height) / 2;

/** Places the pieces of a column in their order, their squared distances from what is wished as small as can be. */
function place(column: readonly Piece[], wish: (piece: Piece) => number): void {
  const blocks: { from: number; count: number; sum: number }[] = [];
  const offsets: number[] = [];
  for (const [at, piece] of column.entries()) {
    const above = column[at - 1];
    offsets.push(above ? (offsets[at - 1] as number) + distance(above, piece) : piece.height / 2);
    let block = { from: at, count: 1, sum: wish(piece) - (offsets[at] as number) };
    for (let last = blocks.at(-1); last && last.sum / last.count > block.sum / block.count; last = blocks.at(-1)) {
      blocks.pop();
      block = { from: last.from, count: last.count + block.count, sum: last.sum + block.sum };
    }
    blocks.push(block);
  }
  for (const { from, count, sum } of blocks) {
    for (let at = from; at < from + count; at++) {
      (column[at] as Piece).y = Math.max(0, sum / count) + (offsets[at] as number);
    }
  }
}
