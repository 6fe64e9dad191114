import { isDay } from '../../answers/dates';
import type { Problem } from '../format';
import { type Checked, error, textIn } from './checked';

/** A `date` beside an `edtf` is a day to sort by, and one of the days that the `edtf` may mean. */
export function dateLiesInEdtf({ rows, dateIn }: Checked): Problem[] {
  const problems: Problem[] = [];
  for (const row of [...rows.events, ...rows.claims]) {
    const day = textIn(row, 'date');
    const date = dateIn(row, 'edtf');
    if (day === undefined || date === undefined || day === date.edtf) continue;
    const { edtf, earliest, latest } = date;
    if (!isDay(day)) problems.push(error(row, `date "${day}" must be a day YYYY-MM-DD, since edtf says "${edtf}".`));
    else if ((earliest !== null && day < earliest) || (latest !== null && day > latest)) {
      const days = [earliest && `from ${earliest}`, latest && `until ${latest}`].filter(Boolean).join(' ');
      problems.push(error(row, `date "${day}" lies outside edtf "${edtf}", which runs ${days}.`));
    }
  }
  return problems;
}
