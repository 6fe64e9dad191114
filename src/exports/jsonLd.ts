import { remembered } from '../answers/remembered';
import { whenOf } from './days';
import { inTurns } from './inTurns';
import {
  disputesOf,
  type SelectedClaim,
  type SelectedDataset,
  type SelectedEvent,
  type SelectedLink,
  type SelectedSource,
  type Selection,
  sourcesOf,
  type Written,
} from './selection';

type Node = Record<string, unknown>;

/** Terms of our own, where neither schema.org nor PROV has one: each with what it means and the nearest term of theirs. */
const ownTerms: Readonly<Record<string, { comment: string; near?: string }>> = {
  edtf: { comment: 'When something happened, in the Extended Date/Time Format, levels 0 and 1.' },
  kind: { comment: 'What sort of event it is.', near: 'schema:additionalType' },
  verification: { comment: 'How well the facts of an event are attested.' },
  contentNote: { comment: 'A hard subject that an event speaks of.', near: 'schema:about' },
  affects: { comment: 'A place that an event has an effect on.', near: 'schema:about' },
  changes: { comment: 'That an event did something to a policy.', near: 'schema:about' },
  policy: { comment: 'The policy that something was done to.' },
  Policy: { comment: 'An instrument or programme that events make, change or end.' },
  Link: { comment: 'The claim that one event followed from another in some way.', near: 'schema:Claim' },
  earlier: { comment: 'The earlier event of a link.', near: 'schema:about' },
  later: { comment: 'The later event of a link.', near: 'schema:about' },
  linkType: { comment: 'In which way the later event is said to have followed.' },
  family: { comment: 'Whether a link is causal, legal, or mere order in time.' },
  evidence: { comment: 'What a link rests on: a document, somebody’s word, or inference.' },
  basis: { comment: 'Why the data set draws a link.', near: 'schema:description' },
  disputed: { comment: 'Whether somebody disputes or denies a link.' },
  qualified: { comment: 'Whether somebody makes reservations about a link.' },
  disputedBy: { comment: 'A claim that disputes or denies a link.', near: 'schema:subjectOf' },
  stance: { comment: 'Whether a claim asserts, disputes, qualifies, denies, forecasts or demands.' },
  hedge: { comment: 'The word by which a claim weakens itself.' },
  placeRole: { comment: 'That a place plays a part in an event.', near: 'schema:about' },
  place: { comment: 'The place that plays a part.' },
  role: { comment: 'The part that somebody or a place has in an event.' },
  effect: { comment: 'What an event did to a policy.' },
};

const context = ({ lang, dataset }: Selection): Node => ({
  '@language': lang,
  schema: 'https://schema.org/',
  prov: 'http://www.w3.org/ns/prov#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  own: 'urn:policy-timelines:term:',
  set: baseOf(dataset),
});

/** JSON-LD of schema.org and PROV, a thing a line: events, and every link and claim as a thing with those who say so. */
export async function jsonLd(selection: Selection): Promise<Written> {
  const { title, dataset, events, links } = selection;
  const described: (() => Node)[] = [
    () =>
      datasetNode(
        dataset,
        title,
        [...events, ...links].map(({ id }) => name(id)),
      ),
    ...Object.entries(ownTerms).map((term) => () => termNode(term)),
    ...events.map((event) => () => eventNode(event)),
    ...agentsAndPlaces(selection).map((node) => () => node),
    ...links.map((link) => () => linkNode(link)),
    ...[...events, ...links].flatMap(({ id, claims }) => claims.map((claim) => () => claimNode(claim, id))),
    ...sourcesOf(selection).map((source) => () => sourceNode(source)),
  ];
  const lines = await inTurns(described, selection, (describe) => JSON.stringify(describe()));
  return {
    body: `{"@context": ${JSON.stringify(context(selection))},\n"@graph": [\n${lines.join(',\n')}\n]}\n`,
    eventCount: events.length,
    linkCount: links.length,
    losses: [],
  };
}

/** An id of the data set, by the short form of what stands before it. */
const name = remembered(20_000, (id) => `set:${encodeURIComponent(id)}`);

/** What stands before every id of a data set. */
const baseOf = ({ id }: SelectedDataset): string => `urn:policy-timelines:${encodeURIComponent(id)}:`;

