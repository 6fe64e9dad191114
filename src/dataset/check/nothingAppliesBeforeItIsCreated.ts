import type { Problem } from '../format';
import { type Checked, error, placeOf } from './checked';
import { type Lived, livesOf } from './lives';

/** No policy is in force before the first day on which it can have been made. Where nobody says who made it, it may be old. */
export function nothingAppliesBeforeItIsCreated(checked: Checked): Problem[] {
  return [...livesOf(checked)].flatMap(([policy, life]) => {
    const creation = life.find(({ effect }) => effect === 'CREATES');
    const first = creation && firstDay(creation, checked);
    if (!creation || !first) return [];
    return life
      .filter(({ status, date }) => applies(status) && date.latest !== null && date.latest < first)
      .map(({ row, status, date }) =>
        error(
          row,
          `"${policy}" is ${status} (${date.edtf}) before it is created (${creation.eventDate}, ${placeOf(creation.row)}). Is one of the dates a slip?`,
        ),
      );
  });
}

const applies = (status: string | null): boolean => status === 'IN_FORCE' || status === 'PARTLY_IN_FORCE';

/** A law may reach back to days before it was passed. */
function firstDay({ date, event }: Lived, { eventDates }: Checked): string | null {
  const made = eventDates.get(event)?.earliest ?? null;
  return made === null || date.earliest === null || made < date.earliest ? made : date.earliest;
}
