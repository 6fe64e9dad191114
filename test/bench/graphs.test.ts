import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { groupBy } from '../../src/answers/groups';
import { checkDataset } from '../../src/dataset/check';
import { fileNames } from '../../src/dataset/format';
import { readDataset } from '../../src/dataset/read';
import { ladderRungs, landmarks, policyGraph, writePolicyGraph } from './graphs';

describe('policyGraph', () => {
  const dataset = policyGraph({ events: 2_000 });
  const { rows } = dataset;
  const cells = (graph: typeof dataset) =>
    fileNames.map((name) => [name, graph.rows[name].map(({ values }) => values)] as const);

  it('gives as many events as are asked for, three links each, without a problem', () => {
    expect(rows.events).toHaveLength(2_000);
    expect(rows.links).toHaveLength(6_000);
    expect(checkDataset(dataset)).toEqual([]);
  });
  it('is as sound where it is slim', () => {
    const slim = policyGraph({ events: 1_000, slim: true });
    expect(slim.rows.links).toHaveLength(3_000);
    expect(slim.rows.claims).toHaveLength(0);
    expect(checkDataset(slim)).toEqual([]);
  });
  it('is the same for the same seed and another for another', () => {
    expect(cells(policyGraph({ events: 2_000 }))).toEqual(cells(dataset));
    expect(cells(policyGraph({ events: 2_000, seed: 2 }))).not.toEqual(cells(dataset));
  });
  it('holds hubs, one above what a walk follows, and a ladder that stands alone', () => {
    const from = groupBy(rows.links, ({ values }) => values.from);
    const to = groupBy(rows.links, ({ values }) => values.to);
    const leading = (event: string) => from.get(event)?.length ?? 0;
    expect(leading(landmarks(0).hub)).toBeGreaterThan(500);
    expect(leading(landmarks(1).hub)).toBeGreaterThanOrEqual(300);
    expect(to.get(landmarks(1).sink)?.length).toBeGreaterThanOrEqual(200);
    let reached = [landmarks(1).ladder];
    for (let step = 0; step < 2 * ladderRungs; step++) {
      expect(reached).toHaveLength(step % 2 === 0 ? 1 : 2);
      reached = [
        ...new Set(reached.flatMap((event) => (from.get(event) ?? []).map(({ values }) => String(values.to)))),
      ];
    }
    expect(reached).toEqual([landmarks(1).ladderEnd]);
  });
  it('is the same read from the folder that it is written to', () => {
    const folder = mkdtempSync(join(tmpdir(), 'policy-graph-'));
    writePolicyGraph(folder, { events: 2_000 });
    const read = readDataset(folder);
    rmSync(folder, { recursive: true });
    expect(read.problems).toEqual([]);
    expect(cells(read.dataset)).toEqual(cells(dataset));
  });
});
