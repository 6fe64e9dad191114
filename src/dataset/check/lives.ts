import type { FuzzyDate } from '../../answers/dates';
import { type Change, inOrderOfEffect, policyStateOn } from '../../answers/policyLife';
import type { Row } from '../format';
import { sortOf } from '../sort';
import { type Checked, groupedBy, textIn } from './checked';

/** A change in the life of a policy, with the row that tells it. */
export interface Lived extends Change {
  row: Row;
  /** The day from which it counts. */
  day: string;
  /** When it may have taken effect. */
  date: FuzzyDate;
  /** The status that it leads to by itself; null where it leaves the status as it was. */
  status: string | null;
}

/** The changes of each policy in the order in which they count; those whose date does not read are left out. */
export function livesOf({ rows, byId, eventDates, dateIn }: Checked): Map<string, Lived[]> {
  // Where some changes tell a status, the others left it as it was; where none does, the effect must tell it.
  const byEffect = rows['policy-changes'].every(({ values }) => values.statusAfter === undefined);
  const lives = new Map<string, Lived[]>();
  for (const [policy, changes] of groupedBy(rows['policy-changes'], 'policy')) {
    const life = changes.flatMap((row) => {
      const event = eventDates.get(textIn(row, 'event') ?? '');
      const date = row.values.effectiveFrom === undefined ? event : dateIn(row, 'effectiveFrom');
      if (event === undefined || date === undefined) return [];
      if (row.values.effectiveUntil !== undefined && dateIn(row, 'effectiveUntil') === undefined) return [];
      const id = textIn(row, 'event') ?? '';
      const change: Change = {
        event: id,
        eventDate: event.edtf,
        eventSort: sortOf({ edtf: event.edtf, date: byId.get(id)?.row.values.date }),
        effect: textIn(row, 'effect') ?? '',
        statusAfter: textIn(row, 'statusAfter') ?? null,
        byEffect,
        effectiveFrom: textIn(row, 'effectiveFrom') ?? null,
        effectiveUntil: textIn(row, 'effectiveUntil') ?? null,
        position: typeof row.values.order === 'number' ? row.values.order : null,
      };
      return [{ ...change, row, date, ...alone(change) }];
    });
    lives.set(
      policy,
      inOrderOfEffect(life).map(({ change }) => change),
    );
  }
  return lives;
}

function alone(change: Change): { day: string; status: string | null } {
  const day = inOrderOfEffect([change])[0]?.start.day ?? '';
  const { status, by } = policyStateOn([{ ...change, effectiveUntil: null }], day);
  return { day, status: by === null ? null : status };
}

/**
 * How the policy surely stood when a change came, whichever day of its date it came on; null where nobody can say. What
 * was already known to come counts.
 */
export function statusBefore(life: readonly Lived[], change: Lived): string | null {
  const { earliest } = change.date;
  if (earliest === null) return null;
  const place = life.indexOf(change);
  const others = life.filter((other, index) => index < place || other.day !== change.day);
  const without = others.filter((other) => other !== change);
  const found = [earliest, change.day].map((day) => policyStateOn(without, day));
  const [first] = found;
  return first && found.every(({ status, certainty }) => status === first.status && certainty === 'CERTAIN')
    ? first.status
    : null;
}
