import type { ApolloServerPlugin, GraphQLRequestContextWillSendResponse } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import { errorCodes } from '../errors';
import type { Context } from './context';

/**
 * What every answer owes its reader: errors in the order of the question, however the loads behind them ended; the
 * HTTP status of the database's fault where nothing else was answered; and data of one version of the graph alone.
 */
export const honestAnswers: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    willSendResponse: async (request) => {
      const { body } = request.response;
      if (body.kind !== 'single' || request.errors === undefined) return await sameVersion(request);
      const { errors = [] } = body.singleResult;
      body.singleResult.errors = [...errors].sort(byPlace);
      const fault = errors.find((error) => String(error.extensions?.code).startsWith('DATABASE_'))?.extensions;
      if (fault && !hasData(body.singleResult.data)) {
        request.response.http.status = errorCodes[fault.code as keyof typeof errorCodes] ?? 500;
        const seconds = Math.ceil(Number(fault.retryAfterMs) / 1000);
        if (seconds > 0) request.response.http.headers.set('retry-after', String(seconds));
      }
      await sameVersion(request);
    },
  }),
};

const byPlace = (a: GraphQLFormattedError, b: GraphQLFormattedError): number => {
  const [one, other] = [a.locations?.[0], b.locations?.[0]];
  if (!one || !other) return 0;
  return one.line - other.line || one.column - other.column || compareText(pathOf(a), pathOf(b));
};

const pathOf = ({ path = [] }: GraphQLFormattedError) => path.map((part) => String(part).padStart(8, '0')).join('/');
const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

const hasData = (data: unknown) => Object.values((data as object | null) ?? {}).some((value) => value !== null);

/** An import that began while the answer was made may have given half of it from the old data and half from the new. */
async function sameVersion({ contextValue, response }: GraphQLRequestContextWillSendResponse<Context>): Promise<void> {
  if (response.body === undefined || (await contextValue.isSameVersion())) return;
  const error = {
    message: 'The data changed while this was answered. Ask again.',
    extensions: { code: 'DATABASE_IMPORTING', retryAfterMs: 1_000 },
  };
  response.body = { kind: 'single', singleResult: { errors: [error] } };
  response.http.status = errorCodes.DATABASE_IMPORTING;
}
