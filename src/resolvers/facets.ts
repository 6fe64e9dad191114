import { compareText } from '../answers/chain';
import { groupBy } from '../answers/groups';
import { wordLabel } from '../answers/wordLabels';
import type { FacetOf, FacetRow, List } from '../loaders/ask';
import type { Loaders } from '../loaders/index';
import type { Entity, ParticipationRow, PolicyChangeRow } from '../loaders/rows';
import type { Context } from '../server/context';
import { bounded, boundedList } from './arguments';
import { largestPage, type PageArguments, pageFrom } from './connections';
import { type LangArgument, languageOf, textOf } from './language';

const traits: FacetOf[] = ['KIND', 'PLACE', 'ACTOR', 'POLICY', 'YEAR', 'VERIFICATION'];

export interface FacetsArguments {
  of?: readonly FacetOf[] | null;
  first?: number | null;
}

/** A page of events, which also knows how the whole filtered list divides. */
export const eventsFrom = async (list: List, page: PageArguments, descending: boolean) => ({
  ...(await pageFrom(descending ? 'events by date, descending' : 'events by date', list, page, descending)),
  facets: (args: FacetsArguments) => facetsWith(args, (of) => list.facet(of)),
});

/** The traits asked for, each with no more values than asked for. */
function facetsWith({ of, first }: FacetsArguments, rowsOf: (of: FacetOf) => FacetRow[] | Promise<FacetRow[]>) {
  if (of) boundedList('of', of);
  const most = first == null ? undefined : bounded('first', first, 0, largestPage);
  const wanted = traits.filter((trait) => !of || of.includes(trait));
  return Promise.all(
    wanted.map(async (trait) => ({
      of: trait,
      values: (await rowsOf(trait)).slice(0, most).map((row) => ({ ...row, facet: trait })),
    })),
  );
}

/** The same of events whose ids are known, by batched questions, so that many lists cost no more calls than one. */
export async function facetsOf(ids: readonly string[], args: FacetsArguments, loaders: Loaders) {
  const facts = await Promise.all(
    ids.map(async (id) => {
      const [event, parts, changes] = await Promise.all([
        loaders.entityById.load(id),
        loaders.participationsIn.load(id),
        loaders.changesBy.load(id),
      ]);
      return event ? valuesOf(event, parts, changes) : null;
    }),
  );
  return facetsWith(args, (of) => {
    const counted = groupBy(
      facts.flatMap((values) => [...new Set(values?.[of])]),
      (value) => value,
    );
    const rows = [...counted].map(([value, { length: count }]) => ({ value, count }));
    rows.sort((a, b) => (of === 'YEAR' ? 0 : b.count - a.count) || compareText(a.value, b.value));
    return rows;
  });
}

const valuesOf = (
  { kind, placeIds, earliest, latest, verification }: Entity,
  parts: readonly ParticipationRow[],
  changes: readonly PolicyChangeRow[],
): Record<FacetOf, string[]> => ({
  KIND: [kind as string],
  PLACE: (placeIds as string[] | undefined) ?? [],
  ACTOR: parts.map(({ actor }) => actor),
  POLICY: changes.map(({ policy }) => policy),
  YEAR: [String(earliest ?? latest).slice(0, 4)],
  VERIFICATION: [verification as string],
});

export const FacetValue = {
  label: async ({ facet, value }: FacetRow & { facet: FacetOf }, args: LangArgument, context: Context) => {
    const lang = languageOf(args, context);
    if (facet === 'KIND' || facet === 'VERIFICATION') return wordLabel(value, lang);
    if (facet === 'YEAR') return value;
    return textOf((await context.loaders.entityById.load(value)) ?? { name: value }, 'name', args, context);
  },
};
