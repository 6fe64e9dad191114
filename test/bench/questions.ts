import type { createAsk, List } from '../../src/loaders/ask';
import type { createLoaders, Loaders } from '../../src/loaders/index';
import { landmarks } from './graphs';

type Ask = ReturnType<typeof createAsk>;

/** A list by each anchor of each filter, with an answer of the same size in a graph of any size; `land` is where it starts. */
export function listsOf(land: number): Record<string, (ask: Ask) => Promise<List>> {
  const at = landmarks(land);
  return {
    'events by ids': (ask) => ask.events({ ids: [at.event(1), at.event(500)] }),
    'events by story': (ask) => ask.events({ stories: [at.story] }),
    'events by policy': (ask) => ask.events({ policies: [at.policy] }),
    'events by policy and effect': (ask) => ask.events({ policies: [at.greatPolicy], effects: ['CREATES'] }),
    'events by actor': (ask) => ask.events({ actors: [at.actor] }),
    'events by source': (ask) => ask.events({ sources: [at.source] }),
    'events by place': (ask) => ask.events({ places: [at.town] }),
    'events by jurisdiction': (ask) => ask.events({ jurisdictions: [at.province] }),
    'events affecting a place': (ask) => ask.events({ affects: [at.land] }),
    'links claimed by': (ask) => ask.links({ claimedBy: [at.actor] }),
    'links by source': (ask) => ask.links({ sources: [at.source] }),
    'links by place': (ask) => ask.links({ places: [at.town] }),
    'claims by claimant': (ask) => ask.claims({ by: [at.actor] }),
    'claims about a link': (ask) => ask.claims({ about: [at.event(10)] }),
    'claims by source': (ask) => ask.claims({ sources: [at.source] }),
    'policies by jurisdiction': (ask) => ask.policies({ jurisdictions: [at.land] }),
    'policies within a policy': (ask) => ask.policies({ partOf: at.policyWithParts }),
    'actors by country': (ask) => ask.actors({ countries: [at.land] }),
    'places within a place': (ask) => ask.places({ within: at.land }),
    'sources by publisher': (ask) => ask.sources({ publisher: at.publisher }),
    'metrics by place': (ask) => ask.metrics({ places: [at.land] }),
    'observations by metric': (ask) => ask.observations({ metrics: [at.metric] }),
    'observations by place': (ask) => ask.observations({ places: [at.province] }),
    'observations by nationality': (ask) => ask.observations({ nationalities: [at.land] }),
    'observations by event': (ask) => ask.observations({ events: [at.counted] }),
    'observations by source': (ask) => ask.observations({ sources: [at.source] }),
  };
}

/** Lists that are read in their order from some place on. Of these a page costs no more in a large graph, a count does. */
export const listsInOrder: Record<string, (ask: Ask) => Promise<List>> = {
  'all events': (ask) => ask.events({}),
  'events of some kinds': (ask) => ask.events({ kinds: ['REGULATION', 'REPORT'] }),
  'events verified': (ask) => ask.events({ verifications: ['VERIFIED'] }),
  'events certainly between two days': (ask) => ask.events({ from: '2015', until: '2022', dateMatch: 'CERTAIN' }),
  'events by a role of anybody': (ask) => ask.events({ roles: ['CRITIC'] }),
  'events by an effect on any policy': (ask) => ask.events({ effects: ['AMENDS'] }),
  'all links': (ask) => ask.links({}),
  'links disputed': (ask) => ask.links({ disputed: true }),
  'links by family and evidence': (ask) => ask.links({ families: ['LEGAL'], minEvidence: 'DOCUMENTED' }),
  'all claims': (ask) => ask.claims({}),
  'all policies': (ask) => ask.policies({}),
  'policies of a kind': (ask) => ask.policies({ policyKinds: ['VISA_RULE'] }),
  'all actors': (ask) => ask.actors({}),
  'actors of a kind': (ask) => ask.actors({ actorKinds: ['COURT'] }),
  'all places': (ask) => ask.places({}),
  'places of a kind': (ask) => ask.places({ placeKinds: ['CITY'] }),
  'all sources': (ask) => ask.sources({}),
  'sources of a kind': (ask) => ask.sources({ sourceKinds: ['PRIMARY'] }),
  'all metrics': (ask) => ask.metrics({}),
  'metrics by unit': (ask) => ask.metrics({ units: ['claims'] }),
  'all observations': (ask) => ask.observations({}),
};

