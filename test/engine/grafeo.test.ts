import { GrafeoDB } from '@grafeo-db/js';
import { openGrafeo } from '../../src/engine/grafeo';

const write = (text: string) => ({ name: 'for a test', room: 'write' as const, text });

test('what the embedded engine keeps in memory is made again where it could not be made', async () => {
  const engine = openGrafeo();
  await engine.write(write("CREATE (:Entity {id: 'a', __typename: 'Event', title: 'Border', sort: '2016'})"));
  const search = () => engine.search('border', ['Event'], 10);
  const first = { typename: 'Event', first: '', last: '9', ascending: true, after: null, limit: 10 };

  const broken = jest.spyOn(GrafeoDB.prototype, 'executeCypher').mockRejectedValue(new Error('broken'));
  await expect(search()).rejects.toThrow();
  await expect(engine.inOrder?.(first)).rejects.toThrow();
  broken.mockRestore();

  expect(await search()).toMatchObject([{ id: 'a' }]);
  expect(await engine.inOrder?.(first)).toEqual([{ sort: '2016', id: 'a' }]);
  await engine.close();
});
