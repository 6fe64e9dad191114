import type { Range } from '../../src/answers/dates';
import { nextPeriod, type Period } from '../../src/answers/series';

/** Whether every day of the range lies between two days, both included; null is no bound. The database asks it in Cypher. */
export function certainlyWithin({ earliest, latest }: Range, from: string | null, until: string | null): boolean {
  const startsInside = from === null || (earliest !== null && earliest >= from);
  const endsInside = until === null || (latest !== null && latest <= until);
  return startsInside && endsInside;
}

/** The periods from one to another of the same spacing, both included. */
export function periodsBetween(first: string, last: string, every?: Period): string[] {
  const periods: string[] = [];
  for (let period: string | null = first; period !== null && period <= last; period = nextPeriod(period, every)) {
    periods.push(period);
  }
  return periods;
}
