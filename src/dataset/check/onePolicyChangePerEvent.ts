import type { Problem } from '../format';
import type { Checked } from './checked';
import { repeatedRows } from './repeatedRows';

/** An event changes a policy once. */
export function onePolicyChangePerEvent({ rows }: Checked): Problem[] {
  return repeatedRows(
    rows['policy-changes'],
    ['policy', 'event'],
    ({ policy, event }) => `what "${event}" did to "${policy}"`,
  );
}
