/** The languages that the page itself speaks. */
export const langs = ['en', 'es', 'fr'] as const;
export type Lang = (typeof langs)[number];

/** Words of a part of the page, once in each language, the same ones in all. */
export type InLanguages<Words> = Readonly<Record<Lang, Words>>;

/** The conventions of dates and numbers: those of the region that the data set speaks to. */
export const conventions: Readonly<Record<Lang, string>> = { en: 'en-CA', es: 'es-MX', fr: 'fr-CA' };

export const languageNames: Readonly<Record<Lang, string>> = { en: 'English', es: 'Español', fr: 'Français' };

/** The language of a tag such as `fr-CA`; of an unknown or no tag, the first that the reader's browser asks for. */
export function langOf(tag: string | undefined): Lang {
  const asked = [tag ?? '', ...(globalThis.navigator?.languages ?? [])];
  return asked.map(baseOf).find(isLang) ?? 'en';
}

/** The name of any language in the reader's own, such as "inglés"; the tag itself where none is known. */
export function nameOfLanguage(tag: string, lang: Lang): string {
  try {
    return new Intl.DisplayNames([conventions[lang]], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

const baseOf = (tag: string): string => tag.toLowerCase().split('-')[0] ?? '';
const isLang = (tag: string): tag is Lang => (langs as readonly string[]).includes(tag);
