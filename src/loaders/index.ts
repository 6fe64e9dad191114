import type { SeriesBreakRow } from '../answers/series';
import { cypher } from '../cypher';
import { type LinkFilter, linkParams } from './filters';
import { manyByKey, oneByKey, PacedLoader, type Source } from './keyed';
import type {
  DatedChangeRow,
  Entity,
  EventPlaceRow,
  HopsRow,
  ObservationEntity,
  OfficeRow,
  ParticipationRow,
  PolicyChangeRow,
  StoryLinkRow,
  StoryStepRow,
} from './rows';

/** An event with more matching links than this is cut to the first by date. */
export const fanOut = 500;

/** The batched questions: a line each, named after its file in cypher/read. Fresh for every request. */
export function createLoaders(source: Source) {
  const many = <V>(name: string) => manyByKey<V>(source, cypher('read', name));
  return {
    entityById: entityById(source),
    jurisdictionsOf: many<Entity>('jurisdictions-of'),
    affectedBy: many<Entity>('affected-by'),
    placesOf: many<EventPlaceRow>('places-of'),
    placesIn: many<Entity>('places-in'),
    participationsIn: many<ParticipationRow>('participations-in'),
    participationsOf: many<ParticipationRow>('participations-of'),
    changesBy: many<PolicyChangeRow>('changes-by'),
    changesOf: many<DatedChangeRow>('changes-of'),
    claimsAbout: many<Entity>('claims-about'),
    claimsBy: many<Entity>('claims-by'),
    sourcesOf: many<Entity>('sources-of'),
    citedBy: many<Entity>('cited-by'),
    partsOf: many<Entity>('parts-of'),
    observationsOf: many<ObservationEntity>('observations-of'),
    observationsFor: many<ObservationEntity>('observations-for'),
    breaksOf: many<SeriesBreakRow>('breaks-of'),
    officesOf: many<OfficeRow>('offices-of'),
    storiesOf: many<Entity>('stories-of'),
    stepsOf: many<StoryStepRow>('steps-of'),
    linksWithin: many<StoryLinkRow>('links-within'),
    followedBy: hops(source, 'followed-by'),
    precededBy: hops(source, 'preceded-by'),
  };
}

export type Loaders = ReturnType<typeof createLoaders>;

/** Anything by its id; an id that was merged away finds its successor, by asking once more for all such ids together. */
function entityById(source: Source): PacedLoader<Entity | null> {
  const stored = oneByKey<Entity & { into?: string }>(source, cypher('read', 'entities-by-id'));
  return new PacedLoader(source.turns, (ids) =>
    Promise.all(
      ids.map(async (id) => {
        const entity = await stored.load(id);
        return entity?.into ? stored.load(entity.into) : entity;
      }),
    ),
  );
}

/** One loader for each filter in its canonical form: one filter, one truth for walks and for single steps. */
function hops(source: Source, name: string): (where?: LinkFilter | null) => PacedLoader<HopsRow | null> {
  const loaders = new Map<string, PacedLoader<HopsRow | null>>();
  return (where) => {
    const params = { ...linkParams(where), limit: fanOut };
    const key = JSON.stringify(params);
    const known = loaders.get(key);
    if (known) return known;
    const loader = oneByKey<HopsRow>(source, cypher('read', name, 'part/link-filter', 'part/hops'), params);
    loaders.set(key, loader);
    return loader;
  };
}
