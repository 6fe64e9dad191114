export type SourceRead = {
  id: string;
  title: string;
  url: string;
  publisher: string | null;
  sourceKind: string;
  published: { text: string } | null;
};

export const sourceFields = `
fragment SourceFields on Source {
  id title url publisher sourceKind
  published { text(lang: $lang) }
}`;

export type ClaimRead = {
  id: string;
  stance: string;
  /** A source has a publisher, where that is known; a person or a body has none. */
  by: { id: string; name: string; publisher?: string | null };
  text: string;
  hedge: string | null;
  saidOn: { text: string } | null;
  sources: SourceRead[];
};

/** Needs `SourceFields` beside it. */
export const claimFields = `
fragment ClaimFields on Claim {
  id stance hedge(lang: $lang) text(lang: $lang)
  by {
    ... on Actor { id name: label(lang: $lang) }
    ... on Source { id name: label(lang: $lang) publisher }
  }
  saidOn { text(lang: $lang) }
  sources { ...SourceFields }
}`;

export type EventBrief = {
  id: string;
  title: string;
  languages: string[];
  date: { text: string; edtf: string; earliest: string | null; latest: string | null };
};

export const eventBrief = `
fragment EventBrief on Event {
  id languages title(lang: $lang)
  date { text(lang: $lang) edtf earliest latest }
}`;

export type LinkRead = {
  id: string;
  label: string;
  from: EventBrief;
  to: EventBrief;
  type: string;
  family: string;
  evidence: string;
  basis: string;
  disputed: boolean;
  qualified: boolean;
  claims: { totalCount: number; nodes: ClaimRead[] };
  sources: SourceRead[];
};

/** Needs `EventBrief`, `ClaimFields` and `SourceFields` beside it. */
export const linkFields = `
fragment LinkFields on EventLink {
  id label(lang: $lang) type family evidence disputed qualified basis(lang: $lang)
  from { ...EventBrief }
  to { ...EventBrief }
  claims(first: 20) { totalCount nodes { ...ClaimFields } }
  sources { ...SourceFields }
}`;

export type LinkPanelRead = { link: LinkRead | null; dataset: { title: string; version: string; citeAs: string } };

export const linkQuestion = `# One link: what is said to connect two events, by whom, on what evidence, and who disputes it
query Link($link: ID!, $lang: String) {
  link(id: $link) { ...LinkFields }
  dataset { title version citeAs }
}
${linkFields}${eventBrief}${claimFields}${sourceFields}`;
