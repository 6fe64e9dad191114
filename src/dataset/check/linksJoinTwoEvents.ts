import type { Problem } from '../format';
import { type Checked, error } from './checked';

/** No link leads from an event to itself. */
export function linksJoinTwoEvents({ rows }: Checked): Problem[] {
  return rows.links
    .filter(({ values }) => values.from !== undefined && values.from === values.to)
    .map((row) => error(row, `leads from "${row.values.from}" to itself. A link joins two events.`));
}
