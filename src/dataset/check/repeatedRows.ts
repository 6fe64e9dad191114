import type { Problem, Row } from '../format';
import { error, placeOf, textIn } from './checked';

/** An error for each row whose key cells are those of a row before it; rows without one of the cells are left out. */
export function repeatedRows(
  rows: readonly Row[],
  key: readonly string[],
  describe: (values: Row['values']) => string,
): Problem[] {
  const problems: Problem[] = [];
  const firsts = new Map<string, Row>();
  for (const row of rows) {
    const cells = key.map((name) => textIn(row, name));
    if (cells.includes(undefined)) continue;
    const joined = cells.join('\n');
    const first = firsts.get(joined);
    if (first === undefined) firsts.set(joined, row);
    else
      problems.push(error(row, `says again, after ${placeOf(first)}, ${describe(row.values)}. Keep one of the two.`));
  }
  return problems;
}
