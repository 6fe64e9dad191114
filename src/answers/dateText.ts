import { isFault, isInterval, type Part, readEdtf, type Side } from './edtf';
import { conventions, type OwnLanguage, ownLanguage } from './languages';
import { remembered } from './remembered';

/**
 * A date in words, as exact as its notation and no more. `lang` is `en`, `es` or `fr`, or a tag that begins with one
 * (`fr-CA`); any other is answered in English. Throws an `Error` that quotes an `edtf` that does not read.
 */
export const dateText = (edtf: string, lang: string): string => textIn[ownLanguage(lang)](edtf);

type Season = 'spring' | 'summer' | 'fall' | 'winter';

// "Bare" stands alone ("été 2018"), "noun" after a preposition ("l’été 2018").
interface Language {
  /** The conventions of Intl for names of months, and for the order of day, month and year. */
  conventions: string;
  dayNumber: (day: string) => string;
  /** `years` is one year, or two joined by a hyphen. */
  season: (season: Season, years: string) => { bare: string; noun: string };
  decade: (year: string) => string;
  century: (from: string, until: string) => { bare: string; noun: string };
  dayNoun: (bare: string) => string;
  about: (noun: string) => string;
  uncertain: (text: string) => string;
  /** Between two dates that Intl has joined, its own dash taken out. */
  toDay: string;
  toOther: string;
  fromTo: (start: Words, end: Words) => string;
  stillRunning: (start: Words) => string;
  endUnknown: (start: Words) => string;
  startOpen: (end: Words) => string;
  startUnknown: (end: Words) => string;
}

/** A date in words: `bare` stands alone, `noun` follows a preposition. */
interface Words {
  part: Part;
  bare: string;
  noun: string;
}

const english: Language = {
  conventions: conventions.en,
  dayNumber: (day) => day,
  season: (season, years) => same(`${season} ${years}`),
  decade: (year) => `the ${year}s`,
  century: (from, until) => ({ bare: `some time from ${from} to ${until}`, noun: `${from} to ${until}` }),
  dayNoun: (bare) => bare,
  about: (noun) => `about ${noun}`,
  uncertain: (text) => `${text} (date uncertain)`,
  toDay: ' to ',
  toOther: ' to ',
  fromTo: (start, end) => `${start.bare} to ${end.bare}`,
  stillRunning: (start) => `since ${start.noun}, still running`,
  endUnknown: (start) => `from ${start.noun}, end not known`,
  startOpen: (end) => `until ${end.noun}, with no set beginning`,
  startUnknown: (end) => `until ${end.noun}, beginning not known`,
};

const spanishSeasons = { spring: 'la primavera', summer: 'el verano', fall: 'el otoño', winter: 'el invierno' };

const spanish: Language = {
  conventions: conventions.es,
  dayNumber: (day) => day,
  season: (season, years) => withArticle(`${spanishSeasons[season]} de ${years}`),
  decade: (year) => `la década de ${year}`,
  century: (from, until) => ({ bare: `en algún momento de ${from} a ${until}`, noun: `${from} a ${until}` }),
  dayNoun: (bare) => `el ${bare}`,
  about: (noun) => `hacia ${noun}`,
  uncertain: (text) => `${text} (fecha incierta)`,
  toDay: ' al ',
  toOther: ' a ',
  fromTo: (start, end) => `desde ${start.noun} hasta ${end.noun}`,
  stillRunning: (start) => `desde ${start.noun}, sigue en curso`,
  endUnknown: (start) => `desde ${start.noun}, final desconocido`,
  startOpen: (end) => `hasta ${end.noun}, sin comienzo fijado`,
  startUnknown: (end) => `hasta ${end.noun}, comienzo desconocido`,
};

const frenchSeasons = { spring: 'le printemps', summer: 'l’été', fall: 'l’automne', winter: 'l’hiver' };

const french: Language = {
  conventions: conventions.fr,
  // Intl writes "1 août", French "1er août".
  dayNumber: (day) => (day === '1' ? '1er' : day),
  season: (season, years) => withArticle(`${frenchSeasons[season]} ${years}`),
  decade: (year) => `les années ${year}`,
  century: (from, until) => ({ bare: `à un moment de ${from} à ${until}`, noun: `${from} à ${until}` }),
  dayNoun: (bare) => `le ${bare}`,
  about: (noun) => `vers ${noun}`,
  uncertain: (text) => `${text} (date incertaine)`,
  toDay: ' au ',
  toOther: ' à ',
  fromTo: (start, end) => {
    if (end.part.approximate) return `${start.bare} jusque ${end.bare}`;
    return end.part.kind === 'DAY' ? `${start.bare} au ${end.bare}` : `${start.bare} à ${end.bare}`;
  },
  // "Depuis" says that it goes on, "dès" only when it began.
  stillRunning: (start) => `depuis ${start.noun}, toujours en cours`,
  endUnknown: (start) => `dès ${start.noun}, fin inconnue`,
  startOpen: (end) => `${frenchUntil(end)}, sans début fixé`,
  startUnknown: (end) => `${frenchUntil(end)}, début inconnu`,
};

const textsIn = (language: Language) =>
  remembered(10_000, (edtf) => {
    const reading = readEdtf(edtf);
    if (isFault(reading)) throw new Error(`Expected an EDTF date that was checked, but got: "${edtf}".`);
    return isInterval(reading) ? intervalText(reading.start, reading.end, language) : partText(reading, language);
  });

