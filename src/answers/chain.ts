import { groupBy } from './groups';
import type { Evidence } from './words';

/** 3 DOCUMENTED, 2 ASSERTED, 1 INFERRED or TEMPORAL: how well a link, or the weakest link of a path, is supported. */
export type Rank = 1 | 2 | 3;

/** How well each evidence supports a link. */
export const rankOf: Readonly<Record<Evidence, Rank>> = { DOCUMENTED: 3, ASSERTED: 2, INFERRED: 1 };

/** A link as a walk needs it. `from` is always the earlier event; `sort` orders the event that the walk arrives at. */
export interface Hop {
  id: string;
  from: string;
  to: string;
  sort: string;
  rank: Rank;
}

/** The links one step on from an event, by date of the event arrived at; `cut` when it has more than were given. */
export interface Hops {
  hops: readonly Hop[];
  cut: boolean;
}

export type Direction = 'FORWARD' | 'BACKWARD';

/** How a walk asks for links. Each is called once for a whole level, so that the calls do not grow with its width. */
export interface HopQuestions {
  /** One step on from each event, in the order of the ids. */
  hops(ids: string[]): Promise<Hops[]>;
  /** All events one step on from an event whose hops were cut, in the order of the ids. */
  targets(ids: string[]): Promise<string[][]>;
}

export interface WalkOptions {
  direction: Direction;
  /** Most hops from the start, 0 or more. */
  depth: number;
  /** Most events beside the start, 1 or more. */
  maxEvents: number;
}

export interface Step {
  id: string;
  depth: number;
  via: Hop[];
  rank: Rank;
}

export type TruncatedBy = 'DEPTH' | 'MAX_EVENTS' | 'FAN_OUT';

export interface Truncation {
  by: TruncatedBy[];
  atDepth: number;
  notFollowed: number;
}

export interface Chain {
  start: string;
  options: WalkOptions;
  /** By depth, then date, then id; the start omitted. */
  steps: Step[];
  /** In the order walked, loops left out. */
  links: Hop[];
  loops: Hop[];
  truncated: Truncation | null;
}

/** The event that a hop arrives at, and the one that it leaves, for a walk in this direction. */
const far = (hop: Hop, direction: Direction) => (direction === 'FORWARD' ? hop.to : hop.from);
const near = (hop: Hop, direction: Direction) => (direction === 'FORWARD' ? hop.from : hop.to);

/**
 * What followed an event, or what led to it: breadth first, one question a level and one more for the links among the
 * deepest. The cost grows with the links touched, never with the number of paths.
 */
export async function walk(start: string, ask: HopQuestions, options: WalkOptions): Promise<Chain> {
  const reach = await gather(start, ask, options);
  const { direction } = options;
  const depthOf = (id: string) => reach.depths.get(id) as number;

  const inside: Hop[] = [];
  const beyond: Hop[] = [];
  for (const hop of reach.hops) (reach.depths.has(far(hop, direction)) ? inside : beyond).push(hop);

  const isLoop = findLoops(inside, direction, depthOf);
  const links = inside.filter((hop) => !isLoop(hop));
  const ranks = bestRanks(start, inside, options);
  const via = groupBy(links, (hop) => far(hop, direction));

  const steps = [...reach.depths.keys()]
    .filter((id) => id !== start)
    .map((id) => ({ id, depth: depthOf(id), via: via.get(id) ?? [], rank: ranks.get(id) as Rank }));

  const truncated = await findTruncation(reach, beyond, ask, options);
  return { start, options, steps, links, loops: inside.filter(isLoop), truncated };
}

/** All that a walk touched: events in the order reached with their depth, and every link one step on from each. */
export interface Reach {
  depths: Map<string, number>;
  hops: Hop[];
  /** Events with more links than a question gives. */
  cut: Set<string>;
}

/** Walks level by level and asks the last level for its links too, so that those among the deepest are known. */
export async function gather(start: string, ask: HopQuestions, options: WalkOptions): Promise<Reach> {
  const { direction, depth, maxEvents } = options;
  const reach: Reach = { depths: new Map([[start, 0]]), hops: [], cut: new Set() };
  let frontier = [start];
  for (let level = 1; frontier.length > 0; level++) {
    const answers = await ask.hops(frontier);
    const found = new Map<string, string>();
    answers.forEach(({ hops, cut }, position) => {
      if (cut) reach.cut.add(frontier[position] as string);
      for (const hop of hops) {
        reach.hops.push(hop);
        const id = far(hop, direction);
        if (!reach.depths.has(id)) found.set(id, hop.sort);
      }
    });
    const room = level > depth ? 0 : maxEvents - (reach.depths.size - 1);
    frontier = [...found]
      .sort(([idA, sortA], [idB, sortB]) => compareText(sortA, sortB) || compareText(idA, idB))
      .slice(0, room)
      .map(([id]) => id);
    for (const id of frontier) reach.depths.set(id, level);
  }
  return reach;
}

