import type { Engine } from './engine';
import { type GrafeoEngine, openGrafeo } from './grafeo';
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

/** The engine that answers, filled: from a graph built before where there is one for the very same files. */
export async function openEngine({ key, snapshot, fill }: Source): Promise<{ engine: Engine; loaded: Loaded }> {
  const saved = snapshot === null ? null : openSnapshot<Loaded>(snapshot, key);
  if (saved) return { engine: saved.engine, loaded: saved.about };
  const engine = openGrafeo();
  return { engine, loaded: await fill(engine) };
}

/** Builds the graph and keeps it for the starts to come. */
export async function buildSnapshot({ key, snapshot, fill }: Source & { snapshot: string }): Promise<Loaded> {
  const engine: GrafeoEngine = openGrafeo();
  const loaded = await fill(engine);
  saveSnapshot(engine, snapshot, key, loaded);
  await engine.close();
  return loaded;
}
