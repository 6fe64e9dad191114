import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import type { Engine } from '../engine/engine';
import { hasTag, shortHash, tagOf } from './etag';
import { faultOfVariables } from './variables';

interface Answer {
  body: string;
  type: string;
  etag: string;
}

export interface AnswerCache {
  /** Requests answered from memory so far. */
  hits(): number;
  /** The version of the data that a request is answered from, asked for once. Rejects where the database is away. */
  versionOf(request: FastifyRequest): Promise<string>;
}

/**
 * Remembers answers without errors by all that they depend on: document, operation, variables, media type and the
 * version of the data. A change of data moves the version, so that no remembered answer is ever out of date. Each bears
 * an `ETag`, and a GET that already has it gets 304. At most `mostBytes` are kept; 0 keeps none.
 */
export function rememberAnswers(http: FastifyInstance, engine: Engine, mostBytes: number): AnswerCache {
  if (mostBytes === 0) return { hits: () => 0, versionOf: () => engine.version() };
  const answers = new LRUCache<string, Answer>({
    maxSize: mostBytes,
    // A text of letters beyond Latin takes two bytes for each.
    sizeCalculation: ({ body }) => 2 * body.length + 500,
  });
  const keys = new WeakMap<FastifyRequest, string>();
  const versions = new WeakMap<FastifyRequest, Promise<string>>();
  let hits = 0;

  const versionOf = (request: FastifyRequest): Promise<string> => {
    const version = versions.get(request) ?? engine.version();
    versions.set(request, version);
    return version;
  };

  http.addHook('preHandler', async (request, reply) => {
    const asked = askedBy(request);
    // A database that is away is told by the request itself.
    const version = asked && (await versionOf(request).catch(() => null));
    if (version === null) return;
    const key = shortHash(JSON.stringify([version, request.headers.accept ?? '', asked]));
    const known = answers.get(key);
    if (known === undefined) {
      keys.set(request, key);
      return;
    }
    hits += 1;
    reply.isRemembered = true;
    void reply.type(known.type);
    return reply.send(withTag(request, reply, known));
  });

  http.addHook('onSend', async (request, reply, body) => {
    const key = keys.get(request);
    // Errors are written before data: what begins with its data has none.
    const isWhole = reply.statusCode === 200 && typeof body === 'string' && body.startsWith('{"data":');
    if (key === undefined || !isWhole) return body;
    const answer = { body, type: String(reply.getHeader('content-type')), etag: tagOf(body) };
    answers.set(key, answer);
    return withTag(request, reply, answer);
  });

  return { hits: () => hits, versionOf };
}

/** The body to send with an answer's tag: none, and 304, to a GET that has it already. */
function withTag(request: FastifyRequest, reply: FastifyReply, { body, etag }: Answer): string {
  void reply.header('etag', etag);
  if (request.method !== 'GET' || !hasTag(request, etag)) return body;
  void reply.code(304).removeHeader('content-length');
  return '';
}

/**
 * What a request asks of GraphQL, whichever way it came. Null for anything out of the ordinary: what may be wrong with
 * it, only Apollo says, and it also knows which requests a foreign page could have sent.
 */
function askedBy(request: FastifyRequest): readonly unknown[] | null {
  if (request.routeOptions.url !== '/graphql') return null;
  const isGet = request.method === 'GET';
  const isSafe = isGet
    ? Boolean(request.headers['apollo-require-preflight'])
    : /^application\/json\b/i.test(request.headers['content-type'] ?? '');
  const asked = (isGet ? request.query : request.body) as Record<string, unknown> | null | undefined;
  const { query, operationName, variables, ...others } = asked ?? {};
  if (!isSafe || typeof query !== 'string' || Object.keys(others).length > 0) return null;
  if (typeof (operationName ?? '') !== 'string' || faultOfVariables(variables)) return null;
  return [query, operationName ?? null, variables ?? null];
}
