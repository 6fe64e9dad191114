import type { Problem } from '../format';
import { type Checked, textIn, warning } from './checked';

/** What is disputed is that one thing led to another: a legal step or an order in time is a matter of record. */
export function disputesAreAboutCauses({ rows, byId }: Checked): Problem[] {
  const problems: Problem[] = [];
  for (const claim of rows.claims) {
    if (claim.values.stance !== 'DISPUTES') continue;
    const about = byId.get(textIn(claim, 'about') ?? '');
    const family = about?.name === 'links' ? about.row.values.family : undefined;
    if (family !== 'LEGAL' && family !== 'TEMPORAL') continue;
    problems.push(warning(claim, `disputes a ${family} link. Is it about the policy or one of the events?`));
  }
  return problems;
}
