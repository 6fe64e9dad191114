import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApolloServer } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import gql from 'graphql-tag';
import { type Limits, packageRoot } from '../config';
import { EngineError } from '../engine/engine';
import { CallerError, errorCodes } from '../errors';
import { resolvers } from '../resolvers';
import type { Context } from './context';
import { maxDepth, queriesOnly } from './limits';

/** Where faults go that the caller does not see, each with the reference that the caller does. */
export type Log = (message: string, cause: unknown) => void;

/** Most fields of a document when its fragments are written out where they are used. */
const mostSelections = 10_000;

/** The promise: every file of schema/, joined. */
export const readSchema = () =>
  gql(
    readdirSync(join(packageRoot, 'schema'))
      .filter((file) => file.endsWith('.graphql'))
      .sort()
      .map((file) => readFileSync(join(packageRoot, 'schema', file), 'utf8'))
      .join('\n'),
  );

/** Apollo Server over the schema and the resolvers; every default that matters is stated. */
export function createApollo(limits: Limits, log: Log): ApolloServer<Context> {
  return new ApolloServer<Context>({
    typeDefs: readSchema(),
    resolvers,
    plugins: [
      // Its work on every field would cost more than the answers' cache headers are worth.
      ApolloServerPluginCacheControlDisabled(),
      // Apollo's pages load their script from elsewhere; ours is served from here.
      ApolloServerPluginLandingPageDisabled(),
      // A key in the environment must not make this server report to anybody.
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
    // A public API that is taught shows its schema, and its suggestions help a learner.
    introspection: true,
    hideSchemaDetailsFromClientErrors: false,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: limits.tokens },
    validationOptions: { maxErrors: 10 },
    executionOptions: { maxCoercionErrors: 10 },
    maxRecursiveSelections: mostSelections,
    validationRules: [queriesOnly, maxDepth(limits.depth)],
    formatError: (formatted, error) => explain(formatted, unwrapResolverError(error), log),
  });
}

let references = 0;

/** What a caller may know of an error: our own words and GraphQL's; of anything else only a reference to the log. */
function explain(formatted: GraphQLFormattedError, error: unknown, log: Log): GraphQLFormattedError {
  if (error instanceof CallerError) return { ...formatted, extensions: error.extensions };
  const [, words] = plainWords.find(([pattern]) => pattern.test(formatted.message)) ?? [];
  if (words) return { ...formatted, ...words, extensions: { ...formatted.extensions, ...words.extensions } };
  if (formatted.extensions?.code !== 'INTERNAL_SERVER_ERROR') return formatted;

  const fault = (error instanceof GraphQLError && error.originalError) || error;
  const reference = `${Date.now().toString(36)}-${(references++).toString(36)}`;
  log(`Reference ${reference}`, fault);
  const masked = fault instanceof EngineError ? fault.code : 'INTERNAL_SERVER_ERROR';
  const who = fault instanceof EngineError ? 'The database' : 'The server';
  const message = `${who} could not answer. Reference ${reference}.`;
  return { ...formatted, message, extensions: { code: masked, reference } };
}

/** What graphql-js and Apollo say of a document that is too large in some way, and what is said in its place. */
const plainWords: readonly [RegExp, Partial<GraphQLFormattedError>][] = [
  // Brackets nested thousands deep end the parser's stack; that is the document's fault and should say so.
  [/Maximum call stack size exceeded/, { message: 'Syntax Error: This document nests too deeply to be read.' }],
  [
    /recursively requests too many selections\.$/,
    {
      message: `This document asks for more than ${mostSelections.toLocaleString('en-US')} fields when its fragments are written out.`,
    },
  ],
  [/^Validation aborted\.$/, { message: 'This document repeats fields or fragments too often to be checked.' }],
  // The only one of the variables' errors that graphql-js gives no code for.
  [/^Too many errors processing variables/, { extensions: { code: 'BAD_USER_INPUT' } }],
];

/** The HTTP status for an answer that holds nothing but this error. */
export const statusOf = (code: unknown): number => errorCodes[code as keyof typeof errorCodes] ?? 500;
