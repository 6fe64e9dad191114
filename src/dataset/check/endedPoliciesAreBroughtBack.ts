import type { Problem } from '../format';
import { type Checked, error } from './checked';
import { type Lived, livesOf, statusBefore } from './lives';

/** What has ended is not put to work, suspended or blocked before something has brought it back. */
export function endedPoliciesAreBroughtBack(checked: Checked): Problem[] {
  return [...livesOf(checked)].flatMap(([policy, life]) =>
    life
      .filter((change) => needsLife(change) && statusBefore(life, change) === 'ENDED')
      .map(({ row, status, date }) =>
        error(
          row,
          `"${policy}" is ${status} (${date.edtf}), but it had ended before. Is the event that brought it back missing, or a date a slip?`,
        ),
      ),
  );
}

const needsLife = ({ effect, status }: Lived): boolean =>
  status === 'SUSPENDED' ||
  status === 'BLOCKED' ||
  (effect === 'IMPLEMENTS' && (status === 'IN_FORCE' || status === 'PARTLY_IN_FORCE'));
