import { isFault, isInterval, type Part, readEdtf, type Side } from '../answers/edtf';
import type { Ledger, Reason } from './losses';
import type { SelectedEvent } from './selection';

/** When something happened, taken apart; `end` is null where it is one date and no stretch from one to another. */
export interface When {
  start: Side;
  end: Side | null;
}

/** An EDTF that was checked, taken apart. */
export function whenOf(edtf: string): When {
  const reading = readEdtf(edtf);
  if (isFault(reading)) throw new Error(`Expected an EDTF date that was checked, but got: "${edtf}".`);
  return isInterval(reading) ? reading : { start: reading, end: null };
}

const isPart = (side: Side | null): side is Part => typeof side === 'object' && side !== null;

/** The days to draw: the first, and the last where one is known; null where nobody knows the first. */
function daysOf({ start, end }: When): { first: string; last: string } | null {
  if (!isPart(start)) return null;
  return { first: start.first, last: (isPart(end) ? end : start).last };
}

/** The events that have a first day, each with its days to draw; those without one are lost, as the ledger says. */
export function placedEvents(events: readonly SelectedEvent[], ledger: Ledger) {
  return events.flatMap((event) => {
    const when = whenOf(event.edtf);
    const days = daysOf(when);
    if (days === null) ledger.add('noFirstDay');
    return days === null ? [] : [{ event, when, days }];
  });
}

/** The day after, in the Gregorian calendar and under any time zone. */
export function dayAfter(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  // `Date.UTC` takes the years 0 to 99 for those of 1900.
  const next = new Date(0);
  next.setUTCFullYear(year, month - 1, date + 1);
  return next.toISOString().slice(0, 10);
}

/** What a format loses of a date that it writes as whole days with nothing beside. */
export function lossesOfDays({ start, end }: When): Reason[] {
  const parts = [start, end].filter(isPart);
  return [
    ...(parts.some(({ kind }) => kind !== 'DAY') ? (['whichDay'] as const) : []),
    ...lossesOfMarks({ start, end }),
    ...lossesOfEnd({ end }),
  ];
}

/** What a format loses of a date that it has no marks of doubt for. */
export function lossesOfMarks({ start, end }: When): Reason[] {
  const parts = [start, end].filter(isPart);
  return [
    ...(parts.some(({ approximate }) => approximate) ? (['approximate'] as const) : []),
    ...(parts.some(({ uncertain }) => uncertain) ? (['uncertain'] as const) : []),
  ];
}

/** What a format loses of an end that is no date. */
export function lossesOfEnd({ end }: Pick<When, 'end'>): Reason[] {
  if (end === 'OPEN') return ['openEnd'];
  return end === 'UNKNOWN' ? ['unknownEnd'] : [];
}
