import type { GraphQLSchema } from 'graphql';
import { compareText, type Direction } from '../answers/chain';
import { type Evidence, hopInWords, type LinkType } from '../answers/words';
import { badUserInput } from '../errors';
import { type Loss, lossesOf } from '../exports/losses';
import type {
  Named,
  SelectedClaim,
  SelectedDataset,
  SelectedEvent,
  SelectedLink,
  SelectedSource,
  Selection,
} from '../exports/selection';
import { chainTitle } from '../exports/words';
import type { EventFilter, LinkFilter } from '../loaders/filters';
import type { DatasetChangeRow, DatasetRow, Entity, WordRow } from '../loaders/rows';
import type { Context } from '../server/context';
import { eventFilterIds, known, knownIds } from './arguments';
import { chainFrom } from './chain';
import { speakerOf } from './claim';
import { rowsOf } from './exportRows';
import { seriesFor } from './exportSeries';
import { textOf } from './language';
import { hopWords } from './link';

/** One of the three ways to say what to take: events by a filter, a chain or a story. */
export interface SelectionArguments {
  events?: EventFilter;
  chain?: { event: string; direction: Direction; depth: number; where?: LinkFilter | null };
  story?: string;
}

/** Most events that an export holds. */
export const mostExported = 2000;

interface Picked {
  title: string;
  question: string | null;
  name: string;
  events: Entity[];
  links: Entity[];
  /** What a story says of its events, by their ids. */
  captions: ReadonlyMap<string, string>;
  losses: Loss[];
}

/** Gathers everything that an export may show, in batches whose number does not grow with what is exported. */
export async function selectionOf(
  of: SelectionArguments,
  lang: string,
  context: Context,
  schema: GraphQLSchema,
): Promise<Selection> {
  const say = speechIn(lang, context);
  const { events, links, captions, losses, ...picked } = await pick(of, lang, say, context);
  const describeEvent = (event: Entity) => selectedEvent(event, captions.get(event.id) ?? null, say, context);
  const describeLink = (link: Entity) => selectedLink(link, lang, say, context);
  const [selectedEvents, selectedLinks] = await Promise.all([
    inTheirTurns(events, describeEvent, context),
    inTheirTurns(links, describeLink, context),
  ]);
  return {
    ...picked,
    lang,
    dataset: selectedDataset(context.dataset),
    events: selectedEvents,
    links: selectedLinks,
    losses: [...losses, ...lossesOf({ untranslated: say.untranslated() })],
    pause: context.turns.pause,
    series: () => seriesFor(events, isEverything(of), lang, context),
    rows: () => rowsOf({ events, links, isWhole: isEverything(of) }, context, schema),
  };
}

/** What is found out about each thing, begun in turns: even to ask for so much takes long. */
const inTheirTurns = <Made>(
  things: readonly Entity[],
  describe: (thing: Entity) => Promise<Made>,
  { turns }: Context,
): Promise<Made[]> => Promise.all(turns.list(things).map(async (thing) => describe(await thing)));

/** Whether a selection has no filter at all. */
const isEverything = ({ events }: SelectionArguments): boolean =>
  // The one field with a default narrows nothing by itself.
  events !== undefined && Object.entries(events).every(([field, value]) => field === 'dateMatch' || value == null);

/** Reads texts in one language, and counts those that have no translation into it. */
interface Speech {
  /** A text of a thing, or empty text. */
  text(row: Readonly<Record<string, unknown>>, field: string): string;
  /** What a thing is called; names without a translation are no loss. */
  name(row: Readonly<Record<string, unknown>>): string;
  /** A word of the data set's own for the part of a place, as a reader would say it. */
  role(word: string): string;
  untranslated(): number;
}

function speechIn(lang: string, context: Context): Speech {
  const isOriginal = lang === context.dataset.language;
  const missing = new Set<string>();
  const words = context.dataset.words.map((text): WordRow => JSON.parse(text));
  const roles = new Map(words.filter(({ of }) => of === 'PLACE_ROLE').map((word) => [word.word, word]));
  return {
    text: (row, field) => {
      const translation = isOriginal ? row[field] : row[`${field}_${lang}`];
      if (translation != null) return String(translation);
      const original = String(row[field] ?? '');
      if (original !== '') missing.add(`${row.id} ${field}`);
      return original;
    },
    name: (row) => String(textOf(row, 'name', { lang }, context) ?? row.id),
    role: (word) => String(textOf({ ...roles.get(word) }, 'label', { lang }, context) ?? word),
    untranslated: () => missing.size,
  };
}

