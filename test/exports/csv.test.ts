import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { checkDataset, formatProblem } from '../../src/dataset/check';
import type { Dataset } from '../../src/dataset/format';
import { describeGraph } from '../../src/dataset/graph';
import { readDataset } from '../../src/dataset/read';
import type { Engine } from '../../src/engine/engine';
import { northAmericanAsylum, openWith, readSound, tinyStory } from '../support/datasets';
import { ENGINES, type TestEngine } from '../support/engines';
import { exportOf, lost, unzipped } from '../support/exports';

/** An export as the data set that it is, with whatever is wrong with it. */
function unpacked(bytes: Uint8Array): { dataset: Dataset; errors: string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'exported-'));
  for (const [name, text] of Object.entries(unzipped(bytes))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const { dataset, problems } = readDataset(folder);
  rmSync(folder, { recursive: true });
  const errors = [...problems, ...checkDataset(dataset)].filter(({ level }) => level === 'error').map(formatProblem);
  return { dataset, errors };
}

/** Lists whose order is that of rows in the files, and means nothing. */
const unordered = new Set(['terms', 'assertedBy', 'placeIds']);

/** A graph as texts that can be compared: properties in order, without those that hold nothing. */
function comparable(dataset: Dataset): Record<string, string[]> {
  const { nodes, ties, dataset: head } = describeGraph(dataset);
  const sorted = (key: string, value: unknown): unknown => {
    if (Array.isArray(value)) return unordered.has(key) ? [...value].sort() : value;
    // The names of things stand in a text, a line each.
    if (key === 'names') return String(value).split('\n').sort();
    if (typeof value !== 'object' || value === null) return value;
    const held = Object.entries(value).filter(([, one]) => one != null && !(Array.isArray(one) && one.length === 0));
    return Object.fromEntries(held.sort(([a], [b]) => (a < b ? -1 : 1)));
  };
  const texts = ([name, rows]: [string, Iterable<object>]): [string, string[]] => [
    name,
    Array.from(rows, (row) => JSON.stringify(row, sorted)).sort(),
  ];
  const { checksum, ...rest } = head;
  return Object.fromEntries(
    [...Object.entries(nodes), ...Object.entries(ties), ['dataset', [rest]] as [string, Iterable<object>]].map(texts),
  );
}

/** What stands in one graph alone, by its kind. */
function differences(before: Record<string, string[]>, after: Record<string, string[]>): string[] {
  const alone = (rows: string[], others: string[]) => {
    const known = new Set(others);
    return rows.filter((row) => !known.has(row));
  };
  return Object.keys({ ...before, ...after }).flatMap((name) => {
    const [one = [], other = []] = [before[name], after[name]];
    const told = [...alone(one, other).map((row) => `- ${row}`), ...alone(other, one).map((row) => `+ ${row}`)];
    if (one.length !== other.length) told.push(`${one.length} became ${other.length}`);
    return told.map((text) => `${name} ${text}`);
  });
}

describe('an export as CSV, read back', () => {
  test.each([
    ['tiny-story', tinyStory, 0],
    ['north-american-asylum', northAmericanAsylum, 2],
  ])('of all of %s gives the same graph', async (_, folder, jsonTables) => {
    const engine = await openWith(ENGINES[0] as TestEngine, folder);
    const made = await exportOf(engine, { events: {} }, 'CSV');
    await engine.close();
    const { dataset, errors } = unpacked(made.bytes);
    expect(errors).toEqual([]);
    const [before, after] = [comparable(readSound(folder)), comparable(dataset)];
    expect(differences(before, after)).toEqual([]);
    expect(lost(made, 'tables that are not CSV')).toBe(jsonTables);
  });

  describe('of a part', () => {
    let engine: Engine;
    beforeAll(async () => {
      engine = await openWith(ENGINES[0] as TestEngine, northAmericanAsylum);
    });
    afterAll(() => engine.close());

    test.each<Record<string, unknown>>([
      { story: 'story-cbp-one' },
      { story: 'story-stca-roxham' },
      { chain: { event: 'ca-mexico-visa-lifted-2016', depth: 3, where: { families: ['CAUSAL'] } } },
      { chain: { event: 'ca-mexico-visa-reimposed-2024', direction: 'BACKWARD' } },
      { events: { kinds: ['COURT_RULING'] } },
      { events: { places: ['MX'], from: '2018', until: '2020' } },
      { events: { policies: ['zero-tolerance'] } },
      { events: { actors: ['government-canada'] } },
    ])('%j is a sound data set of its own', async (of) => {
      const made = await exportOf(engine, of, 'CSV');
      const { dataset, errors } = unpacked(made.bytes);
      expect(errors).toEqual([]);
      expect(dataset.rows.events).toHaveLength(made.eventCount);
      expect(dataset.rows.links).toHaveLength(made.linkCount);
      expect(dataset.head.id).toBe('north-american-asylum-part');
    });
  });
});
