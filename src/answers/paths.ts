import { compareText, type Hop, type Rank } from './chain';
import { groupBy } from './groups';

/** One way from an event to a later one: the hops in order, no event twice. */
export interface Path {
  hops: Hop[];
  rank: Rank;
}

export interface PathList {
  paths: Path[];
  /** Counted to 1,000,000. */
  total: number;
  /** False where there are more than counted. */
  totalIsExact: boolean;
}

const mostCounted = 1_000_000;
// Without loops every step of the search leads to a path; with loops it may not, and this bounds the looking.
const mostSteps = 200_000;

/**
 * The ways from one event to another over these links in at most `depth` hops: fewest hops first, then the best
 * evidence of the weakest link, then ids hop by hop. Only `first` of them are built, however many there are.
 * `complete` says whether these links are all there are.
 */
export function findPaths(
  hops: Hop[],
  from: string,
  to: string,
  depth: number,
  first: number,
  complete = true,
): PathList {
  const useful = onTheWay(hops, from, to, depth);
  const onward = groupBy(useful, (hop) => hop.from);
  for (const list of onward.values()) list.sort((a, b) => compareText(a.to, b.to) || compareText(a.id, b.id));

  const budget = { steps: mostSteps };
  const counted = isAcyclic(useful, onward) ? countWalks(onward, from, to, depth) : countPaths(onward, from, to, depth);
  const paths: Path[] = [];
  for (let length = 1; length <= depth && paths.length < first; length++) {
    for (const rank of [3, 2, 1] as const) {
      list({ onward, from, to, length, rank, first, budget }, paths);
    }
  }
  const cut = budget.steps <= 0 && paths.length < Math.min(first, counted.total);
  return {
    paths,
    total: Math.max(counted.total, paths.length),
    totalIsExact: counted.exact && complete && !cut,
  };
}

/** The links that lie on a way of at most `depth` hops; a way never comes back to its start nor goes on from its end. */
function onTheWay(hops: Hop[], from: string, to: string, depth: number): Hop[] {
  if (from === to) return [];
  const usable = hops.filter((hop) => hop.to !== from && hop.from !== to && hop.from !== hop.to);
  const away = distances(from, usable, 'from', 'to');
  const back = distances(to, usable, 'to', 'from');
  return usable.filter((hop) => (away.get(hop.from) ?? depth) + 1 + (back.get(hop.to) ?? depth) <= depth);
}

function distances(start: string, hops: Hop[], near: 'from' | 'to', far: 'from' | 'to'): Map<string, number> {
  const onward = groupBy(hops, (hop) => hop[near]);
  const distance = new Map([[start, 0]]);
  // A Map is walked in order of insertion, entries added on the way included: that is breadth first.
  for (const [id, steps] of distance) {
    for (const hop of onward.get(id) ?? []) {
      if (!distance.has(hop[far])) distance.set(hop[far], steps + 1);
    }
  }
  return distance;
}

function isAcyclic(hops: Hop[], onward: Map<string, Hop[]>): boolean {
  const waiting = new Map<string, number>();
  for (const { from, to } of hops) {
    waiting.set(from, waiting.get(from) ?? 0);
    waiting.set(to, (waiting.get(to) ?? 0) + 1);
  }
  const free = [...waiting].flatMap(([id, count]) => (count === 0 ? id : []));
  for (const id of free) {
    for (const hop of onward.get(id) ?? []) {
      const left = (waiting.get(hop.to) as number) - 1;
      waiting.set(hop.to, left);
      if (left === 0) free.push(hop.to);
    }
  }
  return free.length === waiting.size;
}

interface Counted {
  total: number;
  exact: boolean;
}

const capped = (total: number): Counted =>
  total > mostCounted ? { total: mostCounted, exact: false } : { total, exact: true };

/** Without loops every walk is a path, so the number of ways is a sum over lengths, built without listing one. */
function countWalks(onward: Map<string, Hop[]>, from: string, to: string, depth: number): Counted {
  let total = 0;
  let ways = new Map([[from, 1]]);
  for (let length = 1; length <= depth && ways.size > 0; length++) {
    const next = new Map<string, number>();
    for (const [id, count] of ways) {
      for (const hop of onward.get(id) ?? []) next.set(hop.to, (next.get(hop.to) ?? 0) + count);
    }
    total += next.get(to) ?? 0;
    ways = next;
  }
  return capped(total);
}

function countPaths(onward: Map<string, Hop[]>, from: string, to: string, depth: number): Counted {
  let total = 0;
  let steps = mostSteps;
  const visited = new Set([from]);
  const visit = (id: string, left: number): void => {
    for (const hop of onward.get(id) ?? []) {
      if (steps-- <= 0 || total > mostCounted) return;
      if (hop.to === to) total++;
      else if (left > 1 && !visited.has(hop.to)) {
        visited.add(hop.to);
        visit(hop.to, left - 1);
        visited.delete(hop.to);
      }
    }
  };
  visit(from, depth);
  const counted = capped(total);
  return { total: counted.total, exact: counted.exact && steps > 0 };
}

interface Listing {
  onward: Map<string, Hop[]>;
  from: string;
  to: string;
  length: number;
  rank: Rank;
  first: number;
  budget: { steps: number };
}

/** Adds to `paths` those of exactly this length whose weakest link has exactly this rank, in order of ids. */
function list({ onward, from, to, length, rank, first, budget }: Listing, paths: Path[]): void {
  const reaches = reachability(onward, to, length, rank);
  const visited = new Set([from]);
  const trail: Hop[] = [];
  const visit = (id: string, left: number, weakest: boolean): void => {
    for (const hop of onward.get(id) ?? []) {
      if (paths.length >= first || budget.steps <= 0) return;
      const nowWeakest = weakest || hop.rank === rank;
      if (hop.rank < rank || visited.has(hop.to) || !reaches(hop.to, left - 1, nowWeakest)) continue;
      budget.steps--;
      trail.push(hop);
      if (left === 1) paths.push({ hops: [...trail], rank });
      else {
        visited.add(hop.to);
        visit(hop.to, left - 1, nowWeakest);
        visited.delete(hop.to);
      }
      trail.pop();
    }
  };
  if (reaches(from, length, false)) visit(from, length, false);
}

/** Whether `to` lies exactly `left` hops on, by links of the rank or better, one of them of just that rank where still due. */
function reachability(onward: Map<string, Hop[]>, to: string, length: number, rank: Rank) {
  const origins = groupBy(
    [...onward.values()].flat().filter((hop) => hop.rank >= rank),
    (hop) => hop.to,
  );
  // At each distance: any such way, and a way with a link of just this rank.
  const levels = [{ any: new Set([to]), exact: new Set<string>() }];
  for (let left = 1; left <= length; left++) {
    const before = levels[left - 1] as { any: Set<string>; exact: Set<string> };
    const level = { any: new Set<string>(), exact: new Set<string>() };
    for (const id of before.any) {
      for (const hop of origins.get(id) ?? []) {
        level.any.add(hop.from);
        if (hop.rank === rank || before.exact.has(id)) level.exact.add(hop.from);
      }
    }
    levels.push(level);
  }
  return (id: string, left: number, weakest: boolean): boolean => {
    const level = levels[left];
    return level !== undefined && (weakest ? level.any : level.exact).has(id);
  };
}
