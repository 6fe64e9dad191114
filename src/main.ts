// Before anything is loaded: otherwise graphql-js looks at every value for a second copy of itself, which costs a tenth of a long answer.
process.env.NODE_ENV ??= 'production';

import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { Command, CommanderError } from 'commander';
import { type Config, type Neo4jConfig, packageRoot, readConfig } from './config';
import { cypher, cypherNames } from './cypher';
import { checkDataset, countByRule, formatProblem, inOrder } from './dataset/check';
import type { Dataset, Problem } from './dataset/format';
import { importDataset, type Plan, planImport } from './dataset/import';
import { readChecksum, readDataset } from './dataset/read';
import { summaryOf, summaryText } from './dataset/summary';
import { writeTemplate } from './dataset/template';
import { writeDataset } from './dataset/write';
import { writeIds } from './dataset/writeIds';
import type { Engine } from './engine/engine';
import { buildSnapshot, openEmbedded, openRemote, type Source } from './engine/open';
import { CallerError, didYouMean, nearest, UsageError } from './errors';
import { commandContext } from './server/context';
import { type ExportRequest, exportFrom, exportRequestOf, formatWords } from './server/export';
import { createServer } from './server/http';
import { briefly, createLog, levelOf } from './server/log';
import { activityWords, lessonArguments, packFile } from './server/teach';

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
    if (data !== undefined && config.neo4j) {
      throw new UsageError(
        '--data is served by the embedded engine, but NEO4J_URI is set: import the folder, or unset it.',
      );
    }
    await serve({ ...config, data: data ?? config.data });
  });

program
  .command('check')
  .description('check a data set and say everything that is wrong with it')
  .argument('[folder]', 'the folder of the data set')
  .option('--quiet', 'say nothing of warnings')
  .option('--summary', 'print the numbers of a data set that has no error')
  .option('--write-ids', 'write the ids made from titles into the files of a data set that has no error')
  .action((folder: string | undefined, options: { quiet?: boolean; summary?: boolean; writeIds?: boolean }) => {
    const checked = folder ?? readConfig(process.env).data;
    if (options.summary) summarize(checked);
    else if (options.writeIds) keepIds(checked);
    else check(checked, options.quiet === true);
  });

program
  .command('new')
  .description('write a data set to begin with: two events and a link, with a README that explains the files')
  .argument('<folder>', 'the folder to write, which must not exist yet or be empty')
  .action((folder: string) => {
    const files = writeTemplate(folder);
    console.log(`Wrote ${files.join(', ')} into ${folder}.`);
    console.log(`Next: npm run check -- ${folder}, then npm start -- --data ${folder}`);
  });

program
  .command('import')
  .description('make the Neo4j of NEO4J_URI hold this data set and nothing else; run it again if it was cut off')
  .argument('<folder>', 'the folder of the data set')
  .option('--dry-run', 'only say what would change')
  .action(async (folder: string, options: { dryRun?: boolean }) => {
    const { neo4j } = readConfig(process.env);
    if (!neo4j) throw new UsageError('An import needs a Neo4j: set NEO4J_URI, such as bolt://127.0.0.1:7687.');
    await importInto(neo4j, folder, options.dryRun === true);
  });

program
  .command('lesson')
  .description('write a lesson for a class as one page to print: sheet, cards, key, plan and rubric')
  .requiredOption('--activity <name>', `one of ${activityWords.join(', ')}`)
  .option('--story <id>', 'the story that it is made from')
  .option('--event <id>', 'or the event whose chain it is made from')
  .option('--direction <word>', 'FORWARD for what followed the event, BACKWARD for what led to it')
  .option('--depth <number>', 'how many links of the chain to follow in a row')
  .option('--link <id>', 'or the link that it is made from')
  .option('--events <ids>', 'or the events that it is made from, parted by commas')
  .option('--cards <number>', 'how many cards')
  .option('--seed <number>', 'another number draws the cards in another order')
  .option('--lang <tag>', 'the language of its texts')
  .option('--with-content-notes <notes>', 'content notes that the class may meet, parted by commas, such as VIOLENCE')
  .option('--data <folder>', 'the folder of the data set; left out: the shipped one, or the Neo4j of NEO4J_URI')
  .requiredOption('--out <file>', 'the file to write, - for the standard output')
  .action(async ({ activity, out, data, ...params }: LessonOptions) => {
    await writeLesson(out, data ?? null, lessonArguments(activity, params));
  });

