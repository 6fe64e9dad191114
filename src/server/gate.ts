import { CallerError } from '../errors';

/** Lets a number of requests work at a time and some wait in line, in order and not for ever; beyond that it refuses at once. */
export interface Gate {
  /** Resolves, when it is this request's turn, to what ends the turn. Rejects with OVERLOADED, or where the caller has gone. */
  enter(gone: AbortSignal): Promise<() => void>;
  /** How many requests are at work, and how many wait, at this moment. */
  load(): { atWork: number; waiting: number };
}

/** Wait before asking again that a caller is told when too many ask at once, in milliseconds. */
const retryAfterMs = 1_000;

const cancelled = () => new CallerError('REQUEST_CANCELLED', 'The caller has gone.');

const overloaded = (words: string) => new CallerError('OVERLOADED', `${words} Ask again soon.`, { retryAfterMs });

export function createGate(mostAtWork: number, mostWaiting: number, longestWaitMs: number): Gate {
  const waiting = new Set<() => void>();
  let atWork = 0;

  const leave = () => {
    atWork -= 1;
    const [next] = waiting;
    next?.();
  };

  const begin = () => {
    atWork += 1;
    let left = false;
    return () => {
      if (!left) leave();
      left = true;
    };
  };

  return {
    enter: async (gone) => {
      if (gone.aborted) throw cancelled();
      if (atWork < mostAtWork) return begin();
      if (waiting.size >= mostWaiting) {
        throw overloaded('Too many questions are being answered at this moment.');
      }
      return new Promise((resolve, reject) => {
        const leaveLine = () => {
          waiting.delete(turn);
          gone.removeEventListener('abort', giveUp);
          clearTimeout(timer);
        };
        const turn = () => {
          leaveLine();
          resolve(begin());
        };
        const giveUp = () => {
          leaveLine();
          reject(cancelled());
        };
        const timer = setTimeout(() => {
          leaveLine();
          reject(overloaded(`This question waited ${longestWaitMs / 1000} seconds for its turn.`));
        }, longestWaitMs);
        timer.unref();
        waiting.add(turn);
        gone.addEventListener('abort', giveUp, { once: true });
      });
    },
    load: () => ({ atWork, waiting: waiting.size }),
  };
}
