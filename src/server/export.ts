import type { ApolloServer } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  type GraphQLFormattedError,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
} from 'graphql';
import type { Config } from '../config';
import type { Engine } from '../engine/engine';
import { badUserInput, offer } from '../errors';
import { formatNames } from '../resolvers/export';
import { type Context, commandContext } from './context';
import { hasTag, tagOf } from './etag';
import { type Refused, refusedWith } from './faults';
import { createApollo, promisedSchema, wordInAddress } from './graphql';
import type { Log } from './log';

/** What to export, as the variables of the one document that every export asks. */
export interface ExportRequest {
  of: Record<string, unknown>;
  format: string;
  lang: string | null;
}

/** A file that was made, and what it could not hold. */
export interface ExportedFile {
  body: string | Buffer;
  mediaType: string;
  filename: string;
  losses: { what: string; count: number; why: string }[];
}

const document = `query ($of: ExportSelection!, $format: ExportFormat!, $lang: String) {
  export(of: $of, format: $format, lang: $lang) {
    body
    encoding
    mediaType
    filename
    losses {
      what
      count
      why(lang: $lang)
    }
  }
}`;

const fieldsOf = (name: string): Map<string, GraphQLInputType> => {
  const type = promisedSchema().getType(name);
  return new Map(
    isInputObjectType(type) ? Object.values(type.getFields()).map((field) => [field.name, field.type]) : [],
  );
};

/** The formats as an address and the command line name them, such as `vis-timeline`. */
export const formatWords: readonly string[] = formatNames.map(wordInAddress);

/**
 * Reads what an address asks for, as `/export/markdown?story=…`: a story; the start of a chain as `event`, with the other
 * fields of `ChainInput` and `LinkFilter`; or else the fields of `EventFilter`. Values of a list are parted by commas or
 * given one by one. A word that is none of these is an error that names the nearest.
 */
export function exportRequestOf(format: string, params: URLSearchParams): ExportRequest {
  const word = wordInAddress(format);
  if (!formatWords.includes(word)) {
    const { near, sentence } = offer(word, formatWords);
    throw badUserInput(`There is no format "${format.slice(0, 60)}".${sentence}`, {
      argument: 'format',
      nearest: near,
    });
  }
  const { lang, ...given } = valuesOf(params);
  return {
    of: selectionOf(given),
    format: word.toUpperCase().replaceAll('-', '_'),
    lang: lang?.at(-1) ?? null,
  };
}

type Given = Record<string, string[]>;

const valuesOf = (params: URLSearchParams): Given =>
  Object.fromEntries([...new Set(params.keys())].map((name) => [name, params.getAll(name)]));

function selectionOf(given: Given): Record<string, unknown> {
  if (given.story) {
    checkNames(given, new Map([['story', null]]));
    return { story: given.story.at(-1) };
  }
  if (!given.event) {
    const eventFields = fieldsOf('EventFilter');
    checkNames(given, new Map<string, unknown>([...eventFields, ['event', null], ['story', null]]));
    return { events: fieldsGiven(given, eventFields) };
  }
  const [chainFields, linkFields] = [fieldsOf('ChainInput'), fieldsOf('LinkFilter')];
  chainFields.delete('where');
  checkNames(given, new Map([...chainFields, ...linkFields]));
  const where = fieldsGiven(given, linkFields);
  return { chain: { ...fieldsGiven(given, chainFields), ...(Object.keys(where).length > 0 ? { where } : {}) } };
}

function checkNames(given: Given, known: ReadonlyMap<string, unknown>): void {
  const names = ['lang', ...known.keys()];
  const wrong = Object.keys(given).find((name) => !names.includes(name));
  if (wrong === undefined) return;
  const { near, sentence } = offer(wrong, names);
  throw badUserInput(`"${wrong.slice(0, 60)}" says nothing here.${sentence}`, {
    argument: wrong.slice(0, 60),
    nearest: near,
  });
}

function fieldsGiven(given: Given, fields: ReadonlyMap<string, GraphQLInputType>): Record<string, unknown> {
  return Object.fromEntries(
    [...fields].flatMap(([name, type]) => {
      const texts = given[name];
      if (!texts) return [];
      const isList = isListType(getNullableType(type));
      // A text may hold commas; ids, words and days do not.
      const values = (isList ? texts.flatMap((text) => text.split(',')) : texts).map((text) => valueOfType(text, type));
      return [[name, isList ? values.filter((value) => value !== '') : values.at(-1)]];
    }),
  );
}

/** A text as the JSON value of its type; what does not read stays a text, which is refused with its name. */
function valueOfType(text: string, type: GraphQLInputType): unknown {
  const { name } = getNamedType(type);
  if (name === 'Int' && /^-?\d{1,9}$/.test(text)) return Number(text);
  if (name === 'Boolean' && /^(true|false)$/.test(text)) return text === 'true';
  return text;
}

/** Asks for an export as any client does: the same limits, language rules and errors. Throws what GraphQL `Refused`. */
async function makeExport(
  apollo: ApolloServer<Context>,
  contextValue: Context,
  { of, format, lang }: ExportRequest,
): Promise<ExportedFile> {
  const variables = { of, format, lang };
  const { body } = await apollo.executeOperation({ query: document, variables }, { contextValue });
  const { data, errors } = body.kind === 'single' ? body.singleResult : {};
  const made = data?.export as (ExportedFile & { encoding: string }) | null | undefined;
  if (!made) throw refusalOf(errors?.[0]);
  return { ...made, body: made.encoding === 'BASE64' ? Buffer.from(String(made.body), 'base64') : made.body };
}

function refusalOf(error: GraphQLFormattedError | undefined): Refused {
  // A variable of the wrong kind is named by its place in the document, which nobody has seen.
  const message = (error?.message ?? 'The server could not answer.').replace(/^Variable "\$\w+" got/, 'There is an');
  return refusedWith(message, error?.extensions);
}

/** The same without a server, on an engine that is open. */
export async function exportFrom(
  engine: Engine,
  config: Config,
  log: Log,
  request: ExportRequest,
): Promise<ExportedFile> {
  const apollo = createApollo(config.limits, log);
  await apollo.start();
  try {
    return await makeExport(apollo, await commandContext(engine), request);
  } finally {
    await apollo.stop();
  }
}

/** `GET /export/<format>?…`: a file to take away. */
export function routeExports(
  http: FastifyInstance,
  apollo: ApolloServer<Context>,
  contextOf: (request: FastifyRequest, reply: FastifyReply) => Promise<Context>,
): void {
  http.get<{ Params: { format: string } }>('/export/:format', async (request, reply) => {
    const params = new URLSearchParams(request.url.split('?')[1] ?? '');
    const asked = exportRequestOf(request.params.format, params);
    return sendFile(request, reply, await makeExport(apollo, await contextOf(request, reply), asked));
  });
}

function sendFile(request: FastifyRequest, reply: FastifyReply, file: ExportedFile): FastifyReply {
  const { body, mediaType, filename, losses } = file;
  const etag = tagOf(body);
  void reply
    .header('etag', etag)
    .header('cache-control', 'no-cache')
    .header('content-disposition', `attachment; filename="${filename}"`)
    .header('x-losses', JSON.stringify(losses.map(({ what, count }) => ({ what, count }))))
    .type(typeof body === 'string' ? `${mediaType}; charset=utf-8` : mediaType);
  return hasTag(request, etag) ? reply.code(304).send() : reply.send(body);
}
