import { type Item, itemOfClaim } from './card';
import {
  byId,
  causesOf,
  eventOf,
  isAgainst,
  isFor,
  type LessonClaim,
  type LessonLink,
  type Material,
} from './material';

/** Claims of which those that fit on a card stand first, then by id, which is the same in every language. */
export const shortFirst = (claims: readonly LessonClaim[]): LessonClaim[] =>
  [...claims].sort((a, b) => Number(b.isShort) - Number(a.isShort) || byId(a, b));

/** What can be shown of a link in turn: who says so, who disputes it, who has reservations, then the others. */
function itemsOf(link: LessonLink, material: Material): Item[] {
  const claims = shortFirst(link.claims);
  const [first, ...others] = claims.filter(isFor);
  const against = claims
    .filter(isAgainst)
    .sort((a, b) => Number(a.stance === 'QUALIFIES') - Number(b.stance === 'QUALIFIES'));
  const said = [first, ...against, ...others].flatMap((claim) => (claim ? [itemOfClaim(claim, link)] : []));
  return said.length > 0 ? said : [{ of: 'link', id: link.id, link, cause: eventOf(material, link.from) }];
}

/** Cards about what led to an event: first one of each cause, then a second of each, and so on; at most so many. */
export function itemsByTurns(links: readonly LessonLink[], material: Material, most: number): Item[] {
  const turns = links.map((link) => itemsOf(link, material));
  const longest = Math.max(0, ...turns.map(({ length }) => length));
  return Array.from({ length: longest }, (_, turn) => turns.flatMap((items) => items[turn] ?? []))
    .flat()
    .slice(0, most);
}

/** The links into an event, then those into its causes: what led to what led to it. */
export function causesAround(focus: string, material: Material): { direct: LessonLink[]; before: LessonLink[] } {
  const causes = causesOf(material);
  const direct = causes.get(focus) ?? [];
  const seen = new Set([focus]);
  const before = direct.flatMap(({ from }) => {
    if (seen.has(from)) return [];
    seen.add(from);
    return (causes.get(from) ?? []).filter((link) => link.from !== focus);
  });
  return { direct, before };
}
