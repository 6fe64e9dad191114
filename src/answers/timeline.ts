import { compareText } from './chain';
import { firstIndex } from './firstIndex';
import { groupBy } from './groups';

/** What a timeline needs to know of an event. */
export interface Moment {
  id: string;
  /** Orders events by date, as `sortKey` does. */
  sort: string;
  /** First and last possible day; null where that end is open or unknown, which is never so at both. */
  earliest: string | null;
  latest: string | null;
  kind: string;
  linkCount: number;
  /** The id of what the lanes are made by; null where the event has none. */
  lane: string | null;
}

export interface EventItem {
  event: string;
  lane: string;
  from: string | null;
  until: string | null;
}

export interface ClusterItem {
  lane: string;
  from: string;
  until: string;
  /** What the cluster holds, by date. */
  moments: Moment[];
}

export interface Lane {
  id: string;
  order: number;
}

export interface Timeline {
  /** By date; a cluster stands where its earliest event would. */
  items: (EventItem | ClusterItem)[];
  /** The lanes that hold an item, in their order. */
  lanes: Lane[];
  total: number;
}

/** Lanes that are no thing of the data set. No id begins with such a sign, so none can be mistaken for one. */
export const ownLanes = { all: '_all', none: '_none', rest: '_rest' } as const;

/**
 * Events as at most `maxItems` items, 1 or more: each event is shown or stands in one cluster. Where all fit, all are
 * shown. Otherwise at most a quarter of the items, and at least one, are clusters, and the events ranked first are shown:
 * the same rows in any order give the same timeline, and a greater `maxItems` hides no event that a smaller one shows.
 */
export function arrange(moments: readonly Moment[], maxItems: number): Timeline {
  const fits = moments.length <= maxItems;
  const mostClusters = Math.max(1, Math.floor(maxItems / 4));
  const lanes = lanesOf(moments, fits ? Number.POSITIVE_INFINITY : mostClusters);
  const dated = [...moments].sort(byDate);
  // The one rule for what stays visible: more recorded links first; the sort is stable, so then the earlier, then by id.
  const ranked = [...dated].sort((a, b) => b.linkCount - a.linkCount);
  const clusterCount = fits ? 0 : roomForClusters(ranked, maxItems, mostClusters, lanes.of);
  const shown = new Set(fits ? ranked : ranked.slice(0, maxItems - clusterCount));
  const hidden = dated.filter((moment) => !shown.has(moment));
  const events = [...shown].map((moment) => ({ first: moment, item: eventItem(moment, lanes.of) }));
  const clusters = cluster(hidden, clusterCount, lanes.of).map((held) => ({
    first: held[0] as Moment,
    item: clusterItem(held, lanes.of),
  }));
  const items = [...events, ...clusters].sort((a, b) => byDate(a.first, b.first)).map(({ item }) => item);
  return { items, lanes: lanes.ids.map((id, order) => ({ id, order })), total: moments.length };
}

export const isCluster = (item: EventItem | ClusterItem): item is ClusterItem => 'moments' in item;

const byDate = (a: Moment, b: Moment) => compareText(a.sort, b.sort) || compareText(a.id, b.id);

type LaneOf = (moment: Moment) => string;

/**
 * The lanes with the most events first, then by id, that of the events without a value last. Where there are more than
 * may be, the last are gathered in one.
 */
function lanesOf(moments: readonly Moment[], most: number): { ids: string[]; of: LaneOf } {
  const own: LaneOf = ({ lane }) => lane ?? ownLanes.none;
  const isNone = (id: string) => Number(id === ownLanes.none);
  const found = [...groupBy(moments, own)]
    .sort(([a, as], [b, bs]) => isNone(a) - isNone(b) || bs.length - as.length || compareText(a, b))
    .map(([id]) => id);
  if (found.length <= most) return { ids: found, of: own };
  const kept = new Set(found.slice(0, most - 1));
  const gathered = kept.size === 0 ? ownLanes.all : ownLanes.rest;
  const of: LaneOf = (moment) => (kept.has(own(moment)) ? own(moment) : gathered);
  return { ids: [...kept, gathered], of };
}

/** How many items are clusters: no more than there are events too many, yet one for each lane that hides an event. */
function roomForClusters(ranked: readonly Moment[], maxItems: number, most: number, laneOf: LaneOf): number {
  let room = Math.min(most, ranked.length - maxItems);
  const hiding = new Set(ranked.slice(maxItems - room).map(laneOf));
  while (hiding.size > room) {
    room++;
    hiding.add(laneOf(ranked[maxItems - room] as Moment));
  }
  return room;
}

/**
 * Events by date in clusters: those of each lane as one, and the fullest divided for as long as there is room, by the
 * longest stretch of the calendar that divides it.
 */
function cluster(dated: readonly Moment[], most: number, laneOf: LaneOf): Moment[][] {
  const open = [...groupBy(dated, laneOf).values()].sort(byFullness);
  const settled: Moment[][] = [];
  for (let fullest = open.pop(); fullest; fullest = open.pop()) {
    const parts = divide(fullest);
    if (parts.length === 1 || settled.length + open.length + parts.length > most) {
      settled.push(fullest);
      continue;
    }
    // Each where it belongs, so that the list need not be sorted anew.
    for (const part of parts) {
      const at = firstIndex(open, (other) => byFullness(other, part) < 0);
      open.splice(at, 0, part);
    }
  }
  return settled;
}

const byFullness = (a: Moment[], b: Moment[]) => a.length - b.length || byDate(b[0] as Moment, a[0] as Moment);

// Days are text: with so many characters alike they lie in one century, decade, year or month, or are one day.
const stretches = [2, 3, 4, 7, 10];

/** Events by date in parts of one stretch of the calendar; one part where all are of one day. */
function divide(moments: Moment[]): Moment[][] {
  let alike = dayOf(moments[0] as Moment);
  for (const moment of moments) {
    const day = dayOf(moment);
    while (!day.startsWith(alike)) alike = alike.slice(0, -1);
  }
  const stretch = stretches.find((length) => length > alike.length);
  if (stretch === undefined) return [moments];
  return [...groupBy(moments, (moment) => dayOf(moment).slice(0, stretch)).values()];
}

const eventItem = (moment: Moment, laneOf: LaneOf): EventItem => ({
  event: moment.id,
  lane: laneOf(moment),
  from: moment.earliest,
  until: moment.latest,
});

function clusterItem(moments: Moment[], laneOf: LaneOf): ClusterItem {
  // An end that is open or not known adds no day: the event counts from, or until, the day that is known.
  const from = moments
    .map(({ earliest, latest }) => earliest ?? latest ?? '')
    .reduce((a, b) => (compareText(a, b) < 0 ? a : b));
  const until = moments
    .map(({ earliest, latest }) => latest ?? earliest ?? '')
    .reduce((a, b) => (compareText(a, b) > 0 ? a : b));
  return { lane: laneOf(moments[0] as Moment), from, until, moments };
}

/** The day that an event is sorted by; its end where the beginning is not known. */
const dayOf = ({ sort, latest }: Moment): string => sort.slice(0, sort.indexOf('/')) || (latest ?? '');
