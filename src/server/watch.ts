import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ErrorCode } from '../errors';
import type { Context } from './context';
import type { Log } from './log';
import type { Metrics } from './metrics';

declare module 'fastify' {
  interface FastifyReply {
    /** The code with which HTTP refused a request, before or in place of GraphQL; null where it did not. */
    refusedWith: ErrorCode | null;
    /** Whether the answer was remembered from before. */
    isRemembered: boolean;
    /** What was found out about a request of GraphQL while it was answered; null where it came to no such thing. */
    found: Context['found'] | null;
  }
}

/** Gives each answer the id of its request, and counts it; with a log there is a line for each request of GraphQL. */
export function watchRequests(http: FastifyInstance, metrics: Metrics, log: Log | null): void {
  http.decorateReply('refusedWith', null).decorateReply('isRemembered', false).decorateReply('found', null);
  http.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    done();
  });
  http.addHook('onResponse', (request, reply, done) => {
    countAnswer(metrics, request, reply);
    if (log) logRequest(log, request, reply);
    done();
  });
}

/** Counts an answer that is over, and what it was refused for. */
export function countAnswer(metrics: Metrics, request: FastifyRequest, reply: FastifyReply): void {
  metrics.countRequest(request, reply);
  if (!reply.refusedWith) return;
  metrics.countError(reply.refusedWith);
  if (reply.refusedWith === 'REQUEST_TOO_LARGE') metrics.countRefusal('bodyBytes');
}

/** Longest name of an operation that the log repeats. */
const longestName = 100;

function logRequest(log: Log, { id, method, routeOptions, query, body }: FastifyRequest, reply: FastifyReply): void {
  const isPage = String(reply.getHeader('content-type')).startsWith('text/html');
  if (routeOptions.url !== '/graphql' || isPage || !['GET', 'POST'].includes(method)) return;
  const asked = (method === 'GET' ? query : body) as { operationName?: unknown } | null | undefined;
  const operation = reply.found?.operation ?? asked?.operationName;
  log({
    level: 'info',
    message: `${method} /graphql`,
    requestId: id,
    details: {
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 1000) / 1000,
      operation: typeof operation === 'string' ? operation.slice(0, longestName) : null,
      cost: reply.found?.cost ?? null,
      remembered: reply.isRemembered,
    },
  });
}
