import type { ComparedRead } from './chainQuestions';

type Named = { id: string; name: string };

/** What two events have in common, each thing once and in the order of the first event. */
export type Shared = {
  actors: Named[];
  places: Named[];
  policies: Named[];
  causes: Named[];
  followers: Named[];
  /** The links between the two. */
  links: { id: string; name: string }[];
};

export function sharedBy(one: ComparedRead, other: ComparedRead): Shared {
  return {
    actors: common(one, other, actorsOf),
    places: common(one, other, placesOf),
    policies: common(one, other, policiesOf),
    causes: common(one, other, ({ causes }) => eventsOf(causes)),
    followers: common(one, other, ({ followers }) => eventsOf(followers)),
    links: [one, other].flatMap(({ followers }, at) =>
      (followers?.nodes ?? [])
        .filter(({ event }) => event.id === [other, one][at]?.id)
        .map(({ id, label }) => ({ id, name: label })),
    ),
  };
}

export const actorsOf = ({ participations }: ComparedRead): Named[] => once(participations.map(({ actor }) => actor));

/** Every place that has to do with the event, whatever its part. */
export const placesOf = ({ places, jurisdictions, affects }: ComparedRead): Named[] =>
  once([...jurisdictions, ...affects, ...places.map(({ place }) => place)]);

export const policiesOf = ({ policyChanges }: ComparedRead): Named[] => once(policyChanges.map(({ policy }) => policy));

const eventsOf = (hops: ComparedRead['causes']): Named[] =>
  once((hops?.nodes ?? []).map(({ event }) => ({ id: event.id, name: event.title })));

function common(one: ComparedRead, other: ComparedRead, of: (event: ComparedRead) => Named[]): Named[] {
  const ids = new Set(of(other).map(({ id }) => id));
  return of(one).filter(({ id }) => ids.has(id));
}

const once = (things: Named[]): Named[] => [...new Map(things.map((thing) => [thing.id, thing])).values()];
