import { groupBy } from '../answers/groups';
import type { Evidence, LinkType } from '../answers/words';
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
