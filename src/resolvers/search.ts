import { namesRead } from '../answers/eventNames';
import { askedOf, wordsOf } from '../answers/searchWords';
import { snippet, type TextIn } from '../answers/snippet';
import type { Entity } from '../loaders/rows';
import type { Context } from '../server/context';
import { boundedList, boundedText } from './arguments';
import { type Connection, type PageArguments, pageOfFound } from './connections';
import { type LangArgument, languageOf } from './language';
import { nodeKinds } from './node';

export type SearchArguments = Pick<PageArguments, 'first' | 'after'> &
  LangArgument & { text: string; kinds?: readonly (keyof typeof nodeKinds)[] | null };

/** A hit, and what its snippet is made by. */
interface Hit {
  id: string;
  matched: string[];
  missing: string[];
  text: string;
  lang: string;
}

/** What the words stand in, best first. */
export async function search({ text, kinds, lang, ...page }: SearchArguments, context: Context) {
  boundedText('text', text);
  const wanted = kinds ? boundedList('kinds', kinds).map((kind) => nodeKinds[kind]) : Object.values(nodeKinds);
  const inLanguage = languageOf({ lang }, context);
  const { words, hits } = await context.ask.search(text, [...new Set(wanted)]);
  const shared = { text: words, lang: inLanguage };
  const found = hits.map(({ rank, ...hit }) => ({ at: { sort: rank, id: hit.id }, node: { ...hit, ...shared } }));
  // The same place means another thing in the answer to other words.
  return pageOfFound<Hit>(`search ${wordsOf(words).join(' ')}`, found, page);
}

export const SearchConnection = {
  nodes: ({ nodes }: Connection<Hit>, _: unknown, { loaders }: Context) =>
    loaders.entityById.loadMany(nodes().map(({ id }) => id)),
};

type Edge = Connection<Hit>['edges'][number];

export const SearchEdge = {
  node: ({ node }: Edge, _: unknown, { loaders }: Context) => loaders.entityById.load(node.id),
  matched: ({ node }: Edge) => node.matched,
  missing: ({ node }: Edge) => node.missing,
  snippet: async ({ node: { id, matched, text, lang } }: Edge, _: unknown, { loaders, dataset }: Context) => {
    const entity = await loaders.entityById.load(id);
    const texts = textsOf(entity, matched[0] ?? '', dataset.language);
    return snippet(texts, askedOf(text), [lang, dataset.language, ...dataset.languages]);
  },
};

/** A field's texts in every language, the original in the data set's own; each of several names by itself, other things' names too. */
function textsOf(entity: Entity | null, field: string, original: string): TextIn[] {
  const texts = Object.entries(entity ?? {}).flatMap(([name, value]) => {
    const lang = name === field ? original : name.startsWith(`${field}_`) ? name.slice(field.length + 1) : null;
    return lang === null ? [] : [value].flat().map((text) => ({ lang, text: String(text) }));
  });
  const names = namesRead(entity?.names).filter((one) => one.field === field);
  return [...texts, ...names.map(({ lang, name }) => ({ lang: lang || original, text: name }))];
}
