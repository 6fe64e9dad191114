import DataLoader from 'dataloader';
import { groupBy } from '../answers/groups';
import type { Statement } from '../cypher';
import type { Engine, Params } from '../engine/engine';

/** A batched question takes `$keys` and gives rows of a `key` and its `value`. */
interface KeyedRow<V> {
  key: string;
  value: V;
}

/** One value a key; null where there is none. */
export function oneByKey<V>(engine: Engine, statement: Statement, params?: Params): DataLoader<string, V | null> {
  return new DataLoader(async (keys) => {
    const values = new Map((await ask<V>(engine, statement, keys, params)).map(({ key, value }) => [key, value]));
    return keys.map((key) => values.get(key) ?? null);
  });
}

/** Many values a key, in the statement's order; none is an empty list. */
export function manyByKey<V>(engine: Engine, statement: Statement, params?: Params): DataLoader<string, V[]> {
  return new DataLoader(async (keys) => {
    const values = groupBy(await ask<V>(engine, statement, keys, params), ({ key }) => key);
    return keys.map((key) => values.get(key)?.map(({ value }) => value) ?? []);
  });
}

async function ask<V>(engine: Engine, statement: Statement, keys: readonly string[], params?: Params) {
  const rows = await engine.read(statement, { ...params, keys: [...keys] });
  // The statement's RETURN clause is the only mapper there is; the tests of test/queries hold it to this shape.
  return rows as unknown as KeyedRow<V>[];
}
