import { cypher, cypherNames } from '../cypher';
import type { Engine, Value } from '../engine/engine';
import type { Dataset } from './format';
import { describeGraph, type Graph } from './graph';

/** How much was written, by the names that `dataset.counts` gives. */
export type Counts = Readonly<Record<string, number>>;

/** Rows for one statement, which is one transaction; more would hold the event loop while they are handed over. */
const batchSize = 1000;

/**
 * Writes a checked data set into an empty graph and says how much it wrote. Throws when the graph took less than it was
 * given, which a check without errors rules out.
 */
export async function writeDataset(engine: Engine, dataset: Dataset): Promise<Counts> {
  const { nodes, ties, dataset: head } = describeGraph(dataset);
  await writeIndexes(engine);
  for (const [name, rows] of [...Object.entries(nodes), ...Object.entries(ties)]) await writeRows(engine, name, rows);
  await writeRows(engine, 'dataset', [head]);
  return countsOf(head);
}

export const countsOf = ({ counted, counts }: Graph['dataset']): Counts =>
  Object.fromEntries(counted.map((what, at) => [what, counts[at] ?? 0]));

/** Makes the indexes that are not there; those that begin with a number are needed to write, the others only to read. */
export async function writeIndexes(engine: Engine, which: 'all' | 'to write' = 'all'): Promise<void> {
  for (const name of cypherNames('index')) {
    if (which === 'all' || /^\d/.test(name)) await engine.write(cypher('index', name));
  }
}

/** Rows in batches of a size that one statement takes. */
export function* batchesOf<Item>(rows: Iterable<Item>): Generator<Item[]> {
  let batch: Item[] = [];
  for (const row of rows) {
    batch.push(row);
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** Hands rows to a statement of cypher/write in batches; throws when one of them found nothing to tie to. */
export async function writeRows(
  engine: Engine,
  name: string,
  rows: Iterable<Value>,
  onBatch: (rows: number) => void = () => {},
): Promise<void> {
  for (const batch of batchesOf(rows)) {
    const [answer] = await engine.write(cypher('write', name), { rows: batch });
    if (Number(answer?.written) !== batch.length) {
      throw new Error(`cypher/write/${name} wrote ${answer?.written} of ${batch.length} rows: does each end exist?`);
    }
    onBatch(batch.length);
  }
}
