import type { GraphQLResolveInfo } from 'graphql';
import {
  type Chain,
  type Direction,
  gather,
  type Hop,
  type HopQuestions,
  type Rank,
  type Reach,
  type Step,
  walk,
} from '../answers/chain';
import { findPaths, type Path, type PathList } from '../answers/paths';
import { pathInWords } from '../answers/words';
import type { LinkFilter } from '../loaders/filters';
import type { Entity } from '../loaders/rows';
import type { Context } from '../server/context';
import { allInOrder, bounded, known, knownIds, linkFilterIds } from './arguments';
import { eventOf, linksOf, readEventsOfSteps, readLinksOfPaths, tellsLinks } from './brief';
import { type LangArgument, languageOf } from './language';
import { hopWords } from './link';

export interface ChainArguments {
  depth: number;
  where?: LinkFilter | null;
  maxEvents: number;
}

const deepest = 40;
const mostEvents = 2000;
const mostPaths = 500;
// A search for paths walks from both ends, and gives up counting exactly where either side is wider than this.
const mostEventsOnAWay = 5000;

const evidences = { 3: 'DOCUMENTED', 2: 'ASSERTED', 1: 'INFERRED' } as const satisfies Record<Rank, string>;

/** What followed an event, or what led to it: one line, from the filter to the walk; `tells` is about its links. */
export async function chainFrom(
  start: string,
  direction: Direction,
  args: ChainArguments,
  context: Context,
  tells = false,
) {
  const options = {
    direction,
    depth: bounded('depth', args.depth, 0, deepest),
    maxEvents: bounded('maxEvents', args.maxEvents, 1, mostEvents),
  };
  const where = await knownIds<LinkFilter>(args.where, linkFilterIds, context);
  return walk(start, questions(direction, where, context, tells), options);
}

/** What a walk asks; where it `tells`, its links bear what is mostly shown of a link. */
function questions(direction: Direction, where: LinkFilter, { loaders }: Context, tells = false): HopQuestions {
  const loader = direction === 'FORWARD' ? loaders.followedBy(where, tells) : loaders.precededBy(where, tells);
  return {
    hops: async (ids) => (await loader.together(ids)).map(({ hops, rest }) => ({ hops, cut: rest.length > 0 })),
    targets: async (ids) =>
      (await loader.together(ids)).map(({ hops, rest }) =>
        [...hops, ...rest].map(({ from, to }) => (direction === 'FORWARD' ? to : from)),
      ),
  };
}

interface PathsArguments {
  from: string;
  to: string;
  depth: number;
  where?: LinkFilter | null;
  first: number;
}

/** How one event led to another: half of the depth from either end, so that neither side fans out for nothing. */
export async function pathsBetween(
  { from, to, depth, where, first }: PathsArguments,
  context: Context,
  info: GraphQLResolveInfo,
) {
  bounded('depth', depth, 1, deepest);
  bounded('first', first, 1, mostPaths);
  const [start, end] = await allInOrder([known(from, ['Event'], context, 'from'), known(to, ['Event'], context, 'to')]);
  const filter = await knownIds<LinkFilter>(where, linkFilterIds, context);
  // Days and places speak of the later event of a link, at which a walk back does not arrive: they are applied afterwards.
  const { from: since, until, places, ...ofLink } = filter;
  const isAboutEvents = Boolean(since || until || places);
  const half = (direction: Direction, event: Entity, length: number) =>
    gather(event.id, questions(direction, direction === 'FORWARD' ? filter : ofLink, context, tellsLinks(info)), {
      direction,
      // The last level is asked for its links all the same, so a way of `depth` hops is covered.
      depth: Math.max(0, length - 1),
      maxEvents: mostEventsOnAWay,
    });
  const [ahead, back] = await Promise.all([
    half('FORWARD', start, Math.ceil(depth / 2)),
    half('BACKWARD', end, Math.floor(depth / 2)),
  ]);
  const reached = isAboutEvents ? [ahead, await filtered(back, filter, context)] : [ahead, back];
  await context.turns.pause();
  const hops = new Map(reached.flatMap((reach) => reach.hops.map((hop) => [hop.id, hop])));
  const complete = reached.every((reach) => reach.cut.size === 0 && reach.depths.size <= mostEventsOnAWay);
  return findPaths([...hops.values()], start.id, end.id, depth, first, complete);
}

