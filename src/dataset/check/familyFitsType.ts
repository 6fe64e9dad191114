import { familyOf } from '../families';
import type { Problem } from '../format';
import { type Checked, error, textIn } from './checked';

/** The family of a link is the one that its type belongs to. */
export function familyFitsType({ rows, vocabulary }: Checked): Problem[] {
  const families = vocabulary.enumValues('LinkFamily');
  const problems: Problem[] = [];
  for (const row of rows.links) {
    const family = textIn(row, 'family') ?? '';
    const fitting = familyOf(textIn(row, 'type') ?? '');
    if (fitting === undefined || fitting === family || !families.includes(family)) continue;
    problems.push(error(row, `family "${family}" does not fit type "${row.values.type}". Did you mean "${fitting}"?`));
  }
  return problems;
}
