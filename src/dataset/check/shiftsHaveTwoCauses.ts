import type { Problem } from '../format';
import { type Checked, groupedBy, textIn, warning } from './checked';

/** A shift of numbers has at least two recorded causes: one alone reads as if it were the only one. */
export function shiftsHaveTwoCauses({ rows }: Checked): Problem[] {
  const causes = groupedBy(
    rows.links.filter(({ values }) => values.family === 'CAUSAL'),
    'to',
  );
  const problems: Problem[] = [];
  for (const event of rows.events) {
    if (event.values.kind !== 'FLOW_SHIFT') continue;
    const count = causes.get(textIn(event, 'id') ?? '')?.length ?? 0;
    if (count < 2)
      problems.push(
        warning(
          event,
          `is a FLOW_SHIFT with ${count === 0 ? 'no recorded cause' : 'one recorded cause'}. What else may have led to it?`,
        ),
      );
  }
  return problems;
}
