import type { Change } from '../answers/policyLife';
import type { ObservationRow } from '../answers/series';

/** Anything with an id, as it is stored: its properties bear the names of the GraphQL fields. */
export interface Entity {
  id: string;
  __typename: string;
  /** What lists of its kind are ordered by, before the id. */
  sort: string;
  [property: string]: unknown;
}

/** An observation with what decides to which series it belongs. */
export type ObservationEntity = Entity & ObservationRow;

export interface HopRow {
  id: string;
  from: string;
  to: string;
  sort: string;
  rank: 1 | 2 | 3;
}

/** A link as a walk needs it, with what is mostly shown of a link, so that nothing else need be read. */
export interface ToldHopRow extends HopRow {
  type: string;
  family: string;
  evidence: string;
  disputed: boolean;
}

/** The links one step on, by date: the first are followed, the rest are too many. */
export interface HopsRow {
  hops: readonly HopRow[];
  rest: readonly HopRow[];
}

/** What is mostly shown of an event, in the data set's own language. */
export interface EventInBrief {
  id: string;
  title: string;
  edtf: string;
  dateBasis: string | null;
  earliest: string | null;
  latest: string | null;
  kind: string;
  verification: string;
}

export interface ParticipationRow {
  actor: string;
  event: string;
  role: string;
  detail?: string;
  sort?: string;
}

export interface EventPlaceRow {
  /** Its place among all that are written of all events. */
  position: number;
  place: Entity;
  role: string;
  basis?: string;
  sources: string[];
}

export interface PolicyChangeRow {
  event: string;
  policy: string;
  effect: string;
  sources: string[];
  [property: string]: unknown;
}

/** A change with what its policy's life is worked out from. */
export type DatedChangeRow = PolicyChangeRow & Change;

export interface OfficeRow {
  title: string;
  organization?: string;
  from?: string;
  until?: string;
  attested?: string[];
}

export interface StoryStepRow {
  story: string;
  event: string;
  position: number;
  context: boolean;
  [property: string]: unknown;
}

/** A link between two steps of a story, with their positions. */
export interface StoryLinkRow {
  id: string;
  from: number;
  to: number;
}

/** What a timeline needs to know of an event; the first of each kind is what its lane is made by. */
export interface TimelineRow {
  id: string;
  sort: string;
  earliest: string | null;
  latest: string | null;
  kind: string;
  linkCount: number;
  firstPlace?: string | null;
  firstPolicy?: string | null;
  firstActor?: string | null;
}

export interface DatasetRow {
  id: string;
  title: string;
  description: string;
  version: string;
  license: string;
  citeAs: string;
  language: string;
  languages: string[];
  checksum: string;
  from: string | null;
  until: string | null;
  counted: string[];
  counts: number[];
  /** Each a WordRow as JSON. */
  words: string[];
  /** Each a DatasetChangeRow as JSON, the oldest first. */
  changes: string[];
}

/** A word of the data set's own; its texts in other languages are properties such as `label_es`. */
export interface WordRow {
  of: string;
  word: string;
  label: string;
  description?: string;
  count: number;
}

export interface DatasetChangeRow {
  version: string;
  date: string;
  note: string;
  changedIds: string[];
}
