import type { Joined } from './layout';

type Weighed = Joined & { family: string; evidence: string };

/**
 * The way from the start of a chain to one of its events: the fewest links, of equal ways the one whose weakest link is
 * supported best. Its links in order from the start, null when no way leads there.
 */
export function wayTo<Link extends Weighed>(links: Link[], start: string, goal: string, back: boolean): Link[] | null {
  const origin = (link: Link) => (back ? link.to.id : link.from.id);
  const target = (link: Link) => (back ? link.from.id : link.to.id);
  const ways = new Map<string, { links: Link[]; weakest: number }>([[start, { links: [], weakest: strongest }]]);
  let rim = [start];
  while (rim.length > 0 && !ways.has(goal)) {
    const reached = new Map<string, { links: Link[]; weakest: number }>();
    for (const link of links) {
      const way = ways.get(origin(link));
      if (!way || !rim.includes(origin(link)) || ways.has(target(link))) continue;
      const weakest = Math.min(way.weakest, strengthOf(link));
      const known = reached.get(target(link));
      if (!known || weakest > known.weakest) reached.set(target(link), { links: [...way.links, link], weakest });
    }
    for (const [id, way] of reached) ways.set(id, way);
    rim = [...reached.keys()];
  }
  return ways.get(goal)?.links ?? null;
}

/** A link that only tells the order in time supports no more than an inferred one. */
const strengthOf = ({ family, evidence }: Weighed): number =>
  family === 'TEMPORAL' ? 0 : Math.max(0, ['INFERRED', 'ASSERTED', 'DOCUMENTED'].indexOf(evidence));

const strongest = 2;