const reference = (id: string) => ({ '@id': id });

/** A code or a name that is in no language. */
const plain = (value: string) => ({ '@value': value });

/** Absent where there is nothing to say. */
const some = (key: string, values: readonly unknown[]): Node => (values.length === 0 ? {} : { [key]: values });

function datasetNode(dataset: SelectedDataset, title: string, parts: string[]): Node {
  return {
    '@id': baseOf(dataset).slice(0, -1),
    '@type': ['schema:Dataset', 'prov:Entity'],
    'schema:name': dataset.title,
    'schema:headline': title,
    ...some('schema:description', dataset.description === '' ? [] : [dataset.description]),
    'schema:version': plain(dataset.version),
    'schema:identifier': plain(`sha256:${dataset.checksum}`),
    'schema:license': plain(dataset.license),
    'schema:creditText': dataset.citeAs,
    ...some('schema:mentions', parts.map(reference)),
  };
}

function termNode([term, { comment, near }]: [string, { comment: string; near?: string }]): Node {
  const isClass = /^[A-Z]/.test(term);
  const comments = { 'rdfs:comment': { '@value': comment, '@language': 'en' } };
  return {
    '@id': `own:${term}`,
    '@type': isClass ? 'rdfs:Class' : 'rdf:Property',
    ...comments,
    ...(near === undefined ? {} : { [isClass ? 'rdfs:subClassOf' : 'rdfs:subPropertyOf']: reference(near) }),
  };
}

function eventNode(event: SelectedEvent): Node {
  const { image } = event;
  return {
    '@id': name(event.id),
    '@type': ['schema:Event', 'prov:Activity'],
    'schema:identifier': plain(event.id),
    'schema:name': event.title,
    ...some(
      'schema:description',
      [event.caption ?? '', event.summary].filter((text) => text !== ''),
    ),
    ...dates(event.edtf),
    'own:edtf': plain(event.edtf),
    'own:kind': plain(event.kind),
    'own:verification': plain(event.verification),
    ...some('own:contentNote', event.contentNotes.map(plain)),
    ...some(
      'schema:location',
      event.jurisdictions.map(({ id }) => reference(name(id))),
    ),
    ...some(
      'own:affects',
      event.affects.map(({ id }) => reference(name(id))),
    ),
    ...some(
      'own:changes',
      event.policies.map(({ id, effect }) => ({ 'own:policy': reference(name(id)), 'own:effect': plain(effect) })),
    ),
    ...some(
      'own:placeRole',
      event.places.map(({ id, role }) => ({ 'own:place': reference(name(id)), 'own:role': role })),
    ),
    ...some('prov:wasAssociatedWith', [...new Set(event.actors.map(({ id }) => name(id)))].map(reference)),
    ...some(
      'prov:qualifiedAssociation',
      event.actors.map(({ id, role, detail }) => ({
        '@type': 'prov:Association',
        'prov:agent': reference(name(id)),
        'own:role': plain(role),
        ...some('schema:description', detail === null ? [] : [detail]),
      })),
    ),
    ...(image === null
      ? {}
      : {
          'schema:image': {
            '@type': 'schema:ImageObject',
            'schema:contentUrl': reference(image.url),
            'schema:caption': image.alt,
            'schema:creditText': image.credit,
            'schema:license': plain(image.license),
          },
        }),
    ...some(
      'schema:subjectOf',
      event.sources.map(({ id }) => reference(name(id))),
    ),
  };
}

/** A day, a month or a year as it is known; an EDTF that is more than that stands in `own:edtf` alone. */
function dates(edtf: string): Node {
  const { start, end } = whenOf(edtf);
  const date = (key: string, text: string | undefined): Node =>
    text !== undefined && /^\d{4}(-\d\d){0,2}$/.test(text) ? { [key]: { '@value': text, '@type': 'schema:Date' } } : {};
  const [first, last] = edtf.split('/');
  return {
    ...(typeof start === 'object' && !isSeason(first) ? date('schema:startDate', first) : {}),
    ...(end !== null && typeof end === 'object' && !isSeason(last) ? date('schema:endDate', last) : {}),
  };
}

