import type { Problem } from '../format';
import { type Checked, error } from './checked';

/** A number belongs to a period with a first and a last day. */
export function observationPeriodsAreClosed({ rows, dateIn }: Checked): Problem[] {
  const problems: Problem[] = [];
  for (const row of rows.observations) {
    const period = dateIn(row, 'period');
    if (period === undefined || (period.earliest !== null && period.latest !== null)) continue;
    const side = period.earliest === null ? 'start' : 'end';
    problems.push(error(row, `period "${period.edtf}" has no ${side}: say the days that the number covers.`));
  }
  return problems;
}