program
  .command('export')
  .description('write events and the links among them in the form that another tool takes')
  .requiredOption('--format <name>', `one of ${formatWords.join(', ')}`)
  .option('--out <file>', 'the file to write, - for the standard output; left out: a name of its own in this folder')
  .option('--data <folder>', 'the folder of the data set; left out: the shipped one, or the Neo4j of NEO4J_URI')
  .option('--story <id>', 'the story to export')
  .option('--event <id>', 'the event whose chain to export')
  .option('--direction <word>', 'FORWARD for what followed, BACKWARD for what led to it')
  .option('--depth <number>', 'how many links to follow in a row')
  .option('--where <name=value...>', 'a field of the filter of events, or of links beside --event')
  .option('--lang <tag>', 'the language of its texts')
  .action(async ({ format, out, data, where = [], ...named }: ExportOptions) => {
    const params = new URLSearchParams(where.map(pairOf));
    for (const [name, value] of Object.entries(named)) params.append(name, value);
    await exportTo(out ?? null, data ?? null, exportRequestOf(format, params));
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
    console.error(error instanceof UsageError || isOwnMessage(error) ? error.message : (briefly(error) ?? error));
    // A database that hangs may hold a connection open, which must not hold the process.
    setTimeout(() => process.exit(), 200).unref();
  }
});

/** What the command line gives beside the activity: the words that an address takes, too. */
type LessonOptions = { activity: string; out: string; data?: string } & Record<string, string>;

interface ExportOptions {
  format: string;
  out?: string;
  data?: string;
  where?: string[];
  story?: string;
  event?: string;
  direction?: string;
  depth?: string;
  lang?: string;
}

function pairOf(text: string): [name: string, value: string] {
  const at = text.indexOf('=');
  if (at > 0) return [text.slice(0, at), text.slice(at + 1)];
  throw new UsageError(`--where takes a name and a value, such as places=MX, but got: "${text}"`);
}

function unknownCommand(word: string): string {
  const commands = program.createHelp().visibleCommands(program);
  const suggestion = didYouMean(
    nearest(
      word,
      commands.map((command) => command.name()),
    ),
  );
  return `No command "${word}".${suggestion} All of them: npm start -- --help`;
}

const isOwnMessage = (error: unknown): error is Error =>
  error instanceof CallerError || (error instanceof Error && error.constructor === Error);

async function serve(config: Config): Promise<void> {
  const { engine, told } = config.neo4j ? await openNeo4j(config.neo4j) : await openFiles(config.data);
  const form = config.log ?? (process.stderr.isTTY ? 'text' : 'json');
  const log = createLog(form, (text) => console.error(text));
  // A field that fails may leave others behind that fail later, when nobody waits for them any more.
  process.on('unhandledRejection', (fault) =>
    log({ level: levelOf(fault), message: 'Failed after its request had ended.', fault }),
  );
  const server = await createServer(engine, config, log);
  await listen(server.http, config);
  stopOnSignals(async () => {
    await server.close();
    await engine.close();
  });

  // What is made on first use is made soon, so that nobody waits for it, but not in the way of the first answer.
  setTimeout(() => {
    // Node takes 50 ms to load this, for which the compressor of answers asks.
    void globalThis.Response;
    engine.search('', [], 1).catch(() => {});
  }, 1_000).unref();

  const address = server.http.server.address();
  const port = typeof address === 'object' && address ? address.port : config.port;
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  console.log(told);
  console.log(`Ready after ${Math.round(performance.now())} ms: open http://${host}:${port}/ in a browser.`);
}

interface Opened {
  engine: Engine;
  /** One line about what the engine holds. */
  told: string;
}

async function openFiles(folder: string): Promise<Opened> {
  const loading = performance.now();
  const { engine, loaded } = await openEmbedded(sourceOf(folder));
  const { counts, title, version } = loaded;
  const inMs = Math.round(performance.now() - loading);
  return {
    engine,
    told: `Loaded ${counts.events} events, ${counts.links} links and ${counts.claims} claims in ${inMs} ms (${title}, version ${version}).`,
  };
}

