import type { Problem } from '../format';
import { type Checked, placeOf, textIn, warning } from './checked';

/** An INFERRED link rests on time and topic alone: nobody asserts it. */
export function inferredLinksHaveNoVoice({ rows, claimsAbout }: Checked): Problem[] {
  const problems: Problem[] = [];
  for (const link of rows.links) {
    if (link.values.evidence !== 'INFERRED') continue;
    const claim = claimsAbout.get(textIn(link, 'id') ?? '')?.find(({ values }) => values.stance === 'ASSERTS');
    if (claim) problems.push(warning(link, `is INFERRED, but ${placeOf(claim)} asserts it. Is it ASSERTED?`));
  }
  return problems;
}
