import {
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isLeafType,
  isListType,
  isObjectType,
} from 'graphql';
import { groupBy } from '../answers/groups';
import { badUserInput } from '../errors';
import { inTurns } from '../exports/inTurns';
import { lossesOf } from '../exports/losses';
import type { PlainField, SelectedRow, SelectedRows } from '../exports/selection';
import type { Pages } from '../loaders/ask';
import type { DatasetChangeRow, DatasetRow, Entity, PolicyChangeRow, WordRow } from '../loaders/rows';
import type { Context } from '../server/context';

interface Chosen {
  events: readonly Entity[];
  links: readonly Entity[];
  /** Whether it is the whole data set, with what no event rests on. */
  isWhole: boolean;
}

/** Most things of a kind that a whole data set may have to be exported. */
const mostOfAKind = 20_000;

/** Gathers what a data set needs to hold a selection: all that its rows name, and all that those name in turn. */
export async function rowsOf(chosen: Chosen, context: Context, schema: GraphQLSchema): Promise<SelectedRows> {
  const { loaders, dataset } = context;
  const events = await Promise.all(chosen.events.map((event) => eventRow(event, context)));
  const rest = chosen.isWhole ? await everything(context) : await restOf(events, chosen.links, context);
  const [policies, changes, eventPlaces, breaks] = await Promise.all([
    Promise.all(
      rest.policies.map(async (policy) => ({
        ...policy,
        jurisdictions: idsOf(await loaders.jurisdictionsOf.load(policy.id)),
      })),
    ),
    Promise.all(chosen.events.map(({ id }) => loaders.changesBy.load(id))),
    Promise.all(chosen.events.map(({ id }) => loaders.placesOf.load(id))),
    Promise.all(
      rest.metrics.map(async ({ id }) => (await loaders.breaksOf.load(id)).map((one) => ({ ...one, metric: id }))),
    ),
  ]);
  const actors = await withOffices(await closed(rest.actors, namedByActor, context, true), context);
  const told = new Set(chosen.events.map(({ id }) => id));
  const stories = await wholeStories(rest.stories, told, new Set(idsOf(chosen.links)), context);
  const lives = await wholeLives(changes.flat(), told, context);
  const places = await placesOf(
    [
      ...events.flatMap(({ jurisdictions, affects }) => [...jurisdictions, ...affects]),
      ...eventPlaces.flat().map(({ place }) => place.id),
      ...policies.flatMap(({ jurisdictions }) => jurisdictions),
      ...textsIn(actors, 'country'),
      ...textsIn(rest.observations, 'place', 'nationality'),
      ...textsIn(breaks.flat(), 'place', 'nationality'),
      ...idsOf(rest.places),
    ],
    context,
  );
  await context.turns.pause();
  const withPosition = lives.map(({ position, ...change }) => ({ ...change, order: position || null }));
  const cited = [
    ...listsIn([...events, ...withPosition, ...eventPlaces.flat(), ...breaks.flat()], 'sources'),
    ...listsIn([...chosen.links, ...rest.claims, ...rest.observations], 'sourceIds'),
    ...idsOf(rest.sources),
  ];
  const sources = await found(cited, context);
  await context.turns.pause();
  const known = new Set([...idsOf(rest.claims), ...idsOf(rest.observations), ...told]);
  let outside = 0;
  const kept = (ids: unknown): string[] => {
    const within = ((ids ?? []) as string[]).filter((id) => known.has(id));
    outside += ((ids ?? []) as string[]).length - within.length;
    return within;
  };
  const tables: SelectedRows['tables'] = {
    events,
    links: await inTurns(chosen.links, context.turns, ({ sourceIds, ...link }) => ({ ...link, sources: sourceIds })),
    claims: await inTurns(rest.claims, context.turns, ({ sourceIds, contradictedBy, ...claim }) => ({
      ...claim,
      sources: sourceIds,
      contradictedBy: kept(contradictedBy),
    })),
    policies,
    'policy-changes': withPosition,
    actors,
    places,
    'event-places': eventPlaces
      .flatMap((parts, at) => parts.map((part) => ({ ...part, event: chosen.events[at]?.id, place: part.place.id })))
      .sort((a, b) => a.position - b.position),
    sources,
    metrics: rest.metrics,
    observations: await inTurns(rest.observations, context.turns, ({ sourceIds, events: ties, ...one }) => ({
      ...one,
      sources: sourceIds,
      events: kept(ties),
    })),
    'series-breaks': breaks.flat() as unknown as SelectedRow[],
    stories,
    glossary: rest.glossary,
  };
  return {
    head: headOf(dataset, chosen.isWhole),
    tables,
    languages: dataset.languages.filter((lang) => lang !== dataset.language),
    plainFields: plainFieldsIn(schema),
    losses: lossesOf({
      outside,
      brokenStories: rest.stories.length - stories.length,
      brokenLives: changes.flat().length - lives.length,
    }),
  };
}

