import type { ApolloServerPlugin } from '@apollo/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Engine } from '../engine/engine';
import type { AnswerCache } from './cache';
import type { Context } from './context';
import type { Gate } from './gate';
import { limitOf } from './limits';

/** What one server counts and times. No label comes from what a caller wrote, so there are only so many series. */
export interface Metrics {
  /** All of it in the text format of Prometheus. */
  text(): Promise<string>;
  /** The media type of that text. */
  type: string;
  /** Times the phases of each operation and counts the requests that a limit refused. */
  plugin: ApolloServerPlugin<Context>;
  /** The engine, each statement timed. */
  watchEngine(engine: Engine): Engine;
  watchGate(name: 'light' | 'heavy' | 'lessons', gate: Gate): void;
  watchCache(cache: AnswerCache): void;
  countRequest(request: FastifyRequest, reply: FastifyReply): void;
  /** An error that a caller is told. */
  countError(code: string): void;
  countRefusal(limit: string): void;
}

const prefix = 'policy_timelines_';

/** From half a millisecond to ten seconds, where a request ends. */
const buckets = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Fewer, since there are many statements. */
const databaseBuckets = [0.0005, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10];

export function createMetrics(): Metrics {
  const ofProcess = processRegistry();
  const registers = [new Registry()];
  const times = <L extends string>(name: string, help: string, labelNames: L[], within = buckets) =>
    new Histogram({ name: `${prefix}${name}_seconds`, help, labelNames, buckets: within, registers });
  const counts = <L extends string>(name: string, help: string, labelNames: L[]) =>
    new Counter({ name: `${prefix}${name}_total`, help, labelNames, registers });

  const requests = times('http_request', 'From the head of a request to the end of its answer.', [
    'route',
    'method',
    'status',
  ]);
  const phases = times('graphql_phase', 'Parsing, validating and executing a document; a known one is only executed.', [
    'phase',
  ]);
  const statements = times('database', 'From asking the database to its rows.', ['statement'], databaseBuckets);
  const errors = counts('errors', 'Errors that callers were told, by their code.', ['code']);
  const refusals = counts('refused', 'Requests that a limit refused or cut off.', ['limit']);
  const gates = new Map<string, Gate>();
  new Gauge({
    name: `${prefix}gate_requests`,
    help: 'Requests at work and waiting for their turn: light and heavy ones, and lessons.',
    labelNames: ['gate', 'state'],
    registers,
    collect() {
      for (const [gate, { load }] of gates) {
        const { atWork, waiting } = load();
        this.set({ gate, state: 'at_work' }, atWork);
        this.set({ gate, state: 'waiting' }, waiting);
      }
    },
  });

  const timed = async <T>(statement: string, answer: () => Promise<T>): Promise<T> => {
    const began = performance.now();
    try {
      return await answer();
    } finally {
      statements.observe({ statement }, secondsSince(began));
    }
  };
  const phase = (name: 'parse' | 'validate' | 'execute') => {
    const began = performance.now();
    return async () => phases.observe({ phase: name }, secondsSince(began));
  };

  return {
    text: () => Registry.merge([ofProcess, ...registers]).metrics(),
    type: Registry.PROMETHEUS_CONTENT_TYPE,
    plugin: {
      requestDidStart: async () => ({
        parsingDidStart: async () => phase('parse'),
        validationDidStart: async () => phase('validate'),
        executionDidStart: async () => ({ executionDidEnd: phase('execute') }),
        didEncounterErrors: async ({ errors }) => {
          for (const limit of new Set(errors.flatMap((error) => limitOf(error) ?? []))) refusals.inc({ limit });
        },
      }),
    },
    watchEngine: (engine) => {
      const { inOrder } = engine;
      return {
        ...engine,
        read: (statement, params) => timed(statement.name, () => engine.read(statement, params)),
        search: (...asked) => timed('search', () => engine.search(...asked)),
        inOrder: inOrder && ((request) => timed('in-order', () => inOrder(request))),
        version: () => timed('version', () => engine.version()),
      };
    },
    watchGate: (name, gate) => void gates.set(name, gate),
    watchCache: ({ hits }) => {
      const help = 'Requests answered from memory.';
      const collect = () => {
        hit.reset();
        hit.inc(hits());
      };
      const hit = new Counter({ name: `${prefix}remembered_answers_total`, help, registers, collect });
    },
    countRequest: ({ method, routeOptions: { url = 'none' } }, { statusCode, elapsedTime }) => {
      const status = `${Math.floor(statusCode / 100)}xx`;
      requests.observe({ route: url, method, status }, elapsedTime / 1000);
    },
    countError: (code) => errors.inc({ code }),
    countRefusal: (limit) => refusals.inc({ limit }),
  };
}

const secondsSince = (began: number): number => (performance.now() - began) / 1000;

let known: Registry | undefined;

/** What is counted of the process, such as its memory and how long its event loop was held, is the same for every server in it. */
function processRegistry(): Registry {
  if (!known) {
    known = new Registry();
    collectDefaultMetrics({ register: known });
  }
  return known;
}
