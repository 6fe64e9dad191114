import type { Direction } from '../answers/chain';
import { dateText } from '../answers/dates';
import { ownLanguages } from '../answers/languages';
import { badUserInput } from '../errors';
import { activities, activityOf, canMake, isRefusal, makeLesson, type Refusal, whyRefused } from '../lessons';
import { longestCard, shortName, wordsIn } from '../lessons/card';
import { cardsMarkdown, markdownOf } from '../lessons/markdown';
import type { LessonClaim, LessonEvent, LessonLink, LessonTerm, Material } from '../lessons/material';
import { fittingEvents } from '../lessons/nearest';
import type { ActivityName, Pack } from '../lessons/pack';
import { wordsOf } from '../lessons/words';
import type { LinkFilter } from '../loaders/filters';
import type { Entity } from '../loaders/rows';
import type { Context } from '../server/context';
import { allInOrder, bounded, known } from './arguments';
import { chainFrom } from './chain';
import { speakerOf } from './claim';
import { type LangArgument, languageOf, textOf } from './language';
import { hopWords } from './link';
import type { SelectionArguments } from './selection';
import { termIn } from './term';

/** One of the four ways to say what a lesson is made from. */
export interface LessonSelection {
  chain?: SelectionArguments['chain'] | null;
  link?: string | null;
  story?: string | null;
  events?: readonly string[] | null;
}

export interface LessonArguments extends LangArgument {
  activity: ActivityName;
  of: LessonSelection;
  cards?: number | null;
  seed: number;
  withContentNotes: readonly string[];
}

/** Most events that a lesson is made from. */
const mostEvents = 60;
/** Most causes of one event that a lesson knows of. */
const mostCauses = 12;
/** How far a chain goes that is made about an event. */
const usualDepth = 3;
/** How many events are tried in earnest before it is said that none is near. */
const mostTried = 3;

/** A lesson, or an error that says why there is none and names the nearest that fits. */
export async function lessonFrom(args: LessonArguments, context: Context): Promise<Pack> {
  checkCards(args);
  const material = await materialOf(args.of, args, context);
  const options = { ...args, cards: args.cards ?? null };
  const made = makeLesson(material, options);
  if (!isRefusal(made)) return made;
  const words = wordsOf(material.lang);
  const nearest = await nearestTo([material], args, context);
  const instead = nearest === null ? '' : ` ${words.askInstead(chainAbout(nearest, args.activity))}`;
  throw badUserInput(`${whyRefused(args.activity, made, material.lang)}${instead}`, {
    argument: 'of',
    nearest: nearest === null ? [] : [nearest],
  });
}

const chainAbout = (event: string, activity: ActivityName) =>
  `{chain: {event: "${event}", direction: ${activityOf(activity).direction}}}`;

function checkCards({ activity, cards }: LessonArguments): void {
  const { allowed } = activityOf(activity).cards;
  if (cards == null || allowed.includes(cards)) return;
  const [least = 0, most = 0] = [allowed[0], allowed.at(-1)];
  if (most - least + 1 === allowed.length) bounded('cards', cards, least, most);
  throw badUserInput(`"cards" is ${allowed.join(' or ')} for ${activity}, but got: ${cards}.`, {
    argument: 'cards',
    allowed,
  });
}

interface Offer {
  activity: ActivityName;
  made: Pack | Refusal;
  nearest: string | null;
}

/** What can be made about one event, and for what cannot the nearest event about which it can. */
export async function lessonsFor({ event }: { event: string }, context: Context): Promise<Offer[]> {
  const { id } = await known(event, ['Event'], context, 'event');
  const about = async (direction: Direction) =>
    materialOf({ chain: { event: id, direction, depth: usualDepth } }, {}, context);
  const [ahead, back] = await Promise.all([about('FORWARD'), about('BACKWARD')]);
  return Promise.all(
    activities.map(async ({ name, direction }) => {
      const options = { activity: name, cards: null, seed: 1, withContentNotes: [] };
      const made = makeLesson(direction === 'FORWARD' ? ahead : back, options);
      const nearest = isRefusal(made) ? await nearestTo([ahead, back], options, context) : null;
      return { activity: name, made, nearest };
    }),
  );
}

type Wanted = Pick<LessonArguments, 'activity' | 'withContentNotes'>;

/** The nearest event about which such a lesson can be made: within reach, else in one of the stories. */
async function nearestTo(materials: readonly Material[], { activity, withContentNotes }: Wanted, context: Context) {
  const options = { activity, withContentNotes, cards: null, seed: 1 };
  const { direction } = activityOf(activity);
  const within = materials.flatMap((material) => {
    const chosen = [...new Set([...material.chosen, ...material.events.keys()])];
    return fittingEvents({ ...material, chosen }, options, mostTried);
  });
  const found = within.length > 0 ? within : await inStories(options, context);
  const tried = [...new Set(found)].slice(0, mostTried);
  const tries = await Promise.all(
    tried.map((event) => materialOf({ chain: { event, direction, depth: usualDepth } }, {}, context)),
  );
  return tried.find((_, at) => canMake(tries[at] as Material, options)) ?? null;
}

