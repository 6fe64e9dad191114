import { dayOf } from '../days';
import { lengthOf, midOf, type Stretch } from './days';
import { type ClusterItemRead, type EventItemRead, isEventRead, type TimelineRead } from './timelineQuestions';

export const leastDays = 7;
const widestLeast = 30 * 365.25;
const fewEvents = 60;

/** All the time that a timeline can be looked at: its events, with some room at both ends, and never less than a month. */
export function extentOf({ items }: TimelineRead): Stretch {
  const days = items.map(daysOf);
  const from = days.reduce((least, [first]) => Math.min(least, first), Number.POSITIVE_INFINITY);
  const to = days.reduce((most, [, last]) => Math.max(most, last + 1), Number.NEGATIVE_INFINITY);
  if (from > to) return { from: 0, to: 365 };
  const room = Math.min(Math.max(15, (to - from) * 0.03), 365);
  return { from: from - room, to: to + room };
}

/** What is shown first: of many events the latest nine tenths, so that a few early ones do not press all others together. */
export function firstStretch(timeline: TimelineRead): Stretch {
  const extent = extentOf(timeline);
  const { items } = timeline;
  if (items.length <= fewEvents || lengthOf(extent) < widestLeast) return extent;
  const starts = items.map((item) => daysOf(item)[0]).sort((a, b) => a - b);
  const from = (starts[Math.floor(starts.length / 10)] ?? extent.from) - 60;
  return { from, to: extent.to };
}

/** Moves and shortens a stretch until it lies within the extent and is at least a week long. */
export function within({ from, to }: Stretch, extent: Stretch): Stretch {
  const length = Math.min(Math.max(to - from, leastDays), lengthOf(extent));
  const middle = (from + to) / 2;
  const start = Math.min(Math.max(middle - length / 2, extent.from), extent.to - length);
  return { from: start, to: start + length };
}

/** The same stretch, longer or shorter by a factor around a day. */
export const scaled = ({ from, to }: Stretch, factor: number, around = midOf({ from, to })): Stretch => ({
  from: around - (around - from) * factor,
  to: around + (to - around) * factor,
});

export const shifted = ({ from, to }: Stretch, days: number): Stretch => ({ from: from + days, to: to + days });

export const isWithin = ([first, last]: readonly [number, number], { from, to }: Stretch): boolean =>
  last + 1 > from && first < to;

/** First and last day that is known of an item; where one end is open or unknown, the other stands for both. */
export function daysOf(item: EventItemRead | ClusterItemRead): [number, number] {
  const [from, until] = isEventRead(item) ? [item.from, item.until] : [item.firstDay, item.lastDay];
  return [dayOf(from ?? until ?? ''), dayOf(until ?? from ?? '')];
}

export const countOf = (item: EventItemRead | ClusterItemRead): number => (isEventRead(item) ? 1 : item.count);
