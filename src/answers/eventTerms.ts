/**
 * The words an event is found by, one list on each event. Writing a data set and asking for events both use these, so
 * that a filter of several fields costs one look at a list. Ids hold no spaces, so no two terms can be mistaken.
 */
export const eventTerm = {
  place: (place: string, role?: string) => (role === undefined ? `place ${place}` : `place ${place} as ${role}`),
  placeRole: (role: string) => `place as ${role}`,
  jurisdiction: (place: string) => `jurisdiction ${place}`,
  affects: (place: string) => `affects ${place}`,
  actor: (actor: string, role?: string) => (role === undefined ? `actor ${actor}` : `actor ${actor} as ${role}`),
  actorRole: (role: string) => `actor as ${role}`,
  policy: (policy: string, effect?: string) =>
    effect === undefined ? `policy ${policy}` : `policy ${policy} as ${effect}`,
  effect: (effect: string) => `policy as ${effect}`,
  source: (source: string) => `source ${source}`,
  story: (story: string) => `story ${story}`,
  contentNote: (note: string) => `note ${note}`,
};
