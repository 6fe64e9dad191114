import type { Entity } from '../loaders/rows';
import type { Context } from '../server/context';
import { translated } from './language';

export const Place = {
  label: translated('name'),
  name: translated('name'),
  aliases: ({ aliases }: Entity) => aliases ?? [],
  within: ({ within }: Entity, _: unknown, { loaders }: Context) =>
    within ? loaders.entityById.load(within as string) : null,
  places: ({ id }: Entity, _: unknown, { loaders }: Context) => loaders.placesIn.load(id),
};
