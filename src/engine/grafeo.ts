import { GrafeoDB, type QueryResult } from '@grafeo-db/js';
import { firstIndex } from '../answers/firstIndex';
import type { Statement } from '../cypher';
import { rememberLatest } from '../latest';
import { createTurns } from '../turns';
import { type Engine, EngineError, type OrderRequest, type Params, type Position, type Row } from './engine';
import { createTextIndex, type TextIndex } from './textIndex';
import { portion, type TextNode } from './words';

const idsToSearch: Statement = {
  name: 'ids of what is searched',
  room: 'read',
  text: `MATCH (node:Entity) WHERE node.__typename <> 'Observation' RETURN node.id AS id ORDER BY id`,
};

const textNodes: Statement = {
  name: 'texts to search',
  room: 'read',
  text: 'UNWIND $ids AS id MATCH (node:Entity {id: id}) RETURN node {.*} AS value ORDER BY id',
};

const orderOfKind: Statement = {
  name: 'order of a kind',
  room: 'read',
  text: `MATCH (item:Entity) WHERE item.__typename = $typename AND item.sort IS NOT NULL
    RETURN item.sort AS sort, item.id AS id ORDER BY sort, id`,
};

export interface GrafeoOptions {
  /** Returns rows without ORDER BY in random order, so that tests find a statement that forgot it. */
  shuffle?: boolean;
}

export interface GrafeoEngine extends Engine {
  /** Writes the graph as one file; fails where the file exists. */
  save(path: string): void;
}

/** The embedded engine: in this process, in memory, empty. */
export function openGrafeo(options: GrafeoOptions = {}): GrafeoEngine {
  return engineOn(GrafeoDB.create(undefined, { shuffleUnordered: options.shuffle ?? false }));
}

/** A graph that was saved before, to be read only; any number of processes may have it open. */
export function openGrafeoFile(path: string): GrafeoEngine {
  return engineOn(GrafeoDB.openReadOnly(path));
}

function engineOn(database: GrafeoDB): GrafeoEngine {
  const turns = createTurns(5);
  let closed = false;
  const latestIndex = rememberLatest<TextIndex>();
  let order: { version: string; ofKinds: Map<string, Promise<Position[]>> } | undefined;

  // Making rows of a large result takes long, so it is done a millisecond at a time; a small one of flat rows is quicker as a whole.
  const rowsOf = async (result: QueryResult): Promise<Row[]> => {
    if (result.length <= fewRows && isFlat(result)) {
      await turns.next(null);
      return wholeRows(result);
    }
    const rows: Row[] = [];
    while (rows.length < result.length) {
      await turns.next(null);
      const end = performance.now() + 1;
      do rows.push(result.get(rows.length));
      while (rows.length < result.length && performance.now() < end);
    }
    return rows;
  };

  const run = async (statement: Statement, params: Params = {}): Promise<Row[]> => {
    // The library goes on answering after close(), from a database that should be gone.
    if (closed)
      throw new EngineError('grafeo', statement.name, 'DATABASE_UNAVAILABLE', new Error('The engine is closed'));
    try {
      return await rowsOf(await database.executeCypher(statement.text, params));
    } catch (cause) {
      throw new EngineError('grafeo', statement.name, 'DATABASE_FAILED', cause);
    }
  };

  const version = () => String(database.currentEpoch());

  // Portion by portion, so that other requests have their turn between.
  async function* nodesToSearch(): AsyncGenerator<TextNode[]> {
    const ids = (await run(idsToSearch)).map(({ id }) => id as string);
    for (let start = 0; start < ids.length; start += portion) {
      const rows = await run(textNodes, { ids: ids.slice(start, start + portion) });
      yield rows.map(({ value }) => value as TextNode);
    }
  }

  const textIndex = () => latestIndex(version(), () => createTextIndex(nodesToSearch()));

  const readOrder = async (typename: string): Promise<Position[]> =>
    (await run(orderOfKind, { typename })) as unknown as Position[];

  const orderOf = (typename: string): Promise<Position[]> => {
    if (order?.version !== version()) order = { version: version(), ofKinds: new Map() };
    const { ofKinds } = order;
    const known = ofKinds.get(typename) ?? readOrder(typename);
    ofKinds.set(typename, known);
    known.catch(() => ofKinds.delete(typename));
    return known;
  };

  return {
    name: 'grafeo',
    read: run,
    write: run,
    search: async (text, typenames, limit, need = 'ALL') => (await textIndex()).search(text, typenames, limit, need),
    inOrder: async (request) => partOf(await orderOf(request.typename), request),
    version: async () => version(),
    save: (path) => database.save(path),
    close: async () => {
      if (!closed) database.close();
      closed = true;
    },
  };
}

/** Most rows that are made in one go. */
const fewRows = 500;

/** Whether no row holds whole things, such as events with all their texts, of which a few take long already. */
const isFlat = (result: QueryResult): boolean =>
  result.length === 0 || Object.values(result.get(0)).every((value) => typeof value !== 'object' || value === null);

/** All rows at once: the library gives lists much faster than objects. */
function wholeRows(result: QueryResult): Row[] {
  const { columns } = result;
  return result.rows().map((values) => {
    const row: Row = {};
    for (let at = 0; at < columns.length; at++) row[columns[at] as string] = values[at];
    return row;
  });
}

/** The part of an order that is asked for. */
function partOf(places: readonly Position[], { first, last, ascending, after, limit }: OrderRequest): Position[] {
  const [start, end] = [firstFrom(places, { sort: first, id: '' }), firstFrom(places, { sort: last, id: greatest })];
  if (ascending) {
    const from = after ? Math.max(start, firstFrom(places, { ...after, id: `${after.id}\0` })) : start;
    return places.slice(from, Math.min(end, from + limit));
  }
  const until = after ? Math.min(end, firstFrom(places, after)) : end;
  return places.slice(Math.max(start, until - limit), Math.max(start, until)).reverse();
}

// Greater than any text that the database stores.
const greatest = '\u{10ffff}';

/** Where the first stands that does not stand before a place. */
const firstFrom = (places: readonly Position[], place: Position): number =>
  firstIndex(places, (other) => comparePlaces(other, place) < 0);

const comparePlaces = (a: Position, b: Position): number => compareBytes(a.sort, b.sort) || compareBytes(a.id, b.id);

/** As the database compares texts, which differs from JavaScript's order beyond the basic plane. */
const compareBytes = (a: string, b: string): number => (a === b ? 0 : Buffer.compare(Buffer.from(a), Buffer.from(b)));
