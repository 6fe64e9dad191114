import type { Problem } from '../format';
import { type Checked, textIn, warning } from './checked';

/** An ASSERTED link has a claim that asserts it: somebody said so. */
export function assertedLinksHaveAVoice({ rows, claimsAbout }: Checked): Problem[] {
  return rows.links
    .filter(({ values }) => values.evidence === 'ASSERTED')
    .filter(
      (link) => !(claimsAbout.get(textIn(link, 'id') ?? '') ?? []).some(({ values }) => values.stance === 'ASSERTS'),
    )
    .map((link) => warning(link, 'is ASSERTED, but no claim asserts it. Who says so?'));
}
