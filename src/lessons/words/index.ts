import { type OwnLanguage, ownLanguage } from '../../answers/languages';
import type { Evidence } from '../../answers/words';
import type { Item } from '../card';
import type { LessonClaim, LessonSource } from '../material';
import type { ActivityName } from '../pack';
import { english } from './en';
import { spanish } from './es';
import { french } from './fr';

/** What a sheet of one activity says. */
export interface ActivityWords {
  name: string;
  /** What pupils do, in a sentence, for a teacher who chooses. */
  sentence: string;
  /** What to do, step by step. */
  task: readonly string[];
  /** What to think about at the end. */
  questions: readonly string[];
  /** What the teacher should know before the answers. */
  keyNote: string;
  /** The three parts of the lesson between its opening and its end. */
  plan: readonly [string, string, string];
  /** What is judged, then the four levels, the lowest first. */
  rubric: readonly [string, string, string, string, string];
  /** Why it cannot be made, when there is only so much of what it needs. */
  refusal: (found: number) => string;
}

/** A cause as it stands on a sheet: its event, and who says or disputes that it was one. */
export interface CauseWords {
  title: string;
  evidence: Evidence;
  saidBy: readonly string[];
  disputedBy: readonly string[];
}

/** All words of the sheets in one language. They are written for a reader of fifteen, which a test measures. */
export interface Words {
  lang: OwnLanguage;
  /** What the language calls itself. */
  languageName: string;
  activities: Readonly<Record<ActivityName, ActivityWords>>;
  /** Words of the glossary where they stand in their common meaning; null where none has another. */
  commonUse: RegExp | null;
  /** The heads of the rubric, and the rows that every activity has. */
  levels: readonly [string, string, string, string, string];
  rubric: readonly (readonly [string, string, string, string, string])[];
  /** How the lesson begins, with a question as its title or without one. */
  opening: (asks: boolean) => string;
  closing: string;
  /** What no pupil is asked, and why. */
  noOwnStories: string;
  titled: (activity: string, about: string) => string;
  timed: (minutes: number, part: string) => string;
  speaksOf: (notes: readonly string[]) => string;
  leftOut: (count: number) => string;
  subjectLeftOut: (notes: readonly string[]) => string;
  whyLeftOut: (notes: readonly string[]) => string;
  /** Who is named as the speaker of a link that nobody has spoken about. */
  recordedBy: Readonly<Record<Evidence, string>>;
  rivals: string;
  /** What is told to have led to an event: all of it, or what there is beside the link in question. */
  rivalsOf: (title: string, isBeside: boolean) => string;
  noOtherCause: string;
  moreCauses: (count: number) => string;
  cause: (cause: CauseWords) => string;
  card: string;
  cardNumbers: (numbers: readonly number[]) => string;
  date: string;
  event: string;
  evidence: string;
  dated: (date: string, title: string) => string;
  earliest: string;
  latest: string;
  linksBetween: string;
  noLinksBetween: string;
  weighsMost: string;
  weighsLeast: string;
  iceberg: readonly [above: string, causes: string, conditions: string];
  /** What the key says of a place on the sheet that no card belongs in. */
  emptyBox: (box: string) => string;
  sides: readonly [pro: string, reserved: string, contra: string];
  sourcing: readonly string[];
  speaker: string;
  sourceHead: string;
  firstHand: string;
  primary: string;
  reported: string;
  speakerIs: (claim: LessonClaim) => string;
  withoutIt: readonly [card: string, recorded: string, yours: string];
  takeAway: (number: number, title: string) => string;
  stillCaused: (causes: readonly string[]) => string;
  noOther: string;
  /** What can be made, and what to ask for instead of what cannot. */
  fits: (cards: number) => string;
  askInstead: (selection: string) => string;
  didItLead: (from: string, to: string) => string;
  said: (speaker: string, date: string | null, text: string) => string;
  stances: Readonly<Record<string, string>>;
  hedge: (word: string) => string;
  source: (source: LessonSource) => string;
  sources: (sources: readonly string[]) => string;
  /** Why a card may rank high or low, never where it has to stand. */
  reasoning: (item: Exclude<Item, { of: 'event' }>) => string;
  /** The parts of a pack, and what a page says around them. */
  parts: Readonly<Record<'cards' | 'key' | 'rubric' | 'plan' | 'glossary' | 'name' | 'date' | 'teacherOnly', string>>;
  minutes: (minutes: number) => string;
  made: (seed: number, citation: string) => string;
  teach: Teach;
}

/** What the page for teachers says. */
export interface Teach {
  title: string;
  intro: string;
  whyNoOwnStories: string;
  activities: string;
  packs: string;
  eventPacks: string;
  contentNotes: (notes: readonly string[]) => string;
  offline: string;
  language: string;
  show: string;
  seed: string;
  back: string;
  home: string;
  print: string;
  notHere: string;
  first: string;
}

const languages: Readonly<Record<OwnLanguage, Words>> = { en: english, es: spanish, fr: french };

/** The words of the sheets in every language that they are written in. */
export const allWords: readonly Words[] = Object.values(languages);

/** The words of the sheets in a language; English where we do not speak it. */
export const wordsOf = (lang: string): Words => languages[ownLanguage(lang)];
