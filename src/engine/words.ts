import { namesRead } from '../answers/eventNames';
import { type Answering, type AskedWord, answersTo, unlikeness, wordsOf } from '../answers/searchWords';
import type { Need, SearchHit } from './engine';

/** A node with its stored properties; a text in another language is a property such as `title_fr`. */
export type TextNode = { id: string; __typename: string } & Record<string, unknown>;

/** The fields that are searched, and how little each says about a thing: what a thing is called says most. */
const farness = {
  title: 0,
  name: 0,
  label: 0,
  aliases: 0,
  question: 2,
  summary: 3,
  publisher: 4,
  basis: 4,
  text: 4,
  // The names of an event's places and policies: other things, of which its own texts need say nothing.
  jurisdictions: 5,
  affects: 5,
  places: 5,
  policyChanges: 5,
} as const;

export type Field = keyof typeof farness;
export const fields = Object.keys(farness) as Field[];

/** A page is called as its publisher likes; what it is called says less about the subject than what the data set says. */
const farnessOf = (field: Field, typename: string): number =>
  typename === 'Source' ? farness.publisher : farness[field];

/** Whether a field says what a thing is called. */
export const isName = (field: Field): boolean => farness[field] === 0;

/** A thing as it is searched: the words of each of its texts, such as its title in French or one of its other names. */
export interface Worded {
  id: string;
  typename: string;
  texts: readonly { field: Field; words: readonly string[] }[];
}

/** A node's texts in every language, in words; null for what is not searched: numbers have no words of their own. */
export function wordedOf(node: TextNode): Worded | null {
  if (node.__typename === 'Observation' || node.__typename === 'Merged') return null;
  const texts = fields.flatMap((field) =>
    Object.keys(node)
      .filter((name) => name === field || name.startsWith(`${field}_`))
      .flatMap((name) => [node[name] ?? []].flat())
      .map((text) => ({ field, words: wordsOf(String(text)) })),
  );
  const names = namesRead(node.names).map(({ field, name }) => ({ field, words: wordsOf(name) }));
  return { id: node.id, typename: node.__typename, texts: [...texts, ...names] };
}

/** Which of the words asked for a word of a text answers. */
export type AnswersOf = (word: string) => readonly Answering[];

/** The answers of each word, worked out once. */
export function answersOnce(asked: readonly AskedWord[]): AnswersOf {
  const known = new Map<string, Answering[]>();
  return (word) => {
    const answers = known.get(word) ?? answersTo(word, asked);
    known.set(word, answers);
    return answers;
  };
}

/** How many of so many words must be found at least. */
export const leastFound = (asked: number, need: Need): number => (need === 'ALL' ? asked : Math.ceil(asked / 2));

/** A thing as a hit of a search; null where too few of the words stand in it. */
function hitOf(thing: Worded, asked: readonly AskedWord[], need: Need, answersOf: AnswersOf): SearchHit | null {
  // For each word asked for how far it stands from what the thing is called, and how unlike it is written.
  const distances = new Map<number, number>();
  const found = new Map<Field, { words: Set<number>; length: number }>();
  for (const { field, words } of thing.texts) {
    const here = new Set<number>();
    for (const word of words) {
      for (const { at, grade } of answersOf(word)) {
        const distance = farnessOf(field, thing.typename) + unlikeness[grade];
        distances.set(at, Math.min(distance, distances.get(at) ?? distance));
        here.add(at);
      }
    }
    if (here.size === 0) continue;
    const before = found.get(field);
    for (const at of before?.words ?? []) here.add(at);
    found.set(field, { words: here, length: Math.min(words.length, before?.length ?? words.length) });
  }
  if (distances.size < leastFound(asked.length, need)) return null;

  const matched = fields
    .filter((field) => found.has(field))
    .sort((a, b) => (found.get(b)?.words.size ?? 0) - (found.get(a)?.words.size ?? 0));
  const missing = asked.flatMap(({ word }, at) => (distances.has(at) ? [] : word));
  const distance = [...distances.values()].reduce((sum, one) => sum + one, 0);
  const length = found.get(matched[0] as Field)?.length ?? 0;
  return { id: thing.id, rank: rankOf(missing.length, distance, length), matched, missing };
}

/** Digits that sort as text: words that are missing, then the sum of distances, then the length of the best text. */
const rankOf = (...numbers: number[]): string =>
  numbers.map((number) => String(Math.min(number, 9999)).padStart(4, '0')).join('');

/** The hits among candidates. They are judged in portions, between which other requests have their turn. */
export async function hitsAmong(
  candidates: readonly Worded[],
  asked: readonly AskedWord[],
  need: Need,
  answersOf: AnswersOf,
): Promise<SearchHit[]> {
  const hits: SearchHit[] = [];
  for (const [at, thing] of candidates.entries()) {
    const hit = hitOf(thing, asked, need, answersOf);
    if (hit) hits.push(hit);
    if (at % portion === portion - 1) await otherRequests();
  }
  return hits;
}

/** The hits in their order: by rank, then by id; of those with some of the words only the ones with the most. */
export function ranked(hits: SearchHit[], limit: number): SearchHit[] {
  const fewest = hits.reduce((least, { missing }) => Math.min(least, missing.length), Number.POSITIVE_INFINITY);
  return hits
    .filter(({ missing }) => missing.length === fewest)
    .sort((a, b) => (a.rank === b.rank ? compareIds(a, b) : a.rank < b.rank ? -1 : 1))
    .slice(0, limit);
}

const compareIds = (a: SearchHit, b: SearchHit) => (a.id < b.id ? -1 : 1);

/** Things judged in one go; between portions other requests have their turn. */
export const portion = 200;
export const otherRequests = () => new Promise<void>((resolve) => setImmediate(resolve));