async function pick(of: SelectionArguments, lang: string, say: Speech, context: Context): Promise<Picked> {
  if (of.chain) return pickChain(of.chain, lang, say, context);
  if (of.story !== undefined) return pickStory(of.story, say, context);
  return pickEvents(of.events ?? {}, context);
}

async function pickEvents(where: EventFilter, context: Context): Promise<Picked> {
  const list = await context.ask.events(await knownIds<EventFilter>(where, eventFilterIds, context));
  const events = await list.page({ ascending: true, after: null, limit: mostExported + 1 });
  if (events.length > mostExported) {
    const most = mostExported.toLocaleString('en-US');
    throw badUserInput(
      `"of.events" fits more than ${most} events, and an export holds ${most} at most. Ask for a shorter stretch of time or fewer places.`,
      { argument: 'of.events', most: mostExported },
    );
  }
  const { title, id } = context.dataset;
  return {
    title,
    question: null,
    name: id,
    events,
    links: await linksAmong(events, context),
    captions: new Map(),
    losses: [],
  };
}

async function linksAmong(events: readonly Entity[], { loaders }: Context): Promise<Entity[]> {
  const chosen = new Set(events.map(({ id }) => id));
  const hops = await Promise.all(events.map(({ id }) => loaders.followedBy().load(id)));
  const within = hops.flatMap((found) =>
    [...(found?.hops ?? []), ...(found?.rest ?? [])].filter(({ to }) => chosen.has(to)),
  );
  return inOrder(
    await found(
      within.map(({ id }) => id),
      loaders,
    ),
  );
}

type ChainSelection = NonNullable<SelectionArguments['chain']>;

async function pickChain(
  { event, direction, ...args }: ChainSelection,
  lang: string,
  say: Speech,
  context: Context,
): Promise<Picked> {
  const start = await known(event, ['Event'], context, 'of.chain.event');
  const chain = await chainFrom(start.id, direction, { ...args, maxEvents: mostExported }, context);
  const [events, links] = await Promise.all([
    found([start.id, ...chain.steps.map(({ id }) => id)], context.loaders),
    found(
      [...chain.links, ...chain.loops].map(({ id }) => id),
      context.loaders,
    ),
  ]);
  return {
    title: chainTitle(direction, say.text(start, 'title'), lang),
    question: null,
    name: `${direction === 'FORWARD' ? 'what-followed' : 'what-led-to'}-${start.id}`,
    events: inOrder(events),
    links: inOrder(links),
    captions: new Map(),
    losses: lossesOf({ beyondChain: chain.truncated?.notFollowed ?? 0 }),
  };
}

async function pickStory(id: string, say: Speech, context: Context): Promise<Picked> {
  const { loaders } = context;
  const story = await known(id, ['Story'], context, 'of.story');
  const [steps, within] = await Promise.all([loaders.stepsOf.load(story.id), loaders.linksWithin.load(story.id)]);
  const [events, links] = await Promise.all([
    found(
      steps.map(({ event }) => event),
      loaders,
    ),
    found(
      within.map((link) => link.id),
      loaders,
    ),
  ]);
  return {
    title: say.text(story, 'title'),
    question: say.text(story, 'question') || null,
    name: story.id,
    events,
    links: inOrder(links),
    captions: new Map(steps.map((step) => [step.event, say.text({ ...step, id: story.id }, 'caption')])),
    losses: [],
  };
}

const found = async (ids: readonly string[], { entityById }: Context['loaders']): Promise<Entity[]> =>
  (await Promise.all([...new Set(ids)].map((id) => entityById.load(id)))).filter((one) => one !== null);

const inOrder = (things: readonly Entity[]): Entity[] =>
  [...things].sort((a, b) => compareText(a.sort, b.sort) || compareText(a.id, b.id));

function selectedDataset(dataset: DatasetRow): SelectedDataset {
  const { id, title, description, version, license, citeAs, checksum, language } = dataset;
  const dates = dataset.changes.map((change) => (JSON.parse(change) as DatasetChangeRow).date).sort();
  return { id, title, description, version, license, citeAs, checksum, language, date: dates.at(-1) ?? null };
}

