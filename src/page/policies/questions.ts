import { type ClaimRead, claimFields, sourceFields } from '../parts/linkQuestion';

type Named = { id: string; name: string };

/** A date as exactly as it is known. */
export type Boundary = { text: string; earliest: string | null; latest: string | null; precision: string };

export type StateRead = {
  status: string;
  from: Boundary | null;
  until: Boundary | null;
  by: { id: string; title: string } | null;
  scope: string | null;
  certainty: string;
};

export type LifeRead = { id: string; name: string; jurisdictions: Named[]; states: StateRead[] };

const stateFields = `
fragment StateFields on PolicyState {
  status certainty scope(lang: $lang)
  from { text(lang: $lang) earliest latest precision }
  until { text(lang: $lang) earliest latest precision }
  by { id title(lang: $lang) }
}`;

export type LivesRead = { policies: { nodes: LifeRead[] }; dataset: { until: string } };

export const livesQuestion = `# The lives of all policies, in periods
query Lives($lang: String) {
  policies(first: 200) {
    nodes {
      id name(lang: $lang)
      jurisdictions { id name: label(lang: $lang) }
      states { ...StateFields }
    }
  }
  dataset { until }
}
${stateFields}`;

export type OnDayRead = { policiesOn: { totalCount: number; nodes: (StateRead & { policy: Named })[] } };

export const onDayQuestion = `# How policies stood on one day, and since when and by which event
query OnDay($date: Date!, $place: ID, $statuses: [PolicyStatus!]!, $lang: String) {
  policiesOn(date: $date, place: $place, statuses: $statuses, first: 200) {
    totalCount
    nodes {
      policy { id name(lang: $lang) }
      ...StateFields
    }
  }
}
${stateFields}`;

export type PolicyRead = {
  policy:
    | (LifeRead & {
        aliases: string[];
        policyKind: string;
        summary: string;
        languages: string[];
        partOf: Named | null;
        parts: Named[];
        changes: {
          event: { id: string; title: string; date: { text: string } };
          effect: string;
          statusAfter: string | null;
          effectiveFrom: { text: string } | null;
          effectiveUntil: { text: string } | null;
          scope: string | null;
          basis: string | null;
        }[];
        claims: { totalCount: number; nodes: ClaimRead[] };
      })
    | null;
  dataset: { until: string; vocabulary: { word: string; label: string }[] };
};

export const policyQuestion = `# One policy: its life in periods, what was done to it, and what is said of it
query Policy($policy: ID!, $lang: String) {
  policy(id: $policy) {
    id name(lang: $lang) aliases policyKind summary(lang: $lang) languages
    jurisdictions { id name: label(lang: $lang) }
    partOf { id name(lang: $lang) }
    parts { id name(lang: $lang) }
    states { ...StateFields }
    changes {
      event { id title(lang: $lang) date { text(lang: $lang) } }
      effect statusAfter scope(lang: $lang) basis
      effectiveFrom { text(lang: $lang) }
      effectiveUntil { text(lang: $lang) }
    }
    claims(first: 20) { totalCount nodes { ...ClaimFields } }
  }
  dataset { until vocabulary(of: POLICY_KIND) { word label(lang: $lang) } }
}
${stateFields}${claimFields}${sourceFields}`;
