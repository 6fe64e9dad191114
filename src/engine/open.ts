import type { Engine } from './engine';
import { type GrafeoEngine, openGrafeo } from './grafeo';
import { greetNeo4j, type Neo4jOptions, openNeo4j } from './neo4j';
import { openSnapshot, saveSnapshot } from './snapshot';

/** What is told of a data set when a server starts. */
export interface Loaded {
  title: string;
  version: string;
  counts: Readonly<Record<string, number>>;
}

export interface Source {
  /** What the graph is made from: equal keys mean equal graphs. */
  key: string;
  /** Where the finished graph is kept between starts; null where it is not. */
  snapshot: string | null;
  /** Fills an empty graph. */
  fill(engine: Engine): Promise<Loaded>;
}

/** The embedded engine, filled: from a graph built before where there is one for the very same files. */
export async function openEmbedded({ key, snapshot, fill }: Source): Promise<{ engine: Engine; loaded: Loaded }> {
  const saved = snapshot === null ? null : openSnapshot<Loaded>(snapshot, key);
  if (saved) return { engine: saved.engine, loaded: saved.about };
  const engine = openGrafeo();
  return { engine, loaded: await fill(engine) };
}

/**
 * A Neo4j as it is, and who answered there: null where nobody does yet, which heals by itself. Throws a UsageError
 * where it refuses the user, since that does not.
 */
export async function openRemote(options: Neo4jOptions): Promise<{ engine: Engine; agent: string | null }> {
  const agent = await greetNeo4j(options);
  return { engine: openNeo4j(options), agent };
}

/** Builds the graph and keeps it for the starts to come. */
export async function buildSnapshot({ key, snapshot, fill }: Source & { snapshot: string }): Promise<Loaded> {
  const engine: GrafeoEngine = openGrafeo();
  const loaded = await fill(engine);
  saveSnapshot(engine, snapshot, key, loaded);
  await engine.close();
  return loaded;
}