async function selectedEvent(
  event: Entity,
  caption: string | null,
  say: Speech,
  context: Context,
): Promise<SelectedEvent> {
  const { id } = event;
  const { loaders } = context;
  const named = (thing: Entity): Named => ({ id: thing.id, name: say.name(thing) });
  const byId = async (one: string): Promise<Entity> => (await loaders.entityById.load(one)) ?? unknown(one);
  const [jurisdictions, affects, places, participations, changes, claims, sources] = await Promise.all([
    loaders.jurisdictionsOf.load(id),
    loaders.affectedBy.load(id),
    loaders.placesOf.load(id),
    loaders.participationsIn.load(id),
    loaders.changesBy.load(id),
    claimsAbout(id, say, context),
    loaders.sourcesOf.load(id),
  ]);
  const [actors, policies] = await Promise.all([
    Promise.all(
      participations.map(async ({ actor, role, detail }) => {
        const one = await byId(actor);
        return { ...named(one), kind: String(one.actorKind), role, detail: detail ?? null };
      }),
    ),
    Promise.all(changes.map(async ({ policy, effect }) => ({ ...named(await byId(policy)), effect }))),
  ]);
  const hasImage = event.imageUrl && event.imageCredit && event.imageLicense;
  return {
    id,
    title: say.text(event, 'title'),
    summary: say.text(event, 'summary'),
    edtf: String(event.edtf),
    kind: String(event.kind),
    verification: String(event.verification),
    contentNotes: (event.contentNotes as string[] | null | undefined) ?? [],
    jurisdictions: jurisdictions.map(named),
    affects: affects.map(named),
    places: places.map(({ place, role }) => ({ ...named(place), role: say.role(role) })),
    actors,
    policies,
    claims,
    sources: sources.map(selectedSource),
    image: hasImage
      ? {
          url: String(event.imageUrl),
          alt: say.text(event, 'imageAlt'),
          credit: String(event.imageCredit),
          license: String(event.imageLicense),
        }
      : null,
    caption,
  };
}

function unknown(id: string): never {
  throw new Error(`Expected "${id}" in the graph, which another thing there names, but got nothing.`);
}

async function selectedLink(link: Entity, lang: string, say: Speech, context: Context): Promise<SelectedLink> {
  const [words, claims, sources] = await Promise.all([
    hopWords(link, lang, context),
    claimsAbout(link.id, say, context),
    context.loaders.sourcesOf.load(link.id),
  ]);
  return {
    id: link.id,
    from: String(link.from),
    to: String(link.to),
    type: link.type as LinkType,
    family: String(link.family),
    evidence: link.evidence as Evidence,
    basis: say.text(link, 'basis'),
    disputed: link.disputed === true,
    qualified: link.qualified === true,
    words: hopInWords(words),
    claims,
    sources: sources.map(selectedSource),
  };
}

const claimsAbout = async (id: string, say: Speech, context: Context): Promise<SelectedClaim[]> =>
  Promise.all((await context.loaders.claimsAbout.load(id)).map((claim) => selectedClaim(claim, say, context)));

async function selectedClaim(claim: Entity, say: Speech, context: Context): Promise<SelectedClaim> {
  const [by, name, sources] = await Promise.all([
    context.loaders.entityById.load(String(claim.by)),
    speakerOf(claim, context),
    context.loaders.sourcesOf.load(claim.id),
  ]);
  return {
    id: claim.id,
    by: {
      id: String(claim.by),
      name,
      kind: by?.__typename === 'Source' ? 'PUBLICATION' : by?.actorKind === 'PERSON' ? 'PERSON' : 'BODY',
    },
    stance: String(claim.stance),
    text: say.text(claim, 'text'),
    hedge: say.text(claim, 'hedge') || null,
    edtf: typeof claim.edtf === 'string' ? claim.edtf : null,
    sources: sources.map(selectedSource),
  };
}

const selectedSource = (source: Entity): SelectedSource => ({
  id: source.id,
  title: String(source.title),
  url: String(source.url),
  publisher: source.publisher == null ? null : String(source.publisher),
  published: source.published == null ? null : String(source.published),
  kind: String(source.sourceKind),
});
