import {
  beforeAndAfter,
  type Comparison as ComparisonOf,
  type Hint,
  longestMonths,
  type Problem,
  type Thing,
} from '../answers/comparison';
import { cautionInWords, hintInWords, type NamedThing, problemInWords } from '../answers/comparisonWords';
import { possiblyWithin } from '../answers/dates';
import { rivalsAmong } from '../answers/rivals';
import type { Entity, ObservationEntity } from '../loaders/rows';
import type { Context } from '../server/context';
import { allInOrder, bounded, known } from './arguments';
import { type LangArgument, languageOf, textOf } from './language';

interface ComparisonArguments {
  event: string;
  metric: string;
  place?: string | null;
  nationality?: string | null;
  months?: number | null;
}

/** A comparison with what its other events are found by; these are asked for once, and only where somebody wants them. */
interface ComparisonRow extends ComparisonOf<ObservationEntity> {
  findRivals: () => Promise<Entity[]>;
}

/** The numbers of a metric before and after an event. */
export async function compared(args: ComparisonArguments, context: Context): Promise<ComparisonRow> {
  const months = args.months == null ? null : bounded('months', args.months, 1, longestMonths);
  const placeOf = async (argument: 'place' | 'nationality') => {
    const id = args[argument];
    return id == null ? null : (await known(id, ['Place'], context, argument)).id;
  };
  const [event, metric, place, nationality] = await allInOrder([
    known(args.event, ['Event'], context, 'event'),
    known(args.metric, ['Metric'], context, 'metric'),
    placeOf('place'),
    placeOf('nationality'),
  ]);
  const [observations, breaks] = await Promise.all([
    context.loaders.observationsOf.load(metric.id),
    context.loaders.breaksOf.load(metric.id),
  ]);
  const comparison = beforeAndAfter({
    eventDate: event.edtf as string,
    metricKind: metric.metricKind as string,
    observations,
    breaks,
    place,
    nationality,
    months,
  });
  let rivals: Promise<Entity[]> | undefined;
  const findRivals = () => {
    rivals ??= rivalsOf(event, comparison, observations, context);
    return rivals;
  };
  return { ...comparison, findRivals };
}

const mostOnASide = 50;

/** Other events that may have played a part: those tied to the numbers, and the nearest in time that touch their place. */
async function rivalsOf(
  event: Entity,
  { series, before, after }: ComparisonOf,
  observations: readonly ObservationEntity[],
  context: Context,
): Promise<Entity[]> {
  if (!series || !before || !after) return [];
  const [from, until] = [before.from, after.until];
  const [{ tied, linked }, near] = await Promise.all([
    tiedTo(observations, context),
    nearTo(event, await placesAround(series, context), { from, until }, context),
  ]);
  const inTime = tied.filter(({ earliest, latest }) =>
    possiblyWithin(
      { earliest: (earliest ?? null) as string | null, latest: (latest ?? null) as string | null },
      from,
      until,
    ),
  );
  const found = [...new Map([event, ...inTime, ...near].map((one) => [one.id, one])).values()];
  const changes = await Promise.all(found.map(({ id }) => context.loaders.changesBy.load(id)));
  const candidates = found.map((entity, index) => ({
    entity,
    id: entity.id,
    sort: entity.sort,
    kind: entity.kind as string,
    changes: changes[index] ?? [],
    isLinked: linked.has(entity.id),
  }));
  const [asked, ...others] = candidates as [(typeof candidates)[number], ...typeof candidates];
  const ofSeries = observations.filter(({ place, nationality }) => isSameThing(series, { place, nationality }));
  return rivalsAmong(asked, others, new Set(outcomesOf(ofSeries))).map(({ entity }) => entity);
}

const isSameThing = (a: Partial<Thing>, b: Partial<Thing>): boolean =>
  (a.place ?? null) === (b.place ?? null) && (a.nationality ?? null) === (b.nationality ?? null);

const eventsOf = (rows: readonly ObservationEntity[]): string[] => [
  ...new Set(rows.flatMap(({ events }) => (events ?? []) as string[])),
];

