import { dayOf, monthsLater, toTime } from '../days';
import type { Boundary, StateRead } from './questions';

/** Days from the left end of a drawing to its right end. */
export type Domain = { first: number; last: number };

/** How far back a drawing goes at most; what is older is drawn as open to the left. */
const years = 30;

export const domainUntil = (until: string): Domain => ({
  first: dayOf(monthsLater(until, -12 * years)),
  last: dayOf(until),
});

/** A period of a policy's life on a bar, in percent of its width. */
export type LifePart = {
  status: string;
  from: number;
  until: number;
  /** Where its beginning or its end is only roughly known: the stretch in which it lies, else null. */
  softFrom: [from: number, until: number] | null;
  softUntil: [from: number, until: number] | null;
  /** It began before the drawing does, or has no end in it. */
  openLeft: boolean;
  openRight: boolean;
};

/** Statuses with nothing to draw: before anything is recorded, and after the end. */
const undrawn = ['UNKNOWN', 'ENDED'];

/** The periods of a policy that fall into the drawing and in which it was anything but over. */
export function lifeParts(states: readonly StateRead[], domain: Domain): LifePart[] {
  return states
    .filter(({ status }) => !undrawn.includes(status))
    .map((state) => {
      const from = state.from ? countedDay(state.from) : Number.NEGATIVE_INFINITY;
      const until = state.until ? countedDay(state.until) : Number.POSITIVE_INFINITY;
      const softUntil = soft(state.until, domain);
      return {
        status: state.status,
        from: percent(from, domain),
        until: softUntil ? softUntil[0] : percent(until, domain),
        softFrom: soft(state.from, domain),
        softUntil,
        openLeft: from < domain.first,
        openRight: until > domain.last,
      };
    })
    .filter(({ from, until }) => until > 0 && from < 100 && until > from);
}

/** Where a day lies on the drawing, in percent, held within it. */
export function percent(day: number, { first, last }: Domain): number {
  return Math.min(100, Math.max(0, ((day - first) / (last - first)) * 100));
}

/** The days on which something changed, each once, in order. */
export function changeDays(states: readonly StateRead[]): number[] {
  const days = states.flatMap(({ from }) => (from ? [countedDay(from)] : []));
  return [...new Set(days)].filter(Number.isFinite).sort((a, b) => a - b);
}

/** The years to write under a drawing: as many as there is room for, evenly. */
export function yearsOf({ first, last }: Domain, room: number): { year: number; at: number }[] {
  const years = toTime(last).getUTCFullYear() - toTime(first).getUTCFullYear();
  const step = [1, 2, 5, 10, 20, 50].find((one) => years / one <= room) ?? 100;
  const from = Math.ceil(toTime(first).getUTCFullYear() / step) * step;
  return Array.from({ length: Math.floor(years / step) + 1 }, (_, at) => from + at * step)
    .map((year) => ({ year, at: ((dayOf(`${year}-01-01`) - first) / (last - first)) * 100 }))
    .filter(({ at }) => at >= 0 && at <= 100);
}

/** The day from which a change counts: the last of a month or year that is known no better, the first of a stretch. */
function countedDay({ earliest, latest, precision }: Boundary): number {
  const first = earliest ? dayOf(earliest) : Number.NEGATIVE_INFINITY;
  const last = latest ? dayOf(latest) : first;
  return precision === 'INTERVAL' ? first : last;
}

function soft(date: Boundary | null, domain: Domain): [number, number] | null {
  if (!date?.earliest || !date.latest || date.earliest === date.latest || date.precision === 'INTERVAL') return null;
  return [percent(dayOf(date.earliest), domain), percent(dayOf(date.latest), domain)];
}
