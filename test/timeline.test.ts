import fc from 'fast-check';
import type { Dataset } from '../src/dataset/format';
import type { Engine } from '../src/engine/engine';
import { ask } from './support/ask';
import { northAmericanAsylum, openWith, readSound } from './support/datasets';
import { ENGINES } from './support/engines';
import { recordingEngine } from './support/recordingEngine';

jest.setTimeout(120_000);

interface Item {
  lane: string;
  event?: { id: string; kind: string };
  count?: number;
  kinds?: string[];
  firstDay?: string;
  lastDay?: string;
  events?: { totalCount: number; nodes: { id: string; kind: string }[] };
}

const items = `items {
  ... on EventItem { lane event { id kind } }
  ... on ClusterItem {
    lane firstDay: from lastDay: until count kinds events(first: 500) { totalCount nodes { id kind } }
  }
}`;

const filters = [
  '{}',
  '{ jurisdictions: ["CA"] }',
  '{ places: ["MX"], from: "2019", until: "2024-06" }',
  '{ kinds: [COURT_RULING, LITIGATION], dateMatch: CERTAIN, from: "2017" }',
  '{ actors: ["donald-trump"] }',
  '{ text: "asylum" }',
];

/** The first actor of each event named a second time: still one actor. */
function firstActorsTwice(dataset: Dataset): Dataset {
  const events = dataset.rows.events.map((row) => {
    const actors = (row.values.actors ?? []) as { actor: string; role: string }[];
    return { ...row, values: { ...row.values, actors: [...actors, ...actors.slice(0, 1)] } };
  });
  return { ...dataset, rows: { ...dataset.rows, events } } as Dataset;
}

