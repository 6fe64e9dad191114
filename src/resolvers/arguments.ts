import { boundDay } from '../answers/dates';
import { foldText } from '../answers/foldText';
import { badUserInput, didYouMean, nearest, offer } from '../errors';
import type { Entity, WordRow } from '../loaders/rows';
import type { Context } from '../server/context';

/** The whole number itself when it lies within the bounds; otherwise an error that names them. */
export function bounded(argument: string, value: number, least: number, most: number): number {
  if (value >= least && value <= most) return value;
  const range = `from ${least} to ${most.toLocaleString('en-US')}`;
  throw badUserInput(
    `${argument.includes('"') ? argument : `"${argument}"`} is a whole number ${range}, but got: ${value}.`,
    { argument, least, most },
  );
}

const nouns: Readonly<Record<string, string>> = {
  Event: 'event',
  EventLink: 'link',
  Claim: 'claim',
  Policy: 'policy',
  Actor: 'actor',
  Place: 'place',
  Source: 'source',
  Metric: 'metric',
  Observation: 'observation',
  Story: 'story',
  Term: 'term',
};

/** The thing with this id, of one of these kinds; otherwise an error with the ids that may be meant. */
export async function known(
  id: string,
  typenames: readonly string[],
  context: Context,
  argument?: string,
): Promise<Entity> {
  const entity = await context.loaders.entityById.load(id);
  if (entity && typenames.includes(entity.__typename)) return entity;
  const kinds = typenames.map((name) => nouns[name] ?? name);
  const other = entity ? ` It is the id of ${article(nouns[entity.__typename] ?? entity.__typename)}.` : '';
  // Nothing is near to a text that is longer than any id.
  const suggestions = id.length > longestId ? [] : await idsMeant(id, typenames, context);
  const said = shortened(id);
  throw badUserInput(`No ${kinds.join(' or ')} has the id "${said}".${other}${didYouMean(suggestions)}`, {
    ...(argument === undefined ? {} : { argument }),
    id: said,
    nearest: suggestions,
  });
}

const mostSuggested = 3;
/** Among so many of the best hits of a search stands whatever is called exactly so. */
const mostLookedAt = 20;

/** The ids of what is called so; else of what is written alike; else of what has all of these words in its texts. */
async function idsMeant(wrong: string, typenames: readonly string[], context: Context): Promise<string[]> {
  const { ask, loaders } = context;
  const [ids, { hits }] = await Promise.all([ask.entityIds([...typenames]), ask.search(wrong, typenames)]);
  const best = await Promise.all(hits.slice(0, mostLookedAt).map((hit) => loaders.entityById.load(hit.id)));
  const called = best.flatMap((one) => (one && isCalled(one, wrong) ? one.id : []));
  if (called.length > 0) return called.slice(0, mostSuggested);
  const alike = await nearestInTurns(wrong, ids, context);
  if (alike.length > 0) return alike;
  const holding = hits.filter(({ missing }) => missing.length === 0);
  return holding.slice(0, mostSuggested).map(({ id }) => id);
}

/** So many ids are compared with a mistyped one before other requests have their turn. */
const comparedAtOnce = 300;

/** What `nearest` gives, part by part: the nearest of all are among the nearest of each part. */
async function nearestInTurns(wrong: string, ids: readonly string[], { turns }: Context): Promise<string[]> {
  const found: string[] = [];
  for (let start = 0; start < ids.length; start += comparedAtOnce) {
    await turns.pause();
    found.push(...nearest(wrong, ids.slice(start, start + comparedAtOnce), mostSuggested));
  }
  return nearest(wrong, found, mostSuggested);
}

const namingFields = /^(?:name|title|label|aliases)(?:_|$)/;

/** Whether a thing bears this name, in whatever language, case and accents. */
function isCalled(entity: Entity, wrong: string): boolean {
  const name = foldText(wrong.trim());
  const names = Object.entries(entity).flatMap(([field, value]) => (namingFields.test(field) ? [value].flat() : []));
  return names.some((one) => typeof one === 'string' && foldText(one) === name);
}

/**
 * What `Promise.all` gives. Where several fail, it fails as the first of them in this order, whichever the database
 * answered first, so that the same mistakes are always told in the same words.
 */
export async function allInOrder<T extends readonly unknown[] | []>(
  asked: T,
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  await Promise.allSettled(asked);
  for (const one of asked) await one;
  return Promise.all(asked);
}

/** Longest id that is looked for among its neighbours, in characters. */
const longestId = 200;
const shortened = (text: string) => (text.length > longestId ? `${text.slice(0, longestId)}…` : text);

