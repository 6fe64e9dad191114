import type { Problem, Row } from '../format';
import { type Checked, error, placeOf, textsIn } from './checked';

/** An id that was merged away is in use no longer, and has one successor. */
export function mergedIdsAreFree({ rows, byId }: Checked): Problem[] {
  const problems: Problem[] = [];
  const successors = new Map<string, Row>();
  for (const row of rows.events) {
    for (const id of textsIn(row, 'mergedFrom')) {
      const user = byId.get(id)?.row;
      const other = successors.get(id);
      if (user) problems.push(error(row, `mergedFrom "${id}" is still the id of ${placeOf(user)}.`));
      else if (other)
        problems.push(
          error(row, `mergedFrom "${id}" was merged into "${other.values.id}" (${placeOf(other)}) already.`),
        );
      else successors.set(id, row);
    }
  }
  return problems;
}
