import { compareText } from './chain';

/** How many other events are listed with a comparison. */
export const mostRivals = 20;

/** What an event did to a policy. */
export interface PolicyEffect {
  policy: string;
  effect: string;
}

/** An event of the same time, as far as it decides whether it is another explanation. */
export interface Candidate {
  id: string;
  /** What events are ordered by: a day, or nothing where no first day is known. */
  sort: string;
  kind: string;
  changes: readonly PolicyEffect[];
  /** It has a causal link into an event that the numbers measure as an outcome. */
  isLinked: boolean;
}

/**
 * The candidates that are another possible explanation, the nearest in time first. An effect is no rival of its cause, so
 * shifts that the numbers measure as outcomes are left out, and an event's own announcement or regulation is no other
 * event. Where there are too many, those with a causal link into an outcome of the numbers are kept before others.
 */
export function rivalsAmong<Row extends Candidate>(
  event: Pick<Candidate, 'id' | 'sort' | 'changes'>,
  candidates: readonly Row[],
  outcomes: ReadonlySet<string>,
): Row[] {
  const isRival = ({ id, kind, changes }: Row) =>
    id !== event.id && !(kind === 'FLOW_SHIFT' && outcomes.has(id)) && !isSameChange(event.changes, changes);
  const nearest = candidates
    .filter(isRival)
    .map((rival) => ({ rival, days: daysBetween(event.sort, rival.sort) }))
    .sort((a, b) => a.days - b.days || compareText(a.rival.sort, b.rival.sort) || compareText(a.rival.id, b.rival.id));
  const linked = nearest.filter(({ rival }) => rival.isLinked);
  const others = nearest.filter(({ rival }) => !rival.isLinked);
  const kept = new Set([...linked, ...others].slice(0, mostRivals));
  return nearest.filter((one) => kept.has(one)).map(({ rival }) => rival);
}

const towards: ReadonlySet<string> = new Set(['CREATES', 'IMPLEMENTS', 'REINSTATES']);
const away: ReadonlySet<string> = new Set(['SUSPENDS', 'ENDS', 'BLOCKS']);

/** Whether an event touched only policies that the other changed too, and turned none of them the other way. */
function isSameChange(own: readonly PolicyEffect[], other: readonly PolicyEffect[]): boolean {
  if (other.length === 0) return false;
  return other.every(({ policy, effect }) => {
    const same = own.find((change) => change.policy === policy);
    return same !== undefined && !isOpposite(same.effect, effect);
  });
}

const isOpposite = (a: string, b: string): boolean =>
  (towards.has(a) && away.has(b)) || (away.has(a) && towards.has(b));

const millisecondsOfDay = 86_400_000;

/** Days between the first days of two events; a first day that is not known is the farthest. */
function daysBetween(a: string, b: string): number {
  const [first, second] = [a, b].map((sort) => Date.parse(sort.split('/')[0] ?? '')) as [number, number];
  const days = Math.abs(first - second) / millisecondsOfDay;
  return Number.isNaN(days) ? Number.MAX_SAFE_INTEGER : days;
}
