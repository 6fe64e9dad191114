import fc from 'fast-check';
import type { Dataset } from '../src/dataset/format';
import type { Engine } from '../src/engine/engine';
import type { LinkFilter } from '../src/loaders/filters';
import { ask } from './support/ask';
import { openWith } from './support/datasets';
import { ENGINES } from './support/engines';
import { datasetOf, graphOf, randomGraph, randomLinkFilter, sideBySide } from './support/randomGraphs';
import { recordingEngine } from './support/recordingEngine';
import { type ModelChain, referenceModel } from './support/referenceModel';

jest.setTimeout(600_000);

const graphs = Number(process.env.RANDOM_GRAPHS ?? 1000);
// One load of the database serves so many filters, each for so many graphs.
const filtersAtOnce = 10;
const perFilter = 5;

type Model = ReturnType<typeof referenceModel>;
type Way = { evidence: string; links: { id: string }[] };
interface Case {
  event: string;
  to: string;
  depth: number;
  maxEvents: number;
}

/** The three questions about one event, under names that several can stand beside in one request. */
const questionsOf = ({ event, to, depth, maxEvents }: Case, at: number) => `
  forward${at}: whatFollowed(event: "${event}", depth: ${depth}, maxEvents: ${maxEvents}, where: $where) { ...Parts }
  backward${at}: whatLedTo(event: "${event}", depth: ${depth}, maxEvents: ${maxEvents}, where: $where) { ...Parts }
  paths${at}: paths(from: "${event}", to: "${to}", depth: 6, where: $where, first: 500) { ...Ways }`;

const fragments = `
  fragment Parts on Chain {
    steps { event { id } depth evidence via { id } }
    links { id } loops { id }
    truncated { by atDepth notFollowed }
  }
  fragment Ways on PathList { total totalIsExact paths { evidence links { id } } }`;

const ids = (things: { id: string }[]) => things.map(({ id }) => id);

// biome-ignore lint/suspicious/noExplicitAny: the shape is the question above
const chainOf = (chain: any): ModelChain => ({
  // biome-ignore lint/suspicious/noExplicitAny: see above
  steps: chain.steps.map(({ event, via, ...step }: any) => ({ id: event.id, ...step, via: ids(via) })),
  links: ids(chain.links),
  loops: ids(chain.loops),
  truncated: chain.truncated,
});

