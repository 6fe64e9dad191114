import type { OwnLanguage } from './languages';

const names = new Map<OwnLanguage, Intl.DisplayNames>();

/** The name of the country with this ISO 3166 code as people of the language write it; null where Intl knows none. */
export function countryName(code: string, lang: OwnLanguage): string | null {
  if (!/^[A-Z]{2}$/.test(code)) return null;
  const known = names.get(lang) ?? new Intl.DisplayNames(lang, { type: 'region', fallback: 'none' });
  names.set(lang, known);
  return known.of(code) ?? null;
}