const outcomesOf = (rows: readonly ObservationEntity[]): string[] =>
  eventsOf(rows.filter(({ role }) => role === 'OUTCOME'));

/** The events that numbers are tied to, and those with a causal link into one that numbers are the outcome of. */
async function tiedTo(
  observations: readonly ObservationEntity[],
  { loaders }: Context,
): Promise<{ tied: Entity[]; linked: Set<string> }> {
  const causal = loaders.precededBy({ families: ['CAUSAL'] });
  const hops = await Promise.all(outcomesOf(observations).map((id) => causal.load(id)));
  const linked = new Set(hops.flatMap((row) => (row?.hops ?? []).map(({ from }) => from)));
  const ids = [...new Set([...eventsOf(observations), ...linked])];
  const events = await Promise.all(ids.map((id) => loaders.entityById.load(id)));
  return { tied: events.filter((one) => one !== null), linked };
}

async function nearTo(
  event: Entity,
  places: readonly string[],
  days: { from: string; until: string },
  { ask }: Context,
): Promise<Entity[]> {
  if (places.length === 0) return [];
  const list = await ask.events({ places, ...days });
  const at = { sort: event.sort, id: event.id };
  const sides = await Promise.all(
    [true, false].map((ascending) => list.page({ ascending, after: at, limit: mostOnASide })),
  );
  return sides.flat();
}

/** The place and the nationality of a series with what they lie within, but for regions, in which nearly everything lies. */
async function placesAround({ place, nationality }: Thing, { loaders }: Context): Promise<string[]> {
  const load = (ids: readonly string[]) => Promise.all(ids.map((id) => loaders.entityById.load(id)));
  const own = [place, nationality].filter((id) => id !== null);
  const around = new Set((await load(own)).flatMap((found) => (found?.placeIds ?? []) as string[]));
  const found = await load([...around].filter((id) => !own.includes(id)));
  return [...own, ...found.flatMap((one) => (one && one.placeKind !== 'REGION' ? one.id : []))];
}

const named = async ({ place, nationality }: Thing, args: LangArgument, context: Context): Promise<NamedThing> => {
  const name = async (id: string | null) => {
    const found = id === null ? null : await context.loaders.entityById.load(id);
    return found && (textOf(found, 'name', args, context) as string);
  };
  const [where, whose] = await Promise.all([name(place), name(nationality)]);
  return { place: where, nationality: whose };
};

export const Comparison = {
  rivals: ({ findRivals }: ComparisonRow) => findRivals(),
  caution: async (comparison: ComparisonRow, args: LangArgument, context: Context) => {
    const { cautions, comparable, before, after, findRivals } = comparison;
    const rivals = before && after ? (await findRivals()).length : null;
    return cautionInWords(cautions, comparable, rivals, languageOf(args, context));
  },
};

export const ComparisonProblem = {
  message: async (problem: Problem, args: LangArgument, context: Context) => {
    const things = problem.code === 'NO_SERIES' ? problem.things : [];
    const names = await Promise.all(things.map((thing) => named(thing, args, context)));
    return problemInWords(problem, names, languageOf(args, context));
  },
};

const placeOr =
  (field: 'place' | 'nationality') =>
  (hint: Hint, _: unknown, { loaders }: Context) => {
    const id = hint[field];
    return id === null ? null : loaders.entityById.load(id);
  };

/** The names of what a hint is about, and of what was asked for. */
const namedPair = (hint: Hint, args: LangArgument, context: Context): Promise<[NamedThing, NamedThing]> => {
  const { place = null, nationality = null } = hint.asked;
  return Promise.all([named(hint, args, context), named({ place, nationality }, args, context)]);
};

export const ComparisonHint = {
  place: placeOr('place'),
  nationality: placeOr('nationality'),
  why: async (hint: Hint, args: LangArgument, context: Context) =>
    hintInWords(hint, ...(await namedPair(hint, args, context)), languageOf(args, context)),
};
