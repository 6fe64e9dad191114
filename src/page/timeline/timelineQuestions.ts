import { type EventBrief, eventBrief } from '../parts/linkQuestion';

export type DateRead = EventBrief['date'] & { precision: string; approximate: boolean; uncertain: boolean };

export type EventItemRead = {
  lane: string;
  from: string | null;
  until: string | null;
  event: EventBrief & { date: DateRead; kind: string };
};

export type ClusterItemRead = { lane: string; firstDay: string; lastDay: string; count: number; kinds: string[] };

export type TimelineLinkRead = {
  id: string;
  type: string;
  family: string;
  evidence: string;
  disputed: boolean;
  from: { id: string };
  to: { id: string };
};

export type LaneRead = { id: string; label: string; order: number };

export type TimelineRead = {
  total: number;
  items: (EventItemRead | ClusterItemRead)[];
  lanes: LaneRead[];
  links: TimelineLinkRead[];
};

export const isEventRead = (item: EventItemRead | ClusterItemRead): item is EventItemRead => 'event' in item;

export const timelineQuestion = `# Events ready to be drawn, in lanes, with the links between them
query Timeline($where: EventFilter, $lanes: LaneBy! = PLACE, $maxItems: Int! = 600, $lang: String) {
  timeline(where: $where, lanes: $lanes, maxItems: $maxItems) {
    total
    lanes { id order label(lang: $lang) }
    items {
      ... on EventItem { lane from until event { ...EventBrief kind date { precision approximate uncertain } } }
      ... on ClusterItem { lane firstDay: from lastDay: until count kinds }
    }
    links { id type family evidence disputed from { id } to { id } }
  }
}${eventBrief}`;

export type FacetRead = { facets: { values: { value: string; label: string; count: number }[] }[] } | null;

export type FacetsRead = { kinds: FacetRead; places: FacetRead; actors: FacetRead; policies: FacetRead };

export const facetsQuestion = `# How the events divide up by kind, place, actor and policy, each under the other filters
query Facets(
  $forKinds: EventFilter
  $forPlaces: EventFilter
  $forActors: EventFilter
  $forPolicies: EventFilter
  $lang: String
) {
  kinds: events(first: 0, where: $forKinds) { facets(of: [KIND], first: 20) { values { value count label(lang: $lang) } } }
  places: events(first: 0, where: $forPlaces) { facets(of: [PLACE], first: 20) { values { value count label(lang: $lang) } } }
  actors: events(first: 0, where: $forActors) { facets(of: [ACTOR], first: 20) { values { value count label(lang: $lang) } } }
  policies: events(first: 0, where: $forPolicies) { facets(of: [POLICY], first: 20) { values { value count label(lang: $lang) } } }
}`;

export type SearchRead = {
  search: { totalCount: number; edges: { snippet: string; matched: string[]; node: EventBrief }[] };
};

export const searchQuestion = `# Which events speak of these words, the best first
query Search($text: String!, $lang: String) {
  search(text: $text, kinds: [EVENT], lang: $lang, first: 12) {
    totalCount
    edges { snippet matched node { ...EventBrief } }
  }
}${eventBrief}`;