/** By UTF-16 unit, as both engines sort ids and days; a locale's order would differ between machines. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A loop is a link on a cycle whose target is no deeper than its origin. */
function findLoops(hops: Hop[], direction: Direction, depthOf: (id: string) => number): (hop: Hop) => boolean {
  const turnsBack = (hop: Hop) => depthOf(far(hop, direction)) <= depthOf(near(hop, direction));
  if (!hops.some(turnsBack)) return () => false;
  const component = components(hops);
  return (hop) => turnsBack(hop) && component.get(hop.from) === component.get(hop.to);
}

/**
 * Numbers the strongly connected components: two events share a number when each can be reached from the other.
 * Tarjan's algorithm (1972), with a stack of its own, since a chain may be thousands of events long.
 */
function components(hops: Hop[]): Map<string, number> {
  const onward = groupBy(hops, (hop) => hop.from);
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const component = new Map<string, number>();
  const open: string[] = [];
  for (const root of onward.keys()) {
    if (order.has(root)) continue;
    const path = [{ id: root, next: 0 }];
    while (path.length > 0) {
      const visit = path[path.length - 1] as { id: string; next: number };
      const { id } = visit;
      if (visit.next === 0 && !order.has(id)) {
        order.set(id, order.size);
        low.set(id, order.get(id) as number);
        open.push(id);
      }
      const target = onward.get(id)?.[visit.next++]?.to;
      if (target !== undefined) {
        if (!order.has(target)) path.push({ id: target, next: 0 });
        else if (!component.has(target)) low.set(id, Math.min(low.get(id) as number, order.get(target) as number));
        continue;
      }
      path.pop();
      const parent = path[path.length - 1];
      if (parent) low.set(parent.id, Math.min(low.get(parent.id) as number, low.get(id) as number));
      if (low.get(id) !== order.get(id)) continue;
      const number = component.size;
      for (let member = open.pop(); member !== undefined; member = open.pop()) {
        component.set(member, number);
        if (member === id) break;
      }
    }
  }
  return component;
}

/** For each event the best rank for which it can be reached within the depth by links of that rank or better. */
function bestRanks(start: string, hops: Hop[], { direction, depth }: WalkOptions): Map<string, Rank> {
  const onward = groupBy(hops, (hop) => near(hop, direction));
  const best = new Map<string, Rank>();
  for (const rank of [3, 2, 1] as const) {
    const seen = new Set([start]);
    let frontier = [start];
    for (let level = 1; level <= depth && frontier.length > 0; level++) {
      const next: string[] = [];
      for (const hop of frontier.flatMap((id) => onward.get(id) ?? [])) {
        const id = far(hop, direction);
        if (hop.rank < rank || seen.has(id)) continue;
        seen.add(id);
        next.push(id);
        if (!best.has(id)) best.set(id, rank);
      }
      frontier = next;
    }
  }
  return best;
}

async function findTruncation(
  reach: Reach,
  beyond: Hop[],
  ask: HopQuestions,
  { direction, depth }: WalkOptions,
): Promise<Truncation | null> {
  const depthOf = (id: string) => reach.depths.get(id) as number;
  const leftOut = beyond.filter((hop) => !reach.cut.has(near(hop, direction)));
  const cutIds = [...reach.cut];
  const targets = cutIds.length > 0 ? await ask.targets(cutIds) : [];
  const cutLinks = targets.flat().filter((id) => !reach.depths.has(id)).length;

  const origins = beyond.map((hop) => depthOf(near(hop, direction)));
  const by: TruncatedBy[] = [];
  if (origins.includes(depth)) by.push('DEPTH');
  if (origins.some((origin) => origin < depth)) by.push('MAX_EVENTS');
  if (cutIds.length > 0) by.push('FAN_OUT');
  if (by.length === 0) return null;
  // No spread: a hub may have more links than a call takes arguments.
  const atDepth = [...origins, ...cutIds.map(depthOf)].reduce((least, origin) => Math.min(least, origin));
  return { by, atDepth, notFollowed: leftOut.length + cutLinks };
}
