import { badUserInput, didYouMean, nearest } from '../errors';
import type { Entity } from '../loaders/rows';
import type { Context } from '../server/context';

/** The whole number itself when it lies within the bounds; otherwise an error that names them. */
export function bounded(argument: string, value: number, least: number, most: number): number {
  if (value >= least && value <= most) return value;
  const range = `from ${least} to ${most.toLocaleString('en-US')}`;
  throw badUserInput(`"${argument}" is a whole number ${range}, but got: ${value}.`, { argument, least, most });
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
};

/** The thing with this id, of one of these kinds; otherwise an error with the nearest ids. */
export async function known(id: string, typenames: string[], context: Context): Promise<Entity> {
  const entity = await context.loaders.entityById.load(id);
  if (entity && typenames.includes(entity.__typename)) return entity;
  const kinds = typenames.map((name) => nouns[name] ?? name);
  const other = entity ? ` It is the id of ${article(nouns[entity.__typename] ?? entity.__typename)}.` : '';
  const suggestions = nearest(id, await context.ask.entityIds(typenames));
  throw badUserInput(`No ${kinds.join(' or ')} has the id "${id}".${other}${didYouMean(suggestions)}`, {
    id,
    nearest: suggestions,
  });
}

const article = (noun: string) => `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;

/** Which fields of a filter hold ids, and of what. */
type IdFields = Readonly<Record<string, readonly string[]>>;

/** A filter whose ids all exist, each the id that the thing bears today; otherwise an error with the nearest ids. */
export async function knownIds<Filter extends object>(
  where: Filter | null | undefined,
  fields: IdFields,
  context: Context,
): Promise<Filter> {
  const checked: Record<string, unknown> = { ...where };
  const find = async (id: string, typenames: readonly string[]) => (await known(id, [...typenames], context)).id;
  await Promise.all(
    Object.entries(fields).map(async ([field, typenames]) => {
      const value = checked[field];
      if (typeof value === 'string') checked[field] = await find(value, typenames);
      if (Array.isArray(value)) checked[field] = await Promise.all(value.map((id: string) => find(id, typenames)));
    }),
  );
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
};

export const claimFilterIds: IdFields = {
  by: ['Actor', 'Source'],
  about: ['EventLink', 'Event', 'Policy', 'Observation'],
  sources: ['Source'],
};

export const policyFilterIds: IdFields = { jurisdictions: ['Place'], partOf: ['Policy'] };
export const actorFilterIds: IdFields = { countries: ['Place'] };
export const placeFilterIds: IdFields = { within: ['Place'] };
