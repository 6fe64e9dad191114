import type { GraphQLResolveInfo } from 'graphql';
import type { LinkFilter } from '../loaders/filters';
import type { Entity, EventPlaceRow, ParticipationRow } from '../loaders/rows';
import type { Context } from '../server/context';
import { knownIds, linkFilterIds } from './arguments';
import { tellsLinks } from './brief';
import { type ChainArguments, chainFrom } from './chain';
import { type ClaimsArguments, claimsAbout } from './claim';
import { type PageArguments, pageOfRows } from './connections';
import { type LangArgument, textOf, translated } from './language';
import { fuzzyDate } from './scalars';

type StepArguments = PageArguments & { where?: LinkFilter | null };

export const Event = {
  label: translated('title'),
  title: translated('title'),
  summary: translated('summary'),
  date: ({ edtf, dateBasis }: Entity) => fuzzyDate(edtf, dateBasis),
  jurisdictions: ({ id }: Entity, _: unknown, { loaders }: Context) => loaders.jurisdictionsOf.load(id),
  affects: ({ id }: Entity, _: unknown, { loaders }: Context) => loaders.affectedBy.load(id),
  places: ({ id }: Entity, _: unknown, { loaders }: Context) => loaders.placesOf.load(id),
  participations: async ({ id }: Entity, { roles }: { roles?: string[] | null }, { loaders }: Context) =>
    (await loaders.participationsIn.load(id)).filter(({ role }) => !roles || roles.includes(role)),
  policyChanges: ({ id }: Entity, _: unknown, { loaders }: Context) => loaders.changesBy.load(id),
  followedBy: (event: Entity, args: StepArguments, context: Context) => oneStep('followedBy', event, args, context),
  precededBy: (event: Entity, args: StepArguments, context: Context) => oneStep('precededBy', event, args, context),
  whatFollowed: ({ id }: Entity, args: ChainArguments, context: Context, info: GraphQLResolveInfo) =>
    chainFrom(id, 'FORWARD', args, context, tellsLinks(info)),
  whatLedTo: ({ id }: Entity, args: ChainArguments, context: Context, info: GraphQLResolveInfo) =>
    chainFrom(id, 'BACKWARD', args, context, tellsLinks(info)),
  claims: ({ id }: Entity, args: ClaimsArguments, context: Context) => claimsAbout(id, args, context),
  observations: async ({ id }: Entity, page: PageArguments, { loaders }: Context) =>
    pageOfRows(
      'observations of an event',
      await loaders.observationsFor.load(id),
      page,
      ({ sort, id }) => ({ sort, id }),
      (observation) => observation,
    ),
  contentNotes: ({ contentNotes }: Entity) => contentNotes ?? [],
  image: (event: Entity) => (event.imageUrl && event.imageCredit && event.imageLicense ? event : null),
  stories: ({ id }: Entity, _: unknown, { loaders }: Context) => loaders.storiesOf.load(id),
  sources: ({ id }: Entity, _: unknown, { loaders }: Context) => loaders.sourcesOf.load(id),
};

/** The picture of an event, read off the event itself. */
export const Image = {
  url: ({ imageUrl }: Entity) => imageUrl,
  alt: (event: Entity, args: LangArgument, context: Context) => textOf(event, 'imageAlt', args, context) ?? '',
  credit: ({ imageCredit }: Entity) => imageCredit,
  license: ({ imageLicense }: Entity) => imageLicense,
};

export const EventPlace = {
  basis: (place: EventPlaceRow, args: LangArgument, context: Context) =>
    translated('basis')({ ...place }, args, context) ?? '',
  sources: ({ sources }: EventPlaceRow, _: unknown, { loaders }: Context) => loaders.entityById.loadMany(sources),
};

export const Participation = {
  actor: ({ actor }: ParticipationRow, _: unknown, { loaders }: Context) => loaders.entityById.load(actor),
  event: ({ event }: ParticipationRow, _: unknown, { loaders }: Context) => loaders.entityById.load(event),
};

/** The links one step on or back, in order of date: the very loader and statement that a walk uses. */
async function oneStep(
  question: 'followedBy' | 'precededBy',
  { id }: Entity,
  { where, ...page }: StepArguments,
  context: Context,
) {
  const filter = await knownIds<LinkFilter>(where, linkFilterIds, context);
  const found = await context.loaders[question](filter).load(id);
  const links = [...found.hops, ...found.rest];
  return pageOfRows(
    question,
    links,
    page,
    (link) => ({ sort: '', id: link.id }),
    (link) => context.loaders.entityById.load(link.id),
  );
}
