import { createHash } from 'node:crypto';
import { groupBy } from '../answers/groups';
import { release } from '../config';
import { cypher } from '../cypher';
import type { Engine } from '../engine/engine';
import type { Dataset } from './format';
import { describeGraph, type Graph, idOfNode, type Properties } from './graph';
import { batchSize, type Counts, countsOf, writeIndexes, writeRows } from './write';

/** What an import would change, by id. */
export interface Plan {
  added: string[];
  changed: string[];
  removed: string[];
  /** How many things stay as they are. */
  unchanged: number;
  /** Whether what the data set says of itself is another. */
  headChanged: boolean;
}

/** Told after each batch how much of the work is done. */
export type Progress = (done: number, total: number) => void;

/** The one state of a graph, as the engines know it by. */
const graphState = { graph: 'graph' };

/** Things stored in one page when they are compared. */
const pageSize = 10_000;

/** What stands in the graph and what of it a data set would add, change or remove. Nothing is written. */
export async function planImport(engine: Engine, dataset: Dataset): Promise<Plan> {
  return (await compare(engine, describeGraph(dataset))).plan;
}

/**
 * Makes the graph this data set and nothing else. Only what differs is written, in bounded transactions, each of which
 * may be done twice; a thing counts as written when its hash is set, which comes last. So an import that was cut off
 * anywhere is completed by running it again. While it runs the graph says that it is importing.
 */
export async function importDataset(
  engine: Engine,
  dataset: Dataset,
  onProgress: Progress = () => {},
): Promise<{ plan: Plan; counts: Counts }> {
  const graph = describeGraph(dataset);
  await writeIndexes(engine);
  const { plan, hashes } = await compare(engine, graph);
  await engine.write(cypher('write', 'import/begins'), { ...graphState, checksum: dataset.checksum });

  const work = workOf(graph, plan, hashes);
  const total = work.reduce((sum, { rows }) => sum + rows.length, 0);
  let done = 0;
  for (const { statement, rows, tolerant } of work) {
    const onBatch = (count: number) => {
      done += count;
      onProgress(done, total);
    };
    if (tolerant) await writeWhatIsThere(engine, statement, rows, onBatch);
    else await writeRows(engine, statement, rows, onBatch);
  }
  await engine.write(cypher('write', 'import/ends'), graphState);
  return { plan, counts: countsOf(graph.dataset) };
}

interface Step {
  statement: string;
  rows: readonly Properties[];
  /** Whether a row may find nothing, as where it takes away what may not be there. */
  tolerant?: boolean;
}

function workOf(graph: Graph, plan: Plan, hashes: Map<string, string>): Step[] {
  const written = new Set([...plan.added, ...plan.changed]);
  const old = [...plan.changed, ...plan.removed].map((id) => ({ id }));
  const gone = plan.removed.map((id) => ({ id }));
  const steps: Step[] = [
    // From here on none of it counts as whole, so that an import of the old data set too would write it again.
    { statement: 'import/sealed', rows: old.map(({ id }) => ({ id, hash: null })) },
    { statement: 'import/without-walks', rows: old, tolerant: true },
    { statement: 'import/without-offices', rows: old, tolerant: true },
    { statement: 'import/without-breaks', rows: old, tolerant: true },
    { statement: 'import/without-ties', rows: old, tolerant: true },
    { statement: 'import/without-words', rows: gone, tolerant: true },
    { statement: 'import/gone', rows: gone, tolerant: true },
  ];
  for (const [statement, rows] of Object.entries(graph.nodes)) {
    steps.push({ statement, rows: rows.filter((row) => written.has(idOfNode(row))) });
  }
  for (const [statement, rows] of Object.entries(graph.ties)) {
    steps.push({ statement, rows: rows.filter(({ owner }) => written.has(owner)) });
  }
  steps.push({ statement: 'import/sealed', rows: [...written].map((id) => ({ id, hash: hashes.get(id) })) });
  if (plan.headChanged) {
    steps.push({ statement: 'import/other-datasets', rows: [{ id: graph.dataset.id }], tolerant: true });
    steps.push({ statement: 'dataset', rows: [graph.dataset] });
  }
  return steps;
}

async function writeWhatIsThere(
  engine: Engine,
  statement: string,
  rows: readonly Properties[],
  onBatch: (rows: number) => void,
): Promise<void> {
  for (let start = 0; start < rows.length; start += batchSize) {
    const batch = rows.slice(start, start + batchSize);
    await engine.write(cypher('write', statement), { rows: batch });
    onBatch(batch.length);
  }
}

interface Stored {
  __typename: string | null;
  hash: string | null;
}

async function compare(engine: Engine, graph: Graph): Promise<{ plan: Plan; hashes: Map<string, string> }> {
  const nodes = new Map(Object.values(graph.nodes).flatMap((rows) => rows.map((row) => [idOfNode(row), row] as const)));
  const hashes = hashesOf(graph, nodes);
  const stored = await readStored(engine);
  const typenameOf = (id: string) => {
    const row = nodes.get(id) as Properties;
    return (row.node as Properties | undefined)?.__typename ?? row.__typename;
  };

  const added: string[] = [];
  const changed: string[] = [];
  let unchanged = 0;
  // An id that has become another kind of thing is taken away and made anew, and so must be all that is tied to it.
  const isOtherKind = [...stored].some(([id, { __typename }]) => nodes.has(id) && __typename !== typenameOf(id));
  for (const [id, hash] of hashes) {
    const found = stored.get(id);
    if (!found || isOtherKind) added.push(id);
    else if (found.hash === hash) unchanged++;
    else changed.push(id);
  }
  const removed = [...stored.keys()].filter((id) => isOtherKind || !nodes.has(id));
  const [row] = await engine.read(cypher('read', 'dataset'));
  const headChanged = hashOf(row?.value ?? null) !== hashOf(withoutNulls(graph.dataset));
  return { plan: { added, changed, removed, unchanged, headChanged }, hashes };
}

async function readStored(engine: Engine): Promise<Map<string, Stored>> {
  const stored = new Map<string, Stored>();
  for (let after = ''; ; ) {
    const rows = await engine.read(cypher('read', 'stored-hashes'), { after, limit: pageSize });
    for (const { key, value } of rows) stored.set(key as string, value as Stored);
    if (rows.length < pageSize) return stored;
    after = rows.at(-1)?.key as string;
  }
}

/**
 * For each thing the hash of all that is written of it: its node and the ties that it owns. Another release may write
 * the same in another form, so that its first import writes everything anew.
 */
function hashesOf(graph: Graph, nodes: ReadonlyMap<string, Properties>): Map<string, string> {
  const ties = groupBy(
    Object.entries(graph.ties).flatMap(([statement, rows]) => rows.map((tie) => ({ statement, tie }))),
    ({ tie }) => tie.owner,
  );
  return new Map([...nodes].map(([id, node]) => [id, hashOf([release, node, ties.get(id) ?? []])]));
}

const withoutNulls = (row: Properties): Properties =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value != null));

const hashOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value, sortedKeys)).digest('hex').slice(0, 32);

/** The order in which properties are named says nothing. */
function sortedKeys(_: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
