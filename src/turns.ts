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
  /** Waits for a turn in which what follows is all that is done, if it takes long by itself. */
  pause(): Promise<void>;
}

interface Line<Item> {
  join(item: Item): void;
  /** The first in line, which leaves it. */
  next(): Item | undefined;
  isEmpty(): boolean;
}

/** An array would move all others up each time that the first one leaves, which takes long where thousands wait. */
function createLine<Item>(): Line<Item> {
  let joined: Item[] = [];
  let ahead: Item[] = [];
  return {
    join: (item) => void joined.push(item),
    next: () => {
      if (ahead.length === 0) [ahead, joined] = [joined.reverse(), []];
      return ahead.pop();
    },
    isEmpty: () => ahead.length === 0 && joined.length === 0,
  };
}

/** `atOnce` is how many things are given without waiting. */
export function createTurns(atOnce: number): Turns {
  const waiting = createLine<() => void>();
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
    if (waiting.isEmpty()) {
      for (const work of later.splice(0)) work();
      return;
    }
    begin();
    given = atOnce;
    const end = performance.now() + longestMs;
    // What a value sets off runs before the next microtask, so that it counts towards the time of this turn.
    const step = () => {
      const give = performance.now() < end ? waiting.next() : undefined;
      if (!give) return;
      give();
      queueMicrotask(step);
    };
    step();
  }

  const next = <T>(value: T): T | Promise<T> => {
    begin();
    if (waiting.isEmpty() && given < atOnce) {
      given++;
      return value;
    }
    return new Promise((resolve) => waiting.join(() => resolve(value)));
  };

  return {
    next,
    pause: () => {
      begin();
      return new Promise((resolve) => waiting.join(resolve));
    },
    list: (items) => items.map(async (item) => (item instanceof Promise ? item : next(item))),
    afterwards: (work) => {
      // What still comes in this turn may be more than it can give: then there is more to wait for.
      const whenDealtOut = () => (!waiting.isEmpty() ? later.push(work) : work());
      if (!waiting.isEmpty()) later.push(work);
      else Promise.resolve().then(() => process.nextTick(whenDealtOut));
    },
  };
}
