import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { Command, CommanderError } from 'commander';
import { type Config, packageRoot, readConfig } from './config';
import { cypher, cypherNames } from './cypher';
import { checkDataset, formatProblem, inOrder } from './dataset/check';
import type { Dataset, Problem } from './dataset/format';
import { readChecksum, readDataset } from './dataset/read';
import { writeDataset } from './dataset/write';
import { buildSnapshot, openEngine, type Source } from './engine/open';
import { didYouMean, nearest, UsageError } from './errors';
import { createServer } from './server/http';

/** Longest wait for requests under way when asked to stop, in milliseconds. */
const graceMs = 1_500;

const program = new Command('policy-timelines')
  .description('Policy timelines as a knowledge graph: what followed what, who says so and who disputes it.')
  .showHelpAfterError()
  .exitOverride();

program
  .command('serve', { isDefault: true })
  .description('serve a data set over GraphQL, with its playground')
  .option('--port <number>', 'the port to listen on; 0 takes a free one (PORT)')
  .option('--host <address>', 'the address to listen on (HOST)')
  .option('--data <folder>', 'the folder of the data set to serve')
  .allowExcessArguments()
  .action(async (options: { port?: string; host?: string; data?: string }, { args }: Command) => {
    // As `serve` may be left out, a word that is no command arrives here.
    if (args[0] !== undefined) throw new UsageError(unknownCommand(args[0]));
    const { port: PORT = process.env.PORT, host: HOST = process.env.HOST, data } = options;
    const config = readConfig({ ...process.env, PORT, HOST });
    await serve({ ...config, data: data ?? config.data });
  });

program
  .command('check')
  .description('check a data set and say everything that is wrong with it')
  .argument('[folder]', 'the folder of the data set')
  .option('--quiet', 'say nothing of warnings')
  .action((folder: string | undefined, options: { quiet?: boolean }) => {
    check(folder ?? readConfig(process.env).data, options.quiet === true);
  });

program
  .command('build', { hidden: true })
  .description('build the graph of a data set now, so that a start only opens it')
  .argument('<folder>', 'the folder of the data set')
  .action(async (folder: string) => {
    await buildSnapshot(sourceOf(folder));
  });

program.parseAsync().catch((error: unknown) => {
  if (error instanceof CommanderError) process.exitCode = error.exitCode;
  else {
    process.exitCode = 1;
    // A stack helps only us; what a person can mend is told in a line.
    console.error(error instanceof UsageError || isOwnMessage(error) ? error.message : error);
  }
});

function unknownCommand(word: string): string {
  const suggestion = didYouMean(nearest(word, ['serve', 'check', 'help']));
  return `No command "${word}".${suggestion} All of them: npm start -- --help`;
}

const isOwnMessage = (error: unknown): error is Error => error instanceof Error && error.constructor === Error;

async function serve(config: Config): Promise<void> {
  const loading = performance.now();
  const { engine, loaded } = await openEngine(sourceOf(config.data));
  const loadedMs = Math.round(performance.now() - loading);

  const server = await createServer(engine, config, (message, cause) => console.error(message, cause));
  await listen(server.http, config);
  stopOnSignals(async () => {
    await server.close();
    await engine.close();
  });

  // The index of words is built on first use: soon, so that nobody waits for it, but not in the way of the first answer.
  setTimeout(() => engine.search('', [], 1).catch(() => {}), 1_000).unref();

  const address = server.http.server.address();
  const port = typeof address === 'object' && address ? address.port : config.port;
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  const { counts, title, version } = loaded;
  console.log(
    [
      `Loaded ${counts.events} events, ${counts.links} links and ${counts.claims} claims in ${loadedMs} ms (${title}, version ${version}).`,
      `Ready after ${Math.round(performance.now())} ms: open http://${host}:${port}/graphql in a browser.`,
    ].join('\n'),
  );
}

/** A data set's folder as something to fill an engine from. */
function sourceOf(folder: string): Source & { snapshot: string } {
  // The graph depends on the files, on the statements that write it and on the release that reads them.
  const writers = (['index', 'write'] as const).flatMap((room) =>
    cypherNames(room).map((name) => cypher(room, name).text),
  );
  const { version, dependencies } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8'));
  const parts = existsSync(folder) ? [readChecksum(folder), ...writers, version, dependencies] : [];
  return {
    key: createHash('sha256').update(JSON.stringify(parts)).digest('hex'),
    snapshot: join(packageRoot, 'dist', 'graphs', `${basename(resolve(folder))}.grafeo`),
    fill: async (engine) => {
      const dataset = load(folder);
      const counts = await writeDataset(engine, dataset);
      return { title: dataset.head.title, version: dataset.head.version, counts };
    },
  };
}

/** The data set of a folder, without errors; a UsageError that tells them all otherwise. */
function load(folder: string): Dataset {
  const { dataset, problems } = problemsOf(folder);
  const errors = problems.filter(({ level }) => level === 'error');
  if (errors.length === 0) return dataset;
  const sum = `${counted(errors.length, 'error')} in ${folder}: nothing was loaded.`;
  throw new UsageError([...errors.map(formatProblem), sum].join('\n'));
}

function problemsOf(folder: string): { dataset: Dataset; problems: Problem[] } {
  const { dataset, problems } = readDataset(folder);
  return { dataset, problems: inOrder([...problems, ...checkDataset(dataset)]) };
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function check(folder: string, quiet: boolean): void {
  const { dataset, problems } = problemsOf(folder);
  const count = (wanted: Problem['level']) => problems.filter(({ level }) => level === wanted).length;
  const { events, links, claims } = dataset.rows;
  for (const problem of problems) if (!quiet || problem.level === 'error') console.log(formatProblem(problem));
  console.log(
    `${folder}: ${counted(events.length, 'event')}, ${counted(links.length, 'link')}, ${counted(claims.length, 'claim')}; ${counted(count('error'), 'error')}, ${counted(count('warning'), 'warning')}.`,
  );
  if (count('error') > 0) process.exitCode = 1;
}

async function listen(http: Awaited<ReturnType<typeof createServer>>['http'], { host, port }: Config): Promise<void> {
  try {
    await http.listen({ host, port });
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    const reasons: Record<string, string> = {
      EADDRINUSE: `Port ${port} on ${host} is taken. Stop what listens there, or choose another: PORT=${port + 1} npm start`,
      EACCES: `Port ${port} on ${host} may not be used by this account. Choose one above 1023: PORT=4000 npm start`,
      EADDRNOTAVAIL: `This machine has no address ${host} to listen on.`,
      ENOTFOUND: `This machine knows no address "${host}" to listen on.`,
    };
    throw new UsageError(reasons[code ?? ''] ?? `Cannot listen on ${host}:${port} (${code ?? cause}).`);
  }
}

function stopOnSignals(close: () => Promise<void>): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    // What does not end by itself in time is ended, so that a restart never waits for a slow client.
    setTimeout(() => process.exit(0), graceMs).unref();
    await close();
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}
