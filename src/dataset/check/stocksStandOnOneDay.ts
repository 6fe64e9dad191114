import type { Problem } from '../format';
import { type Checked, error, textIn } from './checked';

/** A STOCK says how many there were on one day, so that its period is a day. */
export function stocksStandOnOneDay({ rows, byId, dateIn }: Checked): Problem[] {
  const problems: Problem[] = [];
  for (const row of rows.observations) {
    if (byId.get(textIn(row, 'metric') ?? '')?.row.values.kind !== 'STOCK') continue;
    const period = dateIn(row, 'period');
    if (!period?.latest || period.earliest === null || period.earliest === period.latest) continue;
    problems.push(
      error(
        row,
        `period "${period.edtf}" is longer than a day, but "${row.values.metric}" is a STOCK. Expected a day such as "${period.latest}", or "${period.latest}~" where nobody names it.`,
      ),
    );
  }
  return problems;
}
