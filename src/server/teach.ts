import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isEnumType } from 'graphql';
import { badUserInput, offer } from '../errors';
import { activities, activityOf, canMake } from '../lessons';
import type { ActivityName, Pack } from '../lessons/pack';
import { type Words, wordsOf } from '../lessons/words';
import { languageOf, textOf } from '../resolvers/language';
import {
  type LessonArguments,
  type LessonSelection,
  lessonFrom,
  lessonsOfEvents,
  materialOf,
} from '../resolvers/lesson';
import type { Context, ContextMaker } from './context';
import { headOf, toldOf } from './faults';
import type { Gate } from './gate';
import { promisedSchema, wordInAddress } from './graphql';
import { type Html, html } from './html';
import type { Log } from './log';
import { languageSelect, packControls, packPage } from './packPage';
import { plainPage } from './plainPage';

type Params = Readonly<Record<string, string>>;

/** The activities as an address and the command line name them, such as `without-it`. */
export const activityWords: readonly string[] = activities.map(({ name }) => wordInAddress(name));

/** The content notes that there are. */
const contentNotes = (): string[] => {
  const type = promisedSchema().getType('ContentNote');
  return isEnumType(type) ? type.getValues().map(({ name }) => name) : [];
};

const selections = ['story', 'event', 'link', 'events'];
const names = [...selections, 'direction', 'depth', 'cards', 'seed', 'lang', 'withContentNotes'];

/** What an address or a command asks for, as the arguments of the field `lesson`; or an error that names what is wrong. */
export function lessonArguments(activity: string, params: Params): LessonArguments {
  const name = oneOf(
    'activity',
    activity.toUpperCase().replaceAll('-', '_'),
    activities.map(({ name }) => name),
  );
  for (const param of Object.keys(params)) oneOf('parameter', param, names);
  const { lang, cards, seed = '1', withContentNotes = '' } = params;
  return {
    activity: name,
    of: selectionIn(params, name),
    cards: cards === undefined ? null : wholeNumber('cards', cards),
    seed: wholeNumber('seed', seed),
    lang: lang ?? null,
    withContentNotes: listIn(withContentNotes).map((note) =>
      oneOf('withContentNotes', note.toUpperCase(), contentNotes()),
    ),
  };
}

function selectionIn(params: Params, activity: ActivityName): LessonSelection {
  const given = selections.filter((name) => params[name] !== undefined);
  if (given.length !== 1) {
    const got = given.length === 0 ? 'none' : given.join(' and ');
    throw badUserInput(`A lesson is made from one of ${selections.join(', ')}, but got: ${got}.`, { argument: 'of' });
  }
  const { story, event, link, events, direction, depth } = params;
  if (story !== undefined) return { story };
  if (link !== undefined) return { link };
  if (events !== undefined) return { events: listIn(events) };
  return {
    chain: {
      event: event ?? '',
      direction:
        direction === undefined
          ? activityOf(activity).direction
          : oneOf('direction', direction.toUpperCase(), directions),
      depth: depth === undefined ? 3 : wholeNumber('depth', depth),
    },
  };
}

const directions = ['FORWARD', 'BACKWARD'] as const;

const listIn = (text: string) =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);

function oneOf<Word extends string>(argument: string, given: string, known: readonly Word[]): Word {
  const found = known.find((word) => word === given);
  if (found !== undefined) return found;
  const said = given.slice(0, 60);
  const { near, sentence } = offer(said, known);
  throw badUserInput(`There is no ${argument} "${said}".${sentence}`, { argument, nearest: near });
}

function wholeNumber(argument: string, text: string): number {
  if (/^-?\d{1,9}$/.test(text)) return Number(text);
  throw badUserInput(`"${argument}" is a whole number of at most nine digits, but got: ${text.slice(0, 60)}.`, {
    argument,
  });
}

/** The pack that a command writes to a file: the same page as the server's, without what only a screen needs. */
export const packFile = async (args: LessonArguments, context: Context): Promise<string> =>
  packPage(await lessonFrom(args, context), null);

