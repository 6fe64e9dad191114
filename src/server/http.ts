import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ApolloServer } from '@apollo/server';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import compress from '@fastify/compress';
import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import serveFiles from '@fastify/static';
import fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { type Config, packageRoot } from '../config';
import type { Engine } from '../engine/engine';
import { type ErrorCode, errorCodes } from '../errors';
import { type Context, contextMaker } from './context';
import { createApollo, type Log } from './graphql';
import { readSamples } from './samples';

/** Only this server's own files, and no script in the page's text. Monaco styles its elements and makes blob workers. */
const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    workerSrc: ["'self'", 'blob:'],
    styleSrc: ["'self'", "'unsafe-inline'"],
    fontSrc: ["'self'", 'data:'],
    imgSrc: ["'self'", 'data:'],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
};

const pages = join(packageRoot, 'dist', 'page');

export interface Server {
  http: FastifyInstance;
  apollo: ApolloServer<Context>;
  /** Stops taking requests, answers those under way and closes what was opened here; the engine stays open. */
  close(): Promise<void>;
}

/** All routes on an engine, ready to listen. */
export async function createServer(engine: Engine, config: Config, log: Log): Promise<Server> {
  const http = fastify({
    bodyLimit: config.limits.bodyBytes,
    connectionTimeout: 30_000,
    requestTimeout: 30_000,
    keepAliveTimeout: 5_000,
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: true },
  });
  http.setErrorHandler((error: FastifyError, request, reply) => answerError(error, request, reply, log));
  http.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? '';
    refuse(reply, 'NOT_FOUND', `There is nothing at ${path.slice(0, 200)}. Ask GraphQL at /graphql.`);
  });
  await http.register(helmet, {
    contentSecurityPolicy,
    crossOriginEmbedderPolicy: false,
    strictTransportSecurity: false,
  });
  await http.register(compress, { global: true, threshold: 1024 });
  await http.register(cors, { origin: config.corsOrigins.length > 0 ? config.corsOrigins : false });

  const apollo = createApollo(config.limits, log);
  apollo.addPlugin(fastifyApolloDrainPlugin(http));
  await apollo.start();
  const context = contextMaker(engine);

  let stopping = false;
  http.get('/healthz', async () => ({ status: 'ok' }));
  http.get('/readyz', async (_, reply) => {
    try {
      const { dataset } = await context();
      if (!stopping) return { status: 'ready', dataset: dataset.id, version: dataset.version, engine: engine.name };
    } catch (cause) {
      log('Not ready', cause);
    }
    return reply.code(503).send({ status: stopping ? 'stopping' : 'not ready' });
  });

  await routePages(http);
  await http.register(fastifyApollo(apollo), { context: async () => context() });
  http.route({
    method: ['PUT', 'PATCH', 'DELETE'],
    url: '/graphql',
    handler: (_, reply) => {
      void reply.header('allow', 'GET, POST');
      return refuse(reply, 'METHOD_NOT_ALLOWED', 'GraphQL is asked by POST, or by GET for a query.');
    },
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

/** The playground for a browser, its files, its samples, and the same without an editor. */
async function routePages(http: FastifyInstance): Promise<void> {
  await http.register(serveFiles, {
    root: join(pages, 'assets'),
    prefix: '/assets/',
    immutable: true,
    maxAge: '1y',
    index: false,
  });
  const page = (file: string) => {
    const html = readFileSync(join(pages, file), 'utf8');
    // One address answers a person with a page and a program with JSON, which a cache must know.
    return (reply: FastifyReply) =>
      reply.header('cache-control', 'no-cache').header('vary', 'accept').type('text/html').send(html);
  };
  const playground = page('playground/index.html');
  const plain = page('playground/plain.html');
  const samples = JSON.stringify(readSamples());

  http.addHook('onRequest', async (request, reply) => {
    if (isBrowserAt('/graphql', request)) return playground(reply);
  });
  http.get('/', (_, reply) => reply.redirect('/graphql'));
  http.get('/graphql/plain', (_, reply) => plain(reply));
  http.get('/playground/samples.json', (_, reply) => reply.type('application/json').send(samples));
}

/** A person who opened the address; a program asks for JSON. */
const isBrowserAt = (path: string, { method, url, headers }: FastifyRequest): boolean =>
  method === 'GET' &&
  (url === path || url.startsWith(`${path}?`)) &&
  (headers.accept ?? '').split(',').some((type) => type.trim().startsWith('text/html'));

/** Answers in the form of a GraphQL error, so that a client has one form to read. Never a stack, a path or HTML. */
function refuse(reply: FastifyReply, code: ErrorCode, message: string): FastifyReply {
  return reply.code(errorCodes[code]).send({ errors: [{ message, extensions: { code } }] });
}

const codesOfStatus = new Map<number, ErrorCode>([
  [404, 'NOT_FOUND'],
  [405, 'METHOD_NOT_ALLOWED'],
  [413, 'REQUEST_TOO_LARGE'],
  [415, 'UNSUPPORTED_MEDIA_TYPE'],
]);

function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply, log: Log): FastifyReply {
  const status = error.statusCode ?? 500;
  if (status >= 500) {
    log(`${request.method} failed`, error);
    return refuse(reply, 'INTERNAL_SERVER_ERROR', 'The server could not answer.');
  }
  const code = codesOfStatus.get(status) ?? 'BAD_REQUEST';
  return refuse(reply, code, explanations[code] ?? 'The request could not be read.');
}

const explanations: Partial<Record<ErrorCode, string>> = {
  BAD_REQUEST: 'The body is no JSON. Send {"query": "{ dataset { title } }"}.',
  NOT_FOUND: 'There is nothing at this address. Ask GraphQL at /graphql.',
  REQUEST_TOO_LARGE: 'The body is larger than this server reads.',
  UNSUPPORTED_MEDIA_TYPE: 'Send the query as application/json.',
};
