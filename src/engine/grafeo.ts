import { GrafeoDB, type QueryResult } from '@grafeo-db/js';
import type { Statement } from '../cypher';
import { createTurns } from '../turns';
import { type Engine, EngineError, type Params, type Row } from './engine';
import { createTextIndex, type TextIndex } from './textIndex';
import { portion, type TextNode } from './words';

const textNodes: Statement = {
  name: 'texts to search',
  room: 'read',
  // Cut before the properties are read: otherwise each page would cost as much as all of them.
  text: `MATCH (node:Entity) WHERE node.__typename <> 'Observation' AND node.id > $after
    WITH node ORDER BY node.id LIMIT $limit
    RETURN node {.*} AS value ORDER BY node.id`,
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
  let index: { version: string; texts: Promise<TextIndex> } | undefined;

  // Making rows of a large result takes long, so it is done a millisecond at a time.
  const rowsOf = async (result: QueryResult): Promise<Row[]> => {
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

  // Page by page, so that other requests have their turn between.
  async function* nodesToSearch(): AsyncGenerator<TextNode[]> {
    for (let after = ''; ; ) {
      const nodes = (await run(textNodes, { after, limit: portion })).map(({ value }) => value as TextNode);
      yield nodes;
      if (nodes.length < portion) return;
      after = nodes.at(-1)?.id ?? '';
    }
  }

  const textIndex = (): Promise<TextIndex> => {
    if (index?.version !== version()) {
      index = { version: version(), texts: createTextIndex(nodesToSearch()) };
    }
    return index.texts;
  };

  return {
    name: 'grafeo',
    read: run,
    write: run,
    search: async (text, typenames, limit, need = 'ALL') => (await textIndex()).search(text, typenames, limit, need),
    version: async () => version(),
    save: (path) => database.save(path),
    close: async () => {
      if (!closed) database.close();
      closed = true;
    },
  };
}
