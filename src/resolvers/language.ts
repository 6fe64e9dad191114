import { findLanguage, ownLanguages } from '../answers/languages';
import { badUserInput } from '../errors';
import type { Context } from '../server/context';

export interface LangArgument {
  lang?: string | null;
}

/** The language asked for, or the data set's own; an error that names those there are when it is not on offer. */
export function languageOf({ lang }: LangArgument, { dataset }: Context): string {
  if (lang == null) return dataset.language;
  const offered = [...new Set([...dataset.languages, ...ownLanguages])];
  const found = findLanguage(lang, offered);
  if (found !== null) return found;
  throw badUserInput(`There is no text in the language "${lang}". There is: ${offered.join(', ')}.`, {
    argument: 'lang',
    languages: offered,
  });
}

/** A row's text in the language asked for; the original where there is no translation. */
export function textOf(
  row: Readonly<Record<string, unknown>>,
  field: string,
  args: LangArgument,
  context: Context,
): unknown {
  const lang = languageOf(args, context);
  return row[`${field}_${lang}`] ?? row[field];
}

/** The resolver of a text field that is stored under its own name. */
export const translated =
  (field: string) =>
  (row: Readonly<Record<string, unknown>>, args: LangArgument, context: Context): unknown =>
    textOf(row, field, args, context);
