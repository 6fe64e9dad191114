import { compareText } from '../answers/chain';
import { groupBy } from '../answers/groups';
import { wordLabel } from '../answers/wordLabels';
import type { FacetOf, FacetRow, List } from '../loaders/ask';
import type { Loaders } from '../loaders/index';
import type { Entity, ParticipationRow, PolicyChangeRow } from '../loaders/rows';
import type { Context } from '../server/context';
import { type PageArguments, pageFrom } from './connections';
import { type LangArgument, languageOf, textOf } from './language';

const traits: FacetOf[] = ['KIND', 'PLACE', 'ACTOR', 'POLICY', 'YEAR', 'VERIFICATION'];

/** A page of events, which also knows how the whole filtered list divides. */
export const eventsFrom = async (list: List, page: PageArguments, descending: boolean) => ({
  ...(await pageFrom(list, page, descending)),
  facets: () =>
    Promise.all(
      traits.map(async (of) => ({ of, values: (await list.facet(of)).map((row) => ({ ...row, facet: of })) })),
    ),
});

/** The same of events whose ids are known, by batched questions, so that many lists cost no more calls than one. */
export async function facetsOf(ids: readonly string[], loaders: Loaders) {
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
  return traits.map((of) => {
    const counted = groupBy(
      facts.flatMap((values) => [...new Set(values?.[of])]),
      (value) => value,
    );
    const rows = [...counted].map(([value, { length: count }]) => ({ value, count, facet: of }));
    rows.sort((a, b) => (of === 'YEAR' ? 0 : b.count - a.count) || compareText(a.value, b.value));
    return { of, values: rows };
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
