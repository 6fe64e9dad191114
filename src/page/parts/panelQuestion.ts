import {
  type ClaimRead,
  claimFields,
  type EventBrief,
  eventBrief,
  type SourceRead,
  sourceFields,
} from './linkQuestion';

type Named = { id: string; name: string };

export type LinkBrief = {
  id: string;
  type: string;
  family: string;
  evidence: string;
  disputed: boolean;
  qualified: boolean;
  label: string;
  from: EventBrief;
  to: EventBrief;
};

export type EventRead = EventBrief & {
  date: { basis: string | null; precision: string };
  summary: string;
  kind: string;
  verification: string;
  jurisdictions: Named[];
  affects: Named[];
  places: { place: Named; role: string; basis: string }[];
  participations: { actor: Named; role: string; detail: string | null }[];
  policyChanges: {
    policy: Named;
    effect: string;
    statusAfter: string | null;
    scope: string | null;
    effectiveFrom: { text: string } | null;
  }[];
  image: { url: string; alt: string; credit: string; license: string } | null;
  recordedCauses: number;
  contentNotes: string[];
  claims: { totalCount: number; nodes: ClaimRead[] };
  observations: { totalCount: number; nodes: { id: string; label: string; role: string | null; metric: Named }[] };
  followedBy: { totalCount: number; nodes: LinkBrief[] } | null;
  precededBy: { totalCount: number; nodes: LinkBrief[] } | null;
  stories: { id: string; title: string; question: string | null }[];
  sources: SourceRead[];
};

export type PanelRead = {
  event: EventRead | null;
  dataset: { title: string; version: string; citeAs: string; roles: { word: string; label: string }[] };
};

export const panelQuestion = `# Everything about one event
query Event($event: ID!, $lang: String) {
  event(id: $event) {
    ...EventBrief
    date { basis precision }
    summary(lang: $lang) kind verification
    jurisdictions { id name: label(lang: $lang) }
    affects { id name: label(lang: $lang) }
    places { place { id name: label(lang: $lang) } role basis(lang: $lang) }
    participations { actor { id name: label(lang: $lang) } role detail }
    policyChanges {
      policy { id name: label(lang: $lang) }
      effect statusAfter scope(lang: $lang)
      effectiveFrom { text(lang: $lang) }
    }
    recordedCauses contentNotes
    image { url alt(lang: $lang) credit license }
    claims(first: 20) { totalCount nodes { ...ClaimFields } }
    observations(first: 20) {
      totalCount
      nodes { id label(lang: $lang) role metric { id name: label(lang: $lang) } }
    }
    followedBy(first: 50) { totalCount nodes { ...LinkBrief } }
    precededBy(first: 50) { totalCount nodes { ...LinkBrief } }
    stories { id title(lang: $lang) question(lang: $lang) }
    sources { ...SourceFields }
  }
  dataset {
    title version citeAs
    roles: vocabulary(of: PLACE_ROLE) { word label(lang: $lang) }
  }
}
fragment LinkBrief on EventLink {
  id type family evidence disputed qualified label(lang: $lang)
  from { ...EventBrief }
  to { ...EventBrief }
}
${eventBrief}${claimFields}${sourceFields}`;
