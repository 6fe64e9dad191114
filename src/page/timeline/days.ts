import { dateOf, dayOf, isDate } from '../days';

/** A stretch of time that is looked at, in days; `to` is where it ends, the first day after it. */
export type Stretch = { from: number; to: number };

/** The stretch that an address gives by its first and last day; null where it gives none. */
export function readStretch({ from, until }: { from?: string; until?: string }): Stretch | null {
  if (!isDate(from) || !isDate(until)) return null;
  const stretch = { from: dayOf(from), to: dayOf(until) + 1 };
  return stretch.to > stretch.from ? stretch : null;
}

/** The first and last day of a stretch, for an address: whole days, at least one. */
export function writeStretch({ from, to }: Stretch): { from: string; until: string } {
  const first = Math.round(from);
  return { from: dateOf(first), until: dateOf(Math.max(first, Math.round(to) - 1)) };
}

export const lengthOf = ({ from, to }: Stretch): number => to - from;

export const midOf = ({ from, to }: Stretch): number => (from + to) / 2;