for (const engine of ENGINES) {
  describe(`chains on ${engine.name}`, () => {
    /** Asks about all of these with one filter in one request, and compares each answer with the model's. */
    async function compare(opened: Engine, model: Model, where: LinkFilter, cases: Case[]) {
      const text = `query Compare($where: LinkFilter) { ${cases.map(questionsOf).join('')} } ${fragments}`;
      const { data, errors } = await ask(opened, text, { where });
      expect(errors).toBeUndefined();
      cases.forEach((one, at) => {
        expect(chainOf(data[`forward${at}`])).toEqual(model.chain(one.event, 'FORWARD', { ...one, where }));
        expect(chainOf(data[`backward${at}`])).toEqual(model.chain(one.event, 'BACKWARD', { ...one, where }));
        const found = data[`paths${at}`];
        // Where links were cut, ways may be missing, and the list says that it is not exact.
        if (!found.totalIsExact) return;
        const paths = model.paths(one.event, one.to, 6, where);
        const ways = found.paths.map(({ evidence, links }: Way) => ({ evidence, links: ids(links) }));
        expect(ways).toEqual(paths.slice(0, 500));
        expect(found.total).toBe(paths.length);
      });
    }

    const drawnCase = fc.record({
      graph: randomGraph,
      start: fc.nat(7),
      end: fc.nat(7),
      depth: fc.nat(5),
      maxEvents: fc.integer({ min: 1, max: 8 }),
    });
    const drawnGroup = fc.record({
      where: randomLinkFilter,
      drawn: fc.array(drawnCase, { minLength: perFilter, maxLength: perFilter }),
    });

    it(`are those of the reference model on ${graphs} random graphs, for every filter, in both directions`, async () => {
      let compared = 0;
      await fc.assert(
        fc.asyncProperty(
          fc.array(drawnGroup, { minLength: filtersAtOnce, maxLength: filtersAtOnce }),
          async (groups) => {
            const dataset = sideBySide(groups.flatMap(({ drawn }) => drawn.map(({ graph }) => graph)));
            const model = referenceModel(dataset);
            const opened = await openWith(engine, dataset);
            try {
              for (const [group, { where, drawn }] of groups.entries()) {
                const cases = drawn.map(({ graph, start, end, depth, maxEvents }, at) => {
                  const id = (nth: number) => `g${group * perFilter + at}-e${nth % graph.rows.events.length}`;
                  return { event: id(start), to: id(end), depth, maxEvents };
                });
                await compare(opened, model, where, cases);
                compared += cases.length;
              }
            } finally {
              await opened.close();
            }
          },
        ),
        { numRuns: Math.ceil(graphs / (perFilter * filtersAtOnce)) },
      );
      expect(compared).toBeGreaterThanOrEqual(graphs);
    });

    it('are those of the reference model where an event has more links than are followed', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.integer({ min: 499, max: 505 }),
          fc.boolean(),
          fc.integer({ min: 1, max: 2 }),
          fc.constantFrom(2, 500, 2000),
          async (width, forward, depth, maxEvents) => {
            const events = Array.from({ length: width + 1 }, (_, at) => ({ edtf: `20${10 + (at % 9)}` }));
            const spokes = Array.from({ length: width }, (_, at) => ({
              from: forward ? 0 : at + 1,
              to: forward ? at + 1 : 0,
              family: 'CAUSAL' as const,
              which: at,
              evidence: at % 2 ? 'ASSERTED' : 'DOCUMENTED',
              sources: [],
              claims: [],
            }));
            const rim = { family: 'LEGAL' as const, which: 0, evidence: 'ASSERTED', sources: [], claims: [] };
            const dataset = graphOf(events, [...spokes, { ...rim, from: 1, to: 2 }, { ...rim, from: 2, to: 1 }]);
            const model = referenceModel(dataset);
            const opened = await openWith(engine, dataset);
            try {
              const hub = { event: 'e0', to: 'e1', depth, maxEvents };
              await compare(opened, model, {}, [hub]);
              await compare(opened, model, { types: ['CAUSED'] }, [hub]);
            } finally {
              await opened.close();
            }
          },
        ),
        { numRuns: 6 },
      );
    });

    it('answers a ladder of forty diamonds without listing its million million ways', async () => {
      const rungs = 20;
      const opened = await openWith(engine, ladder(rungs));
      try {
        const query = `{
          chain: whatFollowed(event: "j0", depth: 40, maxEvents: 200) { steps { depth } links { id } loops { id } truncated { by } }
          paths(from: "j0", to: "j${rungs}", depth: 40, first: 3) { total totalIsExact paths { links { id } } }
        }`;
        const { data } = await ask(opened, query);
        expect(data.chain.steps).toHaveLength(3 * rungs);
        expect(data.chain.links).toHaveLength(4 * rungs);
        expect(data.chain).toMatchObject({ loops: [], truncated: null });
        expect(data.paths).toMatchObject({ total: 1_000_000, totalIsExact: false });
        expect(data.paths.paths).toHaveLength(3);
        expect(data.paths.paths[0].links).toHaveLength(40);
      } finally {
        await opened.close();
      }
    });

    it('asks the database once a level and a constant number of times more, whatever the width', async () => {
      const calls = async (width: number, depth: number) => {
        const opened = await openWith(engine, broom(width, 6));
        const recording = recordingEngine(opened);
        await ask(
          recording.engine,
          `query ($depth: Int!) {
            whatFollowed(event: "root", depth: $depth, maxEvents: 2000) {
              steps { evidence event { title date { text } } via { label basis claims { nodes { text } } sources { url } } }
            }
          }`,
          { depth },
        );
        await opened.close();
        return recording.calls.map(({ statement }) => statement);
      };
      const hops = (statements: string[]) => statements.filter((name) => name.startsWith('followed-by')).length;
      const [narrow, wide] = [await calls(2, 6), await calls(40, 6)];
      expect(wide).toEqual(narrow);
      expect(hops(wide)).toBe(7);
      expect(hops(await calls(40, 3))).toBe(4);
      expect(wide.length - hops(wide)).toBe((await calls(40, 3)).length - 4);
    });
  });
}

/** Joints j0, j1 … with a left and a right way between each and the next: 2 to the power of `rungs` ways. */
function ladder(rungs: number): Dataset {
  const events = [{ id: 'j0', title: 'Joint 0', edtf: '2018-01-01' }];
  const links: Record<string, unknown>[] = [];
  for (let at = 0; at < rungs; at++) {
    for (const side of ['l', 'r']) {
      events.push({ id: `${side}${at}`, title: `${side} ${at}`, edtf: '2018-01-01' });
      links.push(hop(`j${at}`, `${side}${at}`), hop(`${side}${at}`, `j${at + 1}`));
    }
    events.push({ id: `j${at + 1}`, title: `Joint ${at + 1}`, edtf: '2018-01-01' });
  }
  return datasetOf({ events, links });
}

/** A root with `width` chains of `length` events each. */
function broom(width: number, length: number): Dataset {
  const events = [{ id: 'root', title: 'Root', edtf: '2018-01-01' }];
  const links: Record<string, unknown>[] = [];
  for (let straw = 0; straw < width; straw++) {
    for (let at = 1; at <= length; at++) {
      events.push({ id: `s${straw}-${at}`, title: `Straw ${straw}, ${at}`, edtf: '2018-01-01' });
      links.push(hop(at === 1 ? 'root' : `s${straw}-${at - 1}`, `s${straw}-${at}`));
    }
  }
  return datasetOf({ events, links });
}

const hop = (from: string, to: string) => ({
  id: `${from}--caused--${to}`,
  from,
  to,
  type: 'CAUSED',
  family: 'CAUSAL',
  evidence: 'ASSERTED',
});
