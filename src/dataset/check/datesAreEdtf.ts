import { didYouMean } from '../../errors';
import type { Problem } from '../format';
import { type Checked, error, visitTexts } from './checked';

/** Every date is EDTF of level 0 or 1 that reads, with days that exist. */
export function datesAreEdtf(checked: Checked): Problem[] {
  const problems: Problem[] = [];
  visitTexts(
    checked,
    ({ cell }) => cell === 'edtf',
    ({ label }) =>
      (row, dates) => {
        for (const edtf of dates) {
          const parsed = checked.parse(edtf);
          if ('date' in parsed) continue;
          const name = label === 'edtf' && edtf === row.values.date ? 'date' : label;
          const near = didYouMean(parsed.nearest === null ? [] : [parsed.nearest]);
          problems.push(error(row, `${name}: ${parsed.problem}${near}`));
        }
      },
  );
  return problems;
}
