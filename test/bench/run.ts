// Everybody as they are served; read by graphql-js when it is loaded.
process.env.NODE_ENV ??= 'production';

import { rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import neo4j, { type Driver } from 'neo4j-driver';
import { defaultLimits, packageRoot } from '../../src/config';
import { importDataset } from '../../src/dataset/import';
import { writeDataset } from '../../src/dataset/write';
import type { Engine } from '../../src/engine/engine';
import { openGrafeo } from '../../src/engine/grafeo';
import { openNeo4j } from '../../src/engine/neo4j';
import { contextMaker } from '../../src/server/context';
import type { Answer } from '../support/ask';
import { type Neo4jServer, startNeo4j, whyNoNeo4j } from '../support/neo4jServer';
import { serveProgram } from '../support/program';
import { eventsOfLand, policyGraph } from './graphs';
import { measureImport, neo4jMemory } from './import';
import { openLoadMaker } from './load';
import { openBare } from './peers/bare';
import { openMercurius } from './peers/mercurius';
import { openNeo4jGraphql } from './peers/neo4jGraphql';
import { openOurs } from './peers/ours';
import { openPostgres } from './peers/postgres';
import { rawGrafeo, rawNeo4j } from './peers/rawCypher';
import { type Measured, measuredOf, median, type Round, rowsOf, tableHead } from './table';
import { allWork, bareValue, type Contestant, type Field, type Work } from './work';

const { values: options } = parseArgs({
  options: {
    size: { type: 'string', default: '10k' },
    rounds: { type: 'string', default: '7' },
    only: { type: 'string', default: '' },
    import: { type: 'boolean', default: false },
    slim: { type: 'boolean', default: false },
  },
});

/** How long a contestant is asked in one round, in milliseconds. */
const roundMs = { ms: 250, 'per second': 700 };
const connections = { ms: 1, 'per second': 32 };

const loader = openLoadMaker();

/** Where results and the data of Neo4j are kept. */
const output = join(packageRoot, 'dist', 'bench');

/** What is open, to be closed last to first. */
const closers: (() => unknown)[] = [() => loader.close()];

/** Notes what has to be closed at the end. */
function closing<T extends { close(): unknown }>(opened: T): T {
  closers.push(() => opened.close());
  return opened;
}

function eventsOfSize(size: string): number {
  const [, digits, unit] = /^(\d+)(k|m)$/.exec(size) ?? [];
  if (digits === undefined) throw new Error(`--size is a number such as 10k or 1m, but got: "${size}"`);
  return Number(digits) * (unit === 'm' ? 1_000_000 : 1_000);
}

/** Fills both engines and PostgreSQL with one graph, and starts everybody who can be had. */
async function openField(events: number): Promise<Field> {
  const graph = policyGraph({ events });
  const filled = async (name: string, fill: Promise<unknown>) => {
    const begin = performance.now();
    await fill;
    console.log(`Filled ${name} in ${((performance.now() - begin) / 1000).toFixed(1)} s.`);
  };
  const grafeo = closing(openGrafeo());
  await filled('Grafeo', writeDataset(grafeo, graph));
  // The index of words is built on first use, as a server does soon after its start.
  await filled('the index of words', grafeo.search('', [], 1));
  // Its folder is kept, and an import writes only what differs: the second run has nothing to fill.
  const remote = await openRemote(join(output, `neo4j-${events}`));
  if (remote) await filled('Neo4j', importDataset(remote.engine, graph));
  const postgres = await openPostgres(graph);
  if (postgres) closing(postgres);
  else console.log('Without PostgreSQL: none is installed. apt-get install postgresql');

  const port = async (opening: Promise<{ port: number; close(): Promise<void> }>) => closing(await opening).port;
  const engineOf = async (name: string, engine: Engine, raw: Field['engines'][number]['raw']) => ({
    name,
    port: await port(openOurs(engine, false)),
    context: contextMaker(engine, defaultLimits.deadlineMs),
    raw,
  });
  return {
    lands: events / eventsOfLand,
    engines: [
      await engineOf('Grafeo', grafeo, rawGrafeo(grafeo)),
      ...(remote ? [await engineOf('Neo4j', remote.engine, rawNeo4j(remote.driver))] : []),
    ],
    remembering: await port(openOurs(grafeo, true)),
    mercurius: await port(openMercurius(grafeo)),
    bare: await port(
      openBare(new Map(graph.rows.events.map(({ values }) => [String(values.id), bareValue({ ...values })]))),
    ),
    neo4jGraphql: remote ? await port(openNeo4jGraphql(remote.driver)) : null,
    postgres,
  };
}

async function openRemote(folder: string): Promise<{ engine: Engine; driver: Driver } | null> {
  const reason = whyNoNeo4j();
  if (reason !== null) {
    console.log(`Without Neo4j and @neo4j/graphql: ${reason}.`);
    return null;
  }
  return openServer(await startNeo4j({ folder, isMeasured: true }));
}

function openServer(server: Neo4jServer): { engine: Engine; driver: Driver } {
  closers.push(() => server.stop());
  const access = { uri: server.uri, user: 'neo4j', password: '', database: 'neo4j' };
  const engine = closing(openNeo4j(access));
  const driver = closing(neo4j.driver(access.uri, undefined, { disableLosslessIntegers: true }));
  return { engine, driver };
}

/** Every question to everybody, and no two answers may differ. */
async function compareAnswers({ name, contestants }: Work): Promise<void> {
  let first: { name: string; answers: unknown[] } | undefined;
  for (const contestant of contestants) {
    const answers = await answersOf(contestant);
    first ??= { name: contestant.name, answers };
    for (const [at, answer] of answers.entries()) {
      if (isDeepStrictEqual(answer, first.answers[at])) continue;
      const said = (value: unknown) => JSON.stringify(value).slice(0, 1500);
      const [one, other] = [said(first.answers[at]), said(answer)];
      throw new Error(`${name}, question ${at}: ${first.name} says\n${one}\nbut ${contestant.name} says\n${other}`);
    }
  }
}

async function answersOf({ over, read }: Contestant): Promise<unknown[]> {
  const answers: unknown[] = [];
  if ('calls' in over) for (const call of over.calls) answers.push(read(await call()));
  else for (const body of over.bodies) answers.push(read(await askedOnce(over.port, body)));
  // As JSON, since rows of a database have prototypes of their own.
  return JSON.parse(JSON.stringify(answers));
}

async function askedOnce(port: number, body: string): Promise<Answer['data']> {
  const { data, errors } = JSON.parse(await post(port, body)) as Answer;
  if (errors) throw new Error(`${body.slice(0, 500)} gives ${JSON.stringify(errors).slice(0, 1000)}`);
  return data;
}

/** Over a connection of its own: a server may just be closing one that has been idle. */
const post = (port: number, body: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json' };
    const asked = { host: '127.0.0.1', port, path: '/graphql', method: 'POST', headers, agent: false };
    const asking = request(asked, async (response) => resolve(await text(response)));
    asking.once('error', reject);
    asking.end(body);
  });

