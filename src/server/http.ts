import { readFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import type { ApolloServer } from '@apollo/server';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import compress from '@fastify/compress';
import cors from '@fastify/cors';
import serveFiles from '@fastify/static';
import fastify, {
  type ConnectionError,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import { GraphQLError } from 'graphql';
import { type Config, packageRoot } from '../config';
import { type Engine, EngineError } from '../engine/engine';
import { CallerError, type ErrorCode, errorCodes } from '../errors';
import { rememberLatest } from '../latest';
import { asker } from './askSelf';
import { rememberAnswers } from './cache';
import { type Context, contextMaker } from './context';
import { routeExports } from './export';
import { headOf, Refused, toldOf } from './faults';
import { fittingSamples } from './fittingSamples';
import { createGate } from './gate';
import { createApollo, statusOf } from './graphql';
import { type Log, levelOf } from './log';
import { createMetrics } from './metrics';
import { routeOutline } from './outline';
import { noteRequest, requestIdFrom } from './requestId';
import { readSamples } from './samples';
import { securityHeaders } from './securityHeaders';
import { routeTeach } from './teach';
import { countAnswer, watchRequests } from './watch';

const pages = join(packageRoot, 'dist', 'page');

export interface Server {
  http: FastifyInstance;
  apollo: ApolloServer<Context>;
  /** Stops taking requests, answers those under way and closes what was opened here; the engine stays open. */
  close(): Promise<void>;
}

/** All routes on an engine, ready to listen. */
export async function createServer(engine: Engine, config: Config, log: Log): Promise<Server> {
  const metrics = createMetrics();
  const http = fastify({
    genReqId: ({ headers }) => requestIdFrom(headers['x-request-id']),
    bodyLimit: config.limits.bodyBytes,
    connectionTimeout: 30_000,
    requestTimeout: 30_000,
    keepAliveTimeout: 5_000,
    // Who sends a byte now and then holds a connection for no longer than this.
    http: { headersTimeout: 10_000, connectionsCheckingInterval: 5_000 },
    clientErrorHandler: (error, socket) => {
      metrics.countError('BAD_REQUEST');
      refuseConnection(error, socket);
    },
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: true },
    // An address that cannot be decoded never reaches a route.
    frameworkErrors: (error, request, reply) => {
      reply.raw.once('finish', () => countAnswer(metrics, request, reply));
      return answerError(error, request, reply.header('x-request-id', request.id), log);
    },
  });
  http.server.maxConnections = config.maxConnections;
  watchRequests(http, metrics, config.logRequests ? log : null);
  // Everything asked here is JSON; the parser for plain text would only let a form of a foreign page come further.
  http.removeContentTypeParser('text/plain');
  http.setErrorHandler((error: FastifyError, request, reply) => answerError(error, request, reply, log));
  http.setNotFoundHandler(refuseAddress);
  const headers = securityHeaders();
  http.addHook('onRequest', (_, reply, done) => {
    void reply.headers(headers);
    done();
  });
  await http.register(compress, { global: true, threshold: 1024 });
  await http.register(cors, {
    origin: config.corsOrigins.length > 0 ? config.corsOrigins : false,
    exposedHeaders: ['x-request-id'],
  });

  // Before any body is read: what is at fault is the address or the method, whatever the body may be.
  http.addHook('onRequest', async (request, reply) => {
    if (request.is404) return refuseAddress(request, reply);
    const fault = request.routeOptions.url === '/graphql' ? faultOfHeaders(request) : null;
    if (fault) return refuse(reply, ...fault);
  });

  const apollo = createApollo(config.limits, log, metrics);
  apollo.addPlugin(fastifyApolloDrainPlugin(http));
  await apollo.start();
  const watched = metrics.watchEngine(engine);
  const context = contextMaker(watched, config.limits.deadlineMs);

  let stopping = false;
  // What is answered while stopping would otherwise keep its connection, and the server waits for that.
  http.addHook('onSend', async (_, reply) => {
    if (stopping) void reply.header('connection', 'close');
  });
  http.get('/healthz', async () => ({ status: 'ok' }));
  if (config.metrics) {
    http.get('/metrics', async (_, reply) => {
      void reply.header('cache-control', 'no-store').type(metrics.type);
      return metrics.text();
    });
  }
  http.get('/readyz', async (request, reply) => {
    try {
      const { dataset } = await context();
      if (!stopping) return { status: 'ready', dataset: dataset.id, version: dataset.version, engine: engine.name };
    } catch (fault) {
      log({ level: levelOf(fault), message: 'Not ready.', requestId: request.id, fault });
    }
    return reply.code(503).send({ status: stopping ? 'stopping' : 'not ready' });
  });

  const cache = rememberAnswers(http, watched, config.cacheBytes);
  metrics.watchCache(cache);
  await routePages(http, config.embedOrigins);
  routeSamples(http, watched);
  routeOutline(http);
  const lessons = createGate(2, 64, config.limits.deadlineMs);
  metrics.watchGate('lessons', lessons);
  routeTeach(http, context, goneOf, lessons, log);
  const contextOf = async (request: FastifyRequest, reply: FastifyReply) => {
    const made = await context(goneOf(reply), cache.versionOf(request), request.id);
    reply.found = made.found;
    return made;
  };
  routeExports(http, apollo, contextOf);
  await http.register(fastifyApollo(apollo), {
    method: ['GET', 'POST'],
    context: (request, reply) => contextOf(request, reply).catch((cause) => failContext(cause, request.id)),
  });

  return {
    http,
    apollo,
    close: async () => {
      stopping = true;
      await apollo.stop();
    },
  };
}

/** The page, the playground for a browser, their files, and the playground without an editor. */
async function routePages(http: FastifyInstance, embedders: readonly string[]): Promise<void> {
  await http.register(serveFiles, {
    root: join(pages, 'assets'),
    prefix: '/assets/',
    immutable: true,
    maxAge: '1y',
    index: false,
  });
  const page = (file: string) => {
    const html = readFileSync(join(pages, file), 'utf8');
    return (reply: FastifyReply) =>
      varyByAccept(reply).header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(html);
  };
  const playground = page('playground/index.html');
  const plain = page('playground/plain.html');

  http.addHook('onRequest', async (request, reply) => {
    if (request.method !== 'GET' || request.routeOptions.url !== '/graphql') return;
    if (isBrowser(request)) return playground(reply);
    varyByAccept(reply);
  });
  http.head('/graphql', (_, reply) => playground(reply));
  http.options('/graphql', (_, reply) => reply.code(204).header('allow', allowed).send());
  const shown = page('index.html');
  http.get('/', (_, reply) => shown(reply));
  const framed = securityHeaders(embedders);
  http.get('/embed', (_, reply) => shown(reply.removeHeader('x-frame-options').headers(framed)));
  http.get('/graphql/plain', (_, reply) => plain(reply));
}

/** The samples of the playground that fit the data, worked out when they are first asked for and when the data change. */
function routeSamples(http: FastifyInstance, engine: Engine): void {
  const samples = readSamples();
  const latest = rememberLatest<string>();
  http.get('/playground/samples.json', async (request, reply) => {
    const fitting = latest(await engine.version(), async () =>
      JSON.stringify(await fittingSamples(samples, asker(http, request))),
    );
    return reply.type('application/json').send(await fitting);
  });
}

/** One address answers a person with a page and a program with JSON, which a cache must know. */
const varyByAccept = (reply: FastifyReply): FastifyReply =>
  reply.header('vary', [reply.getHeader('vary') ?? [], 'accept'].flat().join(', '));

/** A person who opened the address; a program asks for JSON. */
const isBrowser = ({ headers }: FastifyRequest): boolean =>
  (headers.accept ?? '').split(',').some((type) => type.trim().startsWith('text/html'));

/** Answers in the form of a GraphQL error, so that a client has one form to read. Never a stack, a path or HTML. */
function refuse(reply: FastifyReply, code: ErrorCode, message: string, details = {}): FastifyReply {
  reply.refusedWith = code;
  return reply.code(errorCodes[code]).send({ errors: [{ message, extensions: { code, ...details } }] });
}

/** Answers what never became a request, in the same form, and ends the connection. */
function refuseConnection({ code }: ConnectionError, socket: Socket): void {
  const [status, message] = connectionFaults[code] ?? ['400 Bad Request', 'This is no request that HTTP knows.'];
  const body = JSON.stringify({ errors: [{ message, extensions: { code: 'BAD_REQUEST' satisfies ErrorCode } }] });
  const type = 'application/json; charset=utf-8';
  const head = `HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-type: ${type}\r\ncontent-length: ${body.length}`;
  if (socket.writable) socket.end(`${head}\r\n\r\n${body}`, () => socket.destroy());
  else socket.destroy();
}

const connectionFaults: Readonly<Record<string, [status: string, message: string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'The request did not come to its end in time.'],
  HPE_HEADER_OVERFLOW: ['431 Request Header Fields Too Large', 'The headers are larger than this server reads.'],
};

