import { type FuzzyDate, parseDate } from '../../answers/dates';
import type { Problem, Row } from '../format';
import { type Checked, entriesIn, error, textIn } from './checked';

/**
 * What runs from one date until another does not end before it starts: changes, policies, terms and offices. A change
 * without `effectiveFrom` starts with its event.
 */
export function periodsEndAfterTheyStart({ rows, eventDates }: Checked): Problem[] {
  return [
    ...rows['policy-changes'].flatMap((row) => backwards(row, row.values, 'effectiveFrom', 'effectiveUntil')),
    ...rows['policy-changes'].flatMap((row) => beforeItsEvent(row, eventDates.get(textIn(row, 'event') ?? ''))),
    ...rows.policies.flatMap((row) => backwards(row, row.values, 'validFrom', 'validTo')),
    ...rows.actors.flatMap((row) => backwards(row, row.values, 'from', 'until')),
    ...rows.actors.flatMap((row) =>
      entriesIn(row, 'offices').flatMap((office) => backwards(row, office, 'from', 'until', 'offices.')),
    ),
  ];
}

function backwards(
  row: Row,
  values: Readonly<Record<string, unknown>>,
  from: string,
  until: string,
  label = '',
): Problem[] {
  const start = dateOf(values[from]);
  const end = dateOf(values[until]);
  if (!start?.earliest || !end?.latest || start.earliest <= end.latest) return [];
  return [error(row, `${label}${until} "${end.edtf}" comes before ${from} "${start.edtf}".`)];
}

function beforeItsEvent(row: Row, event: FuzzyDate | undefined): Problem[] {
  const end = row.values.effectiveFrom === undefined ? dateOf(row.values.effectiveUntil) : undefined;
  if (!event?.earliest || !end?.latest || event.earliest <= end.latest) return [];
  return [error(row, `effectiveUntil "${end.edtf}" comes before "${row.values.event}" (${event.edtf}).`)];
}

function dateOf(value: unknown): FuzzyDate | undefined {
  if (typeof value !== 'string') return undefined;
  const parsed = parseDate(value);
  return 'date' in parsed ? parsed.date : undefined;
}
