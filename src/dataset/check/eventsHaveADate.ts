import type { Problem } from '../format';
import { type Checked, error } from './checked';

/** Every event says when it took place. */
export function eventsHaveADate({ rows }: Checked): Problem[] {
  return rows.events
    .filter(({ values }) => values.edtf === undefined)
    .map((row) => error(row, 'has neither date nor edtf. A year such as "2016" is enough; "/2016" says "by 2016".'));
}
