import type { Problem } from '../format';
import { type Checked, error, textIn } from './checked';

/** A link leads from the earlier event to the later: its start may not lie wholly after its end. */
export function linksRunForward({ rows, eventDates }: Checked): Problem[] {
  const problems: Problem[] = [];
  for (const row of rows.links) {
    const from = eventDates.get(textIn(row, 'from') ?? '');
    const to = eventDates.get(textIn(row, 'to') ?? '');
    if (!from?.earliest || !to?.latest || from.earliest <= to.latest) continue;
    problems.push(
      error(
        row,
        `runs backwards in time: from "${row.values.from}" (${from.edtf}) to "${row.values.to}" (${to.edtf}). Did you mean it the other way round?`,
      ),
    );
  }
  return problems;
}
