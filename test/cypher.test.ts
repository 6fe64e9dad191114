import { cypher, cypherNames, type Statement } from '../src/cypher';
import { importDataset } from '../src/dataset/import';
import type { Engine } from '../src/engine/engine';
import { type Ask, createAsk, type FacetOf } from '../src/loaders/ask';
import { createLoaders } from '../src/loaders/index';
import type { Entity } from '../src/loaders/rows';
import { createTurns } from '../src/turns';
import { openWith, readSound, tinyStory } from './support/datasets';
import { ENGINES } from './support/engines';
import { bothWays } from './support/inOrder';

describe('cypher(room, …names)', () => {
  it('gives the text of a file under its name', () => {
    expect(cypher('read', 'places-in').text).toContain('[:WITHIN]');
    expect(cypher('read', 'places-in').name).toBe('places-in');
  });
  it('joins a list from its parts', () => {
    const { name, text } = cypher('read', 'events-all', 'part/event-filter', 'part/count');
    expect(name).toBe('events-all + part/event-filter + part/count');
    expect(text.indexOf('MATCH (item:Event)')).toBeLessThan(text.indexOf('RETURN count(item)'));
  });
  it('offers the nearest name for one that does not exist', () => {
    expect(() => cypher('read', 'folowed-by')).toThrow(
      'No Cypher file "folowed-by" in cypher/read. Did you mean "followed-by"?',
    );
  });
});