/** The page for teachers, and each pack as one page to print. */
export function routeTeach(
  http: FastifyInstance,
  makeContext: ContextMaker,
  goneOf: (reply: FastifyReply) => AbortSignal,
  gate: Gate,
  log: Log,
): void {
  const index = rememberIndex();

  const answer = async (request: FastifyRequest, reply: FastifyReply, page: (context: Context) => Promise<string>) => {
    const gone = goneOf(reply);
    void reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8');
    let leave = () => {};
    try {
      leave = await gate.enter(gone);
      return await page(await makeContext(gone, undefined, request.id));
    } catch (fault) {
      return refused(fault, request, reply, log);
    } finally {
      leave();
    }
  };

  http.get<{ Querystring: Record<string, unknown> }>('/teach', (request, reply) =>
    answer(request, reply, (context) => index(paramsOf(request.query), context)),
  );
  http.get<{ Params: { activity: string }; Querystring: Record<string, unknown> }>(
    '/teach/:activity',
    (request, reply) =>
      answer(request, reply, async (context) => {
        const params = paramsOf(request.query);
        const pack = await lessonFrom(lessonArguments(request.params.activity, params), context);
        return packPage(pack, packControls(`/teach/${wordInAddress(pack.activity)}`, params, wordsOf(pack.lang)));
      }),
  );
}

/** Each parameter once: the last, where it is given more often. */
const paramsOf = (query: Record<string, unknown>): Params =>
  Object.fromEntries(
    Object.entries(query).map(([name, value]) => [name, String(Array.isArray(value) ? value.at(-1) : value)]),
  );

/** A refusal on a page, with the status that goes with it and a way back. */
function refused(fault: unknown, { id, query }: FastifyRequest, reply: FastifyReply, log: Log): string {
  const told = toldOf(fault, id, log);
  reply.refusedWith = told.extensions.code;
  headOf(reply, told.extensions);
  const { teach, lang } = wordsOf(String((query as Record<string, unknown>).lang ?? 'en'));
  const content = html`<main><h1>${teach.title}</h1><p>${told.message}</p><p><a href="/teach?lang=${lang}">${teach.back}</a></p></main>`;
  return plainPage({ lang, title: teach.title, body: content.html });
}

/** The page of all activities and packs. What fits is worked out once for each language and version of the data. */
function rememberIndex(): (params: Params, context: Context) => Promise<string> {
  let known: { checksum: string; packs: Map<string, Packs> } = { checksum: '', packs: new Map() };
  return async (params, context) => {
    for (const param of Object.keys(params)) oneOf('parameter', param, ['lang', 'story']);
    const lang = languageOf({ lang: params.lang ?? null }, context);
    const { checksum } = context.dataset;
    if (known.checksum !== checksum) known = { checksum, packs: new Map() };
    const { packs } = known;
    const all = packs.get(lang) ?? (await packsIn(lang, context));
    packs.set(lang, all);
    return indexPage(all, params.story, wordsOf(lang));
  };
}

interface StoryPacks {
  id: string;
  title: string;
  question: string;
  /** Without events that bear a content note, then with those that speak of what the story speaks of. */
  offers: { notes: readonly string[]; fitting: readonly ActivityName[] }[];
  /** What cannot be made of it at all. */
  missing: readonly ActivityName[];
}

/** What is ready to print: packs of the stories or, where there is none, about single events. */
interface Packs {
  stories: readonly StoryPacks[];
  aboutEvents: Awaited<ReturnType<typeof lessonsOfEvents>>;
}

async function packsIn(lang: string, context: Context): Promise<Packs> {
  const stories = await packsOfStories(lang, context);
  return { stories, aboutEvents: stories.length > 0 ? [] : await lessonsOfEvents({ lang }, context) };
}

async function packsOfStories(lang: string, context: Context): Promise<StoryPacks[]> {
  const stories: StoryPacks[] = [];
  for (const story of await context.ask.stories()) {
    const material = await materialOf({ story: story.id }, { lang }, context);
    const notes = (story.contentNotes as string[] | undefined) ?? [];
    const fitting = (withContentNotes: readonly string[]) =>
      activities.flatMap(({ name }) =>
        canMake(material, { activity: name, cards: null, seed: 1, withContentNotes }) ? name : [],
      );
    const offers = [[], ...(notes.length > 0 ? [notes] : [])].map((notes) => ({ notes, fitting: fitting(notes) }));
    const made = new Set(offers.flatMap((offer) => offer.fitting));
    stories.push({
      id: story.id,
      title: material.title,
      question: String(textOf(story, 'question', { lang }, context) ?? material.title),
      offers,
      missing: activities.flatMap(({ name }) => (made.has(name) ? [] : name)),
    });
  }
  return stories;
}