/** The links of a walk back that a filter keeps which speaks of the events that they lead to. */
async function filtered(back: Reach, where: LinkFilter, context: Context): Promise<Reach> {
  const origins = [...new Set(back.hops.map(({ from }) => from))];
  const answers = await questions('FORWARD', where, context).hops(origins);
  const kept = new Set(answers.flatMap(({ hops }) => hops.map(({ id }) => id)));
  const cut = new Set([...back.cut, ...origins.filter((_, at) => answers[at]?.cut)]);
  return { ...back, hops: back.hops.filter(({ id }) => kept.has(id)), cut };
}

export const ChainFields = {
  start: ({ start }: Chain, _: unknown, { loaders }: Context) => loaders.entityById.load(start),
  steps: async ({ steps }: Chain, _: unknown, context: Context, info: GraphQLResolveInfo) => {
    const ids = steps.map(({ id }) => id);
    await readEventsOfSteps(ids, context, info);
    return steps;
  },
  links: ({ links }: Chain, _: unknown, context: Context, info: GraphQLResolveInfo) => linksOf(links, context, info),
  loops: ({ loops }: Chain, _: unknown, context: Context, info: GraphQLResolveInfo) => linksOf(loops, context, info),
  paths: async (chain: Chain, { to, first }: { to: string; first: number }, context: Context): Promise<PathList> => {
    bounded('first', first, 1, mostPaths);
    const { id } = await known(to, ['Event'], context, 'to');
    await context.turns.pause();
    const { direction, depth } = chain.options;
    const [from, until] = direction === 'FORWARD' ? [chain.start, id] : [id, chain.start];
    const complete = !chain.truncated?.by.some((by) => by !== 'DEPTH');
    return findPaths([...chain.links, ...chain.loops], from, until, depth, first, complete);
  },
};

export const ChainStep = {
  event: ({ id }: Step, _: unknown, context: Context, info: GraphQLResolveInfo) => eventOf(id, context, info),
  via: ({ via }: Step, _: unknown, context: Context, info: GraphQLResolveInfo) => linksOf(via, context, info),
  evidence: ({ rank }: Step) => evidences[rank],
};

export const PathListFields = {
  paths: async ({ paths }: PathList, _: unknown, context: Context, info: GraphQLResolveInfo) => {
    await readLinksOfPaths(
      paths.flatMap(({ hops }) => hops),
      context,
      info,
    );
    return paths;
  },
};

export const PathFields = {
  events: ({ hops }: Path, _: unknown, context: Context, info: GraphQLResolveInfo) =>
    [hops[0]?.from ?? '', ...hops.map(({ to }) => to)].map((id) => eventOf(id, context, info)),
  links: ({ hops }: Path, _: unknown, context: Context, info: GraphQLResolveInfo) => linksOf(hops, context, info),
  evidence: ({ rank }: Path) => evidences[rank],
  disputed: async ({ hops }: Path, _: unknown, context: Context) =>
    (await loaded(hops, context)).some((link) => link.disputed),
  families: async ({ hops }: Path, _: unknown, context: Context) => [
    ...new Set((await loaded(hops, context)).map((link) => link.family)),
  ],
  inWords: async ({ hops }: Path, args: LangArgument, context: Context) => {
    const lang = languageOf(args, context);
    const found = await loaded(hops, context);
    return pathInWords(await Promise.all(found.map((link) => hopWords(link, lang, context))));
  },
};

const loaded = async (hops: Hop[], { loaders }: Context): Promise<Entity[]> =>
  (await loaders.entityById.together(hops.map(({ id }) => id))).filter((link) => link !== null);
