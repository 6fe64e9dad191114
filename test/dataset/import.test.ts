import type { Dataset } from '../../src/dataset/format';
import { importDataset, planImport } from '../../src/dataset/import';
import { writeDataset } from '../../src/dataset/write';
import type { Engine } from '../../src/engine/engine';
import { ask } from '../support/ask';
import { northAmericanAsylum, readSound, tinyStory } from '../support/datasets';
import { ENGINES } from '../support/engines';
import { fingerprint } from '../support/fingerprint';

const story = readSound(tinyStory);

/** What must be known of the sales, which stands in no file of the story. */
const broken = (note: string) => ({
  file: 'series-breaks.csv',
  line: 2,
  values: {
    metric: 'shop-sales',
    place: 'market-street',
    period: '2019-04',
    kind: 'GAP',
    note,
    sources: ['src-sales'],
  },
});
const tiny: Dataset = { ...story, rows: { ...story.rows, 'series-breaks': [broken('The forms were lost')] } };

const steps = (...ids: string[]) => ids.map((id) => ({ event: { id } }));

const empty = (engine: Engine) =>
  engine.write({ name: 'empty', room: 'write', text: 'MATCH (node) WHERE NOT node:ForTests DETACH DELETE node' });

/**
 * The tiny story as it would be after an edit: a link and a term gone, an event, a term and a gap reworded, a claim's
 * speaker changed, a story cut short, one more event and story.
 */
const edited: Dataset = {
  ...tiny,
  checksum: 'edited',
  head: { ...tiny.head, version: 'edited' },
  rows: {
    ...tiny.rows,
    'series-breaks': [broken('The forms were found to be lost')],
    links: tiny.rows.links.filter(({ values }) => values.id !== 'walkers-picnic--prompted_response--shops-march'),
    claims: tiny.rows.claims
      .filter(({ values }) => values.id !== 'shopkeepers-march-again')
      .map((row) => (row.values.id === 'club-thanks-bus' ? { ...row, values: { ...row.values, by: 'parents' } } : row)),
    actors: tiny.rows.actors.map((row) =>
      row.values.id === 'zoe-brandt' ? { ...row, values: { ...row.values, offices: [] } } : row,
    ),
    stories: [
      ...tiny.rows.stories.map((row) => ({
        ...row,
        values: { ...row.values, steps: (row.values.steps as object[]).slice(0, 3) },
      })),
      {
        file: 'stories.csv',
        line: 99,
        values: { id: 'new-story', title: 'Two steps', steps: [{ event: 'council-votes' }, { event: 'bus-starts' }] },
      },
    ],
    glossary: tiny.rows.glossary
      .filter(({ values }) => values.id !== 'term-petition')
      .map((row) => ({ ...row, values: { ...row.values, definition: 'A rule of a town.' } })),
    events: [
      ...tiny.rows.events.map((row) =>
        row.values.id === 'bus-starts'
          ? { ...row, values: { ...row.values, title: 'A free bus', affects: ['vesland'] } }
          : row,
      ),
      {
        file: 'events.csv',
        line: 99,
        values: { id: 'new-event', title: 'New', edtf: '2021', affects: ['alder'], sources: ['src-club'] },
      },
    ],
  },
};

