import fc from 'fast-check';
import type { Engine } from '../src/engine/engine';
import { ask } from './support/ask';
import { northAmericanAsylum, openWith } from './support/datasets';
import { ENGINES } from './support/engines';
import { recordingEngine } from './support/recordingEngine';

jest.setTimeout(60_000);

for (const testEngine of ENGINES) {
  describe(`lists on ${testEngine.name}`, () => {
    let engine: Engine;
    beforeAll(async () => {
      engine = await openWith(testEngine, northAmericanAsylum);
    });
    afterAll(() => engine.close());

    // Lists of the database, and one that is cut into pages here.
    const lists = [
      {
        path: ['events'],
        field: (args: string) => `events(where: { kinds: [LEGISLATION, REGULATION] } ${args})`,
        backward: true,
      },
      {
        path: ['events'],
        field: (args: string) => `events(where: { kinds: [AGREEMENT] }, orderBy: DATE_DESC ${args})`,
        backward: true,
      },
      { path: ['links'], field: (args: string) => `links(where: { disputed: true } ${args})`, backward: true },
      { path: ['claims'], field: (args: string) => `claims(where: { stances: [DISPUTES] } ${args})`, backward: true },
      {
        path: ['event', 'followedBy'],
        field: (args: string) => `event(id: "us-invasion-proclamation-2025") { followedBy(${args}) `,
        backward: false,
      },
    ];

    const read = async (list: (typeof lists)[number], args: string) => {
      const opened = list.field(args);
      const closing = opened.includes('{ followedBy') ? '}' : '';
      const page =
        '{ totalCount edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }';
      const { data, errors } = await ask(engine, `{ ${opened} ${page} ${closing} }`);
      expect(errors).toBeUndefined();
      const connection = list.path.reduce((value, name) => value[name], data);
      return {
        ...connection,
        ids: connection.edges.map(({ node }: { node: { id: string } }) => node.id) as string[],
      };
    };

    it.each(lists)('$path give every item once, in one order, by pages of any size from either end', async (list) => {
      const whole = await read(list, ', first: 500');
      expect(whole.ids).toHaveLength(whole.totalCount);
      expect(new Set(whole.ids).size).toBe(whole.totalCount);
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 1, max: 25 }), fc.boolean(), async (size, wantsBackward) => {
          const backward = wantsBackward && list.backward;
          const seen: string[] = [];
          for (let cursor: string | null = ''; cursor !== null; ) {
            const from: string = cursor ? `, ${backward ? 'before' : 'after'}: "${cursor}"` : '';
            const page = await read(list, `, ${backward ? 'last' : 'first'}: ${size} ${from}`);
            expect(page.totalCount).toBe(whole.totalCount);
            if (backward) seen.unshift(...page.ids);
            else seen.push(...page.ids);
            const { hasNextPage, hasPreviousPage, startCursor, endCursor } = page.pageInfo;
            expect(backward ? hasNextPage : hasPreviousPage).toBe(cursor !== '');
            cursor = (backward ? hasPreviousPage : hasNextPage) ? (backward ? startCursor : endCursor) : null;
          }
          expect(seen).toEqual(whole.ids);
        }),
        { numRuns: 5 },
      );
    });

    it('ask the database as often for four hundred things as for twenty', async () => {
      const statements = async (first: number) => {
        const recording = recordingEngine(engine);
        const { errors } = await ask(
          recording.engine,
          `query ($first: Int!) {
            events(first: $first) {
              totalCount
              nodes {
                jurisdictions { name } affects { name } sources { url }
                places { place { name } role sources { url } }
                participations { role actor { name country { name } } }
                policyChanges { effect policy { name jurisdictions { name } } sources { url } }
                claims { nodes { text by { ... on Actor { name } ... on Source { publisher } } about { ... on Event { title } } } }
                followedBy { totalCount nodes { label to { title } claims { totalCount } } }
                precededBy { nodes { label from { title } } }
                whatFollowed(depth: 1) { steps { event { title } via { label } } }
              }
            }
          }`,
          { first },
        );
        expect(errors).toBeUndefined();
        return recording.calls.length;
      };
      // Twenty events have every kind of tie between them; which loads share a batch may shift by one or two.
      const [twenty, all] = [await statements(20), await statements(400)];
      expect(all).toBeLessThanOrEqual(twenty + 2);
    });

    it('refuse a cursor of another list', async () => {
      const { data } = await ask(engine, '{ events(first: 1) { pageInfo { endCursor } } }');
      const cursor = data.events.pageInfo.endCursor;
      const refuse = async (field: string, argument = 'after') => {
        const { errors } = await ask(engine, `{ ${field} }`);
        expect([field, errors?.[0]?.message]).toEqual([field, `"${argument}" is a cursor of another list.`]);
        expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
      };
      await refuse(`event(id: "us-mpp-begins-2019") { followedBy(after: "${cursor}") { totalCount } }`);
      await refuse(`events(orderBy: DATE_DESC, after: "${cursor}") { totalCount }`);
      await refuse(`glossary(lang: "es", after: "${cursor}") { totalCount }`);
      await refuse(`search(text: "visa", after: "${cursor}") { totalCount }`);
      const { data: found } = await ask(engine, '{ search(text: "visa", first: 1) { pageInfo { endCursor } } }');
      const place = found.search.pageInfo.endCursor;
      await refuse(`search(text: "mexico", after: "${place}") { totalCount }`);
      expect((await ask(engine, `{ search(text: "VISA", after: "${place}") { totalCount } }`)).errors).toBeUndefined();
      for (const list of ['links', 'claims', 'policies', 'actors', 'places', 'sources', 'metrics', 'observations']) {
        await refuse(`${list}(before: "${cursor}") { totalCount }`, 'before');
      }
      // The same list, however it is filtered.
      const { data: filtered } = await ask(
        engine,
        `{ events(where: { kinds: [PROTEST] }, after: "${cursor}") { totalCount } }`,
      );
      expect(filtered.events.totalCount).toBeGreaterThan(0);
    });
  });
}
