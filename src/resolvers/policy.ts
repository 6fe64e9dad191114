import { type Period, policyStateOn, policyStates } from '../answers/policyLife';
import type { DatedChangeRow, Entity, PolicyChangeRow } from '../loaders/rows';
import type { Context } from '../server/context';
import { boundedList, known } from './arguments';
import { type ClaimsArguments, claimsAbout } from './claim';
import { type PageArguments, pageOfFound } from './connections';
import { type LangArgument, textOf, translated } from './language';
import { fuzzyDate } from './scalars';

export const Policy = {
  label: translated('name'),
  name: translated('name'),
  aliases: ({ aliases }: Entity) => aliases ?? [],
  summary: translated('summary'),
  jurisdictions: ({ id }: Entity, _: unknown, { loaders }: Context) => loaders.jurisdictionsOf.load(id),
  partOf: ({ partOf }: Entity, _: unknown, { loaders }: Context) =>
    partOf ? loaders.entityById.load(partOf as string) : null,
  parts: ({ id }: Entity, _: unknown, { loaders }: Context) => loaders.partsOf.load(id),
  changes: ({ id }: Entity, _: unknown, { loaders }: Context) => loaders.changesOf.load(id),
  stateOn: async ({ id }: Entity, { date }: { date: string }, { loaders }: Context): Promise<PolicyStateRow> => ({
    policy: id,
    ...policyStateOn(await loaders.changesOf.load(id), date),
  }),
  states: async ({ id }: Entity, _: unknown, { loaders }: Context): Promise<PolicyStateRow[]> =>
    policyStates(await loaders.changesOf.load(id)).map((period) => ({ policy: id, ...period })),
  claims: ({ id }: Entity, args: ClaimsArguments, context: Context) => claimsAbout(id, args, context),
};

type PolicyStateRow = Period<DatedChangeRow> & { policy: string };

export const PolicyState = {
  policy: ({ policy }: PolicyStateRow, _: unknown, { loaders }: Context) => loaders.entityById.load(policy),
  from: ({ from }: PolicyStateRow) => fuzzyDate(from),
  until: ({ until }: PolicyStateRow) => fuzzyDate(until),
  by: ({ by }: PolicyStateRow, _: unknown, { loaders }: Context) => (by ? loaders.entityById.load(by) : null),
  scope: ({ scoped }: PolicyStateRow, args: LangArgument, context: Context) =>
    scoped ? textOf(scoped, 'scope', args, context) : null,
};

type PoliciesOnArguments = Pick<PageArguments, 'first' | 'after'> & {
  date: string;
  place?: string | null;
  statuses: readonly string[];
};

/** The policies that stood in one of these ways on a day, by name: one question for them and one for all their changes. */
export async function policiesOn({ date, place, statuses, ...page }: PoliciesOnArguments, context: Context) {
  const wanted = new Set(boundedList('statuses', statuses));
  const placeId = place == null ? null : (await known(place, ['Place'], context, 'place')).id;
  const policies = await context.ask.policiesOfPlace(placeId);
  const changes = await Promise.all(policies.map(({ id }) => context.loaders.changesOf.load(id)));
  const found = policies.flatMap(({ id, sort }, index) => {
    const period = policyStateOn(changes[index] ?? [], date);
    return wanted.has(period.status) ? { at: { sort, id }, node: { policy: id, ...period } } : [];
  });
  return pageOfFound('policies on a day', found, page);
}

export const PolicyChange = {
  policy: ({ policy }: PolicyChangeRow, _: unknown, { loaders }: Context) => loaders.entityById.load(policy),
  event: ({ event }: PolicyChangeRow, _: unknown, { loaders }: Context) => loaders.entityById.load(event),
  effectiveFrom: ({ effectiveFrom }: PolicyChangeRow) => fuzzyDate(effectiveFrom),
  effectiveUntil: ({ effectiveUntil }: PolicyChangeRow) => fuzzyDate(effectiveUntil),
  scope: translated('scope'),
  sources: ({ sources }: PolicyChangeRow, _: unknown, { loaders }: Context) => loaders.entityById.loadMany(sources),
};
