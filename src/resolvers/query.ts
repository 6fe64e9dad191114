import type { GraphQLResolveInfo } from 'graphql';
import type {
  ActorFilter,
  ClaimFilter,
  EventFilter,
  LinkFilter,
  MetricFilter,
  ObservationFilter,
  PlaceFilter,
  PolicyFilter,
  SourceFilter,
} from '../loaders/filters';
import type { Context } from '../server/context';
import {
  actorFilterIds,
  boundedList,
  claimFilterIds,
  eventFilterIds,
  known,
  knownIds,
  linkFilterIds,
  metricFilterIds,
  observationFilterIds,
  placeFilterIds,
  policyFilterIds,
} from './arguments';
import { tellsLinks } from './brief';
import { type ChainArguments, chainFrom, pathsBetween } from './chain';
import { compared } from './comparison';
import { type PageArguments, pageFrom } from './connections';
import { exported } from './export';
import { eventsFrom } from './facets';
import { type LessonArguments, lessonFrom, lessonsFor } from './lesson';
import { asNode } from './node';
import { policiesOn } from './policy';
import { type SearchArguments, search } from './search';
import { glossary } from './term';
import { timeline } from './timeline';

type ById = { id: string };
type ListArguments<Filter> = PageArguments & { where?: Filter | null };
type EventsArguments = ListArguments<EventFilter> & { orderBy: 'DATE' | 'DATE_DESC' };

/** One thing of one kind by its id; null where there is none. */
const one =
  (typename: string) =>
  async (_: unknown, { id }: ById, { loaders }: Context) => {
    const entity = await loaders.entityById.load(id);
    return entity?.__typename === typename ? entity : null;
  };

const chain =
  (direction: 'FORWARD' | 'BACKWARD') =>
  async (
    _: unknown,
    { event, ...args }: ChainArguments & { event: string },
    context: Context,
    info: GraphQLResolveInfo,
  ) =>
    chainFrom((await known(event, ['Event'], context, 'event')).id, direction, args, context, tellsLinks(info));

export const Query = {
  node: async (_: unknown, { id }: ById, { loaders }: Context) => asNode(await loaders.entityById.load(id)),
  nodes: async (_: unknown, { ids }: { ids: string[] }, { loaders }: Context) =>
    (await Promise.all(boundedList('ids', ids).map((id) => loaders.entityById.load(id)))).map(asNode),
  event: one('Event'),
  link: one('EventLink'),
  claim: one('Claim'),
  policy: one('Policy'),
  actor: one('Actor'),
  place: one('Place'),
  source: one('Source'),
  story: one('Story'),
  metric: one('Metric'),

  events: async (_: unknown, { where, orderBy, ...page }: EventsArguments, context: Context) =>
    eventsFrom(
      await context.ask.events(await knownIds<EventFilter>(where, eventFilterIds, context)),
      page,
      orderBy === 'DATE_DESC',
    ),
  links: async (_: unknown, { where, ...page }: ListArguments<LinkFilter>, context: Context) =>
    pageFrom('links', await context.ask.links(await knownIds<LinkFilter>(where, linkFilterIds, context)), page),
  claims: async (_: unknown, { where, ...page }: ListArguments<ClaimFilter>, context: Context) =>
    pageFrom('claims', await context.ask.claims(await knownIds<ClaimFilter>(where, claimFilterIds, context)), page),
  policies: async (_: unknown, { where, ...page }: ListArguments<PolicyFilter>, context: Context) =>
    pageFrom(
      'policies',
      await context.ask.policies(await knownIds<PolicyFilter>(where, policyFilterIds, context)),
      page,
    ),
  actors: async (_: unknown, { where, ...page }: ListArguments<ActorFilter>, context: Context) =>
    pageFrom('actors', await context.ask.actors(await knownIds<ActorFilter>(where, actorFilterIds, context)), page),
  places: async (_: unknown, { where, ...page }: ListArguments<PlaceFilter>, context: Context) =>
    pageFrom('places', await context.ask.places(await knownIds<PlaceFilter>(where, placeFilterIds, context)), page),
  sources: async (_: unknown, { where, ...page }: ListArguments<SourceFilter>, context: Context) =>
    pageFrom('sources', await context.ask.sources(await knownIds<SourceFilter>(where, {}, context)), page),
  metrics: async (_: unknown, { where, ...page }: ListArguments<MetricFilter>, context: Context) =>
    pageFrom('metrics', await context.ask.metrics(await knownIds<MetricFilter>(where, metricFilterIds, context)), page),
  observations: async (_: unknown, { where, ...page }: ListArguments<ObservationFilter>, context: Context) =>
    pageFrom(
      'observations',
      await context.ask.observations(await knownIds<ObservationFilter>(where, observationFilterIds, context)),
      page,
    ),

  whatFollowed: chain('FORWARD'),
  whatLedTo: chain('BACKWARD'),
  paths: (_: unknown, args: Parameters<typeof pathsBetween>[0], context: Context, info: GraphQLResolveInfo) =>
    pathsBetween(args, context, info),
  policiesOn: (_: unknown, args: Parameters<typeof policiesOn>[0], context: Context) => policiesOn(args, context),
  search: (_: unknown, args: SearchArguments, context: Context) => search(args, context),
  beforeAndAfter: (_: unknown, args: Parameters<typeof compared>[0], context: Context) => compared(args, context),
  stories: (_: unknown, __: unknown, { ask }: Context) => ask.stories(),
  glossary: (_: unknown, args: Parameters<typeof glossary>[0], context: Context) => glossary(args, context),
  timeline: (_: unknown, args: Parameters<typeof timeline>[0], context: Context) => timeline(args, context),
  export: (_: unknown, args: Parameters<typeof exported>[0], context: Context, { schema }: GraphQLResolveInfo) =>
    exported(args, context, schema),
  lesson: (_: unknown, args: LessonArguments, context: Context) => lessonFrom(args, context),
  lessonsFor: (_: unknown, args: Parameters<typeof lessonsFor>[0], context: Context) => lessonsFor(args, context),
  dataset: (_: unknown, __: unknown, { dataset }: Context) => dataset,
};
