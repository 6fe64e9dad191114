import { foldText } from './foldText';

/** A word as it stands in a text: its place there, and what it is found by. */
export interface Token {
  at: number;
  end: number;
  words: string[];
}

// Initials such as "U.S." are one word; a letter keeps the marks that are written after it.
const runs = /\p{L}\p{M}*(?:\.\p{L}\p{M}*)+(?![\p{L}\p{N}\p{M}])|[\p{L}\p{N}\p{M}]+/gu;

const ligatures: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l' };
const plainAscii = /^[a-zA-Z0-9]+$/;

function foldRun(run: string): string[] {
  if (plainAscii.test(run)) return [run.toLowerCase()];
  const folded = foldText(run.replaceAll('.', '')).replace(/[œæßøł]/g, (letter) => ligatures[letter] ?? letter);
  return folded.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The words of a text in their order: runs of letters and digits. */
export function* tokensOf(text: string): Generator<Token> {
  for (const { 0: run, index } of text.matchAll(runs))
    yield { at: index, end: index + run.length, words: foldRun(run) };
}

/** The words of a text as they are searched: without case and accents, split at all but letters and digits. */
export const wordsOf = (text: string): string[] => (text.match(runs) ?? []).flatMap(foldRun);

/** A text with words that were written together taken apart: `Title42` as `Title 42`, `CBPOne` as `CBP One`. */
export const takenApart = (text: string): string =>
  text.replace(
    /(?<=\p{L}\p{M}*)(?=\p{N})|(?<=\p{N})(?=\p{L})|(?<=\p{Ll}\p{M}*)(?=\p{Lu})|(?<=\p{Lu}\p{M}*)(?=\p{Lu}\p{M}*\p{Ll})/gu,
    ' ',
  );

/** Words of so many letters may have one wrong. */
const lettersForSlip = 5;

/** A word to search for. */
export interface AskedWord {
  word: string;
  /** Whether it may be the beginning of a longer word: the last one may. */
  unfinished: boolean;
  /** Whether one wrong letter is forgiven: in long words, but another number is another number. */
  forgiving: boolean;
}

/** Words that hold a sentence together and say nothing of what it is about, in the three languages. */
const smallWords = new Set(
  [
    'a an and at by for from in of on or s the to with',
    'al con de del el en la las lo los o para por un una y',
    'au aux avec d des du et l le les ou par pour qu une',
  ].flatMap((words) => words.split(' ')),
);

/** Most words of one search; a database takes only so many alternatives at once. */
const mostWords = 16;

/** The words to search for, each once, of many the first. Small words count only where there are no others. */
export function askedOf(text: string): AskedWord[] {
  const words = wordsOf(text);
  const telling = words.filter((word) => !smallWords.has(word));
  const kept = new Set(telling.length > 0 ? telling : words);
  return [...kept].slice(0, mostWords).map((word) => ({
    word,
    unfinished: word === words.at(-1),
    forgiving: word.length >= lettersForSlip && !/\p{N}/u.test(word),
  }));
}

/** How well a word of a text answers a word asked for. */
export type Grade = 'WHOLE' | 'BEGINNING' | 'SLIP';

/** How unlike the word asked for a word of each grade is. */
export const unlikeness: Readonly<Record<Grade, number>> = { WHOLE: 0, BEGINNING: 1, SLIP: 4 };

/** How a word of a text answers a word asked for; null where it does not. */
export function gradeOf(word: string, { word: asked, unfinished, forgiving }: AskedWord): Grade | null {
  if (word === asked) return 'WHOLE';
  if (unfinished && word.startsWith(asked)) return 'BEGINNING';
  return forgiving && isOneSlipFrom(word, asked) ? 'SLIP' : null;
}

/** Whether two words differ by one letter: one too many, one too few, another one, or two neighbours that have changed places. */
function isOneSlipFrom(a: string, b: string): boolean {
  let [endA, endB] = [a.length, b.length];
  if (endA - endB > 1 || endB - endA > 1) return false;
  let start = 0;
  while (start < endA && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  while (endA > start && endB > start && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA--;
    endB--;
  }
  if (endA - start <= 1 && endB - start <= 1) return true;
  return endA - start === 2 && endB - start === 2 && a[start] === b[start + 1] && a[start + 1] === b[start];
}

/** That a word answers the word asked for at this place. */
export interface Answering {
  at: number;
  grade: Grade;
}

/** Which of the words asked for a word of a text answers. */
export const answersTo = (word: string, asked: readonly AskedWord[]): Answering[] =>
  asked.flatMap((one, at) => {
    const grade = gradeOf(word, one);
    return grade ? { at, grade } : [];
  });