const textIn: Record<OwnLanguage, (edtf: string) => string> = {
  en: textsIn(english),
  es: textsIn(spanish),
  fr: textsIn(french),
};

function frenchUntil({ part, noun }: Words): string {
  if (part.approximate) return `jusque ${noun}`;
  if (part.kind === 'MONTH' || part.kind === 'YEAR') return `jusqu’en ${noun}`;
  return noun.startsWith('le ') ? `jusqu’au ${noun.slice(3)}` : `jusqu’à ${noun}`;
}

const same = (text: string) => ({ bare: text, noun: text });

/** "la primavera de 2018" and "l’été 2018", with and without the article. */
const withArticle = (noun: string) => ({ bare: noun.replace(/^(?:la |el |le |l’)/, ''), noun });

const partText = (part: Part, language: Language) => wordsOf(part, language).bare;

function intervalText(start: Side, end: Side, language: Language): string {
  if (start === 'OPEN' || start === 'UNKNOWN') {
    // The grammar lets one side only be without a date.
    if (end === 'OPEN' || end === 'UNKNOWN') return '';
    const words = wordsOf(end, language);
    return start === 'OPEN' ? language.startOpen(words) : language.startUnknown(words);
  }
  const startWords = wordsOf(start, language);
  if (end === 'OPEN') return language.stillRunning(startWords);
  if (end === 'UNKNOWN') return language.endUnknown(startWords);
  const endWords = wordsOf(end, language);
  if (startWords.bare === endWords.bare) return startWords.bare;
  return rangeText(start, end, language) ?? language.fromTo(startWords, endWords);
}

function wordsOf(part: Part, language: Language): Words {
  const plain = plainWords(part, language);
  const about = part.approximate ? same(language.about(plain.noun)) : plain;
  if (!part.uncertain) return { part, ...about };
  return { part, bare: language.uncertain(about.bare), noun: language.uncertain(about.noun) };
}

function plainWords({ kind, first, last }: Part, language: Language): { bare: string; noun: string } {
  const [year, lastYear] = [yearOf(first), yearOf(last)];
  switch (kind) {
    case 'DAY': {
      const bare = joined(formatOf(language, kind).formatToParts(noon(first)), first, language);
      return { bare, noun: language.dayNoun(bare) };
    }
    case 'MONTH':
      return same(joined(formatOf(language, kind).formatToParts(noon(first)), first, language));
    case 'SEASON':
      return language.season(seasonOf(first), year === lastYear ? year : `${year}-${lastYear}`);
    case 'YEAR':
      return same(year);
    case 'DECADE':
      return same(language.decade(year));
    case 'CENTURY':
      return language.century(year, lastYear);
    default:
      return forgotten(kind);
  }
}

const seasons: Season[] = ['spring', 'summer', 'fall', 'winter'];

const yearOf = (day: string) => day.slice(0, 4);

const seasonOf = (first: string): Season => seasons[Number(first.slice(5, 7)) / 3 - 1] ?? 'winter';

/** Two unmarked dates of one kind, said together where they share month or year; null where Intl has no such form. */
function rangeText(start: Part, end: Part, language: Language): string | null {
  if (start.kind !== end.kind || [start, end].some(({ uncertain, approximate }) => uncertain || approximate))
    return null;
  if (start.kind === 'YEAR') return yearOf(start.first) + language.toOther + yearOf(end.first);
  // Intl names the eras where a range begins before the year 1.
  if (yearOf(start.first) === '0000') return null;
  if (start.kind !== 'DAY' && start.kind !== 'MONTH') return null;
  const parts = formatOf(language, start.kind).formatRangeToParts(noon(start.first), noon(end.first));
  const lastOfStart = parts.findLastIndex(({ source }) => source === 'startRange');
  const firstOfEnd = parts.findIndex(({ source }) => source === 'endRange');
  if (lastOfStart < 0 || firstOfEnd < 0) return null;
  const before = joined(parts.slice(0, lastOfStart + 1), start.first, language);
  const after = joined(parts.slice(firstOfEnd), end.first, language);
  return before + (start.kind === 'DAY' ? language.toDay : language.toOther) + after;
}

/** The parts as text, with the year in its four digits: Intl would make February of the year 5 "February 5". */
function joined(parts: { type: string; value: string }[], day: string, language: Language): string {
  const texts = parts.map(({ type, value }) => {
    if (type === 'year') return yearOf(day);
    return type === 'day' ? language.dayNumber(value) : value;
  });
  // Releases of Node differ in where they put thin and unbreakable spaces.
  return texts.join('').replace(/\s/g, ' ');
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(language: Language, kind: 'DAY' | 'MONTH'): Intl.DateTimeFormat {
  const key = `${language.conventions} ${kind}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(language.conventions, {
      timeZone: 'UTC',
      calendar: 'gregory',
      numberingSystem: 'latn',
      year: 'numeric',
      month: 'long',
      ...(kind === 'DAY' ? { day: 'numeric' } : {}),
    });
    formats.set(key, format);
  }
  return format;
}

const noon = (day: string) => new Date(`${day}T12:00:00Z`);

function forgotten(kind: never): never {
  throw new Error(`No words for dates of the kind ${String(kind)}.`);
}
