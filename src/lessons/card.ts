import { withColon } from '../answers/languages';
import { blanked } from './blanked';
import type { LessonClaim, LessonEvent, LessonLink } from './material';
import type { Words } from './words';

/** What a card shows: an event, a claim, or a link about which nobody is known to have said anything. */
export type Item =
  | { of: 'event'; id: string; event: LessonEvent }
  | { of: 'claim'; id: string; claim: LessonClaim; link: LessonLink }
  | { of: 'link'; id: string; link: LessonLink; cause: LessonEvent };

/** A card to cut out. Its number is the same in every language. */
export interface Card {
  number: number;
  item: Item;
  /** Who speaks, with a colon; null where the card shows an event and no claim. */
  speaker: string | null;
  text: string;
}

/** Most words on a card, its speaker's name included. */
export const longestCard = 25;

// What is cut at the end of a part of a sentence reads better, unless too little would be left.
const leastPart = 8;

/** The words of a text: what holds a letter or a digit. */
export const wordsIn = (text: string): string[] => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));

/** The name of a speaker without what it says in brackets, which the key keeps. */
export const shortName = (name: string): string => name.replace(/\s*\([^)]*\)$/, '') || name;

export const itemOfEvent = (event: LessonEvent): Item => ({ of: 'event', id: event.id, event });
export const itemOfClaim = (claim: LessonClaim, link: LessonLink): Item => ({ of: 'claim', id: claim.id, claim, link });

/** The cards of these items in this order, numbered from 1. */
export const cardsOf = (items: readonly Item[], words: Words, blanksYears: boolean): Card[] =>
  items.map((item, at) => ({ number: at + 1, item, ...faceOf(item, words, blanksYears) }));

function faceOf(item: Item, words: Words, blanksYears: boolean): Pick<Card, 'speaker' | 'text'> {
  if (item.of === 'event') return { speaker: null, text: blanksYears ? blanked(item.event.title) : item.event.title };
  const name = item.of === 'claim' ? shortName(item.claim.speaker) : words.recordedBy[item.link.evidence];
  const said = item.of === 'claim' ? item.claim.text : item.cause.title;
  const speaker = withColon(name, '', words.lang).trim();
  return { speaker, text: shortened(said, longestCard - wordsIn(name).length) };
}

/** What is said, without an aside where that is enough; else cut after its last whole part that leaves the card short enough. */
export function shortened(text: string, most: number): string {
  if (wordsIn(text).length <= most) return text;
  const words = text.split(/\s+/).filter(Boolean);
  return withoutAside(words, most) ?? cut(words, most);
}

function cut(words: readonly string[], most: number): string {
  let end = words.length;
  while (wordsIn(words.slice(0, end).join(' ')).length > most) end -= 1;
  const ends = words.flatMap((_, at) => (at >= leastPart && at <= end && isEnd(words, at) ? at : [])).reverse();
  const whole = ends.find((at) => !isWithinCommas(words, at));
  const kept = words.slice(0, whole ?? ends[0] ?? end).join(' ');
  return `${kept.replace(/[,;:.]$/, '')} …`;
}

const isComma = (word: string | undefined) => word?.endsWith(',') === true;

// Most words between two commas that set something apart.
const longestAside = 6;
// What stands after an aside that can go without saying.
const leastEnd = 3;

/** The sentence without the shortest aside that leaves it short enough; null where none does. What goes is never its end. */
function withoutAside(words: readonly string[], most: number): string | null {
  const commas = words.flatMap((word, at) => (isComma(word) ? at + 1 : []));
  const asides = commas.slice(0, -1).map((from, at) => ({ from, to: commas[at + 1] as number }));
  const texts = asides
    .filter(({ from, to }) => from >= leastPart && to - from <= longestAside && words.length - to >= leastEnd)
    .sort((a, b) => a.to - a.from - (b.to - b.from))
    .map(({ from, to }) => `${words.slice(0, from).join(' ').slice(0, -1)} … ${words.slice(to).join(' ')}`);
  return texts.find((text) => wordsIn(text).length <= most) ?? null;
}

/** Whether a cut would part what stands around an aside, as in "the rule, good or bad, was kept". */
function isWithinCommas(words: readonly string[], at: number): boolean {
  const isOpen = words.slice(0, at - 1).filter(isComma).length % 2 === 1 && words.slice(at).some(isComma);
  return isOpen || (isComma(words[at - 1]) && words.slice(at, at + longestAside).some(isComma));
}

/** Whether a part of a sentence ends before this word. */
const isEnd = (words: readonly string[], at: number): boolean =>
  /[,;:.]$/.test(words[at - 1] ?? '') || /^(?:and|but|or|y|e|o|pero|et|ou|mais)$/.test(words[at] ?? '');
