import type { Problem } from '../format';
import { type Checked, placeOf, warning } from './checked';
import { type Lived, livesOf } from './lives';

/** Where two changes of one day leave a policy standing differently, `order` says which came last. */
export function changesOfOneDayHaveAnOrder(checked: Checked): Problem[] {
  const problems: Problem[] = [];
  for (const [policy, life] of livesOf(checked)) {
    let before: Lived | undefined;
    for (const change of life) {
      if (change.status === null) continue;
      if (before && isUndecided(before, change)) {
        problems.push(
          warning(
            change.row,
            `leaves "${policy}" ${change.status} on the day on which ${placeOf(before.row)} leaves it ${before.status}, and no order says which came last.`,
          ),
        );
      }
      before = change;
    }
  }
  return problems;
}

const isUndecided = (one: Lived, other: Lived): boolean =>
  one.status !== other.status &&
  one.day === other.day &&
  (one.position ?? 0) === (other.position ?? 0) &&
  one.eventSort === other.eventSort;
