import { countryName } from '../answers/countryNames';
import { findLanguage, type OwnLanguage, ownLanguages } from '../answers/languages';
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
  throw badUserInput(`There is no text in the language "${lang.slice(0, 60)}". There is: ${offered.join(', ')}.`, {
    argument: 'lang',
    languages: offered,
  });
}

/** A row's text in the language asked for; without a translation, what a country is called there, else the original. */
export function textOf(
  row: Readonly<Record<string, unknown>>,
  field: string,
  args: LangArgument,
  context: Context,
): unknown {
  const { dataset } = context;
  const lang = languageOf(args, context);
  const translation = row[`${field}_${lang}`];
  if (translation != null || lang === dataset.language) return translation ?? row[field];
  return (field === 'name' && countryNameOf(row, lang)) || row[field];
}

const countryNameOf = ({ placeKind, code }: Readonly<Record<string, unknown>>, lang: string): string | null =>
  placeKind === 'COUNTRY' && isOwn(lang) ? countryName(String(code), lang) : null;

const isOwn = (lang: string): lang is OwnLanguage => (ownLanguages as readonly string[]).includes(lang);

/** The resolver of a text field that is stored under its own name. */
export const translated =
  (field: string) =>
  (row: Readonly<Record<string, unknown>>, args: LangArgument, context: Context): unknown =>
    textOf(row, field, args, context);
