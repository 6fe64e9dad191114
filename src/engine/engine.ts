import type { Statement } from '../cypher';
import type { ErrorCode } from '../errors';

/** What a parameter may hold: plain values, lists and maps of them. `undefined` travels as null. */
export type Value =
  | null
  | undefined
  | boolean
  | number
  | string
  | readonly Value[]
  | { readonly [name: string]: Value };
export type Params = Readonly<Record<string, Value>>;

/** One row of an answer: column name to plain value. No driver class goes further up than the adapter. */
export type Row = Record<string, unknown>;

/** Where a thing stands in the lists of its kind. */
export interface Position {
  sort: string;
  id: string;
}

/** A part of the things of a kind in their order: so many of them, read on from a place. */
export interface OrderRequest {
  typename: string;
  /** The least and the greatest `sort` that may be among them. */
  first: string;
  last: string;
  /** Whether to read on from first to last, or back from last to first. */
  ascending: boolean;
  after: Position | null;
  limit: number;
}

export interface SearchHit {
  id: string;
  /** Digits by which hits are ordered as text, before the id; equal on every engine. */
  rank: string;
  /** The names of the fields that the words were found in, the best first. */
  matched: string[];
  /** The words that stand nowhere in it, folded. */
  missing: string[];
}

/** What a search is content with: only things with all the words, or also those with half of them or more. */
export type Need = 'ALL' | 'MOST';

/** A graph database that speaks the common Cypher dialect. Two engines given the same data give the same answers. */
export interface Engine {
  readonly name: string;
  /** Runs a statement of cypher/read. Whole numbers arrive as integers, so that LIMIT takes them. */
  read(statement: Statement, params?: Params): Promise<Row[]>;
  /** Runs a statement of cypher/write or cypher/index in a transaction of its own: all of it is written, or nothing. */
  write(statement: Statement, params?: Params): Promise<Row[]>;
  /**
   * The nodes in whose texts these words stand, best first; accents, case and one wrong letter in a long word do not
   * matter. Where some of the words are enough, only the nodes with the most of them are given.
   */
  search(text: string, typenames: readonly string[], limit: number, need?: Need): Promise<SearchHit[]>;
  /**
   * Where the next things of a kind stand in its lists. Only of an engine whose statements cannot read an index in
   * order, so that the first page of a list would cost as much as all of it.
   */
  inOrder?(request: OrderRequest): Promise<Position[]>;
  /** Moves whenever the data change; equal versions mean equal answers. */
  version(): Promise<string>;
  /** Closing twice is harmless; a question after it is an error. */
  close(): Promise<void>;
}

/** A failure inside a database, with the statement's name; the driver's own error is the cause. */
export class EngineError extends Error {
  override name = 'EngineError';

  constructor(
    engine: string,
    statement: string,
    readonly code: ErrorCode,
    cause: unknown,
    /** When asking again may help, in milliseconds from now. */
    readonly retryAfterMs?: number,
  ) {
    super(`Cypher "${statement}" failed on ${engine}`, { cause });
  }
}
