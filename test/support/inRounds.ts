import type { Engine } from '../../src/engine/engine';

/** So many turns of the event loop without a new question end a round. */
const idleTurns = 20;

/**
 * The engine, answering whatever was asked in the meantime all at once: how questions fall together then depends on how
 * they are written, and no more on which answer happens to come first.
 */
export function inRounds(engine: Engine): Engine {
  let waiting: (() => Promise<() => void>)[] = [];

  const nextRound = async () => {
    // What is dealt out in turns of the event loop asks in one of the next of them.
    for (let before = 0, idle = 0; idle < idleTurns; before = waiting.length) {
      await new Promise((resolve) => setImmediate(resolve));
      idle = waiting.length === before ? idle + 1 : 0;
    }
    const round = waiting;
    waiting = [];
    const answers = await Promise.all(round.map((ask) => ask()));
    for (const answer of answers) answer();
  };

  const inTurn = <A>(question: () => Promise<A>): Promise<A> =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) setImmediate(nextRound);
      waiting.push(() =>
        question().then(
          (answer) => () => resolve(answer),
          (fault) => () => reject(fault),
        ),
      );
    });

  return {
    ...engine,
    read: (statement, params) => inTurn(() => engine.read(statement, params)),
    search: (text, typenames, limit) => inTurn(() => engine.search(text, typenames, limit)),
  };
}
