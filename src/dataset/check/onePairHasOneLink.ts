import type { Problem } from '../format';
import type { Checked } from './checked';
import { repeatedRows } from './repeatedRows';

/** Two events have at most one link of each family in each direction: what more is to be said are claims about it. */
export function onePairHasOneLink({ rows }: Checked): Problem[] {
  return repeatedRows(
    rows.links,
    ['from', 'to', 'family'],
    ({ from, to, family }) => `a ${family} link from "${from}" to "${to}"`,
  );
}
