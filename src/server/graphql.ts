import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApolloServer, type ApolloServerOptions } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { buildASTSchema, GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import gql from 'graphql-tag';
import { type Limits, packageRoot } from '../config';
import { EngineError } from '../engine/engine';
import { CallerError, type ErrorCode, errorCodes } from '../errors';
import { resolvers } from '../resolvers';
import { honestAnswers } from './answers';
import type { Context } from './context';
import { createDocumentStore } from './documents';
import { demandControl, maxDepth, queriesOnly } from './limits';
import { listsInTurns } from './lists';
import { type Log, levelOf } from './log';
import { createMetrics, type Metrics } from './metrics';
import { requestOf } from './requestId';

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

let promised: GraphQLSchema | undefined;

/** The promise without resolvers, to look its types up in. Made when it is first asked for, since no start needs it. */
export function promisedSchema(): GraphQLSchema {
  promised ??= buildASTSchema(readSchema());
  return promised;
}

/** A word of the promise as an address and the command line have it: `WITHOUT_IT` is `without-it`. */
export const wordInAddress = (word: string): string => word.toLowerCase().replaceAll('_', '-');

/** Apollo Server over the schema and the resolvers; every default that matters is stated. */
export function createApollo(limits: Limits, log: Log, metrics: Metrics = createMetrics()): ApolloServer<Context> {
  const explain = explainer(log);
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
      listsInTurns,
      demandControl(limits, metrics),
      honestAnswers(metrics),
      metrics.plugin,
      {
        // Apollo answers it with an error that knows nothing of this one.
        unexpectedErrorProcessingRequest: async ({ error, requestContext }) => {
          const { requestId } = requestContext.contextValue;
          log({ level: 'error', message: 'Apollo could not answer.', requestId, fault: error });
        },
      },
    ],
    logger: apolloLog(log),
    // A public API that is taught shows its schema, and its suggestions help a learner.
    introspection: true,
    hideSchemaDetailsFromClientErrors: false,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    documentStore: createDocumentStore(),
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: limits.tokens },
    validationOptions: { maxErrors: 10 },
    executionOptions: { maxCoercionErrors: 10 },
    maxRecursiveSelections: mostSelections,
    validationRules: [queriesOnly, maxDepth(limits.depth)],
    formatError: (formatted, error) => {
      const explained = explain(formatted, error);
      metrics.countError(String(explained.extensions?.code));
      return explained;
    },
  });
}

/** Apollo's own remarks, as lines of our log. */
function apolloLog(log: Log): ApolloServerOptions<Context>['logger'] {
  const told = (level: 'warn' | 'error') => (message: unknown) => log({ level, message: String(message) });
  return { debug: () => {}, info: () => {}, warn: told('warn'), error: told('error') };
}

/**
 * What a caller may know of an error: our own words and GraphQL's; of anything else only a reference to the log, which is
 * the id of the request. There a fault stands once for each request, however many fields it spoilt.
 */
function explainer(log: Log): (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  const lastLogged = new WeakMap<object, string>();

  const logOnce = (message: string, requestId: string, fault: unknown) => {
    if (typeof fault === 'object' && fault !== null) {
      if (lastLogged.get(fault) === requestId) return;
      lastLogged.set(fault, requestId);
    }
    log({ level: levelOf(fault), message, requestId, fault });
  };

  return (formatted, raised) => {
    const error = unwrapResolverError(raised);
    // Apollo wraps what a scalar or a rule threw, and gives it a code of its own.
    const fault = (error instanceof GraphQLError && error.originalError) || error;
    if (fault instanceof CallerError) return { ...formatted, extensions: fault.extensions };
    if (formatted.extensions?.code !== 'INTERNAL_SERVER_ERROR') return inPlainWords(formatted);
    // What graphql-js itself refuses while it answers comes without a code: null for what must not be null, and the like.
    if (fault instanceof GraphQLError && !isOurs(fault)) {
      return { ...formatted, message: shortened(formatted.message), extensions: { code: 'BAD_USER_INPUT' } };
    }
    const reference = requestOf(raised);
    const { message, extensions } = masked(fault);
    logOnce(message, reference, fault);
    return { ...formatted, message: `${message} Reference ${reference}.`, extensions: { ...extensions, reference } };
  };
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
  return { ...formatted, message: message ?? shortened(formatted.message) };
}

/** GraphQL quotes the culprit whole, which may be all that was sent. */
const shortened = (message: string) => (message.length > 1_000 ? `${message.slice(0, 1_000)}…` : message);

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
