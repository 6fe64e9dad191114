import { compareText } from '../answers/chain';
import { badUserInput } from '../errors';
import type { PageRequest, Pages, Position } from '../loaders/ask';
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
const cursorForm = 'at2';

/** A list by name, with its order where it has several: a place in it means nothing in another. */
type ListName = string;

const cursorOf = (list: ListName, { sort, id }: Position): string =>
  Buffer.from([cursorForm, list, sort, id].join('\n')).toString('base64url');

/** The place in a list that a cursor stands for; an error when it is none that was given out, or of another list. */
function positionOf(list: ListName, argument: string, cursor: string): Position {
  const [form, named, sort, id, ...rest] = Buffer.from(cursor, 'base64url').toString('utf8').split('\n');
  if (form === cursorForm && named !== undefined && sort !== undefined && id !== undefined && rest.length === 0) {
    if (cursorOf(named, { sort, id }) === cursor) {
      if (named === list) return { sort, id };
      throw ofAnotherList(argument);
    }
  }
  throw badUserInput(`"${argument}" is a cursor that an answer gave, but got: "${cursor.slice(0, 60)}".`, { argument });
}

const ofAnotherList = (argument: string) => badUserInput(`"${argument}" is a cursor of another list.`, { argument });

interface Page {
  list: ListName;
  /** Read back from the end of the list, as `last` asks. */
  backward: boolean;
  size: number;
  from: Position | null;
}

/** What the arguments of a connection ask for; an error that names the bound, or the pair that does not go together. */
function pageOf(list: ListName, { first, after, last, before }: PageArguments): Page {
  const backward = last != null || before != null;
  if (backward && (first != null || after != null)) {
    throw badUserInput('A list is read by "first" and "after", or by "last" and "before", not by both.');
  }
  const size = backward
    ? bounded('last', last ?? defaultPage, 0, largestPage)
    : bounded('first', first ?? defaultPage, 0, largestPage);
  const cursor = backward ? before : after;
  const from = cursor == null ? null : positionOf(list, backward ? 'before' : 'after', cursor);
  return { list, backward, size, from };
}

export interface Connection<Node> {
  edges: { node: Node; cursor: string }[];
  nodes: () => Node[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  totalCount: number | (() => Promise<number>);
}

interface Found<Node> {
  node: Node;
  at: Position;
}

function connection<Node>(
  found: Found<Node>[],
  { list, backward, from }: Page,
  more: boolean,
  totalCount: Connection<Node>['totalCount'],
): Connection<Node> {
  // A thing is loaded where it is asked for: nobody would wait for the others, or hear that one failed.
  const edges = found.map((item) => ({
    get node() {
      return item.node;
    },
    cursor: cursorOf(list, item.at),
  }));
  return {
    edges,
    nodes: () => found.map(({ node }) => node),
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
export async function pageFrom(name: ListName, list: Pages, args: PageArguments, descending = false) {
  const page = pageOf(name, args);
  const request: PageRequest = { ascending: page.backward === descending, after: page.from, limit: page.size + 1 };
  const rows = await list.page(request);
  const kept = rows.slice(0, page.size);
  if (page.backward) kept.reverse();
  const found = kept.map((node) => ({ node, at: { sort: node.sort, id: node.id } }));
  return connection(found, page, rows.length > page.size, () => list.count());
}

/** A page of rows that are here already, in their order. `positionOfRow` tells rows apart. */
export function pageOfRows<Row, Node>(
  name: ListName,
  rows: readonly Row[],
  args: PageArguments,
  positionOfRow: (row: Row) => Position,
  nodeOf: (row: Row) => Node,
): Connection<Node> {
  const page = pageOf(name, args);
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
export function pageOfFound<Node>(
  name: ListName,
  found: readonly Found<Node>[],
  args: Pick<PageArguments, 'first' | 'after'>,
) {
  const page = pageOf(name, args);
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
  if (place < 0) throw ofAnotherList('after');
  return place;
}