/** A lesson that a data set without stories gives: about an event, or made from some events together. */
interface EventLesson {
  activity: ActivityName;
  of: { event: string } | { events: string };
  title: string;
}

/** For each activity what it can be made of among the first events of a data set, where there is anything. */
export async function lessonsOfEvents(args: LangArgument, context: Context): Promise<EventLesson[]> {
  const list = await context.ask.events({});
  const ids = (await list.page({ ascending: true, after: null, limit: mostEvents })).map(({ id }) => id);
  const material = await gathered({ ids, title: '' }, args, context);
  const found = await Promise.all(
    activities.map(async ({ name: activity }): Promise<EventLesson[]> => {
      const options = { activity, cards: null, seed: 1, withContentNotes: [] };
      const event = await nearestTo([material], options, context);
      if (event !== null) return [{ activity, of: { event }, title: material.events.get(event)?.title ?? event }];
      const made = makeLesson(material, options);
      return isRefusal(made) ? [] : [{ activity, of: { events: made.events.join(',') }, title: context.dataset.title }];
    }),
  );
  return found.flat();
}

async function inStories(options: Parameters<typeof fittingEvents>[1], context: Context): Promise<string[]> {
  const stories = await context.ask.stories();
  const steps = (await Promise.all(stories.map(({ id }) => context.loaders.stepsOf.load(id)))).flat();
  const ids = [...new Set(steps.map(({ event }) => event))];
  return fittingEvents(await gathered({ ids, title: '' }, {}, context), options, mostTried);
}

interface Selected {
  ids: readonly string[];
  title: string;
  question?: string | null;
  start?: string;
  link?: string;
}

/** All that a lesson about a selection can be made from, by as many questions however large it is. */
export async function materialOf(of: LessonSelection, args: LangArgument, context: Context): Promise<Material> {
  return gathered(await selected(of, args, context), args, context);
}

async function selected(of: LessonSelection, args: LangArgument, context: Context): Promise<Selected> {
  const { loaders } = context;
  const titleOf = (row: Entity | null) => String(textOf(row ?? {}, 'title', args, context) ?? '');
  if (of.chain) {
    const start = await known(of.chain.event, ['Event'], context, 'of.chain.event');
    const { direction, ...chain } = of.chain;
    const { steps } = await chainFrom(start.id, direction, { ...chain, maxEvents: mostEvents - 1 }, context);
    return { ids: [start.id, ...steps.map(({ id }) => id)], title: titleOf(start), start: start.id };
  }
  if (of.link != null) {
    const link = await known(of.link, ['EventLink'], context, 'of.link');
    const ids = [link.from as string, link.to as string];
    const [, to] = await Promise.all(ids.map((id) => loaders.entityById.load(id)));
    return { ids, title: titleOf(to ?? null), link: link.id };
  }
  if (of.story != null) {
    const story = await known(of.story, ['Story'], context, 'of.story');
    const steps = await loaders.stepsOf.load(story.id);
    const question = textOf(story, 'question', args, context);
    return {
      ids: steps.map(({ event }) => event),
      title: titleOf(story),
      question: question == null ? null : String(question),
    };
  }
  const ids = of.events ?? [];
  if (ids.length > mostEvents) {
    throw badUserInput(`"events" holds at most ${mostEvents} entries, but got: ${ids.length}.`, {
      argument: 'of.events',
      most: mostEvents,
    });
  }
  const events = await allInOrder(ids.map((id) => known(id, ['Event'], context, 'of.events')));
  return { ids: events.map(({ id }) => id), title: events.map(titleOf).slice(0, 2).join(' · ') };
}

// Order in time is no cause, and would only fill the sheets.
const told: LinkFilter = { families: ['CAUSAL', 'LEGAL'] };

