import type { FuzzyDate } from '../../answers/dates';
import type { Problem, Row } from '../format';
import { type Checked, error, groupedBy, placeOf, textIn } from './checked';

/** No policy ends before the first day on which it can have been made or in force. */
export function policiesEndAfterTheyBegin({ rows, dateIn, eventDates }: Checked): Problem[] {
  const problems: Problem[] = [];
  const dayOf = (row: Row): FuzzyDate | undefined =>
    dateIn(row, 'effectiveFrom') ??
    (row.values.effectiveFrom === undefined ? eventDates.get(textIn(row, 'event') ?? '') : undefined);

  for (const [policy, changes] of groupedBy(rows['policy-changes'], 'policy')) {
    const dated = changes.flatMap((row) => {
      const date = dayOf(row);
      return date === undefined ? [] : [{ row, date }];
    });
    const begins = dated
      .filter(({ row }) => begin(row))
      .sort((a, b) => ((a.date.earliest ?? '') < (b.date.earliest ?? '') ? -1 : 1))[0];
    if (!begins?.date.earliest) continue;
    for (const { row, date } of dated) {
      if (!end(row) || date.latest === null || date.latest >= begins.date.earliest) continue;
      problems.push(
        error(
          row,
          `"${policy}" ends (${date.edtf}) before it begins (${begins.date.edtf}, ${placeOf(begins.row)}). Is one of the dates a slip?`,
        ),
      );
    }
  }
  return problems;
}

const end = ({ values: { effect, statusAfter } }: Row): boolean =>
  statusAfter === 'ENDED' || (effect === 'ENDS' && statusAfter === undefined);

const begin = ({ values: { effect, statusAfter } }: Row): boolean =>
  effect === 'CREATES' || effect === 'PROPOSES' || statusAfter === 'IN_FORCE' || statusAfter === 'PARTLY_IN_FORCE';
