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
import { CallerError, type ErrorCode, errorCodes } from '../errors';
import { resolvers } from '../resolvers';
import { honestAnswers } from './answers';
import type { Context } from './context';
import { demandControl, maxDepth, queriesOnly } from './limits';

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
      demandControl(limits),
      honestAnswers,
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
  // Apollo wraps what a scalar or a rule threw, and gives it a code of its own.
  const fault = (error instanceof GraphQLError && error.originalError) || error;
  if (fault instanceof CallerError) return { ...formatted, extensions: fault.extensions };
  if (formatted.extensions?.code !== 'INTERNAL_SERVER_ERROR') return inPlainWords(formatted);
  // What graphql-js itself refuses while it answers comes without a code: null for what must not be null, and the like.
  if (fault instanceof GraphQLError && !isOurs(fault)) {
    return { ...formatted, extensions: { code: 'BAD_USER_INPUT' } };
  }
  const reference = `${Date.now().toString(36)}-${(references++).toString(36)}`;
  log(`Reference ${reference}`, fault);
  const { message, extensions } = masked(fault);
  return { ...formatted, message: `${message} Reference ${reference}.`, extensions: { ...extensions, reference } };
}

/** A field that gave what its type rules out is our mistake, although graphql-js notices it. */
const isOurs = ({ message }: GraphQLError) =>
  /^Cannot return null|must resolve to|cannot represent|^Abstract type|^Expected /.test(message);

/** A fault of ours in words that a caller can act on: whether it helps to ask again, and when. */
export function masked(fault: unknown): { message: string; extensions: { code: ErrorCode; retryAfterMs?: number } } {
  if (!(fault instanceof EngineError)) {
    return { message: 'The server could not answer.', extensions: { code: 'INTERNAL_SERVER_ERROR' } };
  }
  const { code, retryAfterMs } = fault;
  const message = databaseWords[code] ?? 'The database could not answer.';
  return { message, extensions: retryAfterMs === undefined ? { code } : { code, retryAfterMs } };
}

const databaseWords: Partial<Record<ErrorCode, string>> = {
  DATABASE_UNAVAILABLE: 'The database is away for the moment. Ask again soon.',
  DATABASE_IMPORTING: 'The data are just being replaced. Ask again soon.',
  DATABASE_TIMEOUT: 'The database took too long. Ask for less: a smaller depth, a narrower filter, a shorter page.',
};

/** A document that is too large in some way should be told in which. */
function inPlainWords(formatted: GraphQLFormattedError): GraphQLFormattedError {
  const [, message] = plainWords.find(([pattern]) => pattern.test(formatted.message)) ?? [];
  return message ? { ...formatted, message } : formatted;
}

const plainWords: readonly [theirs: RegExp, ours: string][] = [
  // Brackets nested thousands deep end the parser's stack.
  [/Maximum call stack size exceeded/, 'Syntax Error: This document nests too deeply to be read.'],
  [
    /recursively requests too many selections\.$/,
    `This document asks for more than ${mostSelections.toLocaleString('en-US')} fields when its fragments are written out.`,
  ],
  [/^Validation aborted\.$/, 'This document repeats fields or fragments too often to be checked.'],
];

/** The HTTP status for an answer that holds nothing but this error. */
export const statusOf = (code: unknown): number => errorCodes[code as keyof typeof errorCodes] ?? 500;