/** Most entries of a list in an argument. */
const longestList = 500;
/** Most characters of words to search for. */
const longestText = 200;

/** A list itself when it is not too long; otherwise an error that names the bound. */
export function boundedList<T>(argument: string, list: readonly T[]): readonly T[] {
  if (list.length <= longestList) return list;
  throw badUserInput(`"${argument}" holds at most ${longestList} entries, but got: ${list.length}.`, {
    argument,
    most: longestList,
  });
}

const article = (noun: string) => `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;

/** Which fields of a filter hold ids, and of what. */
type IdFields = Readonly<Record<string, readonly string[]>>;

/** A text itself when it is not too long to be searched for; otherwise an error that names the bound. */
export function boundedText(argument: string, text: string): string {
  if (text.length <= longestText) return text;
  throw badUserInput(`"${argument}" holds at most ${longestText} characters, but got: ${text.length}.`, {
    argument,
    most: longestText,
  });
}

type Bound = string | null | undefined;

/** An error where a stretch of time would end before it begins; null is no bound. */
export function inTimeOrder(from: Bound, until: Bound, argument = 'from'): void {
  const [first, last] = [from && boundDay(from, 'from'), until && boundDay(until, 'until')];
  if (!first || !last || first <= last) return;
  throw badUserInput(`"from" is no later than "until", but got: ${from} and ${until}.`, { argument });
}

/** The fields of filters that hold words of the data set's own, each with the matter that the words are for. */
const ownWords: Readonly<Record<string, string>> = { placeRoles: 'PLACE_ROLE', policyKinds: 'POLICY_KIND' };

/** Words that the data set explains or uses; otherwise an error with the nearest of them. */
function knownWords(field: string, wanted: readonly string[], { dataset }: Context): void {
  const words = dataset.words.map((text): WordRow => JSON.parse(text)).filter(({ of }) => of === ownWords[field]);
  const all = words.map(({ word }) => word);
  const wrong = wanted.find((word) => !all.includes(word));
  if (wrong === undefined) return;
  const said = shortened(wrong);
  const { near, sentence } = offer(said, all);
  throw badUserInput(`The data set has no word "${said}" for "${field}".${sentence}`, {
    argument: `where.${field}`,
    nearest: near,
  });
}

/** A filter within its bounds whose ids all exist, each the id that the thing bears today; otherwise an error. */
export async function knownIds<Filter extends object>(
  where: Filter | null | undefined,
  fields: IdFields,
  context: Context,
): Promise<Filter> {
  const checked: Record<string, unknown> = { ...where };
  for (const [field, value] of Object.entries(checked)) {
    if (Array.isArray(value)) boundedList(field, value);
    if (Array.isArray(value) && ownWords[field]) knownWords(field, value, context);
    if (typeof value === 'string') boundedText(field, value);
  }
  inTimeOrder(checked.from as Bound, checked.until as Bound, 'where.from');
  // All at once for the database, then one by one, so that only the first unknown id is looked at closely.
  const named = Object.keys(fields).flatMap((field) => (checked[field] ?? []) as string | string[]);
  await context.loaders.entityById.loadMany(named);
  for (const [field, typenames] of Object.entries(fields)) {
    const value = checked[field];
    if (typeof value === 'string') checked[field] = (await known(value, typenames, context, `where.${field}`)).id;
    if (!Array.isArray(value)) continue;
    const ids: string[] = [];
    for (const id of value as string[]) ids.push((await known(id, typenames, context, `where.${field}`)).id);
    checked[field] = ids;
  }
  return checked as Filter;
}

export const linkFilterIds: IdFields = { claimedBy: ['Actor', 'Source'], sources: ['Source'], places: ['Place'] };

export const eventFilterIds: IdFields = {
  ids: ['Event'],
  places: ['Place'],
  jurisdictions: ['Place'],
  affects: ['Place'],
  actors: ['Actor'],
  policies: ['Policy'],
  sources: ['Source'],
  stories: ['Story'],
};

export const claimFilterIds: IdFields = {
  by: ['Actor', 'Source'],
  about: ['EventLink', 'Event', 'Policy', 'Observation'],
  sources: ['Source'],
};

export const metricFilterIds: IdFields = { places: ['Place'] };
export const observationFilterIds: IdFields = {
  metrics: ['Metric'],
  places: ['Place'],
  nationalities: ['Place'],
  events: ['Event'],
  sources: ['Source'],
};

export const policyFilterIds: IdFields = { jurisdictions: ['Place'], partOf: ['Policy'] };
export const actorFilterIds: IdFields = { countries: ['Place'] };
export const placeFilterIds: IdFields = { within: ['Place'] };
