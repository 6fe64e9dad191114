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
