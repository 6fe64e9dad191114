import { compareText } from '../answers/chain';
import { badUserInput } from '../errors';
import type { List, PageRequest, Position } from '../loaders/ask';
import { bounded } from './arguments';

export interface PageArguments {
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
}

export const defaultPage = 50;
export const largestPage = 500;

// The first part names the form, so that a cursor of another edition is refused and not misread.
const cursorForm = 'at1';

export const cursorOf = ({ sort, id }: Position): string =>
  Buffer.from([cursorForm, sort, id].join('\n')).toString('base64url');

/** The place a cursor stands for; an error when it is none that was given out. */
export function positionOf(argument: string, cursor: string): Position {
  const [form, sort, id, ...rest] = Buffer.from(cursor, 'base64url').toString('utf8').split('\n');
  if (form === cursorForm && sort !== undefined && id !== undefined && rest.length === 0) {
    if (cursorOf({ sort, id }) === cursor) return { sort, id };
  }
  throw badUserInput(`"${argument}" is a cursor that an answer gave, but got: "${cursor.slice(0, 60)}".`, { argument });
}

interface Page {
  /** Read back from the end of the list, as `last` asks. */
  backward: boolean;
  size: number;
  from: Position | null;
}

/** What the arguments of a connection ask for; an error that names the bound, or the pair that does not go together. */
export function pageOf({ first, after, last, before }: PageArguments): Page {
  const backward = last != null || before != null;
  if (backward && (first != null || after != null)) {
    throw badUserInput('A list is read by "first" and "after", or by "last" and "before", not by both.');
  }
  const size = backward
    ? bounded('last', last ?? defaultPage, 0, largestPage)
    : bounded('first', first ?? defaultPage, 0, largestPage);
  const cursor = backward ? before : after;
  return { backward, size, from: cursor == null ? null : positionOf(backward ? 'before' : 'after', cursor) };
}

export interface Connection<Node> {
  edges: { node: Node; cursor: string }[];
  nodes: Node[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  totalCount: number | (() => Promise<number>);
}

interface Found<Node> {
  node: Node;
  at: Position;
}

function connection<Node>(
  found: Found<Node>[],
  { backward, from }: Page,
  more: boolean,
  totalCount: Connection<Node>['totalCount'],
): Connection<Node> {
  // A thing is loaded where it is asked for: nobody would wait for the others, or hear that one failed.
  const edges = found.map((item) => ({
    get node() {
      return item.node;
    },
    cursor: cursorOf(item.at),
  }));
  return {
    edges,
    get nodes() {
      return found.map(({ node }) => node);
    },
    pageInfo: {
      hasNextPage: backward ? from !== null : more,
      hasPreviousPage: backward ? more : from !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount,
  };
}

/** A page of a list that the database holds. One row too many is asked for, to know whether there is another page. */
export async function pageFrom(list: List, args: PageArguments, descending = false) {
  const page = pageOf(args);
  const request: PageRequest = { ascending: page.backward === descending, after: page.from, limit: page.size + 1 };
  const rows = await list.page(request);
  const kept = rows.slice(0, page.size);
  if (page.backward) kept.reverse();
  const found = kept.map((node) => ({ node, at: { sort: node.sort, id: node.id } }));
  return connection(found, page, rows.length > page.size, () => list.count());
}

/** A page of rows that are here already, in their order. `positionOfRow` tells rows apart. */
export function pageOfRows<Row, Node>(
  rows: readonly Row[],
  args: PageArguments,
  positionOfRow: (row: Row) => Position,
  nodeOf: (row: Row) => Node,
): Connection<Node> {
  const page = pageOf(args);
  const start = page.from ? placeOf(rows, page.from, positionOfRow) + 1 : 0;
  const kept = rows.slice(start, start + page.size);
  const found = kept.map((row) => ({
    get node() {
      return nodeOf(row);
    },
    at: positionOfRow(row),
  }));
  return connection(found, page, rows.length > start + page.size, rows.length);
}

/** A page of things that are here already, by their place. It goes on after a cursor whose own thing is gone, too. */
export function pageOfFound<Node>(found: readonly Found<Node>[], args: Pick<PageArguments, 'first' | 'after'>) {
  const page = pageOf(args);
  const { from } = page;
  const rest = from
    ? found.filter(({ at }) => (compareText(at.sort, from.sort) || compareText(at.id, from.id)) > 0)
    : found;
  return connection(rest.slice(0, page.size), page, rest.length > page.size, found.length);
}

function placeOf<Row>(rows: readonly Row[], { sort, id }: Position, positionOfRow: (row: Row) => Position): number {
  const place = rows.findIndex((row) => {
    const at = positionOfRow(row);
    return at.sort === sort && at.id === id;
  });
  if (place < 0) throw badUserInput('"after" is a cursor of another list.', { argument: 'after' });
  return place;
}
