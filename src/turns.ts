/** Longest work between two looks at other requests, in milliseconds. */
const longestMs = 5;

/**
 * Deals out work in turns of the event loop, so that a large answer holds up nobody else: the first few things are given
 * at once, of the others as many in each turn as a few milliseconds allow, in order.
 */
export interface Turns {
  /** The value itself, or a promise of it where much was given in this turn already. */
  next<T>(value: T): T | Promise<T>;
  /** The items of a list, each in its turn; those that are promises come in their own. */
  list<T>(items: readonly T[]): Promise<T>[];
  /** Does something once all that was dealt out has had its turn; at the end of this one where nothing waits. */
  afterwards(work: () => void): void;
  /** Lets others have their turn before what follows, which takes long by itself. */
  pause(): Promise<void>;
}

/** `atOnce` is how many things are given without waiting. */
export function createTurns(atOnce: number): Turns {
  const waiting: (() => void)[] = [];
  const later: (() => void)[] = [];
  let given = 0;
  let begun = false;

  const begin = () => {
    if (begun) return;
    begun = true;
    setImmediate(turn);
  };

  function turn() {
    begun = false;
    given = 0;
    if (waiting.length === 0) {
      for (const work of later.splice(0)) work();
      return;
    }
    begin();
    given = atOnce;
    const end = performance.now() + longestMs;
    // What a value sets off runs before the next microtask, so that it counts towards the time of this turn.
    const step = () => {
      const give = performance.now() < end ? waiting.shift() : undefined;
      if (!give) return;
      give();
      queueMicrotask(step);
    };
    step();
  }

  const next = <T>(value: T): T | Promise<T> => {
    begin();
    if (waiting.length === 0 && given < atOnce) {
      given++;
      return value;
    }
    return new Promise((resolve) => waiting.push(() => resolve(value)));
  };

  return {
    next,
    pause: () => new Promise((resolve) => setImmediate(resolve)),
    list: (items) => items.map(async (item) => (item instanceof Promise ? item : next(item))),
    afterwards: (work) => {
      // What still comes in this turn may be more than it can give: then there is more to wait for.
      const whenDealtOut = () => (waiting.length > 0 ? later.push(work) : work());
      if (waiting.length > 0) later.push(work);
      else Promise.resolve().then(() => process.nextTick(whenDealtOut));
    },
  };
}
