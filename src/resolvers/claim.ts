import { withColon } from '../answers/languages';
import type { Entity } from '../loaders/rows';
import type { Context } from '../server/context';
import { type PageArguments, pageOfRows } from './connections';
import { type LangArgument, languageOf, textOf, translated } from './language';
import { fuzzyDate } from './scalars';

export type ClaimsArguments = PageArguments & { stances?: string[] | null };

export const Claim = {
  label: async (claim: Entity, args: LangArgument, context: Context) =>
    withColon(await speakerOf(claim, context), String(textOf(claim, 'text', args, context)), languageOf(args, context)),
  by: ({ by }: Entity, _: unknown, { loaders }: Context) => loaders.entityById.load(by as string),
  about: ({ about }: Entity, _: unknown, { loaders }: Context) => loaders.entityById.load(about as string),
  text: translated('text'),
  hedge: translated('hedge'),
  saidOn: ({ edtf, dateBasis }: Entity) => fuzzyDate(edtf, dateBasis),
  contradictedBy: ({ contradictedBy }: Entity, _: unknown, { loaders }: Context) =>
    loaders.entityById.loadMany(contradictedBy as string[]),
  sources: ({ id }: Entity, _: unknown, { loaders }: Context) => loaders.sourcesOf.load(id),
};

/** Claims about a thing, by the day they were said. */
export const claimsAbout = async (id: string, args: ClaimsArguments, { loaders }: Context) =>
  pageOfClaims('claims about', await loaders.claimsAbout.load(id), args);

/** Claims that an actor or a publication makes, by the day they were said. */
export const claimsBy = async (id: string, args: ClaimsArguments, { loaders }: Context) =>
  pageOfClaims('claims by', await loaders.claimsBy.load(id), args);

const pageOfClaims = (name: string, claims: Entity[], { stances, ...page }: ClaimsArguments) =>
  pageOfRows(
    name,
    claims.filter(({ stance }) => !stances || stances.includes(stance as string)),
    page,
    ({ sort, id }) => ({ sort, id }),
    (claim) => claim,
  );

/** Who speaks in a claim, by name; a publication by the name of its publisher. */
export async function speakerOf({ by }: Entity, { loaders }: Context): Promise<string> {
  const speaker = await loaders.entityById.load(by as string);
  return String(speaker?.name ?? speaker?.publisher ?? speaker?.title ?? by);
}
