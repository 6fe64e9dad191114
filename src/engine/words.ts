import { distance } from 'fastest-levenshtein';
import { foldText } from '../answers/foldText';

/** A node with its stored properties; a text in another language is a property such as `title_fr`. */
export type TextNode = { id: string; __typename: string } & Record<string, unknown>;

/** The fields that are searched; a word in a title says more about a thing than one in a long text. */
export const weights = {
  title: 8,
  name: 8,
  label: 8,
  term: 8,
  aliases: 6,
  question: 3,
  publisher: 2,
  summary: 2,
  text: 1,
} as const;

export type Field = keyof typeof weights;
export const fields = Object.keys(weights) as Field[];

/** The words of a text as they are searched: without case and accents, split at all but letters and digits. */
export const wordsOf = (text: string): string[] => foldText(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** A field's text in every language it exists in. */
export function textOf(node: Readonly<Record<string, unknown>>, field: Field): string {
  const own = Object.keys(node).filter((name) => name === field || name.startsWith(`${field}_`));
  return own.flatMap((name) => node[name] ?? []).join(' \n ');
}

/** Long words may have one wrong letter. */
export const lettersForSlip = 5;

/** Whether a word of a text answers a word asked for, which may be unfinished where it is the last. */
export const answers = (word: string, asked: string, isLast: boolean): boolean =>
  word === asked ||
  (isLast && word.startsWith(asked)) ||
  (asked.length >= lettersForSlip && Math.abs(word.length - asked.length) <= 1 && distance(word, asked) <= 1);
