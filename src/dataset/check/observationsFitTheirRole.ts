import { effectDay } from '../../answers/policyLife';
import type { Problem } from '../format';
import { type Checked, error, textsIn } from './checked';

/** A BASELINE ends before each of its events begins; an OUTCOME does not. */
export function observationsFitTheirRole({ rows, dateIn, eventDates }: Checked): Problem[] {
  return rows.observations.flatMap((row) => {
    const last = dateIn(row, 'period')?.latest;
    if (!last) return [];
    return textsIn(row, 'events').flatMap((id) => {
      const event = eventDates.get(id);
      if (!event) return [];
      const said = (what: string): Problem =>
        error(row, `is ${row.values.role} of "${id}" (${event.edtf}), but its period "${row.values.period}" ${what}.`);
      if (row.values.role === 'BASELINE' && last >= effectDay(event.edtf)) return [said('does not end before that')];
      const isBefore = event.earliest !== null && last < event.earliest;
      return row.values.role === 'OUTCOME' && isBefore ? [said('ends before that')] : [];
    });
  });
}
