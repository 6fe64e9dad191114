import { cypher, type Statement } from '../../src/cypher';
import type { Engine } from '../../src/engine/engine';
import type { TestEngine } from '../support/engines';

const statement = (text: string): Statement => ({ name: 'test', text, room: 'read' });

/** What every engine promises. A new engine is a file in src/engine, a line in test/support/engines.ts and this. */
export function describeEngine({ name, open }: TestEngine): void {
  describe(`the engine ${name}`, () => {
    let engine: Engine;
    beforeEach(async () => {
      engine = await open();
      for (const index of ['01-entity-id-unique', '02-entity-id', 'event-sort']) {
        await engine.write(cypher('index', index));
      }
    });
    afterEach(() => engine.close());

    const write = (rows: object[]) => engine.write(cypher('write', 'event'), { rows: rows as never });
    const read = async (text: string, params = {}) => await engine.read(statement(text), params);
    const echo = async (value: unknown) => (await read('RETURN $value AS value', { value }))[0]?.value ?? null;

    it('gives whole numbers, fractions, text, booleans, lists and maps back as plain values', async () => {
      for (const value of [
        0,
        7,
        -3,
        2 ** 40,
        1.5,
        'Québec',
        '',
        '𝕏 🙂',
        true,
        false,
        ['a', 'b'],
        [1, 2],
        { a: { b: 'c' } },
      ]) {
        expect(await echo(value)).toEqual(value);
      }
      const [row] = await read('RETURN 12 AS whole, 2.5 AS half, [1, 2] AS list, {at: 3} AS map');
      expect(row).toEqual({ whole: 12, half: 2.5, list: [1, 2], map: { at: 3 } });
      expect(JSON.stringify(row)).toBe(JSON.stringify({ whole: 12, half: 2.5, list: [1, 2], map: { at: 3 } }));
    });

    it('takes a whole number for LIMIT, in a list too', async () => {
      expect(await read('UNWIND range(1, 5) AS at RETURN at ORDER BY at LIMIT $limit', { limit: 2 })).toHaveLength(2);
      const [row] = await read('WITH [10, 20, 30] AS list RETURN list[0..$end] AS start', { end: 2 });
      expect(row).toEqual({ start: [10, 20] });
    });

    it('filters nothing by a parameter that is null or undefined', async () => {
      await write([{ id: 'a', kind: 'X' }, { id: 'b' }]);
      const text = 'MATCH (event:Event) WHERE $kinds IS NULL OR event.kind IN $kinds RETURN event.id AS id ORDER BY id';
      expect(await read(text, { kinds: null })).toEqual([{ id: 'a' }, { id: 'b' }]);
      expect(await read(text, { kinds: undefined })).toEqual([{ id: 'a' }, { id: 'b' }]);
      expect(await read(text, { kinds: ['X'] })).toEqual([{ id: 'a' }]);
      expect(await read(text, { kinds: [] })).toEqual([]);
    });

    it('gives a node as a map of its own properties alone, in which absence is absence', async () => {
      await write([{ id: 'a', title: 'Á', list: ['x'], nothing: null }]);
      const [row] = await read('MATCH (event:Event {id: "a"}) RETURN event {.*} AS value');
      expect(row).toEqual({ value: { id: 'a', title: 'Á', list: ['x'] } });
    });

    it('sorts ids and days as text, whatever their case and language', async () => {
      await write(['b', 'a', 'B', 'é', 'z', '10', '9'].map((id) => ({ id })));
      const rows = await read('MATCH (event:Event) RETURN event.id AS id ORDER BY id');
      expect(rows.map(({ id }) => id)).toEqual(['10', '9', 'B', 'a', 'b', 'z', 'é']);
    });

    it('writes a thing once, however often it is written', async () => {
      await write([{ id: 'a', title: 'Old', gone: 'yes' }]);
      await write([{ id: 'a', title: 'New' }]);
      expect(await read('MATCH (event:Event) RETURN event {.*} AS value')).toEqual([
        { value: { id: 'a', title: 'New' } },
      ]);
    });

    it('says how much it wrote, so that a tie to nothing is noticed', async () => {
      await write([{ id: 'a' }, { id: 'b' }]);
      const rows = [
        { from: 'a', to: 'b', properties: { position: 0 } },
        { from: 'a', to: 'nowhere', properties: { position: 1 } },
      ];
      expect(await engine.write(cypher('write', 'affects'), { rows })).toEqual([{ written: 1 }]);
    });

    it('moves its version when data change, and only then', async () => {
      const before = await engine.version();
      await read('MATCH (node) RETURN count(node) AS count');
      expect(await engine.version()).toBe(before);
      await write([{ id: 'a' }]);
      expect(await engine.version()).not.toBe(before);
    });

    it('names the statement that fails, and keeps the reason', async () => {
      const fault = engine.read({ ...statement('MATCH ('), name: 'what-folowed' });
      await expect(fault).rejects.toMatchObject({
        message: `Cypher "what-folowed" failed on ${engine.name}`,
        code: 'DATABASE_FAILED',
      });
      await expect(fault).rejects.toHaveProperty('cause');
      await expect(engine.read(statement('RETURN $missing AS value'))).rejects.toMatchObject({
        code: 'DATABASE_FAILED',
      });
    });

    it('finds words in texts: accents, case, an unfinished last word and one wrong letter do not matter', async () => {
      await write([
        { id: 'a', __typename: 'Event', title: 'Québec closes the road', title_es: 'Quebec cierra el camino' },
        { id: 'b', __typename: 'Event', title: 'A road in Ontario', summary: 'Nothing of Québec but this.' },
        { id: 'c', __typename: 'Policy', title: 'Road rule' },
      ]);
      const find = async (text: string, typenames = ['Event']) =>
        (await engine.search(text, typenames, 10)).map(({ id }) => id);
      for (const text of ['quebec', 'QUÉBEC', 'que\u0301bec', 'queb', 'quebac', 'qeubec', 'quebeck', 'quebc'])
        expect(await find(text)).toEqual(['a', 'b']);
      expect(await find('camino')).toEqual(['a']);
      expect(await find('road quebec')).toEqual(['a', 'b']);
      expect(await find('road', ['Policy'])).toEqual(['c']);
      expect(await find('road quebec winter')).toEqual([]);
      for (const text of ['"', 'c-12 (', 'title:', '*', 'road~', 'AND', 'a/b', '', ' ']) {
        expect(Array.isArray(await find(text))).toBe(true);
      }
      expect(await engine.search('road', ['Event'], 1)).toHaveLength(1);
    });

    it('ranks what is found by where the words stand and how they are written, then by id', async () => {
      await write([
        { id: 'e', __typename: 'Event', title: 'Quite another thing', summary: 'It has to do with a lantern.' },
        { id: 'd', __typename: 'Event', title: 'Lanterns are carried through the streets' },
        { id: 'c', __typename: 'Event', title: 'A lantern is carried through the streets' },
        { id: 'b', __typename: 'Event', title: 'The lantern' },
        { id: 'f', __typename: 'Source', title: 'A lantern' },
        { id: 'a', __typename: 'Event', title: 'A lantern' },
        { id: 'g', __typename: 'Actor', name: 'Zoe', aliases: ['Of the bright light', 'Lantern'] },
      ]);
      const hits = await engine.search('lantern', ['Event', 'Source', 'Actor'], 10);
      expect(hits.map(({ id }) => id)).toEqual(['g', 'a', 'b', 'c', 'd', 'e', 'f']);
      expect(hits.map(({ rank }) => rank)).toEqual(hits.map(({ rank }) => rank).sort());
      expect(hits[0]).toMatchObject({ matched: ['aliases'], missing: [] });
    });

    it('gives the things with the most of the words where some are enough, and says which are missing', async () => {
      await write([
        { id: 'a', __typename: 'Event', title: 'Lantern', summary: 'Carried by day' },
        { id: 'b', __typename: 'Event', title: 'Lantern', summary: 'Carried through winter streets' },
        { id: 'c', __typename: 'Event', title: 'A winter' },
      ]);
      const some = (text: string) => engine.search(text, ['Event'], 10, 'MOST');
      expect(await some('lantern winter summer')).toMatchObject([{ id: 'b', missing: ['summer'] }]);
      expect(await some('lantern summer')).toMatchObject([
        { id: 'a', matched: ['title'], missing: ['summer'] },
        { id: 'b', matched: ['title'], missing: ['summer'] },
      ]);
      expect(await some('lantern summer autumn')).toEqual([]);
      expect(await some('carried lantern')).toMatchObject([
        { id: 'a', matched: ['title', 'summary'], missing: [] },
        { id: 'b', matched: ['title', 'summary'], missing: [] },
      ]);
    });

    it('takes as many words as come', async () => {
      await write([{ id: 'a', __typename: 'Event', title: 'Abcde bcdef cdefg' }]);
      const words = Array.from({ length: 26 ** 2 }, (_, at) => `${at.toString(26).padStart(2, 'q')}bcde`);
      for (const need of ['ALL', 'MOST'] as const) {
        expect(await engine.search(words.join(' '), ['Event'], 10, need)).toEqual([]);
      }
    });

    it('finds what has just been written', async () => {
      expect(await engine.search('lantern', ['Event'], 10)).toEqual([]);
      await write([{ id: 'a', __typename: 'Event', title: 'Lantern' }]);
      expect(await engine.search('lantern', ['Event'], 10)).toMatchObject([{ id: 'a', matched: ['title'] }]);
    });

    it('may be closed twice, and answers no more', async () => {
      await engine.close();
      await engine.close();
      await expect(read('RETURN 1 AS one')).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
    });
  });
}
