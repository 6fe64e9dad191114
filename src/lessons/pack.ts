import type { Direction } from '../answers/chain';
import { hopInWords } from '../answers/words';
import { type Block, heading, list, text } from './blocks';
import type { Card, Item } from './card';
import {
  causesOf,
  eventOf,
  isAgainst,
  isFor,
  type LessonEvent,
  type LessonLink,
  type LessonTerm,
  type Material,
} from './material';
import type { Words } from './words';

export type ActivityName = 'SEQUENCE' | 'ICEBERG' | 'DIAMOND' | 'WEIGHING' | 'SOURCING' | 'WITHOUT_IT';

/** A lesson ready to be written down: all that is handed out, and what only the teacher sees. */
export interface Pack {
  activity: ActivityName;
  lang: string;
  seed: number;
  title: string;
  minutes: number;
  /** The ids of the events that it shows. */
  events: string[];
  sheet: Block[];
  cards: Card[];
  key: Block[];
  rubric: Block[];
  plan: Block[];
  glossary: LessonTerm[];
  leftOut: { event: string; why: string }[];
  citation: string;
}

/** What an activity takes from the material, by ids, dates and numbers alone, so that it is the same in every language. */
export interface Choice {
  /** The event that the sheet turns on; null where it turns on none. */
  focus: LessonEvent | null;
  /** The link that is weighed. */
  link?: LessonLink;
  items: Item[];
}

/** Why an activity cannot be made: how many there are of what it needs. */
export interface Refused {
  found: number;
}

/** A choice with the cards made of it, and the words to write it in. */
export interface Drawn extends Choice {
  cards: Card[];
  material: Material;
  words: Words;
  /** Events that were left out for their content notes. */
  leftOut: readonly LessonEvent[];
  /** How many causes of the focus were left out with them. */
  hiddenCauses: number;
}

export interface Activity {
  name: ActivityName;
  /** How long each of the five parts of the plan takes. */
  minutes: readonly number[];
  /** How many cards it can have, and how many it has when nobody says. */
  cards: { allowed: readonly number[]; usual: number };
  /** Whether a chain about an event should hold what followed it or what led to it. */
  direction: Direction;
  /** Whether years on the cards are left blank. */
  blanksYears?: boolean;
  choose(material: Material, cards: number): Choice | Refused;
  sheet(drawn: Drawn): Block[];
  key(drawn: Drawn): Block[];
}

export const isRefused = (choice: Choice | Refused): choice is Refused => 'found' in choice;

/** The whole numbers from one to another. */
export const numbers = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at);

const mostRivals = 4;

/** What is recorded to have led to the focus, other than one link; or that nothing else is recorded. */
export function rivalsOf({ focus, material, words, hiddenCauses }: Drawn, except: LessonLink | null = null): Block[] {
  if (focus === null) return [heading(words.rivals), text(words.noOtherCause)];
  const all = causesOf(material).get(focus.id) ?? [];
  const links = all.filter(({ id }) => id !== except?.id);
  const shown = links.slice(0, mostRivals).map((link) => causeInWords(link, material, words));
  const rest = links.length - shown.length + hiddenCauses;
  return [
    heading(words.rivalsOf(focus.title, except !== null)),
    ...(shown.length > 0 ? [list(...shown)] : []),
    ...(rest > 0 ? [text(words.moreCauses(rest))] : []),
    ...(all.length + hiddenCauses < 2 ? [text(words.noOtherCause)] : []),
  ];
}

/** The cause that a link names, and who says so and who disputes it. */
export function causeInWords(link: LessonLink, material: Material, words: Words): string {
  const names = (wanted: (claim: LessonLink['claims'][number]) => boolean) => [
    ...new Set(link.claims.filter(wanted).map(({ speaker }) => speaker)),
  ];
  const doubts = link.claims.filter((claim) => isAgainst(claim) && claim.stance !== 'QUALIFIES');
  return words.cause({
    title: eventOf(material, link.from).title,
    evidence: link.evidence,
    saidBy: names(isFor),
    disputedBy: names((claim) => doubts.includes(claim)),
  });
}

/** The same, and every source that it rests on. */
export function evidenceOf(link: LessonLink, words: Words): string {
  const sources = [...new Set(link.claims.flatMap(({ sources }) => sources.map(words.source)))];
  return [hopInWords(link.words), link.basis, sources.length > 0 ? words.sources(sources) : '']
    .filter(Boolean)
    .join(' ');
}

/** A claim as the key tells it: whose it is, when it was said, how firmly, and where it is found. */
export function claimInKey(item: Item & { of: 'claim' }, words: Words): string {
  const { speaker, saidOn, hedge, text: said, stance, sources } = item.claim;
  return [
    words.said(speaker, saidOn, said),
    words.stances[stance] ?? '',
    hedge === null ? '' : words.hedge(hedge),
    sources.length > 0 ? words.sources(sources.map(words.source)) : '',
  ]
    .filter(Boolean)
    .join(' ');
}
