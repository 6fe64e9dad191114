import type { GraphQLSchema } from 'graphql';
import { type FormatName, formats } from '../exports';
import { type Loss, whatIsLost, whyLost } from '../exports/losses';
import type { Context } from '../server/context';
import { type LangArgument, languageOf } from './language';
import { type SelectionArguments, selectionOf } from './selection';

interface ExportArguments extends LangArgument {
  of: SelectionArguments;
  format: FormatName;
}

/** The formats by the SDL's names. */
export const formatNames = Object.keys(formats) as FormatName[];

/** A selection in a form that another tool takes, and what that form cannot hold. */
export async function exported({ of, format, ...args }: ExportArguments, context: Context, schema: GraphQLSchema) {
  const { mediaType, extension, write } = formats[format];
  const selection = await selectionOf(of, languageOf(args, context), context, schema);
  await context.turns.pause();
  const { body, eventCount, linkCount, losses } = await write(selection);
  // What is left is to send it.
  await context.turns.pause();
  const isText = typeof body === 'string';
  return {
    format,
    mediaType,
    filename: `${safeName(selection.name)}.${extension}`,
    encoding: isText ? 'TEXT' : 'BASE64',
    body: isText ? body : Buffer.from(body).toString('base64'),
    eventCount,
    linkCount,
    losses: [...selection.losses, ...losses],
    dataset: context.dataset,
  };
}

/** Letters, digits and dashes alone, which every disk and every header takes. */
const safeName = (name: string): string =>
  name
    .replace(/[^A-Za-z0-9]+/g, '-')
    .slice(0, 100)
    .replace(/^-+|-+$/g, '') || 'export';

export const LossFields = {
  what: (loss: Loss) => whatIsLost(loss),
  why: (loss: Loss, args: LangArgument, context: Context) => whyLost(loss, languageOf(args, context)),
};
