import type { GraphQLResolveInfo } from 'graphql';
import { type Evidence, type HopWords, hopInWords, type LinkType } from '../answers/words';
import type { Entity } from '../loaders/rows';
import type { Context } from '../server/context';
import { eventOf } from './brief';
import { type ClaimsArguments, claimsAbout, speakerOf } from './claim';
import { type LangArgument, languageOf, textOf, translated } from './language';

export const EventLink = {
  label: async (link: Entity, args: LangArgument, context: Context) =>
    hopInWords(await hopWords(link, languageOf(args, context), context)),
  from: ({ from }: Entity, _: unknown, context: Context, info: GraphQLResolveInfo) =>
    eventOf(from as string, context, info),
  to: ({ to }: Entity, _: unknown, context: Context, info: GraphQLResolveInfo) => eventOf(to as string, context, info),
  basis: translated('basis'),
  claims: ({ id }: Entity, args: ClaimsArguments, context: Context) => claimsAbout(id, args, context),
  sources: ({ id }: Entity, _: unknown, { loaders }: Context) => loaders.sourcesOf.load(id),
};

/** What was found out of each link in each language; a link is read anew for each request, so this lives no longer. */
const told = new WeakMap<Entity, Map<string, Promise<HopWords>>>();

/** All that is needed to say a link in words: the two titles, and who asserts, disputes or qualifies it. */
export function hopWords(link: Entity, lang: string, context: Context): Promise<HopWords> {
  const byLanguage = told.get(link) ?? new Map<string, Promise<HopWords>>();
  told.set(link, byLanguage);
  const words = byLanguage.get(lang) ?? findWords(link, lang, context);
  byLanguage.set(lang, words);
  return words;
}

async function findWords(link: Entity, lang: string, context: Context): Promise<HopWords> {
  const { loaders, dataset } = context;
  // In the data set's own language nothing but what an event says in brief is needed.
  const events = lang === dataset.language ? loaders.eventInBrief : loaders.entityById;
  const [from, to, claims] = await Promise.all([
    events.load(link.from as string),
    events.load(link.to as string),
    loaders.claimsAbout.load(link.id),
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
  const title = (event: object | null) => String(textOf({ ...event }, 'title', { lang }, context) ?? '');
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
