import type { OwnLanguage } from '../../src/answers/languages';

/** How hard a text is to read, by the measure that its language is used to. */
export interface ReadingLevel {
  measure: string;
  value: number;
}

interface Counts {
  sentences: number;
  words: number;
  syllables: number;
}

/**
 * The measures:
 * - English: the Flesch–Kincaid grade level (Kincaid, Fishburne, Rogers and Chissom, "Derivation of New Readability
 *   Formulas for Navy Enlisted Personnel", 1975): school years that a reader needs, so less is easier.
 * - Spanish: the INFLESZ scale on Szigriszt-Pazos's perspicuity ("Sistemas predictivos de legibilidad del mensaje
 *   escrito", 1993; Barrio-Cantalejo and others, "Validación de la Escala INFLESZ", 2008): 55 to 65 is normal, 65 to 80
 *   quite easy.
 * - French: Kandel and Moles ("Application de l'indice de Flesch à la langue française", 1958): Flesch's scale from 0 to
 *   100, where 60 to 70 is standard, as read at thirteen to fifteen.
 */
export function readingLevel(texts: readonly string[], lang: OwnLanguage): ReadingLevel {
  const { sentences, words, syllables } = countsOf(texts, lang);
  const [perSentence, perWord] = [words / sentences, syllables / words];
  switch (lang) {
    case 'en':
      return { measure: 'Flesch–Kincaid grade', value: 0.39 * perSentence + 11.8 * perWord - 15.59 };
    case 'es':
      return { measure: 'INFLESZ', value: 206.835 - 62.3 * perWord - perSentence };
    case 'fr':
      return { measure: 'Kandel–Moles', value: 207 - 1.015 * perSentence - 73.6 * perWord };
  }
}

function countsOf(texts: readonly string[], lang: OwnLanguage): Counts {
  const counts = { sentences: 0, words: 0, syllables: 0 };
  for (const text of texts) {
    // What ends without a full stop is a sentence too, such as the head of a column.
    counts.sentences += text.split(/[.!?]+(?=\s|$)/).filter((part) => /\p{L}/u.test(part)).length;
    const words = text.match(/[\p{L}\p{N}]+(?:[’'-]\p{L}+)*/gu) ?? [];
    counts.words += words.length;
    counts.syllables += words.reduce((sum, word) => sum + syllablesOf(word, lang), 0);
  }
  return counts;
}

/** Syllables of a word as they are counted by hand: groups of vowels, with what each language writes and does not say. */
export function syllablesOf(word: string, lang: OwnLanguage): number {
  const lower = word.toLowerCase();
  return Math.max(1, counters[lang](lower));
}

const groups = (word: string, pattern: RegExp) => word.match(pattern)?.length ?? 0;

const counters: Readonly<Record<OwnLanguage, (word: string) => number>> = {
  en: (word) => {
    const said = word
      // A mute e at the end, also before -s and -d where these add no syllable.
      .replace(/(?<=[^aeiouyl])es?$/, (end, at: number) =>
        /([scxz]|ch|sh|g)$/.test(word.slice(0, at)) && end === 'es' ? 'es' : '',
      )
      .replace(/(?<=[^aeiou]l)es?$/, 'le')
      .replace(/(?<=[aeiouy]l)es?$/, '')
      .replace(/(?<=[^td])ed$/, 'd');
    return groups(said, /[aeiouy]+/g) + groups(said, /ia(?!l\b)|io(?!n)|iu|eo(?!u)|ua(?!r)/g);
  },
  // A strong vowel and an accented weak one are a syllable each; a weak one only where it stands by neither.
  es: (word) => {
    const said = word.replace(/(?<=[gq])u(?=[eiéí])/g, '');
    return groups(said, /[aeoáéóíú]/g) + groups(said, /(?<![aeoáéóíúiuü])[iuü]+(?![aeoáéóíú])/g);
  },
  fr: (word) => {
    const said = word.replace(/(?<=[^aeiouyéèêëàâîïôöùûü])(?:e|es|ent)$/, '');
    return groups(said, /[aeiouyéèêëàâîïôöùûüœ]+/g);
  },
};