const isSeason = (text = ''): boolean => /^\d{4}-2[1-4]$/.test(text);

function agentsAndPlaces({ events, links }: Selection): Node[] {
  const nodes = new Map<string, Node>();
  const add = (id: string, types: string[], called: string) => {
    const node = nodes.get(id);
    const known = (node?.['@type'] as string[] | undefined) ?? [];
    nodes.set(id, { '@id': name(id), '@type': [...new Set([...known, ...types])], 'schema:name': called });
  };
  for (const { jurisdictions, affects, places, policies, actors } of events) {
    for (const place of [...jurisdictions, ...affects, ...places]) add(place.id, ['schema:Place'], place.name);
    for (const policy of policies) add(policy.id, ['own:Policy'], policy.name);
    for (const actor of actors) add(actor.id, [...agentTypes(actor.kind === 'PERSON')], actor.name);
  }
  for (const { by } of [...events, ...links].flatMap(({ claims }) => claims)) {
    if (by.kind !== 'PUBLICATION') add(by.id, [...agentTypes(by.kind === 'PERSON')], by.name);
  }
  return [...nodes.values()];
}

const agentTypes = (isPerson: boolean) => [isPerson ? 'schema:Person' : 'schema:Organization', 'prov:Agent'] as const;

function linkNode(link: SelectedLink): Node {
  const disputes = disputesOf(link);
  return {
    '@id': name(link.id),
    '@type': ['own:Link', 'schema:Claim', 'prov:Entity'],
    'schema:identifier': plain(link.id),
    'schema:text': link.words,
    'own:earlier': reference(name(link.from)),
    'own:later': reference(name(link.to)),
    'own:linkType': plain(link.type),
    'own:family': plain(link.family),
    'own:evidence': plain(link.evidence),
    ...some('own:basis', link.basis === '' ? [] : [link.basis]),
    'own:disputed': link.disputed,
    'own:qualified': link.qualified,
    ...some(
      'own:disputedBy',
      disputes.map(({ id }) => reference(name(id))),
    ),
    ...some(
      'schema:subjectOf',
      link.claims.map(({ id }) => reference(name(id))),
    ),
    ...attributed(link.claims.filter(({ stance }) => stance === 'ASSERTS')),
    ...cited(link.sources),
  };
}

const attributed = (claims: readonly SelectedClaim[]): Node =>
  some(
    'prov:wasAttributedTo',
    [...new Set(claims.flatMap(({ by }) => (by.kind === 'PUBLICATION' ? [] : name(by.id))))].map(reference),
  );

const cited = (sources: readonly SelectedSource[]): Node => ({
  ...some(
    'schema:citation',
    sources.map(({ id }) => reference(name(id))),
  ),
  ...some(
    'prov:hadPrimarySource',
    sources.filter(({ kind }) => kind === 'PRIMARY').map(({ id }) => reference(name(id))),
  ),
});

function claimNode(claim: SelectedClaim, about: string): Node {
  const { by } = claim;
  const isPublication = by.kind === 'PUBLICATION';
  return {
    '@id': name(claim.id),
    '@type': ['schema:Claim', 'prov:Entity'],
    'schema:text': claim.text,
    'schema:about': reference(name(about)),
    'own:stance': plain(claim.stance),
    ...some('own:hedge', claim.hedge === null ? [] : [claim.hedge]),
    ...(isPublication
      ? { 'schema:firstAppearance': reference(name(by.id)), 'prov:wasQuotedFrom': reference(name(by.id)) }
      : { 'schema:author': reference(name(by.id)), 'prov:wasAttributedTo': reference(name(by.id)) }),
    ...(claim.edtf === null ? {} : { 'own:edtf': plain(claim.edtf) }),
    ...cited(claim.sources),
  };
}

const sourceNode = (source: SelectedSource): Node => ({
  '@id': name(source.id),
  '@type': ['schema:CreativeWork', 'prov:Entity'],
  'schema:name': plain(source.title),
  'schema:url': reference(source.url),
  ...some(
    'schema:publisher',
    source.publisher === null ? [] : [{ '@type': 'schema:Organization', 'schema:name': plain(source.publisher) }],
  ),
  ...(source.published === null ? {} : { 'own:edtf': plain(source.published) }),
});
