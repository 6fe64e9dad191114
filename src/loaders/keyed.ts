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
  constructor(
    private readonly turns: Turns,
    batch: DataLoader.BatchLoadFn<string, V>,
  ) {
    super(batch, { batchScheduleFn: turns.afterwards });
  }

  override load(key: string): Promise<V> {
    return super.load(key).then((value) => this.turns.next(value));
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

async function ask<V>(engine: Engine, statement: Statement, keys: readonly string[], params?: Params) {
  const rows = await engine.read(statement, { ...params, keys: [...keys] });
  // The statement's RETURN clause is the only mapper there is; the tests of test/queries hold it to this shape.
  return rows as unknown as KeyedRow<V>[];
}
