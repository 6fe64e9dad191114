import { wordLabel } from '../answers/wordLabels';
import type { FacetOf, FacetRow, List } from '../loaders/ask';
import type { Context } from '../server/context';
import { type PageArguments, pageFrom } from './connections';
import { type LangArgument, languageOf, textOf } from './language';

const facetsOf: FacetOf[] = ['KIND', 'PLACE', 'ACTOR', 'POLICY', 'YEAR', 'VERIFICATION'];

/** A page of events, which also knows how the whole filtered list divides. */
export const eventsFrom = async (list: List, page: PageArguments, descending: boolean) => ({
  ...(await pageFrom(list, page, descending)),
  facets: () =>
    Promise.all(
      facetsOf.map(async (of) => ({ of, values: (await list.facet(of)).map((row) => ({ ...row, facet: of })) })),
    ),
});

export const FacetValue = {
  label: async ({ facet, value }: FacetRow & { facet: FacetOf }, args: LangArgument, context: Context) => {
    const lang = languageOf(args, context);
    if (facet === 'KIND' || facet === 'VERIFICATION') return wordLabel(value, lang);
    if (facet === 'YEAR') return value;
    return textOf((await context.loaders.entityById.load(value)) ?? { name: value }, 'name', args, context);
  },
};