/** The methods that /graphql knows. */
const allowed = 'GET, HEAD, POST, OPTIONS';

function refuseAddress({ method, url }: FastifyRequest, reply: FastifyReply): FastifyReply {
  const path = url.split('?')[0] ?? '';
  if (/^\/graphql\/?$/.test(path)) {
    void reply.header('allow', allowed);
    return refuse(reply, 'METHOD_NOT_ALLOWED', 'GraphQL is asked by POST, or by GET.');
  }
  return refuse(reply, 'NOT_FOUND', `Nothing answers ${method} ${path.slice(0, 200)}. Ask GraphQL at /graphql.`);
}

/** What is wrong with a request before its body is read. */
function faultOfHeaders({ hostname, headers }: FastifyRequest): [code: ErrorCode, message: string] | null {
  // The integration builds an address from it, and would fail.
  if (!URL.canParse(`http://${hostname}/`)) return ['BAD_REQUEST', 'The header "host" names no host.'];
  // The body is read as UTF-8 whatever the header says, so letters of another encoding would come out wrong.
  const charset = /;\s*charset\s*=\s*"?([^\s;"]*)/i.exec(headers['content-type'] ?? '')?.[1] ?? 'utf-8';
  return /^utf-?8$/i.test(charset) ? null : ['UNSUPPORTED_MEDIA_TYPE', notJson];
}

