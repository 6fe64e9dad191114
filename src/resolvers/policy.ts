import type { Entity, PolicyChangeRow } from '../loaders/rows';
import type { Context } from '../server/context';
import { type ClaimsArguments, claimsAbout } from './claim';
import { translated } from './language';
import { fuzzyDate } from './scalars';

export const Policy = {
  label: translated('name'),
  name: translated('name'),
  aliases: ({ aliases }: Entity) => aliases ?? [],
  summary: translated('summary'),
  jurisdictions: ({ id }: Entity, _: unknown, { loaders }: Context) => loaders.jurisdictionsOf.load(id),
  partOf: ({ partOf }: Entity, _: unknown, { loaders }: Context) =>
    partOf ? loaders.entityById.load(partOf as string) : null,
  parts: ({ id }: Entity, _: unknown, { loaders }: Context) => loaders.partsOf.load(id),
  changes: ({ id }: Entity, _: unknown, { loaders }: Context) => loaders.changesOf.load(id),
  claims: ({ id }: Entity, args: ClaimsArguments, context: Context) => claimsAbout(id, args, context),
};

export const PolicyChange = {
  policy: ({ policy }: PolicyChangeRow, _: unknown, { loaders }: Context) => loaders.entityById.load(policy),
  event: ({ event }: PolicyChangeRow, _: unknown, { loaders }: Context) => loaders.entityById.load(event),
  effectiveFrom: ({ effectiveFrom }: PolicyChangeRow) => fuzzyDate(effectiveFrom),
  effectiveUntil: ({ effectiveUntil }: PolicyChangeRow) => fuzzyDate(effectiveUntil),
  scope: translated('scope'),
  sources: ({ sources }: PolicyChangeRow, _: unknown, { loaders }: Context) => loaders.entityById.loadMany(sources),
};
