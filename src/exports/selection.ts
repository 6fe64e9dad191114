import { groupBy } from '../answers/groups';
import type { Evidence, LinkType } from '../answers/words';
import type { FileName } from '../dataset/format';
import type { PlainField, Vocabulary } from '../dataset/vocabulary';
import type { Loss } from './losses';

/** What an export is made of: everything that any format shows, in one language, with every id already looked up. */
export interface Selection {
  /** What it is called, for the head of a page or a calendar. */
  title: string;
  /** The question that a story leaves open; null where there is none. */
  question: string | null;
  /** The beginning of a file's name. */
  name: string;
  /** The language of its texts, a BCP 47 tag. */
  lang: string;
  dataset: SelectedDataset;
  /** In order of date; those of a story in its order. */
  events: SelectedEvent[];
  /** The links among the events, in order of the later event. */
  links: SelectedLink[];
  /** What was lost before any format came into play, such as the end of a chain that is too long. */
  losses: Loss[];
  /** Lets others have their turn: a writer of much waits for it now and then. */
  pause(): Promise<void>;
  /** The rows of a data set that holds just this; asked for only by a format that carries them. */
  rows(): Promise<SelectedRows>;
  /** The numbers tied to the events, with the series that they stand in; asked for only by a format that carries them. */
  series(): Promise<SelectedSeries[]>;
}

/** Numbers of one metric, place, nationality and spacing, in order of period; a period without a row has a point too. */
export interface SelectedSeries {
  name: string;
  unit: string;
  points: SelectedPoint[];
  /** How many values are left out since a newer release gives the same period. */
  olderReleases: number;
}

export interface SelectedPoint {
  /** The first day of its period. */
  date: string;
  period: string;
  value: number | null;
  bound: string | null;
  /** What must be known of it, each a sentence or two. */
  note: string[];
}

export type { PlainField };

/** A thing or a tie of the graph by the names of its properties, its lists of ids by the names of their columns. */
export type SelectedRow = Readonly<Record<string, unknown>>;

/** Everything that a data set needs to hold a selection. */
export interface SelectedRows {
  /** What `dataset.json` says. */
  head: SelectedRow;
  tables: Readonly<Partial<Record<FileName, readonly SelectedRow[]>>>;
  /** The languages of translations. */
  languages: string[];
  /** The plain fields that the SDL gives to a type, which a data set may have columns for. */
  plainFields: Vocabulary['plainFields'];
  losses: Loss[];
}

export interface SelectedDataset {
  id: string;
  title: string;
  description: string;
  version: string;
  license: string;
  citeAs: string;
  checksum: string;
  /** The day of its latest edition; null where it tells none. */
  date: string | null;
  /** The language in which it was written. */
  language: string;
}

export interface Named {
  id: string;
  name: string;
}

export interface SelectedEvent {
  id: string;
  title: string;
  summary: string;
  edtf: string;
  kind: string;
  verification: string;
  contentNotes: string[];
  jurisdictions: Named[];
  affects: Named[];
  places: (Named & { role: string })[];
  actors: (Named & { kind: string; role: string; detail: string | null })[];
  policies: (Named & { effect: string })[];
  claims: SelectedClaim[];
  sources: SelectedSource[];
  image: { url: string; alt: string; credit: string; license: string } | null;
  /** What a story says of it; null elsewhere. */
  caption: string | null;
}

export interface SelectedLink {
  id: string;
  from: string;
  to: string;
  type: LinkType;
  family: string;
  evidence: Evidence;
  basis: string;
  disputed: boolean;
  qualified: boolean;
  /** The link as a claim, in a sentence that names who disputes it. */
  words: string;
  claims: SelectedClaim[];
  sources: SelectedSource[];
}

export interface SelectedClaim {
  id: string;
  by: Named & { kind: 'PERSON' | 'BODY' | 'PUBLICATION' };
  stance: string;
  text: string;
  hedge: string | null;
  edtf: string | null;
  sources: SelectedSource[];
}

export interface SelectedSource {
  id: string;
  title: string;
  url: string;
  publisher: string | null;
  published: string | null;
  kind: string;
}

/** What a format made of a selection. */
export interface Written {
  body: string | Uint8Array;
  eventCount: number;
  linkCount: number;
  losses: Loss[];
}

/** Those that dispute or deny a link. */
export const disputesOf = ({ claims }: { claims: readonly SelectedClaim[] }): SelectedClaim[] =>
  claims.filter(({ stance }) => stance === 'DISPUTES' || stance === 'DENIES');

interface Ends {
  to: ReadonlyMap<string, SelectedLink[]>;
  from: ReadonlyMap<string, SelectedLink[]>;
}

const endsOf = new WeakMap<readonly SelectedLink[], Ends>();

/** The links that arrive at an event and those that leave it. They are sorted out once for all events of a selection. */
export function linksBeside(
  id: string,
  { links }: Pick<Selection, 'links'>,
): Record<'ledHere' | 'ledOn', SelectedLink[]> {
  const ends = endsOf.get(links) ?? { to: groupBy(links, ({ to }) => to), from: groupBy(links, ({ from }) => from) };
  endsOf.set(links, ends);
  return { ledHere: ends.to.get(id) ?? [], ledOn: ends.from.get(id) ?? [] };
}

/** All sources that the events, the links and the claims about either rest on, each once, by title and id. */
export function sourcesOf({ events, links }: Pick<Selection, 'events' | 'links'>): SelectedSource[] {
  const found = new Map<string, SelectedSource>();
  for (const { sources, claims } of [...events, ...links]) {
    for (const source of [...sources, ...claims.flatMap((claim) => claim.sources)]) found.set(source.id, source);
  }
  const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return [...found.values()].sort((a, b) => order(a.title, b.title) || order(a.id, b.id));
}
