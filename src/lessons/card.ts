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

/** What is said, cut after its last whole part that leaves the card short enough. */
export function shortened(text: string, most: number): string {
  if (wordsIn(text).length <= most) return text;
  const words = text.split(/\s+/).filter(Boolean);
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

/** Whether a cut would part what stands around an aside, as in "the rule, good or bad, was kept". */
function isWithinCommas(words: readonly string[], at: number): boolean {
  const isOpen = words.slice(0, at - 1).filter(isComma).length % 2 === 1;
  return isOpen || (isComma(words[at - 1]) && words.slice(at, at + longestAside).some(isComma));
}

/** Whether a part of a sentence ends before this word. */
const isEnd = (words: readonly string[], at: number): boolean =>
  /[,;:.]$/.test(words[at - 1] ?? '') || /^(?:and|but|or|y|e|o|pero|et|ou|mais)$/.test(words[at] ?? '');
