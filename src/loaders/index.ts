import type { SeriesBreakRow } from '../answers/series';
import { cypher } from '../cypher';
import { type LinkFilter, linkParams } from './filters';
import { manyByKey, oneByKey, PacedLoader, rowById, rowsBy, type Source } from './keyed';
import type {
  DatedChangeRow,
  Entity,
  EventInBrief,
  EventPlaceRow,
  HopRow,
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
    eventInBrief: rowById<EventInBrief>(source, cypher('read', 'event-in-brief')),
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
    followedBy: hops(source, 'followed-by', 'from'),
    precededBy: hops(source, 'preceded-by', 'to'),
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

/**
 * One loader for each filter in its canonical form: one filter, one truth for walks and for single steps. Links are told
 * with what is mostly shown of them where that is asked for.
 */
function hops(source: Source, name: string, near: 'from' | 'to') {
  const loaders = new Map<string, PacedLoader<HopsRow>>();
  return (where?: LinkFilter | null, told = false): PacedLoader<HopsRow> => {
    const params = linkParams(where);
    const key = JSON.stringify([told, params]);
    const known = loaders.get(key);
    if (known) return known;
    const isFiltered = Object.values(params).some((value) => value != null);
    const filter = isFiltered ? ['part/link-filter'] : [];
    const statement = cypher('read', name, ...filter, told ? 'part/hops-told' : 'part/hops');
    const loader = rowsBy<HopRow, HopsRow>(source, statement, near, cut, isFiltered ? params : {});
    loaders.set(key, loader);
    return loader;
  };
}

const cut = (rows: readonly HopRow[]): HopsRow =>
  rows.length > fanOut ? { hops: rows.slice(0, fanOut), rest: rows.slice(fanOut) } : { hops: rows, rest: [] };
