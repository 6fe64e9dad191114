import type { ChainLayout, Joined } from './layout';

/** Where a reader stands in a drawing: on an event, or on the link between two. */
export type Station = { kind: 'event' | 'link'; id: string };

/** Which way the last step went: it decides whose other links lie above and below a link. */
export type Heading = 'forth' | 'back';

/**
 * The station that an arrow key leads to: right along a link to what followed, left to what led there, up and down among
 * the events of a column or the links of the same event; Home and End lead to the first and last event. Null where
 * there is nothing that way.
 */
export function stepTo<Link extends Joined>(
  layout: Pick<ChainLayout<Link>, 'cards' | 'hops'>,
  at: Station,
  key: string,
  heading: Heading,
): Station | null {
  const { cards, hops } = layout;
  if (key === 'Home') return eventAt(cards[0]?.event.id);
  if (key === 'End') return eventAt(cards.at(-1)?.event.id);
  if (at.kind === 'event') {
    const card = cards.find(({ event }) => event.id === at.id);
    if (!card) return null;
    if (key === 'ArrowRight')
      return nearest(
        hops.filter(({ link }) => link.from.id === at.id),
        card.y,
      );
    if (key === 'ArrowLeft')
      return nearest(
        hops.filter(({ link }) => link.to.id === at.id),
        card.y,
      );
    const column = cards.filter((one) => one.column === card.column);
    return eventAt(neighbour(column, card, key)?.event.id);
  }
  const hop = hops.find(({ link }) => link.id === at.id);
  if (!hop) return null;
  if (key === 'ArrowRight') return eventAt(hop.link.to.id);
  if (key === 'ArrowLeft') return eventAt(hop.link.from.id);
  const end = heading === 'forth' ? 'from' : 'to';
  const siblings = hops.filter(({ link }) => link[end].id === hop.link[end].id).sort((a, b) => a.y - b.y);
  return linkAt(neighbour(siblings, hop, key)?.link.id);
}

const eventAt = (id: string | undefined): Station | null => (id === undefined ? null : { kind: 'event', id });
const linkAt = (id: string | undefined): Station | null => (id === undefined ? null : { kind: 'link', id });

function nearest<Link extends Joined>(hops: { link: Link; y: number }[], y: number): Station | null {
  const [first] = hops.toSorted((a, b) => Math.abs(a.y - y) - Math.abs(b.y - y));
  return linkAt(first?.link.id);
}

function neighbour<Item>(items: Item[], item: Item, key: string): Item | undefined {
  if (key === 'ArrowDown') return items[items.indexOf(item) + 1];
  return key === 'ArrowUp' ? items[items.indexOf(item) - 1] : undefined;
}
