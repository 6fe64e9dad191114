import type { FileName, Problem, Row } from '../format';
import { type Checked, error, groupedBy, textIn } from './checked';

/** Nothing is a part of itself, however many steps up: the whole of a policy or actor, the place around a place. */
export function partsFormNoRing({ rows }: Checked): Problem[] {
  const problems: Problem[] = [];
  for (const [file, column] of wholes) {
    const byId = groupedBy(rows[file], 'id');
    const seen = new Set<string>();
    for (const start of byId.keys()) {
      // Each row has one whole, so that a walk up either leaves the data, meets an earlier walk, or closes a ring.
      const walk: string[] = [];
      let id: string | undefined = start;
      while (id !== undefined && !seen.has(id)) {
        seen.add(id);
        walk.push(id);
        const row: Row | undefined = byId.get(id)?.[0];
        id = row && textIn(row, column);
      }
      const closes = id === undefined ? -1 : walk.indexOf(id);
      const [row] = byId.get(walk[closes] ?? '') ?? [];
      if (row) problems.push(error(row, `${column} goes round in a ring: ${[...walk.slice(closes), id].join(' → ')}.`));
    }
  }
  return problems;
}

const wholes: readonly [FileName, string][] = [
  ['policies', 'partOf'],
  ['actors', 'partOf'],
  ['places', 'within'],
];