describe('the files of cypher/', () => {
  const files = (['index', 'read', 'write'] as const).flatMap((room) =>
    cypherNames(room).map((name) => ({ file: `${room}/${name}`, text: cypher(room, name).text })),
  );
  const code = (text: string) => text.replace(/\/\/.*$/gm, '');

  test.each(files)('$file opens with the question in plain words', ({ text }) => {
    expect(text).toMatch(/^\/\/ .{8,}\n/);
  });
  test.each(files)('$file holds one statement, with every value a parameter', ({ text }) => {
    expect(code(text)).not.toMatch(/;/);
    expect(code(text)).not.toMatch(/['"]/);
  });
  test.each(files.filter(({ file }) => file.startsWith('read/')))('$file only reads', ({ text }) => {
    expect(code(text)).not.toMatch(/\b(CREATE|MERGE|SET|DELETE|REMOVE|DROP|LOAD|FOREACH|CALL)\b/);
  });
  test.each(files.filter(({ text }) => /\bRETURN\b/.test(text)))(
    '$file asks for an order where it gives rows',
    ({ file, text }) => {
      if (file.startsWith('read/') && !/RETURN count\(/.test(text)) expect(text).toMatch(/ORDER BY/);
    },
  );
});

for (const testEngine of ENGINES) {
  describe(`on ${testEngine.name}`, () => {
    let engine: Engine;
    const run = new Set<string>();
    beforeAll(async () => {
      const opened = await openWith(testEngine, tinyStory);
      engine = {
        ...opened,
        read: (statement: Statement, params) => {
          for (const part of statement.name.split(' + ')) run.add(part);
          return opened.read(statement, params);
        },
      };
    });
    afterAll(() => engine.close());

    it('every question runs: batched, by each anchor, filter, direction, count and facet', async () => {
      const { followedBy, precededBy, ...loaders } = createLoaders({ engine, turns: createTurns(20) });
      const hops = [followedBy(), followedBy({ disputed: true }, true), precededBy()];
      for (const loader of [...Object.values(loaders), ...hops]) await loader.load('street-closed');
      expect(await loaders.linksWithin.load('story-market-street')).not.toEqual([]);

      const lists = (ask: Ask) => [
        ask.events({}),
        ask.events({ ids: ['street-closed'], text: 'street', kinds: ['REGULATION'], verifications: ['VERIFIED'] }),
        ask.events({ from: '2019-05', until: '2019-06' }),
        ask.events({ places: ['alder'], placeRoles: ['SITE'], from: '2019', until: '2020' }),
        ask.events({ jurisdictions: ['alder'], dateMatch: 'CERTAIN', from: '2019', until: '2020' }),
        ask.events({ affects: ['alder'] }),
        ask.events({ actors: ['town-council'], roles: ['DECIDER'] }),
        ask.events({ policies: ['car-free-rule'], effects: ['CREATES'] }),
        ask.events({ sources: ['src-sales'] }),
        ask.events({ stories: ['story-market-street'], withoutContentNotes: ['DISTRESS'] }),
        ask.links({}),
        ask.links({ claimedBy: ['shopkeepers'] }),
        ask.links({ places: ['alder'] }),
        ask.links({ from: '2019-05', until: '2019-06' }),
        ask.links({ sources: ['src-sales'], families: ['CAUSAL'], minEvidence: 'ASSERTED', disputed: false }),
        ask.claims({}),
        ask.claims({ from: '2019-05', until: '2019' }),
        ask.claims({ by: ['shopkeepers'], stances: ['ASSERTS'], from: '2019' }),
        ask.claims({ about: ['car-free-rule'] }),
        ask.claims({ sources: ['src-sales'] }),
        ask.policies({}),
        ask.policies({ jurisdictions: ['vesland'] }),
        ask.policies({ partOf: 'car-free-rule' }),
        ask.policies({ text: 'rule', policyKinds: ['BYLAW'], jurisdictions: ['vesland'] }),
        ask.actors({}),
        ask.actors({ countries: ['vesland'] }),
        ask.actors({ officeOn: '2019' }),
        ask.actors({ text: 'zoe', actorKinds: ['PERSON'], countries: ['vesland'], officeTitle: 'mayor' }),
        ask.places({}),
        ask.places({ placeKinds: ['CITY'], within: 'vesland' }),
        ask.glossary('en'),
        ask.metrics({}),
        ask.metrics({ places: ['alder'] }),
        ask.metrics({ text: 'sales', units: ['crowns'], places: ['alder'] }),
        ask.observations({}),
        ask.observations({ metrics: ['shop-sales'], from: '2019-03', until: '2019-04', allReleases: true }),
        ask.observations({ from: '2019-03', until: '2019-04' }),
        ask.observations({ events: ['street-closed'], publisher: 'Statistics office of Rivershire' }),
        ask.observations({ sources: ['src-sales'] }),
        ask.observations({ places: ['alder'] }),
        ask.observations({ nationalities: ['vesland'] }),
        ask.sources({}),
        ask.sources({ publisher: 'Statistics office of Rivershire' }),
        ask.sources({ text: 'minutes', sourceKinds: ['PRIMARY'], from: '2019', until: '2020' }),
      ];
      const pages: Entity[][][] = [];
      for (const way of bothWays(engine)) {
        const found: Entity[][] = [];
        for (const list of await Promise.all(lists(createAsk(way)))) {
          const page = await list.page({ ascending: true, after: null, limit: 10 });
          const back = await list.page({ ascending: false, after: null, limit: 1000 });
          expect(await list.count()).toBe(back.length);
          expect(back.toReversed().slice(0, page.length)).toEqual(page);
          found.push(back);
        }
        pages.push(found);
      }
      expect(pages[1]).toEqual(pages[0]);

      const ask = createAsk(engine);
      const events = await ask.events({});
      for (const facet of ['KIND', 'PLACE', 'ACTOR', 'POLICY', 'YEAR', 'VERIFICATION'] as FacetOf[]) {
        expect(await events.facet(facet)).not.toEqual([]);
      }
      expect(await ask.timeline({}, 3)).toHaveLength(3);
      expect(await ask.policiesOfPlace('vesland')).toEqual(await ask.policiesOfPlace(null));
      expect(await ask.stories()).not.toEqual([]);
      await ask.dataset();
      await ask.entityIds(['Event']);
      await importDataset(engine, readSound(tinyStory));
      expect(cypherNames('read').filter((name) => !run.has(name))).toEqual([]);
    });
  });
}