/** What no row of an event or a link holds itself. */
interface Rest {
  claims: Entity[];
  policies: Entity[];
  actors: Entity[];
  places: Entity[];
  sources: Entity[];
  metrics: Entity[];
  observations: Entity[];
  stories: Entity[];
  glossary: Entity[];
}

/** Everything that there is, a question a kind. */
async function everything({ ask, loaders, dataset }: Context): Promise<Rest> {
  const all = async (what: string, list: Pages): Promise<Entity[]> => {
    const things = await list.page({ ascending: true, after: null, limit: mostOfAKind + 1 });
    if (things.length <= mostOfAKind) {
      // What is here already need not be asked for once more, one by one.
      for (const thing of things) loaders.entityById.prime(thing.id, thing);
      return things;
    }
    const most = mostOfAKind.toLocaleString('en-US');
    throw badUserInput(`The data set has more than ${most} ${what}. Export a part of it, by a filter of events.`, {
      argument: 'of.events',
      most: mostOfAKind,
    });
  };
  const [claims, policies, actors, places, sources, metrics, observations, stories, glossary] = await Promise.all([
    ask.claims({}).then((list) => all('claims', list)),
    ask.policies({}).then((list) => all('policies', list)),
    ask.actors({}).then((list) => all('actors', list)),
    ask.places({}).then((list) => all('places', list)),
    ask.sources({}).then((list) => all('sources', list)),
    ask.metrics({}).then((list) => all('metrics', list)),
    ask.observations({ allReleases: true }).then((list) => all('observations', list)),
    ask.stories(),
    all('terms', ask.glossary(dataset.language)),
  ]);
  return { claims, policies, actors, places, sources, metrics, observations, stories, glossary };
}

/** What these events and links rest on, and nothing else. */
async function restOf(
  events: readonly (Entity & { actors: readonly SelectedRow[] })[],
  links: readonly Entity[],
  context: Context,
): Promise<Rest> {
  const { loaders } = context;
  const [changes, observationsOf, storiesOf] = await Promise.all([
    Promise.all(events.map(({ id }) => loaders.changesBy.load(id))),
    Promise.all(events.map(({ id }) => loaders.observationsFor.load(id))),
    Promise.all(events.map(({ id }) => loaders.storiesOf.load(id))),
  ]);
  const tied = eachOnce(observationsOf.flat());
  const metrics = await found(textsIn(tied, 'metric'), context);
  // Whole series, as one of several releases means little without the others.
  const series = new Set(tied.map(seriesOf));
  const observations = (await Promise.all(metrics.map(({ id }) => loaders.observationsOf.load(id))))
    .flat()
    .filter((one) => series.has(seriesOf(one)));
  const policies = await closed(
    await found(
      changes.flat().map(({ policy }) => policy),
      context,
    ),
    (policy) => textsIn([policy], 'partOf'),
    context,
  );
  const subjects = [...events, ...links, ...policies, ...observations];
  const claims = eachOnce((await Promise.all(subjects.map(({ id }) => loaders.claimsAbout.load(id)))).flat());
  const [speakers, actors] = await Promise.all([
    found(textsIn(claims, 'by'), context),
    found(
      events.flatMap((event) => event.actors.map(({ actor }) => String(actor))),
      context,
    ),
  ]);
  return {
    claims,
    policies,
    actors: eachOnce([...actors, ...speakers.filter(({ __typename }) => __typename === 'Actor')]),
    places: [],
    sources: speakers.filter(({ __typename }) => __typename === 'Source'),
    metrics,
    observations,
    stories: eachOnce(storiesOf.flat()),
    glossary: [],
  };
}

const seriesOf = ({ metric, place, nationality }: Entity): string => [metric, place, nationality].join('\n');

async function eventRow(event: Entity, { loaders }: Context) {
  const { id } = event;
  const [jurisdictions, affects, actors, sources] = await Promise.all([
    loaders.jurisdictionsOf.load(id),
    loaders.affectedBy.load(id),
    loaders.participationsIn.load(id),
    loaders.sourcesOf.load(id),
  ]);
  return {
    ...event,
    jurisdictions: idsOf(jurisdictions),
    affects: idsOf(affects),
    actors: actors as unknown as SelectedRow[],
    sources: idsOf(sources),
  };
}

const namedByActor = (actor: Entity): string[] => textsIn([actor], 'partOf', 'person');

/** Things and all that they name, and what those name, until nothing new is named. */
async function closed(
  things: readonly Entity[],
  namedBy: (thing: Entity) => string[],
  context: Context,
  hasOffices = false,
): Promise<Entity[]> {
  const all = new Map(things.map((thing) => [thing.id, thing]));
  for (let frontier = [...all.values()]; frontier.length > 0; ) {
    const offices = hasOffices ? await Promise.all(frontier.map(({ id }) => context.loaders.officesOf.load(id))) : [];
    const named = [...frontier.flatMap(namedBy), ...textsIn(offices.flat(), 'organization')];
    frontier = await found(
      named.filter((id) => !all.has(id)),
      context,
    );
    for (const thing of frontier) all.set(thing.id, thing);
  }
  return [...all.values()];
}