async function gathered(
  { ids, title, question, start, link }: Selected,
  args: LangArgument,
  context: Context,
): Promise<Material> {
  const { loaders, ask, dataset } = context;
  const lang = languageOf(args, context);
  const before = async (ids: readonly string[]) => {
    const found = await Promise.all(ids.map((id) => loaders.precededBy(told).load(id)));
    return found.flatMap((row) => [...(row?.hops ?? [])].sort((a, b) => b.rank - a.rank).slice(0, mostCauses));
  };
  const near = await before(ids);
  const chosen = [...new Set(ids)];
  const causes = [...new Set(near.map(({ from }) => from))].filter((id) => !chosen.includes(id));
  const far = await before(causes);
  const all = [...new Set([...chosen, ...causes, ...far.map(({ from }) => from)])];
  const linkIds = [...new Set([...near, ...far].map(({ id }) => id)), ...(link === undefined ? [] : [link])];
  const [events, links, terms] = await Promise.all([
    Promise.all(all.map((id) => loaders.entityById.load(id))),
    Promise.all([...new Set(linkIds)].map((id) => loaders.entityById.load(id))),
    ask.glossary(lang).page({ ascending: true, after: null, limit: 500 }),
  ]);
  const present = (row: Entity | null) => row !== null;
  return {
    lang,
    title,
    question: question ?? null,
    start: start ?? null,
    link: link ?? null,
    chosen,
    events: new Map(events.filter(present).map((event) => [event.id, lessonEvent(event, lang, context)])),
    links: await Promise.all(links.filter(present).map((row) => lessonLink(row, lang, context))),
    terms: terms.map((term) => termIn(term, lang) as Entity & LessonTerm),
    citation: dataset.citeAs,
  };
}

/** The most that a text measures in any language, so that what is chosen by it is the same in all of them. */
const longestOf = (row: Entity, field: string, context: Context): number =>
  Math.max(
    ...[...new Set([...context.dataset.languages, ...ownLanguages])].map(
      (lang) => wordsIn(String(textOf(row, field, { lang }, context) ?? '')).length,
    ),
  );

const lessonEvent = (event: Entity, lang: string, context: Context): LessonEvent => ({
  id: event.id,
  title: String(textOf(event, 'title', { lang }, context)),
  kind: String(event.kind),
  sort: event.sort,
  earliest: (event.earliest as string | undefined) ?? null,
  latest: (event.latest as string | undefined) ?? null,
  date: dateText(String(event.edtf), lang),
  contentNotes: (event.contentNotes as string[] | undefined) ?? [],
});

async function lessonLink(link: Entity, lang: string, context: Context): Promise<LessonLink> {
  const [words, claims] = await Promise.all([
    hopWords(link, lang, context),
    context.loaders.claimsAbout
      .load(link.id)
      .then((rows) => Promise.all(rows.map((row) => lessonClaim(row, lang, context)))),
  ]);
  return {
    id: link.id,
    from: String(link.from),
    to: String(link.to),
    type: words.type,
    family: String(link.family),
    evidence: words.evidence,
    basis: String(textOf(link, 'basis', { lang }, context) ?? ''),
    words,
    claims,
  };
}

async function lessonClaim(claim: Entity, lang: string, context: Context): Promise<LessonClaim> {
  const { loaders } = context;
  const [speaker, by, sources] = await Promise.all([
    speakerOf(claim, context),
    loaders.entityById.load(claim.by as string),
    loaders.sourcesOf.load(claim.id),
  ]);
  const hedge = textOf(claim, 'hedge', { lang }, context);
  return {
    id: claim.id,
    speaker,
    speakerKind: by?.__typename === 'Actor' ? String(by.actorKind) : 'PUBLICATION',
    stance: String(claim.stance),
    text: String(textOf(claim, 'text', { lang }, context)),
    hedge: hedge == null ? null : String(hedge),
    saidOn: typeof claim.edtf === 'string' ? dateText(claim.edtf, lang) : null,
    sources: sources.map(({ title, publisher, sourceKind }) => ({
      title: String(title),
      publisher: publisher == null ? null : String(publisher),
      kind: String(sourceKind),
    })),
    isShort: wordsIn(shortName(speaker)).length + longestOf(claim, 'text', context) <= longestCard,
  };
}

export const Lesson = {
  title: ({ title }: Pack) => title,
  events: ({ events }: Pack, _: unknown, { loaders }: Context) => loaders.entityById.loadMany(events),
  sheet: (pack: Pack) =>
    markdownOf([{ kind: 'title', text: pack.title }, ...pack.sheet, { kind: 'text', text: madeOf(pack) }]),
  cards: ({ cards }: Pack) => cardsMarkdown(cards),
  key: ({ key }: Pack) => markdownOf(key),
  rubric: ({ rubric }: Pack) => markdownOf(rubric),
  plan: ({ plan }: Pack) => markdownOf(plan),
};

const madeOf = ({ lang, seed, citation }: Pack) => wordsOf(lang).made(seed, citation);

export const LessonOmission = {
  event: ({ event }: Pack['leftOut'][number], _: unknown, { loaders }: Context) => loaders.entityById.load(event),
};

export const LessonOffer = {
  fits: ({ made }: Offer) => !isRefusal(made),
  why: ({ activity, made }: Offer, args: LangArgument, context: Context) => {
    const lang = languageOf(args, context);
    return isRefusal(made) ? whyRefused(activity, made, lang) : wordsOf(lang).fits(made.cards.length);
  },
  nearest: ({ nearest }: Offer, _: unknown, { loaders }: Context) =>
    nearest === null ? null : loaders.entityById.load(nearest),
};