for (const testEngine of ENGINES) {
  describe(`timelines on ${testEngine.name}`, () => {
    let engine: Engine;
    let dataset: Dataset;
    const linkCounts = new Map<string, number>();
    beforeAll(async () => {
      dataset = firstActorsTwice(readSound(northAmericanAsylum));
      engine = await openWith(testEngine, dataset);
      for (const { values } of dataset.rows.links) {
        for (const end of [values.from, values.to]) {
          linkCounts.set(String(end), (linkCounts.get(String(end)) ?? 0) + 1);
        }
      }
    });
    afterAll(() => engine.close());

    const data = async (query: string, asked = engine) => {
      const answer = await ask(asked, query);
      expect(answer.errors).toBeUndefined();
      return answer.data;
    };

    it('show and cluster exactly the events that the list has, for every filter, lane and number of items', async () => {
      const lists = new Map<string, string[]>();
      for (const where of filters) {
        const { events } = await data(`{ events(where: ${where}, first: 500) { nodes { id } } }`);
        lists.set(
          where,
          events.nodes.map(({ id }: { id: string }) => id),
        );
      }
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...filters),
          fc.constantFrom('PLACE', 'POLICY', 'KIND', 'ACTOR', 'NONE'),
          fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 500 })),
          async (where, lanes, maxItems) => {
            const list = lists.get(where) ?? [];
            const { timeline } = await data(
              `{ timeline(where: ${where}, lanes: ${lanes}, maxItems: ${maxItems}) { total lanes { id } ${items} } }`,
            );
            const shown: string[] = timeline.items.flatMap(({ event }: Item) => event?.id ?? []);
            const clusters: Item[] = timeline.items.filter(({ count }: Item) => count !== undefined);
            const held = clusters.flatMap(({ events }) => events?.nodes ?? []);
            expect(timeline.total).toBe(list.length);
            expect(timeline.items.length).toBeLessThanOrEqual(maxItems);
            expect([...shown, ...held.map(({ id }) => id)].sort()).toEqual([...list].sort());
            for (const { count, kinds, events } of clusters) {
              expect([events?.totalCount, events?.nodes.length]).toEqual([count, count]);
              // The kinds stand in the order of the alphabet, in EventKind as well.
              expect(kinds).toEqual([...new Set(events?.nodes.map(({ kind }) => kind))].sort());
            }
            const links = (id: string) => linkCounts.get(id) ?? 0;
            const fewest = Math.min(...shown.map(links));
            for (const { id } of held) expect(links(id)).toBeLessThanOrEqual(fewest);
          },
        ),
        { numRuns: 15 },
      );
    });

    it('stand in the lane of the first that is listed, and hold each link between shown events once', async () => {
      const { events, ...timelines } = await data(`{
        events(first: 500) {
          nodes {
            id kind jurisdictions { id } affects { id } places { place { id } }
            policyChanges { policy { id } } participations { actor { id } }
          }
        }
        PLACE: timeline(lanes: PLACE, maxItems: 500) { ${items} links { id } }
        POLICY: timeline(lanes: POLICY, maxItems: 500) { ${items} }
        ACTOR: timeline(lanes: ACTOR, maxItems: 500) { ${items} }
        KIND: timeline(lanes: KIND, maxItems: 500) { ${items} }
        small: timeline(maxItems: 60) { ${items} links { id } }
      }`);
      const laneOf = (timeline: { items: Item[] }) =>
        Object.fromEntries(timeline.items.map(({ event, lane }) => [event?.id, lane]));
      const wanted = (of: (event: (typeof events.nodes)[number]) => string | undefined) =>
        Object.fromEntries(events.nodes.map((event: { id: string }) => [event.id, of(event) ?? '_none']));
      expect(laneOf(timelines.PLACE)).toEqual(
        wanted(({ jurisdictions, affects, places }) => jurisdictions[0]?.id ?? affects[0]?.id ?? places[0]?.place.id),
      );
      expect(laneOf(timelines.POLICY)).toEqual(wanted(({ policyChanges }) => policyChanges[0]?.policy.id));
      expect(laneOf(timelines.ACTOR)).toEqual(wanted(({ participations }) => participations[0]?.actor.id));
      expect(laneOf(timelines.KIND)).toEqual(wanted(({ kind }) => kind));

      for (const timeline of [timelines.PLACE, timelines.small]) {
        const shown = new Set(timeline.items.map(({ event }: Item) => event?.id));
        const between = dataset.rows.links.filter(({ values }) => shown.has(values.from) && shown.has(values.to));
        const ids: string[] = timeline.links.map(({ id }: { id: string }) => id);
        expect([...ids].sort()).toEqual(between.map(({ values }) => values.id).sort());
        expect(ids.length).toBeGreaterThan(10);
      }
    });

    it('count what a cluster holds as a list of the same events does', async () => {
      const facets = 'facets { of values { value label count } }';
      const { timeline } = await data(
        `{ timeline(lanes: KIND, maxItems: 60) { items { ... on ClusterItem { events(first: 500) { nodes { id } ${facets} } } } } }`,
      );
      const clusters = timeline.items.filter(({ events }: Item) => events);
      expect(clusters.length).toBeGreaterThan(10);
      for (const { events } of clusters) {
        const ids = JSON.stringify(events.nodes.map(({ id }: { id: string }) => id));
        const { events: list } = await data(`{ events(where: { ids: ${ids} }) { ${facets} } }`);
        expect(events.facets).toEqual(list.facets);
      }
    });

    it('give every event of a cluster once, by pages', async () => {
      const cluster = async (args: string) => {
        const { timeline } = await data(
          `{ timeline(maxItems: 1) { items { ... on ClusterItem { events(${args}) { nodes { id } pageInfo { hasNextPage endCursor } } } } } }`,
        );
        return timeline.items[0].events;
      };
      const seen: string[] = [];
      for (let after: string | null = ''; after !== null; ) {
        const { nodes, pageInfo } = await cluster(`first: 200${after ? `, after: "${after}"` : ''}`);
        seen.push(...nodes.map(({ id }: { id: string }) => id));
        after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
      }
      const { events } = await data('{ events(first: 500) { nodes { id } } }');
      expect(seen).toEqual(events.nodes.map(({ id }: { id: string }) => id));
    });

    it('ask the database as often for four hundred items as for twenty', async () => {
      const calls = async (maxItems: number) => {
        const recording = recordingEngine(engine);
        await data(
          `{ timeline(lanes: ACTOR, maxItems: ${maxItems}) {
            total
            lanes { label }
            items {
              ... on EventItem { event { title jurisdictions { name } } }
              ... on ClusterItem { events { nodes { title } facets { of values { label } } } }
            }
            links { id type }
          } }`,
          recording.engine,
        );
        return recording.calls.map(({ statement }) => statement);
      };
      const [few, many] = [await calls(20), await calls(400)];
      expect(few.filter((statement) => statement.includes('timeline-rows'))).toHaveLength(1);
      // Which loads share a batch may shift by one or two.
      expect(many.length).toBeLessThanOrEqual(few.length + 2);
      expect(few.length).toBeLessThanOrEqual(15);
    });

    it('read one light row an event where nothing else is asked for', async () => {
      const { engine: asked, calls } = recordingEngine(engine);
      await data('{ timeline { total lanes { id order } items { ... on ClusterItem { count kinds } } } }', asked);
      expect(calls.map(({ statement }) => statement)).toEqual(['dataset', 'events-all + part/timeline-rows']);
    });
  });
}

describe('a timeline of too many events', () => {
  it('is refused with the bound and a way out', async () => {
    const dataset = readSound(northAmericanAsylum);
    const [row] = dataset.rows.events;
    if (!row) throw new Error('The data set has events');
    const values = { title: 'One of many', edtf: '2016' };
    const events = Array.from({ length: 5001 }, (_, at) => ({ ...row, values: { ...values, id: `e${at}` } }));
    const none = Object.fromEntries(Object.keys(dataset.rows).map((file) => [file, []]));
    const [grafeo] = ENGINES;
    const engine = await openWith(grafeo as (typeof ENGINES)[number], {
      ...dataset,
      rows: { ...dataset.rows, ...none, events },
    });
    const { data, errors } = await ask(
      engine,
      '{ all: timeline { total } fewer: timeline(where: { ids: ["e1", "e2"] }) { total } }',
    );
    await engine.close();
    expect(data).toEqual({ all: null, fewer: { total: 2 } });
    expect(errors?.map(({ message }) => message)).toEqual([
      '"where" fits more than 5,000 events, and a timeline is made of 5,000 at most. Ask for a shorter stretch of time or fewer places.',
    ]);
    expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument: 'where', most: 5000 });
  });
});
