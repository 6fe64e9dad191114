import { remembered } from './remembered';

/** The languages in which the product's own words are written: dates, links in words, labels of words. */
export const ownLanguages = ['en', 'es', 'fr'] as const;

export type OwnLanguage = (typeof ownLanguages)[number];

/** Whose way of writing dates, numbers and lists each language follows, as Intl names it. */
export const conventions: Readonly<Record<OwnLanguage, string>> = { en: 'en-US', es: 'es-MX', fr: 'fr-CA' };

/**
 * The language among the known ones that a BCP 47 tag asks for: `fr-CA` finds `fr`, `pt` finds nothing (null), nor does
 * what is no tag.
 */
export function findLanguage(tag: string, known: Iterable<string>): string | null {
  const wanted = canonical(tag);
  if (wanted === null) return null;
  const byTag = new Map([...known].map((language) => [canonical(language), language]));
  // A tag grows more general by losing its last part (RFC 4647, section 3.4).
  for (let range = wanted; range !== ''; range = range.slice(0, Math.max(0, range.lastIndexOf('-')))) {
    const found = byTag.get(range);
    if (found !== undefined) return found;
  }
  return null;
}

/** The language of our own words for a tag; English where we do not speak it. */
export const ownLanguage = (tag: string | null | undefined): OwnLanguage => (tag == null ? 'en' : spokenFor(tag));

/** Two parts of a sentence with a colon between them; French keeps an unbreakable space before it. */
export const withColon = (before: string, after: string, lang: string): string =>
  `${before}${ownLanguage(lang) === 'fr' ? '\u00a0' : ''}: ${after}`;

const canonical = remembered(1_000, (tag) => {
  try {
    return Intl.getCanonicalLocales(tag)[0]?.toLowerCase() ?? null;
  } catch {
    // A RangeError says that it is no tag at all.
    return null;
  }
});

const spokenFor = remembered(1_000, (tag) => (findLanguage(tag, ownLanguages) ?? 'en') as OwnLanguage);
