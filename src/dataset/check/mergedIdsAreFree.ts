import type { Problem } from '../format';
import { type Checked, error, placeOf, textsIn } from './checked';

/** An id that was merged away is in use no longer. It may stand in several events, which one event was split into. */
export function mergedIdsAreFree({ rows, byId }: Checked): Problem[] {
  return rows.events.flatMap((row) =>
    textsIn(row, 'mergedFrom').flatMap((id) => {
      const user = byId.get(id)?.row;
      return user ? error(row, `mergedFrom "${id}" is still the id of ${placeOf(user)}.`) : [];
    }),
  );
}
