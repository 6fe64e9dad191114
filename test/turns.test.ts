import { setImmediate as nextTurn } from 'node:timers/promises';
import DataLoader from 'dataloader';
import { createTurns } from '../src/turns';

const busy = (ms: number) => {
  const end = performance.now() + ms;
  while (performance.now() < end);
};

describe('turns', () => {
  it('give the first things at once and the others later, all in order', async () => {
    const { next, list } = createTurns(3);
    const given = [1, 2, 3, 4, 5].map(next);
    expect(given.map((one) => one instanceof Promise)).toEqual([false, false, false, true, true]);
    expect(await Promise.all(given)).toEqual([1, 2, 3, 4, 5]);
    const order: number[] = [];
    await Promise.all(list([1, 2, 3, 4, 5, 6]).map(async (one) => order.push(await one)));
    expect(order).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('give at once again in a later turn', async () => {
    const turns = createTurns(1);
    expect(turns.next('first')).toBe('first');
    expect(turns.next('second')).toBeInstanceOf(Promise);
    for (let turn = 0; turn < 3; turn++) await nextTurn();
    expect(turns.next('third')).toBe('third');
  });

  it('let others have their turn between pieces of work, however many there are', async () => {
    const { list } = createTurns(2);
    let turnsOfOthers = 0;
    let done = false;
    const others = (async () => {
      while (!done) {
        await nextTurn();
        turnsOfOthers++;
      }
    })();
    await Promise.all(
      list(Array.from({ length: 100 })).map(async (one) => {
        await one;
        busy(1);
      }),
    );
    done = true;
    await others;
    // A hundred milliseconds of work, five in a turn.
    expect(turnsOfOthers).toBeGreaterThan(10);
  });

  it('make promises of all items, so that one that fails at once leaves no other behind unheard', async () => {
    const { list } = createTurns(3);
    const given = list<unknown>([1, Promise.resolve(2), Promise.reject(new Error('three'))]);
    expect(given.every((one) => one instanceof Promise)).toBe(true);
    await expect(Promise.all(given)).rejects.toThrow('three');
  });

  it('take no longer for each thing where many wait', async () => {
    // Time at work, so that a machine busy with others does not count.
    const took = async (count: number) => {
      const began = process.cpuUsage();
      await Promise.all(createTurns(0).list(Array.from({ length: count }, (_, at) => at)));
      return process.cpuUsage(began).user / 1_000;
    };
    await took(10_000);
    const [few, many] = [await took(10_000), await took(100_000)];
    expect(many).toBeLessThan(20 * few + 2_000);
  });

  it('pause between long works, so that each has a turn of its own', async () => {
    const { pause } = createTurns(3);
    let turnsOfOthers = 0;
    const others = setInterval(() => turnsOfOthers++, 0);
    const seen = await Promise.all(
      [1, 2, 3].map(async () => {
        await pause();
        busy(10);
        return turnsOfOthers;
      }),
    );
    clearInterval(others);
    expect(new Set(seen).size).toBe(3);
  });

  it('keep what is asked for in several turns together in one batch', async () => {
    const turns = createTurns(2);
    const batches: number[] = [];
    const loader = new DataLoader<number, number>(
      async (keys) => {
        batches.push(keys.length);
        return keys;
      },
      { batchScheduleFn: turns.afterwards },
    );
    const keys = Array.from({ length: 500 }, (_, at) => at);
    const found = await Promise.all(turns.list(keys).map(async (key) => loader.load(await key)));
    expect(found).toEqual(keys);
    expect(batches).toEqual([500]);
  });
});
