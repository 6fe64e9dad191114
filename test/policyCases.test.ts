import type { Engine } from '../src/engine/engine';
import { ask } from './support/ask';
import { caseFolder } from './support/cases';
import { northAmericanAsylum, openWith, readSound, tinyStory } from './support/datasets';
import { ENGINES } from './support/engines';
import { recordingEngine } from './support/recordingEngine';

jest.setTimeout(60_000);

const allStatuses = '[UNKNOWN, ANNOUNCED, IN_FORCE, PARTLY_IN_FORCE, SUSPENDED, BLOCKED, ENDED]';

const dayFrom = (day: string, by: number): string =>
  new Date(Date.parse(day) + by * 86_400_000).toISOString().slice(0, 10);

for (const testEngine of ENGINES) {
  describe(`policies on a day on ${testEngine.name}`, () => {
    let engine: Engine;
    const load = async (data: Parameters<typeof openWith>[1]) => {
      engine = await openWith(testEngine, data);
    };
    const data = async (query: string, asked = engine) => {
      const answer = await ask(asked, query);
      expect(answer.errors).toBeUndefined();
      return answer.data;
    };

    describe('in small data sets', () => {
      afterEach(() => engine.close());

      it('C06: two changes on one day leave one status, and a month is no day', async () => {
        await load(caseFolder('C06'));
        const fields = 'status certainty by { id } policy { id }';
        const table: [day: string, status: string, certainty: string, by: string | null][] = [
          ['2020-03-27', 'UNKNOWN', 'CERTAIN', null],
          ['2020-03-28', 'IN_FORCE', 'CERTAIN', 'a-made'],
          ['2020-04-11', 'IN_FORCE', 'CERTAIN', 'a-made'],
          ['2020-04-12', 'IN_FORCE', 'CERTAIN', 'c-reinstated'],
          ['2020-04-13', 'IN_FORCE', 'CERTAIN', 'c-reinstated'],
          ['2020-06-30', 'IN_FORCE', 'CERTAIN', 'c-reinstated'],
          ['2020-07-15', 'IN_FORCE', 'POSSIBLE', 'c-reinstated'],
          ['2020-08-01', 'ENDED', 'CERTAIN', 'd-ended'],
        ];
        for (const [day, status, certainty, by] of table) {
          const { policy, policiesOn } = await data(`{
          policy(id: "p") { stateOn(date: "${day}") { ${fields} } }
          policiesOn(date: "${day}", statuses: ${allStatuses}) { nodes { ${fields} } }
        }`);
          expect([day, policy.stateOn]).toEqual([
            day,
            { status, certainty, by: by && { id: by }, policy: { id: 'p' } },
          ]);
          expect(policiesOn.nodes).toContainEqual(policy.stateOn);
        }
        const { policy } = await data(
          '{ policy(id: "p") { states { status from { edtf } until { edtf } by { id } certainty } } }',
        );
        const at = (edtf: string) => ({ edtf });
        expect(policy.states).toEqual([
          { status: 'UNKNOWN', from: null, until: at('2020-03-28'), by: null, certainty: 'CERTAIN' },
          {
            status: 'IN_FORCE',
            from: at('2020-03-28'),
            until: at('2020-04-12'),
            by: { id: 'a-made' },
            certainty: 'CERTAIN',
          },
          {
            status: 'IN_FORCE',
            from: at('2020-04-12'),
            until: at('2020-07'),
            by: { id: 'c-reinstated' },
            certainty: 'CERTAIN',
          },
          { status: 'ENDED', from: at('2020-07'), until: null, by: { id: 'd-ended' }, certainty: 'CERTAIN' },
        ]);
      });

      it('a data set that names no status gets the plain meaning of the effects', async () => {
        const dataset = readSound(tinyStory);
        const rows = dataset.rows['policy-changes'].map((row) => ({
          ...row,
          values: Object.fromEntries(Object.entries(row.values).filter(([column]) => column !== 'statusAfter')),
        }));
        await load({ ...dataset, rows: { ...dataset.rows, 'policy-changes': rows } });
        const { policy } = await data(
          '{ policy(id: "car-free-rule") { states { status from { edtf } } changes { statusAfter } } }',
        );
        expect(policy).toEqual({
          states: [
            { status: 'UNKNOWN', from: null },
            { status: 'ANNOUNCED', from: { edtf: '2019-01-15' } },
            { status: 'IN_FORCE', from: { edtf: '2019-03-01' } },
            { status: 'ENDED', from: { edtf: '2020-07-01' } },
          ],
          changes: [{ statusAfter: null }, { statusAfter: null }, { statusAfter: null }],
        });
      });
    });

    describe('in the shipped data set', () => {
      beforeAll(() => load(northAmericanAsylum));
      afterAll(() => engine.close());

      // What a database gives does not depend on the day, so that one engine is enough for hundreds of them.
      if (testEngine === ENGINES[0])
        it('policiesOn and Policy.stateOn agree on a policy whenever it changes, the day before and the day after', async () => {
          const { policies } = await data(`{
          policies(first: 500) { nodes { id states { from { earliest latest } } } }
        }`);
          type Stored = { id: string; states: { from: { earliest: string | null; latest: string | null } | null }[] };
          const changing = new Map<string, Set<string>>();
          for (const { id, states } of policies.nodes as Stored[]) {
            for (const bound of states.flatMap(({ from }) => [from?.earliest, from?.latest])) {
              for (const by of bound ? [-1, 0, 1] : []) {
                const day = dayFrom(String(bound), by);
                changing.set(day, (changing.get(day) ?? new Set()).add(id));
              }
            }
          }
          expect(changing.size).toBeGreaterThan(500);

          // Few fields, since hundreds of days are asked for; the test below compares all.
          const fields = '{ policy { id } status certainty from { edtf } }';
          const differing: string[] = [];
          for (const [day, ids] of changing) {
            const asked = [...ids].map(
              (id, index) => `p${index}: policy(id: "${id}") { stateOn(date: "${day}") ${fields} }`,
            );
            const { policiesOn, ...alone } = await data(`{
            policiesOn(date: "${day}", statuses: ${allStatuses}, first: 500) { nodes ${fields} }
            ${asked.join(' ')}
          }`);
            for (const { stateOn } of Object.values(alone) as { stateOn: { policy: { id: string } } }[]) {
              const listed = policiesOn.nodes.filter(
                ({ policy }: { policy: { id: string } }) => policy.id === stateOn.policy.id,
              );
              if (JSON.stringify(listed) !== JSON.stringify([stateOn])) differing.push(`${stateOn.policy.id} ${day}`);
            }
          }
          expect(differing).toEqual([]);
        }, 180_000);

      it('policiesOn and Policy.stateOn agree on every policy on a day of each half-year', async () => {
        const fields = 'status from { edtf } until { edtf } by { id } certainty scope';
        for (let month = 0; month < 12 * 26; month += 6) {
          const day = new Date(Date.UTC(2001, month, 1)).toISOString().slice(0, 10);
          const answer = await data(`{
            policiesOn(date: "${day}", statuses: ${allStatuses}, first: 500) { nodes { policy { id } ${fields} } }
            policies(first: 500) { nodes { stateOn(date: "${day}") { policy { id } ${fields} } } }
          }`);
          expect(answer.policiesOn.nodes).toEqual(
            answer.policies.nodes.map(({ stateOn }: { stateOn: object }) => stateOn),
          );
        }
      });

      it('places are those of the policy, of what lies within, and of the events that changed it', async () => {
        const { data: answer } = await ask(
          engine,
          `{
            policies(first: 500) { nodes { id jurisdictions { id } changes { event {
              jurisdictions { id } affects { id } places { place { id } }
            } } } }
            places(first: 500) { nodes { id within { id } } }
          }`,
        );
        const within = new Map<string, string | undefined>(
          answer.places.nodes.map((place: { id: string; within: { id: string } | null }) => [
            place.id,
            place.within?.id,
          ]),
        );
        const liesIn = (id: string | undefined, outer: string): boolean =>
          id !== undefined && (id === outer || liesIn(within.get(id), outer));
        for (const place of ['CA', 'MX', 'CA-QC', 'roxham-road']) {
          const { policiesOn } = await data(
            `{ policiesOn(date: "2024-06-01", place: "${place}", statuses: ${allStatuses}, first: 500) { nodes { policy { id } } } }`,
          );
          const found: string[] = policiesOn.nodes.map(({ policy }: { policy: { id: string } }) => policy.id);
          type Id = { id: string };
          const touched = answer.policies.nodes.filter(
            ({
              jurisdictions,
              changes,
            }: {
              jurisdictions: Id[];
              changes: { event: { jurisdictions: Id[]; affects: Id[]; places: { place: Id }[] } }[];
            }) =>
              [
                ...jurisdictions,
                ...changes.flatMap(({ event }) => [
                  ...event.jurisdictions,
                  ...event.affects,
                  ...event.places.map((part) => part.place),
                ]),
              ].some(({ id }) => liesIn(id, place)),
          );
          expect(found.length).toBeGreaterThan(0);
          // A border lies in a second country, which `within` does not name: then more may be found.
          expect(found).toEqual(expect.arrayContaining(touched.map(({ id }: Id) => id)));
          if (place.length > 2) expect(found).toEqual(touched.map(({ id }: Id) => id));
        }
      });

      it('pages give every policy once, and ask the database as often for five as for all', async () => {
        const question = (args: string) =>
          `{ policiesOn(date: "2021-06-01", statuses: ${allStatuses}, ${args}) {
             totalCount edges { cursor node { status policy { id } by { id } } } pageInfo { hasNextPage hasPreviousPage endCursor }
           } }`;
        const counted = async (args: string) => {
          const recording = recordingEngine(engine);
          const { policiesOn } = await data(question(args), recording.engine);
          return { policiesOn, calls: recording.calls.length };
        };
        const whole = await counted('first: 500');
        const ids = (list: { edges: { node: { policy: { id: string } } }[] }) =>
          list.edges.map(({ node }) => node.policy.id);
        expect(ids(whole.policiesOn)).toHaveLength(whole.policiesOn.totalCount);
        const seen: string[] = [];
        for (let after = ''; ; ) {
          const { policiesOn, calls } = await counted(`first: 25${after}`);
          seen.push(...ids(policiesOn));
          expect(calls).toBe(whole.calls);
          expect(policiesOn.pageInfo.hasPreviousPage).toBe(after !== '');
          if (!policiesOn.pageInfo.hasNextPage) break;
          after = `, after: "${policiesOn.pageInfo.endCursor}"`;
        }
        expect(seen).toEqual(ids(whole.policiesOn));
        // The policies, their changes, and what is shown of them.
        expect(whole.calls).toBeLessThanOrEqual(5);
      });

      it('an unknown place, a day that does not exist and too large a page are errors', async () => {
        const said = async (args: string) => {
          const { errors } = await ask(engine, `{ policiesOn(${args}) { totalCount } }`);
          return errors?.[0]?.message;
        };
        expect(await said('date: "2020-01-01", place: "CAN"')).toMatch(/^No place has the id "CAN"\./);
        expect(await said('date: "2020-02-30"')).toMatch(/a day that exists/);
        expect(await said('date: "2020-01-01", first: 501')).toMatch(/from 0 to 500/);
        const { policiesOn } = await data(
          '{ policiesOn(date: "2020-01-01", statuses: []) { totalCount nodes { status } } }',
        );
        expect(policiesOn).toEqual({ totalCount: 0, nodes: [] });
      });
    });
  });
}
