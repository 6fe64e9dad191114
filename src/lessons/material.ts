import { compareText } from '../answers/chain';
import { groupBy } from '../answers/groups';
import type { Evidence, HopWords, LinkType } from '../answers/words';

/** An event as a lesson needs it, its texts in the language of the lesson. */
export interface LessonEvent {
  id: string;
  title: string;
  kind: string;
  /** What orders it among others. */
  sort: string;
  /** Its first and last possible day; null where open. */
  earliest: string | null;
  latest: string | null;
  /** The date in words. */
  date: string;
  contentNotes: readonly string[];
}

export interface LessonSource {
  title: string;
  publisher: string | null;
  kind: string;
}

/** What somebody says about a link. */
export interface LessonClaim {
  id: string;
  speaker: string;
  /** A kind of actor, or PUBLICATION. */
  speakerKind: string;
  stance: string;
  text: string;
  hedge: string | null;
  saidOn: string | null;
  sources: readonly LessonSource[];
  /** Whether speaker and text fit on a card together in every language. */
  isShort: boolean;
}

export interface LessonLink {
  id: string;
  from: string;
  to: string;
  type: LinkType;
  family: string;
  evidence: Evidence;
  basis: string;
  /** What is needed to say the link as a claim, with who says it and who disputes it. */
  words: HopWords;
  claims: readonly LessonClaim[];
}

export interface LessonTerm {
  id: string;
  term: string;
  definition: string;
  lang: string;
}

/** All that lessons are made from: some chosen events, what is said to have led to them, and who says what of it. */
export interface Material {
  lang: string;
  /** What the lesson is about: a story's title or an event's. */
  title: string;
  /** The question that a story asks; null where there is none. */
  question: string | null;
  /** The event or the link that was asked about; null where it was a story or some events. */
  start: string | null;
  link: string | null;
  /** The ids of the chosen events, in order of date. */
  chosen: readonly string[];
  /** The chosen events and those that are said to have led to them. */
  events: ReadonlyMap<string, LessonEvent>;
  /** Every link between these events. */
  links: readonly LessonLink[];
  terms: readonly LessonTerm[];
  /** How to cite the data set, with its version. */
  citation: string;
}

/** The material without the events that bear a note which was not asked for, and those that were left out. */
export interface Allowed {
  material: Material;
  leftOut: LessonEvent[];
}

/** What may be shown to a class that is to see only these content notes. */
export function allowed(material: Material, notes: readonly string[]): Allowed {
  const isAllowed = ({ contentNotes }: LessonEvent) => contentNotes.every((note) => notes.includes(note));
  const events = new Map([...material.events].filter(([, event]) => isAllowed(event)));
  const leftOut = [...material.events.values()].filter((event) => !isAllowed(event)).sort(byDate);
  return {
    material: {
      ...material,
      events,
      chosen: material.chosen.filter((id) => events.has(id)),
      links: material.links.filter(({ from, to }) => events.has(from) && events.has(to)),
    },
    leftOut,
  };
}

export const byDate = (a: LessonEvent, b: LessonEvent): number =>
  compareText(a.sort, b.sort) || compareText(a.id, b.id);

export const byId = (a: { id: string }, b: { id: string }): number => compareText(a.id, b.id);

/** An event of the material, which is known to be there. */
export const eventOf = ({ events }: Material, id: string): LessonEvent => events.get(id) as LessonEvent;

/** The chosen events, in order of date. */
export const chosenOf = (material: Material): LessonEvent[] =>
  material.chosen.map((id) => eventOf(material, id)).sort(byDate);

// What was meant to come of an event, or was kept from coming, is no cause of what came.
const notCauses: readonly LinkType[] = ['INTENDED', 'PREVENTED'];

/** The links by which something is said to have led to each event, the best supported first, then the earliest. */
export function causesOf(material: Material): Map<string, LessonLink[]> {
  const links = material.links.filter(({ family, type }) => family === 'CAUSAL' && !notCauses.includes(type));
  const rank = ({ evidence }: LessonLink) => ['DOCUMENTED', 'ASSERTED', 'INFERRED'].indexOf(evidence);
  links.sort((a, b) => rank(a) - rank(b) || byDate(eventOf(material, a.from), eventOf(material, b.from)) || byId(a, b));
  return groupBy(links, ({ to }) => to);
}

/**
 * The chosen event with several recorded causes that a lesson turns on: the one asked about, else a shift in numbers
 * before any other, then the one with most causes, then the earliest; null where none has two.
 */
export function focusOf(material: Material, least = 2): LessonEvent | null {
  const causes = causesOf(material);
  const count = ({ id }: LessonEvent) => causes.get(id)?.length ?? 0;
  const asked = material.link === null ? material.start : material.links.find(({ id }) => id === material.link)?.to;
  const isFirst = ({ id, kind }: LessonEvent) => (id === asked ? 2 : kind === 'FLOW_SHIFT' ? 1 : 0);
  const fitting = chosenOf(material).filter((event) => count(event) >= least);
  fitting.sort((a, b) => isFirst(b) - isFirst(a) || count(b) - count(a) || byDate(a, b));
  return fitting[0] ?? null;
}

export const isFor = ({ stance }: LessonClaim): boolean => stance === 'ASSERTS';

/** Whether a claim speaks against a link, or has reservations about it. */
export const isAgainst = ({ stance }: LessonClaim): boolean => ['DISPUTES', 'DENIES', 'QUALIFIES'].includes(stance);

/** Whether a primary source is among those of a claim. */
export const isPrimary = ({ sources }: LessonClaim): boolean => sources.some(({ kind }) => kind === 'PRIMARY');
