import { conventions, type OwnLanguage, ownLanguage } from './languages';

export type Bound = 'EXACT' | 'ABOUT' | 'MORE_THAN' | 'AT_LEAST' | 'LESS_THAN' | 'NEARLY';

const languages: Readonly<Record<OwnLanguage, { none: string; bounds: Record<Bound, string> }>> = {
  en: {
    none: 'no number given',
    bounds: {
      EXACT: '',
      ABOUT: 'about ',
      MORE_THAN: 'more than ',
      AT_LEAST: 'at least ',
      LESS_THAN: 'less than ',
      NEARLY: 'nearly ',
    },
  },
  es: {
    none: 'sin cifra',
    bounds: {
      EXACT: '',
      ABOUT: 'alrededor de ',
      MORE_THAN: 'más de ',
      AT_LEAST: 'al menos ',
      LESS_THAN: 'menos de ',
      NEARLY: 'casi ',
    },
  },
  fr: {
    none: 'sans chiffre',
    bounds: {
      EXACT: '',
      ABOUT: 'environ ',
      MORE_THAN: 'plus de ',
      AT_LEAST: 'au moins ',
      LESS_THAN: 'moins de ',
      NEARLY: 'près de ',
    },
  },
};

// As many digits as a number holds: a small rate must not turn into nought.
const numbersIn = (locale: string) => new Intl.NumberFormat(locale, { maximumSignificantDigits: 15 });
const formats: Readonly<Record<OwnLanguage, Intl.NumberFormat>> = {
  en: numbersIn(conventions.en),
  es: numbersIn(conventions.es),
  fr: numbersIn(conventions.fr),
};

/** A number with its unit as exactly as it is known: "more than 109,000 people". */
export function numberInWords(value: number | null, bound: Bound | null, unit: string, lang: string): string {
  const language = ownLanguage(lang);
  const { none, bounds } = languages[language];
  if (value === null) return none;
  return `${bounds[bound ?? 'EXACT']}${formats[language].format(value)} ${unit}`;
}
