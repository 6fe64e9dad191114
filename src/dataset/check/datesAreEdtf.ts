import { didYouMean } from '../../errors';
import type { Problem } from '../format';
import { type Checked, error, visitTexts } from './checked';

/** Every date is EDTF of level 0 or 1 that reads, with days that exist. */
export function datesAreEdtf(checked: Checked): Problem[] {
  const problems: Problem[] = [];
  visitTexts(
    checked,
    ({ cell }) => cell === 'edtf',
    ({ row, label, texts }) => {
      for (const edtf of texts) {
        const parsed = checked.parse(edtf);
        if ('date' in parsed) continue;
        const name = edtf === row.values.date && label === 'edtf' ? 'date' : label;
        problems.push(
          error(row, `${name}: ${parsed.problem}${didYouMean(parsed.nearest === null ? [] : [parsed.nearest])}`),
        );
      }
    },
  );
  return problems;
}
