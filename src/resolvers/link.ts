import { type Evidence, type HopWords, hopInWords, type LinkType } from '../answers/words';
import type { Entity } from '../loaders/rows';
import type { Context } from '../server/context';
import { type ClaimsArguments, claimsAbout, speakerOf } from './claim';
import { type LangArgument, languageOf, textOf, translated } from './language';

export const EventLink = {
  label: async (link: Entity, args: LangArgument, context: Context) =>
    hopInWords(await hopWords(link, languageOf(args, context), context)),
  from: ({ from }: Entity, _: unknown, { loaders }: Context) => loaders.entityById.load(from as string),
  to: ({ to }: Entity, _: unknown, { loaders }: Context) => loaders.entityById.load(to as string),
  basis: translated('basis'),
  claims: ({ id }: Entity, args: ClaimsArguments, context: Context) => claimsAbout(id, args, context),
  sources: ({ id }: Entity, _: unknown, { loaders }: Context) => loaders.sourcesOf.load(id),
};

/** All that is needed to say a link in words: the two titles, and who asserts, disputes or qualifies it. */
export async function hopWords(link: Entity, lang: string, context: Context): Promise<HopWords> {
  const [from, to, claims] = await Promise.all([
    context.loaders.entityById.load(link.from as string),
    context.loaders.entityById.load(link.to as string),
    context.loaders.claimsAbout.load(link.id),
  ]);
  const by = async (...stances: string[]) => {
    const speakers = await Promise.all(
      claims.flatMap((claim) => (stances.includes(claim.stance as string) ? speakerOf(claim, context) : [])),
    );
    return [...new Set(speakers)];
  };
  const [assertedBy, disputedBy, qualifiedBy] = await Promise.all([
    by('ASSERTS'),
    by('DISPUTES', 'DENIES'),
    by('QUALIFIES'),
  ]);
  const title = (event: Entity | null) => String(textOf(event ?? {}, 'title', { lang }, context) ?? '');
  return {
    type: link.type as LinkType,
    evidence: link.evidence as Evidence,
    from: title(from),
    to: title(to),
    assertedBy,
    disputedBy,
    qualifiedBy,
    mayCoincide: String(from?.latest ?? '9999') >= String(to?.earliest ?? ''),
    lang,
  };
}
