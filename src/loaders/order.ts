import type { OrderRequest, Params } from '../engine/engine';

/** A part of the order of a list: from the least `sort` to the greatest. */
export type Range = Pick<OrderRequest, 'first' | 'last'>;

/** A part of the order of a list: all of it, all between two places, or what lasts long between two places. */
export interface Span extends Range {
  anchor: 'all' | 'between' | 'lasting';
}

// Greater than any text that the database stores.
const end = '\u{10ffff}';

export const wholeOrder: Span = { anchor: 'all', first: '', last: end };

/**
 * Where things stand in their order that a filter by days may keep. What does not last long (`lasting`, in
 * dataset/nodes.ts) stands within a year of any of its days; what does may stand anywhere.
 */
export function spansOf(params: Params): Span[] {
  const { from, until, certainlyFrom, certainlyUntil } = params as Readonly<Record<string, string | null | undefined>>;
  // What lies wholly between two days stands between them.
  if (certainlyFrom || certainlyUntil) return [{ anchor: 'between', ...between(certainlyFrom, certainlyUntil) }];
  if (!from && !until) return [wholeOrder];
  const { first, last } = between(from && yearsFrom(from, -1), until && yearsFrom(until, 1));
  if (first > last) return [{ ...wholeOrder, anchor: 'lasting' }];
  const before: Span[] = first === '' ? [] : [{ anchor: 'lasting', first: '', last: first }];
  const after: Span[] = last === end ? [] : [{ anchor: 'lasting', first: last, last: end }];
  return [...before, { anchor: 'between', first, last }, ...after];
}

const between = (from: string | null | undefined, until: string | null | undefined): Range => ({
  first: from ?? '',
  last: until ? `${until}/${end}` : end,
});

/** The same day so many years on, as text to compare with; it need not be in the calendar. */
const yearsFrom = (day: string, years: number): string => {
  const year = Math.min(Math.max(Number(day.slice(0, 4)) + years, 0), 9999);
  return `${String(year).padStart(4, '0')}${day.slice(4)}`;
};

/** The part of the order that the parameters of a list name. */
export const rangeOf = ({ first, last }: Params): Range => ({
  first: (first as string | undefined) ?? wholeOrder.first,
  last: (last as string | undefined) ?? wholeOrder.last,
});

/** What of a part of the order lies after a place, in the direction of reading. */
export function rangeFrom({ first, last }: Range, ascending: boolean, after: { sort: string } | null): Range {
  if (after === null) return { first, last };
  return ascending
    ? { first: after.sort > first ? after.sort : first, last }
    : { first, last: after.sort < last ? after.sort : last };
}
