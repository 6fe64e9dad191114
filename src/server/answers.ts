import type { ApolloServerPlugin, GraphQLRequestContextWillSendResponse } from '@apollo/server';
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import { EngineError } from '../engine/engine';
import { CallerError, errorCodes } from '../errors';
import type { Context } from './context';
import type { Metrics } from './metrics';
import { noteRequest } from './requestId';

/**
 * What every answer owes its reader: errors in the order of the question, however the loads behind them ended; the
 * HTTP status of the database's fault where nothing else was answered; and data of one version of the graph alone.
 */
export const honestAnswers = (metrics: Metrics): ApolloServerPlugin<Context> => ({
  // Then no request begins: Apollo takes the words and the head of its answer from the error.
  contextCreationDidFail: async ({ error }) => {
    const { originalError: fault, extensions } = error as GraphQLError;
    if (fault instanceof CallerError) error.message = fault.message;
    if (!(fault instanceof EngineError) || fault.retryAfterMs === undefined) return;
    const headers = new Map([['retry-after', secondsOf(fault.retryAfterMs)]]);
    extensions.http = { ...(extensions.http as object), headers };
  },
  requestDidStart: async () => ({
    didEncounterErrors: async ({ errors, contextValue }) => {
      for (const error of errors) noteRequest(error, contextValue.requestId);
    },
    willSendResponse: async (request) => {
      const { body } = request.response;
      if (body.kind !== 'single' || request.errors === undefined) return await sameVersion(request, metrics);
      const { errors = [] } = body.singleResult;
      body.singleResult.errors = [...errors].sort(byPlace);
      const fault = errors.find(({ extensions }) => statusOf(extensions) >= 500)?.extensions;
      if (fault && !hasData(body.singleResult.data)) {
        request.response.http.status = statusOf(fault);
        if (fault.retryAfterMs !== undefined) {
          request.response.http.headers.set('retry-after', secondsOf(Number(fault.retryAfterMs)));
        }
      }
      await sameVersion(request, metrics);
    },
  }),
});

const statusOf = (extensions: GraphQLFormattedError['extensions']): number =>
  errorCodes[extensions?.code as keyof typeof errorCodes] ?? 200;

/** A wait as the header `retry-after` says it. */
export const secondsOf = (ms: number) => String(Math.ceil(ms / 1000));

const byPlace = (a: GraphQLFormattedError, b: GraphQLFormattedError): number => {
  const [one, other] = [a.locations?.[0], b.locations?.[0]];
  if (!one || !other) return 0;
  return one.line - other.line || one.column - other.column || compareText(pathOf(a), pathOf(b));
};

const pathOf = ({ path = [] }: GraphQLFormattedError) => path.map((part) => String(part).padStart(8, '0')).join('/');
const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

const hasData = (data: unknown) => Object.values((data as object | null) ?? {}).some((value) => value !== null);

/** An import that began while the answer was made may have given half of it from the old data and half from the new. */
async function sameVersion(
  { contextValue, response }: GraphQLRequestContextWillSendResponse<Context>,
  metrics: Metrics,
): Promise<void> {
  if (response.body === undefined || (await contextValue.isSameVersion())) return;
  const retryAfterMs = 1_000;
  metrics.countError('DATABASE_IMPORTING');
  const error = {
    message: 'The data changed while this was answered. Ask again.',
    extensions: { code: 'DATABASE_IMPORTING', retryAfterMs },
  };
  response.body = { kind: 'single', singleResult: { errors: [error] } };
  response.http.status = errorCodes.DATABASE_IMPORTING;
  response.http.headers.set('retry-after', secondsOf(retryAfterMs));
}