async function openNeo4j(options: Neo4jConfig): Promise<Opened> {
  const { engine, agent } = await openRemote(options);
  const answers = `${agent} at ${options.uri} answers.`;
  const isAway = `Neo4j at ${options.uri} does not answer yet. Until it does, questions get DATABASE_UNAVAILABLE and /readyz 503.`;
  return { engine, told: agent ? answers : isAway };
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

async function importInto(options: Neo4jConfig, folder: string, isDry: boolean): Promise<void> {
  const dataset = load(folder);
  const { engine, agent } = await openRemote(options);
  try {
    if (agent === null) throw new UsageError(`Nothing answers at ${options.uri}: is the Neo4j running?`);
    if (isDry) {
      console.log(
        `${described(await planImport(engine, dataset))}: that would change in ${options.uri}. Nothing was written.`,
      );
      return;
    }
    const bar = progressBar(process.stderr);
    const { plan, counts } = await importDataset(engine, dataset, bar.show);
    bar.end();
    const { title, version } = dataset.head;
    console.log(`${described(plan)} in ${options.uri}.`);
    console.log(
      `It holds ${counts.events} events, ${counts.links} links and ${counts.claims} claims (${title}, version ${version}, checksum ${dataset.checksum.slice(0, 12)}).`,
    );
  } finally {
    await engine.close();
  }
}

async function writeLesson(
  out: string,
  folder: string | null,
  args: ReturnType<typeof lessonArguments>,
): Promise<void> {
  deliver(out, await withEngine(folder, async (engine) => packFile(args, await commandContext(engine))));
}

async function exportTo(out: string | null, folder: string | null, request: ExportRequest): Promise<void> {
  const progress = process.stderr.isTTY ? (text: string) => console.error(text) : () => {};
  progress('Reading the data set …');
  const log = createLog('text', (text) => console.error(text));
  const { body, filename, losses } = await withEngine(folder, (engine, config) => {
    progress('Gathering what is asked for …');
    return exportFrom(engine, config, log, request);
  });
  for (const { what, count, why } of losses) console.error(`Lost or changed: ${what}, ${count}. ${why}`);
  deliver(out ?? filename, body);
}

/** Uses the data of a folder; without one those of NEO4J_URI or, where that is not set, the shipped ones. */
async function withEngine<Made>(
  folder: string | null,
  use: (engine: Engine, config: Config) => Promise<Made>,
): Promise<Made> {
  const config = readConfig(process.env);
  const { engine } =
    config.neo4j && folder === null
      ? await openRemote(config.neo4j)
      : await openEmbedded(sourceOf(folder ?? config.data));
  try {
    return await use(engine, config);
  } finally {
    await engine.close();
  }
}

/** Writes what was made into a file; for `-` to the standard output, where nothing else may stand then. */
function deliver(out: string, made: string | Buffer): void {
  if (out === '-') {
    process.stdout.write(made);
    return;
  }
  writeFileSync(out, made);
  console.log(`Wrote ${out}, ${Buffer.byteLength(made)} bytes.`);
}

function described({ added, changed, removed, unchanged }: Plan): string {
  return `${added.length} added, ${changed.length} rewritten, ${removed.length} removed, ${unchanged} left as they are`;
}

/** A bar on a terminal; nothing where the output goes elsewhere. */
function progressBar(stream: NodeJS.WriteStream): { show(done: number, total: number): void; end(): void } {
  const width = 30;
  const show = (done: number, total: number) => {
    const filled = Math.round((done / Math.max(1, total)) * width);
    stream.write(`\r[${'#'.repeat(filled)}${' '.repeat(width - filled)}] ${done} of ${total} rows`);
  };
  return stream.isTTY ? { show, end: () => stream.write('\n') } : { show: () => {}, end: () => {} };
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function check(folder: string, quiet: boolean): void {
  const { dataset, problems } = problemsOf(folder);
  const count = (wanted: Problem['level']) => problems.filter(({ level }) => level === wanted).length;
  const { events, links, claims } = dataset.rows;
  const told = problems.filter(({ level }) => !quiet || level === 'error');
  for (const problem of told) console.log(formatProblem(problem));
  if (told.length > 0) console.log(`\n${ruleCountsText(told)}\n`);
  console.log(
    `${folder}: ${counted(events.length, 'event')}, ${counted(links.length, 'link')}, ${counted(claims.length, 'claim')}; ${counted(count('error'), 'error')}, ${counted(count('warning'), 'warning')}.`,
  );
  if (count('error') > 0) process.exitCode = 1;
}

function ruleCountsText(problems: readonly Problem[]): string {
  const lines = countByRule(problems).map(({ level, rule, count }) => [counted(count, level), rule] as const);
  const width = Math.max(...lines.map(([sum]) => sum.length));
  return lines.map(([sum, rule]) => `${sum.padStart(width)}: ${rule}`).join('\n');
}

function summarize(folder: string): void {
  const dataset = load(folder);
  const { title, version } = dataset.head;
  console.log(`${title}, version ${version}\n\n${summaryText(summaryOf(dataset))}`);
}

function keepIds(folder: string): void {
  const written = writeIds(folder, load(folder));
  if (written.length === 0) console.log(`${folder}: every row has its id already.`);
  for (const { path, count } of written) console.log(`Wrote ${counted(count, 'id')} into ${join(folder, path)}.`);
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
