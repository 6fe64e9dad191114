import type { GraphQLEnumType, GraphQLResolveInfo } from 'graphql';
import { compareText } from '../answers/chain';
import { type LaneBy, ownLaneLabel } from '../answers/laneLabels';
import {
  arrange,
  type ClusterItem,
  type EventItem,
  isCluster,
  type Lane,
  ownLanes,
  type Timeline,
} from '../answers/timeline';
import { wordLabel } from '../answers/wordLabels';
import { badUserInput } from '../errors';
import type { EventFilter } from '../loaders/filters';
import type { TimelineRow } from '../loaders/rows';
import type { Context } from '../server/context';
import { bounded, eventFilterIds, knownIds } from './arguments';
import { type PageArguments, pageOfRows } from './connections';
import { type FacetsArguments, facetsOf } from './facets';
import { type LangArgument, languageOf, textOf } from './language';

const mostItems = 2000;
/** Most events that a timeline is made of, so that arranging them holds up nobody else. */
const mostMoments = 5_000;

const laneOf: Readonly<Record<LaneBy, (row: TimelineRow) => string | null>> = {
  PLACE: ({ firstPlace }) => firstPlace ?? null,
  POLICY: ({ firstPolicy }) => firstPolicy ?? null,
  KIND: ({ kind }) => kind,
  ACTOR: ({ firstActor }) => firstActor ?? null,
  NONE: () => ownLanes.all,
};

interface TimelineArguments {
  where?: EventFilter | null;
  lanes: LaneBy;
  maxItems: number;
}

/** Events as items for drawing: one light row for each event that matches, all else only for those that are shown. */
export async function timeline({ where, lanes, maxItems }: TimelineArguments, context: Context) {
  bounded('maxItems', maxItems, 1, mostItems);
  const filter = await knownIds<EventFilter>(where, eventFilterIds, context);
  const rows = await context.ask.timeline(filter, mostMoments + 1);
  if (rows.length > mostMoments) {
    const most = mostMoments.toLocaleString('en-US');
    throw badUserInput(
      `"where" fits more than ${most} events, and a timeline is made of ${most} at most. Ask for a shorter stretch of time or fewer places.`,
      { argument: 'where', most: mostMoments },
    );
  }
  await context.turns.pause();
  // Named one by one, as copying thousands of rows property by property takes longer than arranging them.
  const moments = rows.map((row) => {
    const { id, sort, earliest, latest, kind, linkCount } = row;
    return { id, sort, earliest, latest, kind, linkCount, lane: laneOf[lanes](row) };
  });
  await context.turns.pause();
  return { ...arrange(moments, maxItems), by: lanes };
}

type Arranged = Timeline & { by: LaneBy };

export const TimelineFields = {
  lanes: ({ lanes, by }: Arranged) => lanes.map((lane) => ({ ...lane, by })),
  links: async ({ items }: Arranged, _: unknown, { loaders }: Context) => {
    const shown = new Set(items.flatMap((item) => (isCluster(item) ? [] : item.event)));
    const found = await loaders.followedBy().together([...shown]);
    const between = found.flatMap(({ hops, rest }) => [...hops, ...rest].filter(({ to }) => shown.has(to)));
    const links = await Promise.all(between.map(({ id }) => loaders.entityById.load(id)));
    return links.filter((link) => link !== null).sort((a, b) => compareText(a.sort, b.sort) || compareText(a.id, b.id));
  },
};

export const LaneFields = {
  label: async ({ id, by }: Lane & { by: LaneBy }, args: LangArgument, context: Context) => {
    const lang = languageOf(args, context);
    const own = ownLaneLabel(id, by, lang);
    if (own !== null || by === 'KIND') return own ?? wordLabel(id, lang);
    return textOf((await context.loaders.entityById.load(id)) ?? { name: id }, 'name', args, context);
  },
};

export const TimelineItem = {
  __resolveType: (item: EventItem | ClusterItem) => (isCluster(item) ? 'ClusterItem' : 'EventItem'),
};

export const EventItemFields = {
  event: ({ event }: EventItem, _: unknown, { loaders }: Context) => loaders.entityById.load(event),
};

export const ClusterItemFields = {
  count: ({ moments }: ClusterItem) => moments.length,
  kinds: ({ moments }: ClusterItem, _: unknown, __: Context, { schema }: GraphQLResolveInfo) => {
    const held = new Set(moments.map(({ kind }) => kind));
    const kinds = schema.getType('EventKind') as GraphQLEnumType;
    return kinds.getValues().flatMap(({ name }) => (held.has(name) ? name : []));
  },
  events: ({ moments }: ClusterItem, page: Pick<PageArguments, 'first' | 'after'>, { loaders }: Context) => ({
    ...pageOfRows(
      'cluster',
      moments,
      page,
      ({ sort, id }) => ({ sort, id }),
      ({ id }) => loaders.entityById.load(id),
    ),
    facets: (args: FacetsArguments) =>
      facetsOf(
        moments.map(({ id }) => id),
        args,
        loaders,
      ),
  }),
};
