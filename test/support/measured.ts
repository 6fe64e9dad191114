import { once } from 'node:events';
import { join } from 'node:path';
import { type Served, serveProgram } from './program';

export interface Measured extends Served {
  /** For how long the event loop of the server stood still at most while this was done, in milliseconds. */
  blockOf(work: () => Promise<unknown>): Promise<number>;
  /** The memory in use after everything that can be freed was freed, in bytes. */
  memory(): Promise<NodeJS.MemoryUsage>;
}

/** The server as built, with something in its process that watches its event loop and its memory. */
export async function serveMeasured(environment: Record<string, string> = {}, data?: string): Promise<Measured> {
  const args = ['serve', '--port', '0', ...(data === undefined ? [] : ['--data', data])];
  const served = await serveProgram(environment, args, ['--expose-gc', '--require', join(__dirname, 'loopProbe.cjs')]);
  const tell = async <T>(what: 'block' | 'forget' | 'memory' | 'busy'): Promise<T> => {
    const answer = once(served.child, 'message');
    served.child.send(what);
    return (await answer)[0] as T;
  };
  const blockOf = async (work: () => Promise<unknown>) => {
    await tell('forget');
    await work();
    return tell<number>('block');
  };
  const seen = await blockOf(() => tell('busy'));
  if (seen < 75) throw new Error(`Expected to see a block of 80 ms, but saw one of ${seen}.`);
  return { ...served, blockOf, memory: () => tell('memory') };
}