for (const testEngine of ENGINES) {
  describe(`importing into ${testEngine.name}`, () => {
    let engine: Engine;
    beforeEach(async () => {
      engine = await testEngine.open();
    });
    afterEach(() => engine.close());

    /** The fingerprint of a graph into which this was imported in one go. */
    const inOneGo = async (dataset: Dataset) => {
      const fresh = ENGINES[0] === testEngine ? await testEngine.open() : engine;
      if (fresh === engine) await empty(engine);
      await importDataset(fresh, dataset);
      const found = await fingerprint(fresh);
      if (fresh !== engine) await fresh.close();
      return found;
    };

    it('writes all of a data set into an empty graph, and nothing the second time', async () => {
      const first = await importDataset(engine, tiny);
      expect(first.plan.removed).toEqual([]);
      expect(first.plan.added).toContain('street-closed');
      expect(first.counts).toMatchObject({ events: 14, links: 19, claims: 18 });
      const before = await fingerprint(engine);
      const second = await importDataset(engine, tiny);
      expect(second.plan).toEqual({
        added: [],
        changed: [],
        removed: [],
        unchanged: first.plan.added.length,
        headChanged: false,
      });
      expect(await fingerprint(engine)).toBe(before);
    });

    it('says what it would change before it does', async () => {
      await importDataset(engine, tiny);
      const before = await fingerprint(engine);
      const plan = await planImport(engine, edited);
      expect(plan.added).toEqual(['new-event', 'new-story']);
      expect(plan.removed.sort()).toEqual([
        'shopkeepers-march-again',
        'term-petition',
        'walkers-picnic--prompted_response--shops-march',
      ]);
      expect(plan.changed).toEqual(
        expect.arrayContaining(['bus-starts', 'club-thanks-bus', 'zoe-brandt', 'story-market-street', 'term-by-law']),
      );
      expect(plan.changed).not.toContain('street-closed');
      expect(await fingerprint(engine)).toBe(before);
    });

    it('makes of an older graph the very graph that the new data set makes', async () => {
      const expected = await inOneGo(edited);
      if (testEngine !== ENGINES[0]) await inOneGo(tiny);
      else await importDataset(engine, tiny);
      await importDataset(engine, edited);
      expect(await fingerprint(engine)).toBe(expected);
      const { data } = await ask(
        engine,
        `{
          actor(id: "zoe-brandt") { offices { title } }
          event(id: "new-event") { title }
          told: event(id: "deliveries-allowed") { stories { id } }
          stories { id steps { event { id } } }
          glossary { nodes { id } }
        }`,
      );
      expect(data).toEqual({
        actor: { offices: [] },
        event: { title: 'New' },
        told: { stories: [] },
        stories: [
          { id: 'story-market-street', steps: steps('street-closed', 'bridge-works', 'shop-sales-fall') },
          { id: 'new-story', steps: steps('council-votes', 'bus-starts') },
        ],
        glossary: { nodes: [{ id: 'term-by-law' }] },
      });
    });

    it('makes anew what has become another kind of thing', async () => {
      const moved: Dataset = {
        ...tiny,
        rows: {
          ...tiny.rows,
          glossary: [],
          stories: [],
          sources: [
            ...tiny.rows.sources,
            { file: 'sources.csv', line: 99, values: { id: 'new-event', title: 'S', url: 'https://example.org/s' } },
          ],
        },
      };
      const expected = await inOneGo(moved);
      await importDataset(engine, edited);
      await importDataset(engine, moved);
      expect(await fingerprint(engine)).toBe(expected);
    });

    it('is completed by running it again, wherever it was cut off', async () => {
      const expected = await inOneGo(edited);
      for (let cut = 1; ; cut += 3) {
        await empty(engine);
        await importDataset(engine, tiny);
        let writes = 0;
        const failing: Engine = {
          ...engine,
          write: (statement, params) => {
            if (++writes > cut) throw new Error('cut off');
            return engine.write(statement, params);
          },
        };
        const isWhole = await importDataset(failing, edited).then(
          () => true,
          () => false,
        );
        await importDataset(engine, edited);
        expect(await fingerprint(engine)).toBe(expected);
        if (isWhole) break;
      }
    });

    it('tells how far it is', async () => {
      const told: [number, number][] = [];
      await importDataset(engine, tiny, (done, total) => told.push([done, total]));
      const [, total] = told[0] as [number, number];
      expect(told.at(-1)).toEqual([total, total]);
      expect(told.map(([done]) => done)).toEqual(told.map(([done]) => done).toSorted((a, b) => a - b));
    });

    it('gives the answers that a graph written in one go gives', async () => {
      const query = '{ events { nodes { id places { role } followedBy { nodes { id } } } } }';
      await importDataset(engine, readSound(northAmericanAsylum));
      const imported = await ask(engine, query);
      await empty(engine);
      await writeDataset(engine, readSound(northAmericanAsylum));
      expect(await ask(engine, query)).toEqual(imported);
      // The whole data set is written twice.
    }, 300_000);
  });
}
