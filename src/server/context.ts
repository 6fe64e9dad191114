import { type Engine, EngineError } from '../engine/engine';
import { type Ask, createAsk } from '../loaders/ask';
import { createLoaders, type Loaders } from '../loaders/index';
import type { DatasetRow } from '../loaders/rows';

/** What every resolver may use; made anew for each request, so that nothing is remembered longer than a request lives. */
export interface Context {
  loaders: Loaders;
  ask: Ask;
  /** What the data set says of itself, as it was when the request began. */
  dataset: DatasetRow;
  /** The engine that answers, by name. */
  engineName: string;
  /** Whether the data are still those that the request began with. */
  isSameVersion(): Promise<boolean>;
}

/** Makes contexts on an engine. The data set's own row is asked for once in each version of the data. */
export function contextMaker(engine: Engine): () => Promise<Context> {
  let known: { version: string; dataset: Promise<DatasetRow> } | undefined;
  return async () => {
    const ask = createAsk(engine);
    const version = await engine.version();
    if (known?.version !== version) {
      const dataset = ask.dataset();
      known = { version, dataset };
      // A failed question must not be remembered as the answer.
      dataset.catch(() => {
        known = undefined;
      });
    }
    return {
      loaders: createLoaders(engine),
      ask,
      dataset: await known.dataset,
      engineName: engine.name,
      isSameVersion: () => isVersion(engine, version),
    };
  };
}

/** A database that has gone away since has at least not changed what it answered. */
async function isVersion(engine: Engine, version: string): Promise<boolean> {
  try {
    return (await engine.version()) === version;
  } catch (fault) {
    return !(fault instanceof EngineError && fault.code === 'DATABASE_IMPORTING');
  }
}
