import type { Problem } from '../format';
import { type Checked, textIn, warning } from './checked';

/** Where an event calls for a policy, a claim about either says who demands what. */
export function callsForPoliciesHaveDemands({ rows, claimsAbout }: Checked): Problem[] {
  const isDemanded = (id: string | undefined): boolean =>
    (claimsAbout.get(id ?? '') ?? []).some(({ values }) => values.stance === 'DEMANDS');
  return rows['policy-changes']
    .filter((change) => change.values.effect === 'CALLS_FOR')
    .filter((change) => !isDemanded(textIn(change, 'event')) && !isDemanded(textIn(change, 'policy')))
    .map((change) =>
      warning(
        change,
        `"${change.values.event}" calls for "${change.values.policy}", but no claim about either DEMANDS anything.`,
      ),
    );
}
