import type { Engine } from '../../src/engine/engine';
import { contextMaker } from '../../src/server/context';

test('a data set that could not be read is asked for again, and one of a newer version is kept', async () => {
  let version = 'old';
  let asked = 0;
  let failOld: (fault: Error) => void = () => {};
  const engine = {
    name: 'held',
    version: async () => version,
    read: async () => {
      asked++;
      if (version === 'old') await new Promise((_, reject) => (failOld = reject));
      return [{ value: { id: version } }];
    },
  } as unknown as Engine;
  const context = contextMaker(engine, 1_000);

  const late = context();
  while (asked === 0) await Promise.resolve();
  version = 'new';
  expect((await context()).dataset.id).toBe('new');
  failOld(new Error('away'));
  await expect(late).rejects.toThrow('away');
  expect((await context()).dataset.id).toBe('new');
  expect(asked).toBe(2);

  version = 'old';
  const again = context();
  while (asked === 2) await Promise.resolve();
  failOld(new Error('away'));
  await expect(again).rejects.toThrow('away');
  const once = context();
  while (asked === 3) await Promise.resolve();
  failOld(new Error('away'));
  await expect(once).rejects.toThrow('away');
});
