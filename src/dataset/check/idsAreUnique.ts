import type { Problem } from '../format';
import { type Checked, error, placeOf } from './checked';

/** No id is given twice, whatever the kinds of the two rows. */
export function idsAreUnique({ repeated }: Checked): Problem[] {
  return repeated.map(({ row, first }) =>
    error(row, `id "${row.values.id}" is already that of ${placeOf(first.row)}. Ids are unique over all files.`),
  );
}
