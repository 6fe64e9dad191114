import { hash } from 'node:crypto';
import { release } from '../config';
import { cypher } from '../cypher';
import type { Engine, Value } from '../engine/engine';
import { UsageError } from '../errors';
import type { Dataset } from './format';
import { describeGraph, type Graph, idOfNode } from './graph';
import type { Properties } from './nodes';
import { batchesOf, type Counts, countsOf, writeIndexes, writeRows } from './write';

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
 * anywhere is completed by running it again. While it runs the graph says that it is importing. Throws a UsageError when
 * somebody else writes meanwhile.
 */
export async function importDataset(
  graphEngine: Engine,
  dataset: Dataset,
  onProgress: Progress = () => {},
): Promise<{ plan: Plan; counts: Counts }> {
  const graph = describeGraph(dataset);
  await writeIndexes(graphEngine, 'to write');
  const engine = await soleWriter(graphEngine);
  const { plan, things } = await compare(engine, graph);
  await engine.write(cypher('write', 'import/begins'), { ...graphState, checksum: dataset.checksum });

  const { work, total } = workOf(graph, plan, things);
  let done = 0;
  for (const { statement, rows, tolerant } of work) {
    const onBatch = (count: number) => {
      done += count;
      onProgress(done, total);
    };
    if (tolerant) await writeWhatIsThere(engine, statement, rows, onBatch);
    else await writeRows(engine, statement, rows, onBatch);
  }
  // Made of rows that are there, an index takes a part of the time that row after row would take.
  await writeIndexes(engine);
  await engine.write(cypher('write', 'import/ends'), graphState);
  return { plan, counts: countsOf(graph.dataset) };
}

/** The engine for one who writes alone: nothing more is written once the graph was written by another. */
async function soleWriter(engine: Engine): Promise<Engine> {
  // The embedded engine does not count: nobody else has it open.
  const writesSoFar = async () => (await engine.read(cypher('read', 'writes'), graphState))[0]?.count ?? null;
  let expected = Number(await writesSoFar());
  const write: Engine['write'] = async (statement, params) => {
    if (statement.room === 'index') return engine.write(statement, params);
    const found = await writesSoFar();
    if (found !== null && found !== expected) {
      throw new UsageError(
        'Another import writes into this graph, so that this one has stopped. When the other has ended, run the one whose data you want.',
      );
    }
    expected++;
    return engine.write(statement, params);
  };
  return { ...engine, write };
}

interface Step {
  statement: string;
  rows: Iterable<Properties>;
  /** Whether a row may find nothing, as where it takes away what may not be there. */
  tolerant?: boolean;
}

/** All that is to be written, in its order, and of how many rows it is. */
function workOf(graph: Graph, plan: Plan, things: ReadonlyMap<string, Thing>): { work: Step[]; total: number } {
  const written = new Set([...plan.added, ...plan.changed]);
  const old = [...plan.changed, ...plan.removed].map((id) => ({ id }));
  const gone = plan.removed.map((id) => ({ id }));
  const heads = plan.headChanged ? [graph.dataset] : [];
  const work: Step[] = [
    // From here on none of it counts as whole, so that an import of the old data set too would write it again.
    { statement: 'import/sealed', rows: old.map(({ id }) => ({ id, hash: null })) },
    { statement: 'import/without-walks', rows: old, tolerant: true },
    { statement: 'import/without-offices', rows: old, tolerant: true },
    { statement: 'import/without-breaks', rows: old, tolerant: true },
    { statement: 'import/without-ties', rows: old, tolerant: true },
    { statement: 'import/without-words', rows: gone, tolerant: true },
    { statement: 'import/gone', rows: gone, tolerant: true },
  ];
  let total = 5 * old.length + 2 * gone.length + 2 * heads.length;
  if (written.size > 0) {
    for (const [statement, rows] of Object.entries(graph.nodes)) {
      work.push({ statement, rows: only(rows, (row) => written.has(idOfNode(row))) });
    }
    for (const [statement, rows] of Object.entries(graph.ties)) {
      work.push({ statement, rows: only(rows, ({ owner }) => written.has(owner)) });
    }
    work.push({ statement: 'import/sealed', rows: sealsOf(written, things) });
    // Each thing is written, then its ties, then its hash.
    for (const id of written) total += 2 + (things.get(id)?.ties ?? 0);
  }
  work.push({ statement: 'import/other-datasets', rows: heads.map(({ id }) => ({ id })), tolerant: true });
  work.push({ statement: 'dataset', rows: heads });
  return { work, total };
}

