import { rankOf } from '../answers/chain';
import { boundDay } from '../answers/dates';
import { eventTerm } from '../answers/eventTerms';
import type { Evidence } from '../answers/words';
import type { Params } from '../engine/engine';

type Words = readonly string[] | null;

export interface LinkFilter {
  families?: Words;
  types?: Words;
  minEvidence?: Evidence | null;
  disputed?: boolean | null;
  claimedBy?: Words;
  sources?: Words;
  from?: string | null;
  until?: string | null;
  places?: Words;
}

export interface EventFilter {
  ids?: Words;
  text?: string | null;
  kinds?: Words;
  places?: Words;
  jurisdictions?: Words;
  affects?: Words;
  placeRoles?: Words;
  actors?: Words;
  roles?: Words;
  policies?: Words;
  effects?: Words;
  sources?: Words;
  verifications?: Words;
  stories?: Words;
  withoutContentNotes?: Words;
  from?: string | null;
  until?: string | null;
  dateMatch?: 'POSSIBLE' | 'CERTAIN';
}

export interface ClaimFilter {
  by?: Words;
  about?: Words;
  stances?: Words;
  sources?: Words;
  from?: string | null;
  until?: string | null;
}

export interface PolicyFilter {
  text?: string | null;
  policyKinds?: Words;
  jurisdictions?: Words;
  partOf?: string | null;
}

export interface ActorFilter {
  text?: string | null;
  actorKinds?: Words;
  countries?: Words;
  officeTitle?: string | null;
  officeOn?: string | null;
}

export interface PlaceFilter {
  placeKinds?: Words;
  within?: string | null;
}

export interface SourceFilter {
  text?: string | null;
  sourceKinds?: Words;
  publisher?: string | null;
  from?: string | null;
  until?: string | null;
}

export interface MetricFilter {
  text?: string | null;
  units?: Words;
  places?: Words;
}

export interface ObservationFilter {
  allReleases?: boolean;
  metrics?: Words;
  places?: Words;
  nationalities?: Words;
  publisher?: string | null;
  events?: Words;
  sources?: Words;
  from?: string | null;
  until?: string | null;
}

// Sorted and without doubles, so that the same question in other words is the same question to the loaders.
const words = (list: Words | undefined): string[] | null => (list ? [...new Set(list)].sort() : null);

const days = ({ from, until }: { from?: string | null; until?: string | null }) => ({
  from: from ? boundDay(from, 'from') : null,
  until: until ? boundDay(until, 'until') : null,
});

/** A LinkFilter as parameters of part/link-filter, in canonical form; no filter keeps every link. */
export function linkParams(where: LinkFilter | null | undefined): Params {
  const { families, types, minEvidence, disputed, claimedBy, sources, places, ...range } = where ?? {};
  return {
    families: words(families),
    types: words(types),
    minRank: minEvidence ? rankOf[minEvidence] : null,
    disputed: disputed ?? null,
    claimedBy: words(claimedBy),
    sources: words(sources),
    places: words(places),
    ...days(range),
  };
}

/** An EventFilter as parameters of part/event-filter. */
export function eventParams(where: EventFilter): Params {
  const range = days(where);
  const certain = where.dateMatch === 'CERTAIN';
  return {
    kinds: words(where.kinds),
    verifications: words(where.verifications),
    places: terms(where.places, where.placeRoles, eventTerm.place, eventTerm.placeRole),
    jurisdictions: terms(where.jurisdictions, null, eventTerm.jurisdiction),
    affects: terms(where.affects, null, eventTerm.affects),
    actors: terms(where.actors, where.roles, eventTerm.actor, eventTerm.actorRole),
    policies: terms(where.policies, where.effects, eventTerm.policy, eventTerm.effect),
    sources: terms(where.sources, null, eventTerm.source),
    stories: terms(where.stories, null, eventTerm.story),
    withoutContentNotes: terms(where.withoutContentNotes, null, eventTerm.contentNote),
    from: certain ? null : range.from,
    until: certain ? null : range.until,
    certainlyFrom: certain ? range.from : null,
    certainlyUntil: certain ? range.until : null,
  };
}

/** One of these things in one of these roles; only roles, whoever has them; neither does not filter. */
function terms(
  things: Words | undefined,
  roles: Words | undefined,
  term: (thing: string, role?: string) => string,
  roleTerm?: (role: string) => string,
): string[] | null {
  if (things && roles) return things.flatMap((thing) => roles.map((role) => term(thing, role)));
  if (things) return things.map((thing) => term(thing));
  return roles && roleTerm ? roles.map(roleTerm) : null;
}

export const claimParams = (where: ClaimFilter): Params => ({
  by: words(where.by),
  about: words(where.about),
  stances: words(where.stances),
  sources: words(where.sources),
  ...days(where),
});

export const policyParams = (where: PolicyFilter): Params => ({
  policyKinds: words(where.policyKinds),
  jurisdictions: words(where.jurisdictions),
  partOf: where.partOf ?? null,
});

export const actorParams = (where: ActorFilter): Params => ({
  actorKinds: words(where.actorKinds),
  countries: words(where.countries),
});

export const placeParams = (where: PlaceFilter): Params => ({
  placeKinds: words(where.placeKinds),
  within: where.within ?? null,
});

export const sourceParams = (where: SourceFilter): Params => ({
  sourceKinds: words(where.sourceKinds),
  publisher: where.publisher ?? null,
  ...days(where),
});

export const metricParams = (where: MetricFilter): Params => ({
  units: words(where.units),
  places: words(where.places),
});

export const observationParams = (where: ObservationFilter): Params => ({
  allReleases: where.allReleases ?? false,
  metrics: words(where.metrics),
  places: words(where.places),
  nationalities: words(where.nationalities),
  publisher: where.publisher ?? null,
  events: words(where.events),
  sources: words(where.sources),
  ...days(where),
});
