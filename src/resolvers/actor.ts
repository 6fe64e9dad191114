import { officeCertainty } from '../answers/offices';
import type { Entity, OfficeRow } from '../loaders/rows';
import type { Context } from '../server/context';
import { type ClaimsArguments, claimsBy } from './claim';
import { type PageArguments, pageOfRows } from './connections';
import { translated } from './language';
import { fuzzyDate } from './scalars';

type ParticipationsArguments = PageArguments & { roles?: string[] | null };

export const Actor = {
  label: translated('name'),
  aliases: ({ aliases }: Entity) => aliases ?? [],
  country: ({ country }: Entity, _: unknown, { loaders }: Context) =>
    country ? loaders.entityById.load(country as string) : null,
  partOf: ({ partOf }: Entity, _: unknown, { loaders }: Context) =>
    partOf ? loaders.entityById.load(partOf as string) : null,
  parts: ({ id }: Entity, _: unknown, { loaders }: Context) => loaders.partsOf.load(id),
  offices: async ({ id }: Entity, { on }: { on?: string | null }, { loaders }: Context) =>
    (await loaders.officesOf.load(id)).flatMap((office) => {
      const certainty = officeCertainty(office, on ?? null);
      return certainty ? { ...office, certainty } : [];
    }),
  participations: async ({ id }: Entity, { roles, ...page }: ParticipationsArguments, { loaders }: Context) =>
    pageOfRows(
      'participations',
      (await loaders.participationsOf.load(id)).filter(({ role }) => !roles || roles.includes(role)),
      page,
      ({ sort = '', event, role }) => ({ sort, id: `${event} ${role}` }),
      (participation) => participation,
    ),
  claims: ({ id }: Entity, args: ClaimsArguments, context: Context) => claimsBy(id, args, context),
};

export const Office = {
  organization: ({ organization }: OfficeRow, _: unknown, { loaders }: Context) =>
    organization ? loaders.entityById.load(organization) : null,
  from: ({ from }: OfficeRow) => fuzzyDate(from),
  until: ({ until }: OfficeRow) => fuzzyDate(until),
  attested: ({ attested }: OfficeRow) => attested ?? [],
};
