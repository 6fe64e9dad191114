import type { LinkRead } from '../parts/linkQuestion';

type Step = { event: { id: string } };
type Linked = { from: { id: string }; to: { id: string }; disputed: boolean };

/** How many events of a story the first screen shows. */
export const shownFirst = 5;

/**
 * The link that the first screen tells: the disputed one with the most claims, where none is disputed the one with the
 * most claims; of several, the first. Null where there are no links.
 */
export function highlighted<Link extends Pick<LinkRead, 'disputed' | 'claims'>>(links: readonly Link[]): Link | null {
  const disputed = links.filter((link) => link.disputed);
  const among = disputed.length > 0 ? disputed : links;
  return among.reduce<Link | null>(
    (best, link) => (best && best.claims.totalCount >= link.claims.totalCount ? best : link),
    null,
  );
}

/**
 * The most telling steps of a story, five at most, in the story's own order, which is that of their dates: both ends of
 * the highlighted link; then the steps with the most links within the story; of equals those of a disputed link first,
 * then the earlier ones.
 */
export function mostTelling<S extends Step>(steps: readonly S[], links: readonly Linked[], told: Linked | null): S[] {
  const ranked = steps.map((step, at) => {
    const own = links.filter(({ from, to }) => from.id === step.event.id || to.id === step.event.id);
    const isEnd = told !== null && (told.from.id === step.event.id || told.to.id === step.event.id);
    return { step, at, rank: [Number(isEnd), own.length, Number(own.some(({ disputed }) => disputed)), -at] };
  });
  return ranked
    .toSorted((a, b) => descending(a.rank, b.rank))
    .slice(0, shownFirst)
    .toSorted((a, b) => a.at - b.at)
    .map(({ step }) => step);
}

/** The years that some events span, such as 2009 and 2024; null where no date says so. */
export function yearsOf(dates: readonly { earliest: string | null; latest: string | null }[]): [string, string] | null {
  const days = dates.flatMap(({ earliest, latest }) => [earliest, latest].filter((day) => day !== null)).toSorted();
  const [first, last] = [days[0], days.at(-1)];
  return first && last ? [first.slice(0, 4), last.slice(0, 4)] : null;
}

function descending(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, place) => value !== b[place]);
  return at < 0 ? 0 : (b[at] ?? 0) - (a[at] ?? 0);
}