/** The changes of those policies whose every change is there: part of a life would tell wrong states. */
async function wholeLives(
  changes: readonly PolicyChangeRow[],
  events: ReadonlySet<string>,
  { loaders }: Context,
): Promise<PolicyChangeRow[]> {
  const policies = [...new Set(changes.map(({ policy }) => policy))];
  const lives = await Promise.all(policies.map((policy) => loaders.changesOf.load(policy)));
  const whole = new Set(policies.filter((_, at) => lives[at]?.every(({ event }) => events.has(event))));
  return changes.filter(({ policy }) => whole.has(policy));
}

/** The stories whose every event, and every link between two of them, is there; each with its steps. */
async function wholeStories(
  stories: readonly Entity[],
  events: ReadonlySet<string>,
  links: ReadonlySet<string>,
  { loaders }: Context,
) {
  const told = await Promise.all(
    stories.map(async (story) => ({
      story: { ...story, steps: await loaders.stepsOf.load(story.id) },
      within: await loaders.linksWithin.load(story.id),
    })),
  );
  return told.flatMap(({ story, within }) => {
    const isWhole = story.steps.every(({ event }) => events.has(event)) && within.every(({ id }) => links.has(id));
    return isWhole ? [story] : [];
  });
}

const withOffices = (actors: readonly Entity[], { loaders }: Context): Promise<Entity[]> =>
  Promise.all(actors.map(async (actor) => ({ ...actor, offices: await loaders.officesOf.load(actor.id) })));

/** Places with all that they lie in, each with the lands that it lies in beside the one that it names. */
async function placesOf(ids: readonly string[], context: Context): Promise<Entity[]> {
  const chosen = await found(ids, context);
  const places = await found(listsIn(chosen, 'placeIds'), context);
  const inside = await Promise.all(places.map(({ id }) => context.loaders.placesIn.load(id)));
  const outer = groupBy(
    inside.flatMap((found, at) => found.map((place) => ({ id: place.id, within: places[at]?.id }))),
    ({ id }) => id,
  );
  return places.map((place) => {
    const around = new Set(outer.get(place.id)?.map(({ within }) => within));
    const countries = listsIn([place], 'placeIds').filter((id) => around.has(id) && id !== place.within);
    return { ...place, countries };
  });
}

const found = async (ids: readonly string[], { loaders }: Context): Promise<Entity[]> =>
  (await Promise.all([...new Set(ids)].map((id) => loaders.entityById.load(id)))).filter((one) => one !== null);

const eachOnce = (things: readonly Entity[]): Entity[] => [
  ...new Map(things.map((thing) => [thing.id, thing])).values(),
];

const idsOf = (things: readonly { id: string }[]): string[] => things.map(({ id }) => id);

const textsIn = (rows: readonly object[], ...properties: string[]): string[] =>
  rows.flatMap((row) => properties.flatMap((property) => (row as Record<string, string | null>)[property] ?? []));

const listsIn = (rows: readonly object[], property: string): string[] =>
  rows.flatMap((row) => (row as Record<string, string[] | null>)[property] ?? []);

/** A part of a data set is another one, and says so. */
function headOf(dataset: DatasetRow, isWhole: boolean): SelectedRow {
  const { id, title, description, version, license, citeAs, language } = dataset;
  const words = dataset.words.map((text): WordRow => JSON.parse(text));
  return {
    id: isWhole ? id : `${id}-part`,
    title,
    ...(description === '' ? {} : { description }),
    version,
    license,
    citeAs,
    language,
    changes: dataset.changes.map((text): DatasetChangeRow => JSON.parse(text)),
    vocabulary: Object.fromEntries(
      [...groupBy(words, (word) => word.of)].map(([of, group]) => [
        of,
        group.map(({ of: _, count: __, ...word }) => word),
      ]),
    ),
  };
}

/** The fields of a type that a data set may have a column for, as `Vocabulary` promises them. */
const plainFieldsIn =
  (schema: GraphQLSchema): SelectedRows['plainFields'] =>
  (name) => {
    const type = schema.getType(name);
    const fields = isObjectType(type) ? Object.values(type.getFields()) : [];
    return new Map(
      fields
        .filter(
          ({ type, args }) => isLeafType(getNamedType(type)) && args.every((argument) => argument.name === 'lang'),
        )
        .map(({ name: column, type: of }): [string, PlainField] => [column, plainField(of)]),
    );
  };

function plainField(type: GraphQLOutputType): PlainField {
  const named = getNamedType(type);
  const list = isListType(getNullableType(type));
  if (isEnumType(named)) return { of: { enum: named.name }, list };
  return { of: scalarKinds[named.name] ?? 'text', list };
}

const scalarKinds: Readonly<Record<string, 'text' | 'url' | 'number' | 'boolean'>> = {
  URL: 'url',
  Int: 'number',
  Float: 'number',
  Boolean: 'boolean',
};
