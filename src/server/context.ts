import { type Engine, EngineError } from '../engine/engine';
import { CallerError } from '../errors';
import { rememberLatest } from '../latest';
import { type Ask, createAsk } from '../loaders/ask';
import { createLoaders, type Loaders } from '../loaders/index';
import type { DatasetRow } from '../loaders/rows';
import { createTurns, type Turns } from '../turns';
import { newRequestId } from './requestId';

/** What every resolver may use; made anew for each request, so that nothing is remembered longer than a request lives. */
export interface Context {
  loaders: Loaders;
  ask: Ask;
  /** Deals out the work of the request, so that a large answer holds up nobody else. */
  turns: Turns;
  /** What the data set says of itself, as it was when the request began. */
  dataset: DatasetRow;
  /** The engine that answers, by name. */
  engineName: string;
  /** The id that the request's answer and its lines in the log bear. */
  requestId: string;
  /** What was found out about the request, for its line in the log. */
  found: { operation: string | null; cost: number | null };
  /** Aborted when the caller has gone away. */
  gone: AbortSignal;
  /** Whether the data are still those that the request began with. */
  isSameVersion(): Promise<boolean>;
}

/** Things of an answer that are worked out before anybody else has a turn. */
const givenAtOnce = 20;

/** Makes the context of one request, which `gone` ends; the version of the data where it has been asked for already. */
export type ContextMaker = (gone?: AbortSignal, version?: Promise<string>, requestId?: string) => Promise<Context>;

/** Makes contexts on an engine. The data set's own row is asked for once in each version of the data. */
export function contextMaker(engine: Engine, deadlineMs: number): ContextMaker {
  const latest = rememberLatest<DatasetRow>();
  return async (gone = new AbortController().signal, versionAsked = engine.version(), requestId = newRequestId()) => {
    const asked = bounded(engine, gone, deadlineMs);
    const ask = createAsk(asked);
    const version = await versionAsked;
    // On the engine itself: other requests wait for it too, which must not fail when this one's caller goes.
    const dataset = latest(version, () => createAsk(engine).dataset());
    const turns = createTurns(givenAtOnce);
    return {
      loaders: createLoaders({ engine: asked, turns }),
      ask,
      requestId,
      found: { operation: null, cost: null },
      turns,
      gone,
      dataset: await dataset,
      engineName: engine.name,
      isSameVersion: () => isVersion(engine, version),
    };
  };
}

/** The context of a command. Nobody else waits for it, so that it may take as long as it does. */
export const commandContext = (engine: Engine): Promise<Context> => contextMaker(engine, Number.POSITIVE_INFINITY)();

/**
 * The engine as one request may use it: not after its caller has gone or its time is over, so that a walk ends between two
 * levels. The time begins with the first question, so that nobody's is spent in line.
 */
function bounded(engine: Engine, gone: AbortSignal, deadlineMs: number): Engine {
  let end: number | undefined;
  const check = () => {
    if (gone.aborted) throw new CallerError('REQUEST_CANCELLED', 'The caller has gone.');
    end ??= performance.now() + deadlineMs;
    if (performance.now() <= end) return;
    const words = `This took longer than ${deadlineMs / 1000} seconds. Ask for less: a smaller depth, a narrower filter, a shorter page.`;
    throw new CallerError('REQUEST_TIMEOUT', words, { deadlineMs });
  };
  let searched: Promise<unknown> = Promise.resolve();
  return {
    ...engine,
    read: async (...asked) => {
      check();
      return engine.read(...asked);
    },
    // One after another, as each takes turns with other requests, but not with its like.
    search: (...asked) => {
      const search = async () => {
        check();
        return engine.search(...asked);
      };
      const found = searched.then(search, search);
      searched = found;
      return found;
    },
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
