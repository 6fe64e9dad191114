import { buildASTSchema, isInputObjectType } from 'graphql';
import type { Engine } from '../src/engine/engine';
import { readSchema } from '../src/server/graphql';
import { ask } from './support/ask';
import { northAmericanAsylum, openWith } from './support/datasets';
import { ENGINES } from './support/engines';

/** A filter for each field of an EventFilter, each with some events left. */
const filters: Record<string, object> = {
  ids: { ids: ['ca-mexico-visa-imposed-2009', 'ca-mexico-visa-lifted-2016'] },
  text: { text: 'visa' },
  kinds: { kinds: ['COURT_RULING', 'PROTEST'] },
  places: { places: ['CA-QC'] },
  jurisdictions: { jurisdictions: ['MX'] },
  affects: { affects: ['CA'] },
  placeRoles: { placeRoles: ['TRANSIT'] },
  actors: { actors: ['us-dhs'] },
  roles: { roles: ['SIGNATORY'] },
  policies: { policies: ['safe-third-country-agreement', 'zero-tolerance'] },
  effects: { effects: ['BLOCKS'] },
  sources: { sources: ['seed-002'] },
  verifications: { verifications: ['SINGLE_SOURCE'] },
  stories: { stories: ['story-mexican-visa', 'story-cbp-one'] },
  withoutContentNotes: { withoutContentNotes: ['DEATH', 'VIOLENCE'] },
  from: { from: '2025-06' },
  until: { until: '2008' },
  dateMatch: { from: '2016', until: '2019', dateMatch: 'CERTAIN' },
};

/** By which field of the filter the values of a facet can be asked for. */
const fieldOf: Record<string, string> = {
  KIND: 'kinds',
  PLACE: 'places',
  ACTOR: 'actors',
  POLICY: 'policies',
  VERIFICATION: 'verifications',
};

/** A filter by a role speaks of whoever has it, and beside a thing of this thing in the role: another question. */
const pairs: Record<string, string> = { placeRoles: 'places', roles: 'actors', effects: 'policies' };

interface Facet {
  of: string;
  values: { value: string; label: string; es: string; fr: string; count: number }[];
}

test('every field of the filter is tried', () => {
  const filter = buildASTSchema(readSchema()).getType('EventFilter');
  expect(Object.keys(filters)).toEqual(isInputObjectType(filter) ? Object.keys(filter.getFields()) : []);
});

for (const testEngine of ENGINES) {
  describe(`facets on ${testEngine.name}`, () => {
    let engine: Engine;
    beforeAll(async () => {
      engine = await openWith(testEngine, northAmericanAsylum);
    });
    afterAll(() => engine.close());

    /** How many events each of these filters finds, asked in one question. */
    const counted = async (wheres: object[]): Promise<number[]> => {
      const variables = wheres.map((_, at) => `$f${at}: EventFilter`).join(', ');
      const fields = wheres.map((_, at) => `f${at}: events(where: $f${at}, first: 0) { totalCount }`).join(' ');
      const given = Object.fromEntries(wheres.map((where, at) => [`f${at}`, where]));
      const { data } = await ask(engine, `query (${variables}) { ${fields} }`, given);
      return wheres.map((_, at) => data[`f${at}`].totalCount);
    };

    test('can be limited to some traits, and to the first values of each', async () => {
      const values = 'of values { value count }';
      const { data, errors } = await ask(
        engine,
        `{ events(where: { text: "visa" }, first: 0) {
          facets { ${values} }
          some: facets(of: [YEAR, KIND, YEAR], first: 2) { ${values} }
          none: facets(of: []) { ${values} }
          bare: facets(first: 0) { ${values} }
        } }`,
      );
      expect(errors).toBeUndefined();
      const { facets, some, none, bare }: Record<string, Facet[]> = data.events;
      const wanted = (facets ?? []).filter(({ of }) => of === 'KIND' || of === 'YEAR');
      expect(some).toEqual(wanted.map(({ of, values: all }) => ({ of, values: all.slice(0, 2) })));
      expect(none).toEqual([]);
      expect(bare).toEqual(facets?.map(({ of }) => ({ of, values: [] })));
      const refused = await ask(engine, '{ events(first: 0) { facets(first: 501) { of } } }');
      expect(refused.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument: 'first', most: 500 } }]);
    });

    test.each(Object.entries(filters))('count what a filter by %s finds', async (field, where) => {
      const { data, errors } = await ask(
        engine,
        `query ($where: EventFilter) {
          events(where: $where, first: 0) {
            totalCount
            facets { of values { value label es: label(lang: "es") fr: label(lang: "fr") count } }
          }
        }`,
        { where },
      );
      expect(errors).toBeUndefined();
      const { totalCount, facets }: { totalCount: number; facets: Facet[] } = data.events;
      expect(totalCount).toBeGreaterThan(0);
      expect(facets.map(({ of }) => of)).toEqual(['KIND', 'PLACE', 'ACTOR', 'POLICY', 'YEAR', 'VERIFICATION']);
      for (const { of, values } of facets) {
        const sum = values.reduce((total, { count }) => total + count, 0);
        if (['KIND', 'YEAR', 'VERIFICATION'].includes(of)) expect({ of, sum }).toEqual({ of, sum: totalCount });
        else expect({ of, sum }).not.toEqual({ of, sum: 0 });
        for (const { label, es, fr } of values) expect([label, es, fr]).not.toContain('');
      }
      const asked = facets.flatMap(({ of, values }) => {
        const by = fieldOf[of];
        // A filter has each field once, so a facet by the same field cannot be asked for beside it.
        if (by === undefined || by === field || by === pairs[field]) return [];
        return values.slice(0, 3).map(({ value, count }) => ({ where: { ...where, [by]: [value] }, count }));
      });
      const found = await counted(asked.map(({ where }) => where));
      expect(asked).toEqual(asked.map(({ where }, at) => ({ where, count: found[at] })));
    });
  });
}