/** Aborted when the connection closes before the answer was sent. */
function goneOf({ raw }: FastifyReply): AbortSignal {
  const gone = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished) gone.abort();
  });
  return gone.signal;
}

/** Nothing can be asked without a context: the whole request fails, with the status of what failed. */
function failContext(cause: unknown, requestId: string): never {
  const code =
    cause instanceof EngineError ? cause.code : cause instanceof CallerError ? cause.extensions.code : undefined;
  const status = statusOf(code);
  const extensions = { http: { status } };
  const error = new GraphQLError('The context failed', { originalError: cause as Error, extensions });
  noteRequest(error, requestId);
  throw error;
}

const codesOfStatus = new Map<number, ErrorCode>([
  // A path that would leave the folder of files.
  [403, 'NOT_FOUND'],
  [404, 'NOT_FOUND'],
  [405, 'METHOD_NOT_ALLOWED'],
  [413, 'REQUEST_TOO_LARGE'],
  [415, 'UNSUPPORTED_MEDIA_TYPE'],
]);

function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply, log: Log): FastifyReply {
  const status = error.statusCode ?? 500;
  if (status >= 500) return answerFault(error, request, reply, log);
  const code = codesOfStatus.get(status) ?? 'BAD_REQUEST';
  if (code === 'NOT_FOUND') return refuseAddress(request, reply);
  if (code === 'REQUEST_TOO_LARGE') {
    const most = request.server.initialConfig.bodyLimit?.toLocaleString('en-US');
    return refuse(reply, code, `The body is larger than ${most} bytes, the most that this server reads.`);
  }
  return refuse(reply, code, explanations[error.code] ?? 'The request could not be read.');
}

/** What was thrown on the way to an answer, by whoever made it. */
function answerFault(fault: unknown, { id }: FastifyRequest, reply: FastifyReply, log: Log): FastifyReply {
  const told = toldOf(fault, id, log);
  if (!(fault instanceof Refused)) reply.refusedWith = told.extensions.code;
  return headOf(reply, told.extensions).send({ errors: [told] });
}

const malformed = 'The body is no JSON such as {"query": "{ dataset { title } }"}.';
const notJson = 'Send the query as application/json in UTF-8.';

const explanations: Readonly<Record<string, string>> = {
  FST_ERR_CTP_EMPTY_JSON_BODY: malformed,
  FST_ERR_CTP_INVALID_JSON_BODY: malformed,
  FST_ERR_CTP_INVALID_MEDIA_TYPE: notJson,
};
