import {
  type ClaimRead,
  claimFields,
  type EventBrief,
  eventBrief,
  type LinkRead,
  linkFields,
  sourceFields,
} from '../parts/linkQuestion';

/** A link as it is drawn and listed: no more of its claims than who says so and who disagrees. */
export type HopRead = Pick<LinkRead, 'id' | 'type' | 'family' | 'evidence' | 'disputed' | 'qualified' | 'label'> & {
  from: { id: string };
  to: { id: string };
  claims: { totalCount: number; nodes: Pick<ClaimRead, 'id' | 'stance' | 'by'>[] };
};

export type TruncationRead = { by: string[]; atDepth: number; notFollowed: number };

type Chain = {
  start: EventBrief;
  steps: { depth: number; evidence: string; event: EventBrief }[];
  links: HopRead[];
  loops: HopRead[];
  truncated: TruncationRead | null;
};

/** Under the name of the field that was asked, so that one way is never shown as the other. */
export type ChainRead = { whatFollowed?: Chain | null; whatLedTo?: Chain | null };

/** How many events a chain shows beside its start; more are told, not drawn. */
export const mostEvents = 100;

const hopFields = `
fragment HopFields on EventLink {
  id type family evidence disputed qualified label(lang: $lang)
  from { id }
  to { id }
  claims(stances: [ASSERTS, DISPUTES, DENIES], first: 20) {
    totalCount
    nodes {
      id stance
      by {
        ... on Actor { id name: label(lang: $lang) }
        ... on Source { id name: label(lang: $lang) publisher }
      }
    }
  }
}`;

const chainOf = (field: string, title: string, name: string) => `# ${title}
query ${name}($start: ID!, $depth: Int! = 2, $links: LinkFilter, $most: Int! = ${mostEvents}, $lang: String) {
  ${field}(event: $start, depth: $depth, where: $links, maxEvents: $most) {
    start { ...EventBrief }
    steps { depth evidence event { ...EventBrief } }
    links { ...HopFields }
    loops { ...HopFields }
    truncated { by atDepth notFollowed }
  }
}
${hopFields}${eventBrief}`;

export const followedQuestion = chainOf(
  'whatFollowed',
  'What is said to have followed from an event, step by step',
  'WhatFollowed',
);

export const ledQuestion = chainOf('whatLedTo', 'What is said to have led to an event, step by step', 'WhatLedTo');

type Followed = { totalCount: number };
type FollowedTwice = Followed & { nodes: { to: { followedBy: Followed | null } }[] };

export type StartRead = {
  stories: { steps: { event: { id: string; followedBy: FollowedTwice | null } }[] }[];
  links: { nodes: { from: { id: string } }[] } | null;
};

export const startQuestion = `# An event to start with: the step of a story from which most is said to have followed within two steps
query ChainStart {
  stories {
    steps {
      event { id followedBy(first: 20) { totalCount nodes { to { followedBy(first: 0) { totalCount } } } } }
    }
  }
  links(first: 1) { nodes { from { id } } }
}`;

export type PathRead = {
  events: EventBrief[];
  links: HopRead[];
  evidence: string;
  disputed: boolean;
  families: string[];
};

export type PathsRead = Readonly<
  Record<'forth' | 'back', { paths: PathRead[]; total: number; totalIsExact: boolean } | null>
>;

export const pathsQuestion = `# How one event is said to have led to another: the shortest ways, whichever of the two is the earlier
query Paths($start: ID!, $to: ID!, $depth: Int! = 8, $links: LinkFilter, $lang: String) {
  forth: paths(from: $start, to: $to, depth: $depth, where: $links, first: 8) { ...PathFields }
  back: paths(from: $to, to: $start, depth: $depth, where: $links, first: 8) { ...PathFields }
}
fragment PathFields on PathList {
  total totalIsExact
  paths {
    evidence disputed families
    events { ...EventBrief }
    links { ...HopFields }
  }
}
${hopFields}${eventBrief}`;

type StepsRead = { steps: { depth: number; event: EventBrief }[] } | null;

export type SuggestedRead = { event: EventBrief | null; followed: StepsRead; led: StepsRead };

export const suggestedQuestion = `# Events some steps away from one, to go on to
query Suggested($start: ID!, $lang: String) {
  event(id: $start) { ...EventBrief }
  followed: whatFollowed(event: $start, depth: 3, maxEvents: 40) { steps { depth event { ...EventBrief } } }
  led: whatLedTo(event: $start, depth: 3, maxEvents: 40) { steps { depth event { ...EventBrief } } }
}
${eventBrief}`;

export type CausesRead = {
  event: (EventBrief & { recordedCauses: number; precededBy: { totalCount: number; nodes: LinkRead[] } | null }) | null;
};

export const causesQuestion = `# The causes that are named for one event, side by side: who says so, and who disagrees
query Causes($start: ID!, $lang: String) {
  event(id: $start) {
    ...EventBrief
    recordedCauses
    precededBy(where: { families: [CAUSAL] }, first: 20) { totalCount nodes { ...LinkFields } }
  }
}
${linkFields}${eventBrief}${claimFields}${sourceFields}`;

type Named = { id: string; name: string };

type HopsRead = { totalCount: number; nodes: (Omit<HopRead, 'from' | 'to'> & { event: EventBrief })[] } | null;

export type ComparedRead = EventBrief & {
  kind: string;
  verification: string;
  summary: string;
  participations: { actor: Named; role: string }[];
  jurisdictions: Named[];
  affects: Named[];
  places: { place: Named; role: string }[];
  policyChanges: { policy: Named; effect: string }[];
  recordedCauses: number;
  causes: HopsRead;
  followers: HopsRead;
  observations: { totalCount: number; nodes: { id: string; label: string; metric: Named }[] };
};

export type CompareRead = Readonly<Record<'one' | 'other', ComparedRead | null>>;

export const compareQuestion = `# Two events side by side: what they are, what is said to have led to them, what is said to have followed
query Compare($start: ID!, $with: ID!, $lang: String) {
  one: event(id: $start) { ...Compared }
  other: event(id: $with) { ...Compared }
}
fragment Compared on Event {
  ...EventBrief
  kind verification summary(lang: $lang) recordedCauses
  participations { actor { id name: label(lang: $lang) } role }
  jurisdictions { id name: label(lang: $lang) }
  affects { id name: label(lang: $lang) }
  places { place { id name: label(lang: $lang) } role }
  policyChanges { policy { id name: label(lang: $lang) } effect }
  causes: precededBy(first: 20) { totalCount nodes { ...HopFields event: from { ...EventBrief } } }
  followers: followedBy(first: 20) { totalCount nodes { ...HopFields event: to { ...EventBrief } } }
  observations(first: 8) { totalCount nodes { id label(lang: $lang) metric { id name: label(lang: $lang) } } }
}
${hopFields}${eventBrief}`;