/** Lists that are read in their order from a year before a day on, since what is dated to a year may last until then. */
export const listsByDate: Record<string, (ask: Ask) => Promise<List>> = {
  'events from a day on': (ask) => ask.events({ from: '2015-03' }),
  'events between two days': (ask) => ask.events({ from: '2015-03', until: '2022' }),
  'links between two days': (ask) => ask.links({ from: '2015', until: '2022' }),
  'claims by stance and day': (ask) => ask.claims({ stances: ['DISPUTES'], from: '2015' }),
  'observations between two days': (ask) => ask.observations({ from: '2008', until: '2009' }),
};

/** Each batched question, of the things of one land. */
export function batchesOf(land: number): Record<string, (loaders: Loaders) => Promise<unknown>> {
  const at = landmarks(land);
  const events = Array.from({ length: 50 }, (_, place) => at.event(200 + 3 * place));
  const many =
    (name: Exclude<keyof ReturnType<typeof createLoaders>, 'followedBy' | 'precededBy'>, keys: string[]) =>
    (loaders: Loaders): Promise<unknown> =>
      Promise.all(keys.map((key) => loaders[name].load(key)));
  return {
    entityById: many('entityById', events),
    eventInBrief: many('eventInBrief', events),
    jurisdictionsOf: many('jurisdictionsOf', events),
    affectedBy: many('affectedBy', events),
    placesOf: many('placesOf', events),
    placesIn: many('placesIn', [at.land]),
    participationsIn: many('participationsIn', events),
    participationsOf: many('participationsOf', [at.actor]),
    changesBy: many('changesBy', events),
    changesOf: many('changesOf', [at.policy]),
    claimsAbout: many('claimsAbout', events),
    claimsBy: many('claimsBy', [at.actor]),
    sourcesOf: many('sourcesOf', events),
    citedBy: many('citedBy', [at.source]),
    partsOf: many('partsOf', [at.policyWithParts]),
    observationsOf: many('observationsOf', [at.metric]),
    observationsFor: many('observationsFor', [at.counted]),
    breaksOf: many('breaksOf', [at.metric]),
    officesOf: many('officesOf', [at.person]),
    storiesOf: many('storiesOf', [at.ladder]),
    stepsOf: many('stepsOf', [at.story]),
    linksWithin: many('linksWithin', [at.story]),
    followedBy: (loaders) => Promise.all(events.map((event) => loaders.followedBy().load(event))),
    precededBy: (loaders) => Promise.all(events.map((event) => loaders.precededBy().load(event))),
    'followedBy with what is shown of a link': (loaders) =>
      Promise.all(events.map((event) => loaders.followedBy(null, true).load(event))),
    'followedBy with a filter': (loaders) =>
      loaders.followedBy({ families: ['CAUSAL'], minEvidence: 'ASSERTED', from: '2000' }).load(at.hub),
  };
}

/** Questions that are asked all at once, with what they are asked of. */
export function wholeQuestionsOf(land: number): Record<string, (ask: Ask) => Promise<unknown>> {
  const at = landmarks(land);
  return {
    'policies that touch a place': (ask) => ask.policiesOfPlace(at.land),
    'a timeline by place': (ask) => ask.timeline({ places: [at.province] }, 5_001),
    'actors in an office': async (ask) =>
      (await ask.actors({ officeTitle: at.office })).page({ ascending: true, after: null, limit: 51 }),
  };
}
