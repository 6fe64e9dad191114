import type { Problem } from '../format';
import { type Checked, error, groupedBy, placeOf } from './checked';

/** A policy is made once: what comes later changes it, puts it to work or brings it back. */
export function policiesAreCreatedOnce({ rows }: Checked): Problem[] {
  const created = rows['policy-changes'].filter(({ values }) => values.effect === 'CREATES');
  return [...groupedBy(created, 'policy')].flatMap(([policy, [first, ...more]]) =>
    more.map((row) =>
      error(
        row,
        `creates "${policy}", which ${placeOf(first ?? row)} creates already. Is it AMENDS, IMPLEMENTS or REINSTATES?`,
      ),
    ),
  );
}
