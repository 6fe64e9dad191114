import DataLoader from 'dataloader';
import { groupBy } from '../answers/groups';
import type { Statement } from '../cypher';
import type { Engine, Params } from '../engine/engine';
import type { Turns } from '../turns';

/** A batched question takes `$keys` and gives rows of a `key` and its `value`. */
interface KeyedRow<V> {
  key: string;
  value: V;
}

/** What a loader asks, and in which turns it gives what it has found. */
export interface Source {
  engine: Engine;
  turns: Turns;
}

/** Gives each value in its turn, and asks for all keys together although they come in several turns. */
export class PacedLoader<V> extends DataLoader<string, V> {
  /** What has come so far. */
  private readonly here: ReadonlyMap<string, V>;

  constructor(
    private readonly turns: Turns,
    batch: (keys: readonly string[]) => Promise<readonly V[]>,
  ) {
    const here = new Map<string, V>();
    const noting = async (keys: readonly string[]) => {
      const values = await batch(keys);
      for (const [at, key] of keys.entries()) here.set(key, values[at] as V);
      return values;
    };
    super(noting, { batchScheduleFn: turns.afterwards });
    this.here = here;
  }

  override load(key: string): Promise<V> {
    return super.load(key).then((value) => this.turns.next(value));
  }

  /** The value itself where it is here already; otherwise a promise of it. */
  at(key: string): V | Promise<V> {
    return this.here.has(key) ? (this.here.get(key) as V) : this.load(key);
  }

  /** All values, in one turn, for what is worked out from all of them together. */
  async together(keys: readonly string[]): Promise<V[]> {
    if (keys.every((key) => this.here.has(key))) return this.turns.next(keys.map((key) => this.here.get(key) as V));
    return Promise.all(keys.map((key) => super.load(key)));
  }
}

/** One value a key; null where there is none. */
export function oneByKey<V>({ engine, turns }: Source, statement: Statement, params?: Params): PacedLoader<V | null> {
  return new PacedLoader(turns, async (keys) => {
    const values = new Map((await ask<V>(engine, statement, keys, params)).map(({ key, value }) => [key, value]));
    return keys.map((key) => values.get(key) ?? null);
  });
}

/** Many values a key, in the statement's order; none is an empty list. */
export function manyByKey<V>({ engine, turns }: Source, statement: Statement, params?: Params): PacedLoader<V[]> {
  return new PacedLoader(turns, async (keys) => {
    const values = groupBy(await ask<V>(engine, statement, keys, params), ({ key }) => key);
    return keys.map((key) => values.get(key)?.map(({ value }) => value) ?? []);
  });
}

/** What is made of a key's own rows, which are flat and name their key in a column; the fastest form for many of them. */
export function rowsBy<R, V>(
  { engine, turns }: Source,
  statement: Statement,
  keyColumn: keyof R,
  make: (rows: readonly R[]) => V,
  params?: Params,
): PacedLoader<V> {
  return new PacedLoader(turns, async (keys) => {
    const rows = (await engine.read(statement, { ...params, keys: [...keys] })) as unknown as R[];
    const groups = groupBy(rows, (row) => row[keyColumn] as string);
    return keys.map((key) => make(groups.get(key) ?? []));
  });
}

/** One flat row a key, which is its `id`; null where there is none. */
export const rowById = <R extends { id: string }>(source: Source, statement: Statement): PacedLoader<R | null> =>
  rowsBy<R, R | null>(source, statement, 'id', ([row]) => row ?? null);

async function ask<V>(engine: Engine, statement: Statement, keys: readonly string[], params?: Params) {
  const rows = await engine.read(statement, { ...params, keys: [...keys] });
  // The statement's RETURN clause is the only mapper there is; the tests of test/queries hold it to this shape.
  return rows as unknown as KeyedRow<V>[];
}