function* only<Item>(items: Iterable<Item>, isWanted: (item: Item) => boolean): Generator<Item> {
  for (const item of items) if (isWanted(item)) yield item;
}

function* sealsOf(ids: Iterable<string>, things: ReadonlyMap<string, Thing>): Generator<Properties> {
  for (const id of ids) yield { id, hash: things.get(id)?.hash };
}

async function writeWhatIsThere(
  engine: Engine,
  statement: string,
  rows: Iterable<Properties>,
  onBatch: (rows: number) => void,
): Promise<void> {
  for (const batch of batchesOf(rows)) {
    await engine.write(cypher('write', statement), { rows: batch });
    onBatch(batch.length);
  }
}

interface Stored {
  __typename: string | null;
  hash: string | null;
}

async function compare(engine: Engine, graph: Graph): Promise<{ plan: Plan; things: Map<string, Thing> }> {
  const things = thingsOf(graph);
  const stored = await readStored(engine);

  const added: string[] = [];
  const changed: string[] = [];
  let unchanged = 0;
  // An id that has become another kind of thing is taken away and made anew, and so must be all that is tied to it.
  const isOtherKind = [...stored].some(
    ([id, { __typename }]) => (things.get(id)?.typename ?? __typename) !== __typename,
  );
  for (const [id, { hash }] of things) {
    const found = stored.get(id);
    if (!found || isOtherKind) added.push(id);
    else if (found.hash === hash) unchanged++;
    else changed.push(id);
  }
  const removed = [...stored.keys()].filter((id) => isOtherKind || !things.has(id));
  const [row] = await engine.read(cypher('read', 'dataset'));
  const headChanged = hashOf(row?.value ?? null) !== hashOf(withoutNulls(graph.dataset));
  return { plan: { added, changed, removed, unchanged, headChanged }, things };
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

/** What is known of a thing without holding what is written of it. */
interface Thing {
  typename: Value;
  /** Of all that is written of it: its node and the ties that it owns. */
  hash: string;
  /** How many ties it owns. */
  ties: number;
}

/**
 * The things of a graph by id. Another release may write the same in another form, so that its first import writes
 * everything anew.
 */
function thingsOf(graph: Graph): Map<string, Thing> {
  const things = new Map<string, Thing>();
  for (const rows of Object.values(graph.nodes)) {
    for (const row of rows) {
      const typename = (row.node as Properties | undefined)?.__typename ?? row.__typename;
      things.set(idOfNode(row), { typename, hash: hashOf([release, row]), ties: 0 });
    }
  }
  for (const [statement, rows] of Object.entries(graph.ties)) {
    for (const tie of rows) {
      const owner = things.get(tie.owner);
      if (!owner) continue;
      owner.hash = hashOf([owner.hash, statement, tie]);
      owner.ties++;
    }
  }
  return things;
}

const withoutNulls = (row: Properties): Properties =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value != null));

const hashOf = (value: unknown): string => hash('sha256', canonical(value)).slice(0, 32);

/** A value as text. The order in which properties are named says nothing. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const properties = value as Properties;
  let text = '{';
  for (const name of Object.keys(properties).sort()) {
    if (properties[name] !== undefined) text += `${name}:${canonical(properties[name])},`;
  }
  return `${text}}`;
}
