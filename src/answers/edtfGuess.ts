import { isFault, readEdtf } from './edtf';
import { ownLanguages } from './languages';

/**
 * The EDTF dates that a text in another spelling may stand for: none, one, or two where day and month, or decade and
 * century, cannot be told apart. Every one of them reads.
 */
export function guessEdtf(text: string): string[] {
  if (text.length > longestGuess) return [];
  // NFKC makes full-width digits plain; dashes of any width are typed for the hyphen.
  const plain = text
    .normalize('NFKC')
    .replace(/[‐-―−]/g, '-')
    .trim();
  return guessSide(plain) ?? guessInterval(plain) ?? [];
}

// What spreadsheets and people write that tells too little for any date.
const unsure: [pattern: RegExp, advice: string][] = [
  [
    /^(?:\p{L}{3,10}\.?[-/ ]['’]?\d\d|\d\d?\.?[-/ ]\p{L}{3,10})$/u,
    'Is it a month or a day, and of which year? Write the year with four digits, such as "Dec 2016".',
  ],
  [/^[34]\d{4}$/, 'Is it a count of days? Have the spreadsheet show the cell as a date.'],
  [/^winter\b/i, 'A winter lies in two years: write its months, such as 2016-12/2017-02.'],
];

/** A sentence on what to write in place of a text that may stand for no one date; empty where there is nothing to say. */
export function adviceOn(text: string): string {
  const [, advice] = unsure.find(([pattern]) => pattern.test(text.trim())) ?? [];
  return advice === undefined ? '' : ` ${advice}`;
}

// Longer than "from about September 25, 2018 to about December 25, 2018", so that no sentence is taken apart.
const longestGuess = 80;

type Spelling = [pattern: RegExp, edtf: (...groups: string[]) => string[]];

// The first pattern that fits and gives a date that reads decides.
const spellings: Spelling[] = [
  [/^(\d{4})(\d\d)(\d\d)$/, (year, month, day) => [`${year}-${month}-${day}`]],
  [/^(\d{4})(\d\d)$/, (year, month) => [`${year}-${month}`]],
  [/^(\d{4})[-/. ](\d\d?)[-/. ](\d\d?)$/, (year, month, day) => [`${year}-${two(month)}-${two(day)}`]],
  [
    /^(\d\d?)[-/. ](\d\d?)[-/. ](\d{4})$/,
    (one, other, year) => [`${year}-${two(one)}-${two(other)}`, `${year}-${two(other)}-${two(one)}`],
  ],
  [/^(\d{4})[-/. ](\d\d?)$/, (year, month) => [`${year}-${two(month)}`]],
  [/^(\d\d?)[-/. ](\d{4})$/, (month, year) => [`${year}-${two(month)}`]],
  [/^(\d{4}-\d\d-\d\d)(?:[T ]\d\d:\d\d.*|Z)$/, (day) => [day]],
  [/^(\d{4})\s*-\s*(\d{4})$/, (from, until) => [`${from}/${until}`]],
  [/^(?:the )?(\d\d)00'?s$/i, (century) => [`${century}0X`, `${century}XX`]],
  [/^(?:the )?(\d{3})0'?s$/i, (decade) => [`${decade}X`]],
  [/^spring (?:of )?(\d{4})$/i, (year) => [`${year}-21`]],
  [/^summer (?:of )?(\d{4})$/i, (year) => [`${year}-22`]],
  [/^(?:fall|autumn) (?:of )?(\d{4})$/i, (year) => [`${year}-23`]],
  // "u" and "x" stood for an unspecified digit in drafts of the standard.
  [/^(\d[\dux]*(?:-[\dux]+)*)$/i, (text) => [text.replace(/[ux]/gi, 'X')]],
  [/^(.*\p{L}.*)$/u, fromMonthName],
];

// One mark at most is taken off, so that a row of them costs no more than one.
const markedSpellings: Spelling[] = [
  [/^(?:circa|ca|c|about|around|hacia|vers)(?:\.\s*|\s+|(?=\d))(.+)$/i, (text) => withMark(text, '~')],
  [/^(.*[^\s?~%])\s*([?~%])$/, withMark],
];

function guessSide(text: string): string[] | null {
  return firstThatReads(text, markedSpellings) ?? firstThatReads(text, spellings);
}

function firstThatReads(text: string, some: Spelling[]): string[] | null {
  if (reads(text)) return [text];
  for (const [pattern, edtf] of some) {
    const fits = pattern.exec(text);
    const dates = fits ? [...new Set(edtf(...fits.slice(1)))].filter(reads) : [];
    if (dates.length > 0) return dates;
  }
  return null;
}

/** Two dates with a word, a spaced dash or a slash between them: one interval, where each side has one reading. */
function guessInterval(text: string): string[] | null {
  const [start, end, ...more] = text.replace(/^from /i, '').split(/\s*\/\s*|(?<=\d)\.\.(?=\d)|\s+(?:to|until|-)\s+/i);
  if (start === undefined || end === undefined || more.length > 0) return null;
  const sides = [start, end].map((side) => {
    if (/^(?:open|\.\.)$/i.test(side)) return '..';
    if (/^(?:unknown)?$/i.test(side)) return '';
    const dates = guessSide(side);
    return dates?.length === 1 ? dates[0] : undefined;
  });
  if (sides.includes(undefined)) return null;
  const interval = sides.join('/');
  return reads(interval) ? [interval] : null;
}

function withMark(text = '', mark = ''): string[] {
  return (firstThatReads(text, spellings) ?? []).map((date) => date + mark);
}

/** "Dec 2016", "December 5, 2016", "5 de diciembre de 2016", "1er août 2018": a month's name or its beginning. */
function fromMonthName(text = ''): string[] {
  const words = fold(text).match(/\d+|[a-z]+/g) ?? [];
  const said = words.filter((word) => !['de', 'del', 'of', 'the', 'st', 'nd', 'rd', 'th', 'er'].includes(word));
  const years = said.filter((word) => /^\d{4}$/.test(word));
  const days = said.filter((word) => /^\d\d?$/.test(word));
  const names = said.filter((word) => /^[a-z]{3,}$/.test(word));
  const [year, name] = [years[0], names[0]];
  if (year === undefined || name === undefined || said.length !== 2 + days.length || days.length > 1) return [];
  const months = new Set(monthNames().flatMap((month) => (month.name.startsWith(name) ? [month.number] : [])));
  const [month] = months;
  if (month === undefined || months.size > 1) return [];
  return [[year, two(String(month)), ...days.map(two)].join('-')];
}

let namesOfMonths: { name: string; number: number }[] | undefined;

/** The names of the months in English, Spanish and French, in small letters without accents. */
function monthNames() {
  namesOfMonths ??= ownLanguages.flatMap((lang) => {
    const format = new Intl.DateTimeFormat(lang, { month: 'long', timeZone: 'UTC' });
    return Array.from({ length: 12 }, (_, index) => ({
      name: fold(format.format(Date.UTC(2001, index))),
      number: index + 1,
    }));
  });
  return namesOfMonths;
}

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const two = (number = '') => number.padStart(2, '0');

const reads = (text: string) => !isFault(readEdtf(text));