async function measure(work: Work, rounds: number): Promise<Measured> {
  await compareAnswers(work);
  const found: Round[] = [];
  // The first round only warms up.
  for (let round = 0; round <= rounds; round++) {
    const values: Record<string, number> = {};
    const turn = round % work.contestants.length;
    for (const one of [...work.contestants.slice(turn), ...work.contestants.slice(0, turn)]) {
      values[one.name] = await valueIn(one, work.unit);
    }
    if (round > 0) found.push(values);
  }
  return measuredOf(work, found);
}

async function valueIn({ over }: Contestant, unit: Work['unit']): Promise<number> {
  if ('calls' in over) return median(await timesOfCalls(over.calls));
  const { times, elapsedMs } = await loader.run({ ...over, connections: connections[unit], forMs: roundMs[unit] });
  return unit === 'ms' ? median(times) : times.length / (elapsedMs / 1000);
}

async function timesOfCalls(calls: readonly (() => Promise<unknown>)[]): Promise<number[]> {
  const times: number[] = [];
  const begin = performance.now();
  for (let next = 0; performance.now() - begin < roundMs.ms; next++) {
    const start = performance.now();
    await calls[next % calls.length]?.();
    times.push(performance.now() - start);
  }
  return times;
}

/** From the start of the program to its first answer, over the shipped data set, in milliseconds. */
async function coldStart(rounds: number): Promise<number[]> {
  const times: number[] = [];
  const body = JSON.stringify({ query: '{ dataset { title } }' });
  for (let round = 0; round < rounds; round++) {
    const begin = performance.now();
    const { child, url, ended } = await serveProgram();
    await askedOnce(Number(new URL(url).port), body);
    times.push(performance.now() - begin);
    child.kill();
    await ended;
  }
  return times;
}

async function bench(): Promise<void> {
  const rounds = Number(options.rounds);
  const events = eventsOfSize(options.size);
  const starts = await coldStart(rounds);
  const field = await openField(events);
  const machine = `${cpus().length} cores (${cpus()[0]?.model}), Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`;
  const measured: Measured[] = [];
  console.log(`${events.toLocaleString('en-US')} events, ${rounds} rounds; ${machine}\n`);
  console.log(tableHead.join('\n'));
  for (const work of allWork(field).filter(({ name }) => name.includes(options.only))) {
    const result = await measure(work, rounds);
    measured.push(result);
    console.log(rowsOf(result).join('\n'));
  }
  const seconds = (ms: number) => (ms / 1000).toFixed(2);
  const [least, middle, most] = [Math.min(...starts), median(starts), Math.max(...starts)].map(seconds);
  console.log(`\nFrom the start to the first answer: ${middle} s (${least} to ${most}); bar: 1 s.`);
  const file = join(output, 'results.json');
  writeFileSync(file, JSON.stringify({ machine, events, starts, measured }, null, 2));
  console.log(`All rounds: ${file}`);
}

/** How long an import takes, and the longest of chains over what was imported. */
async function benchImport(): Promise<void> {
  const reason = whyNoNeo4j();
  if (reason !== null) throw new Error(`An import needs a Neo4j: ${reason}`);
  const events = eventsOfSize(options.size);
  const name = `${options.slim ? 'slim-' : ''}${events}`;
  const data = join(output, `imported-${name}`);
  rmSync(data, { recursive: true, force: true });
  const server = await startNeo4j({ folder: data, ...neo4jMemory, isMeasured: true });
  const { engine, driver } = openServer(server);
  // Its first answer of all may take longer than an import is ready to wait.
  await driver.verifyConnectivity();
  await measureImport({ events, slim: options.slim }, join(output, `dataset-${name}`), server, data);
  const port = closing(await openOurs(engine, false)).port;
  const context = contextMaker(engine, defaultLimits.deadlineMs);
  const nobody = { remembering: 0, mercurius: 0, bare: 0, neo4jGraphql: null, postgres: null };
  const engines = [{ name: 'Neo4j', port, context, raw: rawNeo4j(driver) }];
  const work = allWork({ ...nobody, lands: events / eventsOfLand, engines });
  console.log(tableHead.join('\n'));
  for (const one of work.filter(({ name }) => name === 'chain of depth 5')) {
    console.log(rowsOf(await measure(one, Number(options.rounds))).join('\n'));
  }
}

(options.import ? benchImport() : bench())
  .catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  })
  .finally(async () => {
    for (const close of closers.reverse()) await close();
  });