/** All activities and packs; those of the story that was asked for stand before the others. */
function indexPage({ stories: all, aboutEvents }: Packs, asked: string | undefined, words: Words): string {
  const { teach } = words;
  if (asked !== undefined)
    oneOf(
      'story',
      asked,
      all.map(({ id }) => id),
    );
  const stories = [...all].sort((a, b) => Number(b.id === asked) - Number(a.id === asked));
  const first = firstPack(stories);
  const kept = asked === undefined ? null : html`<input type="hidden" name="story" value="${asked}">`;
  const content = html`<nav>
<p><a href="/?lang=${words.lang}">${teach.home}</a></p>
<form action="/teach" method="get">${kept}${languageSelect(words)}<button>${teach.show}</button></form>
</nav>
<main>
<h1>${teach.title}</h1>
<p>${teach.intro} ${teach.offline}</p>
${first === null ? null : firstHtml(first, words)}
<h2>${teach.activities}</h2>
<dl>${activities.map(({ name }) => html`<dt>${words.activities[name].name}</dt><dd>${words.activities[name].sentence}</dd>\n`)}</dl>
<p>${teach.whyNoOwnStories}</p>
${stories.length === 0 ? null : html`<h2>${teach.packs}</h2>`}
${stories.map((story) => storyHtml(story, words))}
${
  aboutEvents.length === 0
    ? null
    : html`<h2>${teach.eventPacks}</h2>
<ul>${aboutEvents.map((pack) => eventPackLink(pack, words))}</ul>`
}
</main>`;
  return plainPage({ lang: words.lang, title: teach.title, body: content.html });
}

interface FirstPack {
  story: StoryPacks;
  notes: readonly string[];
  activity: ActivityName;
}

/** The first story's claims to weigh, with what it speaks of; else whatever can be made first. */
function firstPack(stories: readonly StoryPacks[]): FirstPack | null {
  for (const story of stories) {
    const { notes, fitting } = story.offers.at(-1) ?? { notes: [], fitting: [] };
    const [first] = fitting;
    if (first !== undefined) return { story, notes, activity: fitting.includes('WEIGHING') ? 'WEIGHING' : first };
  }
  return null;
}

const firstHtml = ({ story, notes, activity }: FirstPack, words: Words): Html => html`<h2>${words.teach.first}</h2>
${notes.length > 0 ? html`<p>${words.teach.contentNotes(notes)}</p>` : null}<ul>${packLink(story, activity, notes, words, words.titled(words.activities[activity].name, story.question))}</ul>`;

function storyHtml(story: StoryPacks, words: Words): Html {
  const { teach } = words;
  const missing = story.missing.map((name) => words.activities[name].name).join(', ');
  return html`<h3 id="${story.id}">${story.question}</h3>
<p>${story.title}</p>
${story.offers
  .filter(({ fitting }) => fitting.length > 0)
  .map(
    ({ notes, fitting }) =>
      html`${notes.length > 0 ? html`<p>${teach.contentNotes(notes)}</p>` : null}<ul>${fitting.map((name) => packLink(story, name, notes, words, words.activities[name].name))}</ul>\n`,
  )}
${missing === '' ? null : html`<p>${teach.notHere} ${missing}</p>`}`;
}

function eventPackLink({ activity, of, title }: Packs['aboutEvents'][number], words: Words): Html {
  const query = new URLSearchParams({ ...of, lang: words.lang });
  const shown = words.titled(words.activities[activity].name, title);
  return html`<li><a href="/teach/${wordInAddress(activity)}?${query.toString()}">${shown}</a></li>\n`;
}

function packLink(
  { id }: StoryPacks,
  activity: Pack['activity'],
  notes: readonly string[],
  words: Words,
  shown: string,
): Html {
  const query = new URLSearchParams({
    story: id,
    lang: words.lang,
    ...(notes.length > 0 ? { withContentNotes: notes.join(',') } : {}),
  });
  return html`<li><a href="/teach/${wordInAddress(activity)}?${query.toString()}">${shown}</a></li>\n`;
}
