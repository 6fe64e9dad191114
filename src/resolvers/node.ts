import type { Entity } from '../loaders/rows';

/** The SDL type that each NodeKind stands for. */
export const nodeKinds = {
  EVENT: 'Event',
  LINK: 'EventLink',
  POLICY: 'Policy',
  ACTOR: 'Actor',
  PLACE: 'Place',
  CLAIM: 'Claim',
  METRIC: 'Metric',
  OBSERVATION: 'Observation',
  SOURCE: 'Source',
  STORY: 'Story',
} as const;

const typenames = new Set<string>(Object.values(nodeKinds));

/** A thing as a Node; null for what has an id but is none, as a term of the glossary. */
export const asNode = (entity: Entity | null): Entity | null =>
  entity && typenames.has(entity.__typename) ? entity : null;
