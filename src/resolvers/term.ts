import type { Pages } from '../loaders/ask';
import type { Entity } from '../loaders/rows';
import type { Context } from '../server/context';
import { type PageArguments, pageFrom } from './connections';
import { type LangArgument, languageOf } from './language';

type GlossaryArguments = LangArgument & Pick<PageArguments, 'first' | 'after'>;

/** The terms of the glossary in one language, in the order of that language. */
export function glossary({ lang, ...page }: GlossaryArguments, context: Context) {
  const language = languageOf({ lang }, context);
  const terms = context.ask.glossary(language);
  const inLanguage: Pages = {
    ...terms,
    page: async (request) => (await terms.page(request)).map((term) => termIn(term, language)),
  };
  return pageFrom(`glossary in ${language}`, inLanguage, page);
}

/** A term in one language; in the original, and said to be so, where it has not been translated whole. */
export function termIn(term: Entity, lang: string): Entity {
  const [original, ...others] = term.languages as string[];
  if (!others.includes(lang)) return { ...term, lang: original };
  return { ...term, term: term[`term_${lang}`], definition: term[`definition_${lang}`], lang };
}
