import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** A real Neo4j Community for the tests: its jars by Maven, run on Java 17, without a container. */
const release = '5.26.30';

export interface Neo4jServer {
  uri: string;
  port: number;
  pid: number;
  /** Ends the server as a shutdown does; what it holds stays in its folder. */
  stop(): Promise<void>;
}

export interface StartOptions {
  /** Where it keeps its data. */
  folder: string;
  /** The port of Bolt; a free one where it is left out. */
  port?: number;
  /** Whether it asks for a user and a password; `neo4j` with `neo4j` at first. */
  auth?: boolean;
  /** Its memory for work and its memory for pages of the store, in megabytes. */
  heap?: number;
  pageCache?: number;
  /** Whether its speed matters more than its start; a test is over before Java's best compiler has paid. */
  isMeasured?: boolean;
}

/** Why no Neo4j can be started here, and how to change that; null where one can. */
export function whyNoNeo4j(): string | null {
  const isThere = (command: string, ...args: string[]) => spawnSync(command, args).status === 0;
  if (!isThere('java', '-version'))
    return 'install Java 17 and Maven (apt-get install openjdk-17-jre-headless maven) or set NEO4J_URI';
  if (!isThere('mvn', '-v')) return 'install Maven (apt-get install maven) or set NEO4J_URI';
  return null;
}

/** Starts a server and waits until it listens: some 5 seconds, and more the first time, when Maven brings the jars. */
export async function startNeo4j(options: StartOptions): Promise<Neo4jServer> {
  const { folder, port, auth = false, heap = 512, pageCache = 128, isMeasured = false } = options;
  for (const name of ['conf', 'data', 'logs', 'run']) mkdirSync(join(folder, name), { recursive: true });
  const chosen = port ?? (await freePort());
  writeFileSync(join(folder, 'conf', 'neo4j.conf'), settings(chosen, auth, pageCache));
  const log = join(folder, 'logs', 'console.log');
  const output = openSync(log, 'w');
  const opened = ['java.nio', 'java.io', 'sun.nio.ch'].flatMap((name) => [
    '--add-opens',
    `java.base/${name}=ALL-UNNAMED`,
  ]);
  const server = spawn(
    'java',
    [
      ...(isMeasured ? [] : ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC']),
      `-Xms${heap}m`,
      `-Xmx${heap}m`,
      ...opened,
      '-cp',
      classPath(),
      'org.neo4j.server.CommunityEntryPoint',
      `--home-dir=${folder}`,
      `--config-dir=${join(folder, 'conf')}`,
    ],
    { detached: true, stdio: ['ignore', output, output] },
  );
  server.unref();
  await listening(server, chosen, log);
  const pid = server.pid as number;
  return { uri: `bolt://127.0.0.1:${chosen}`, port: chosen, pid, stop: () => stopProcess(pid) };
}

const settings = (port: number, auth: boolean, pageCache: number) => `server.bolt.listen_address=127.0.0.1:${port}
server.bolt.advertised_address=127.0.0.1:${port}
server.http.enabled=false
dbms.security.auth_enabled=${auth}
dbms.usage_report.enabled=false
server.memory.pagecache.size=${pageCache}m
internal.server.bolt.thread_pool_shutdown_wait_time=0s
internal.dbms.bolt.netty_server_shutdown_quiet_period=0
internal.dbms.bolt.netty_server_shutdown_timeout=1s
`;

/**
 * The jars of a server, as Maven names them; asked once and kept for as long as the jars are there.
 * Two processes must not ask at once, as Maven brings the jars into one folder: a test run asks before it begins.
 */
export function classPath(): string {
  const folder = join(homedir(), '.cache', 'policy-timelines');
  const kept = join(folder, `neo4j-${release}.classpath`);
  if (existsSync(kept)) {
    const jars = readFileSync(kept, 'utf8').trim();
    if (jars.split(delimiter).every((jar) => existsSync(jar))) return jars;
  }
  mkdirSync(folder, { recursive: true });
  const pom = join(folder, 'pom.xml');
  writeFileSync(
    pom,
    `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>local</groupId><artifactId>neo4j-for-tests</artifactId><version>1</version><packaging>pom</packaging>
<dependencies><dependency><groupId>org.neo4j</groupId><artifactId>neo4j</artifactId><version>${release}</version></dependency></dependencies>
</project>`,
  );
  const goal = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:build-classpath';
  execFileSync('mvn', ['-B', '-q', '-f', pom, goal, `-Dmdep.outputFile=${kept}`], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return readFileSync(kept, 'utf8').trim();
}

async function listening(server: ChildProcess, port: number, log: string): Promise<void> {
  for (const deadline = Date.now() + 120_000; Date.now() < deadline; await wait(100)) {
    if (await answers(port)) return;
    if (server.exitCode !== null) throw new Error(`Neo4j ended at once:\n${readFileSync(log, 'utf8').slice(-2000)}`);
  }
  throw new Error(`Neo4j did not listen on port ${port} within two minutes: see ${log}`);
}

/** Whether something listens on a port of this machine. */
export const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });

async function stopProcess(pid: number): Promise<void> {
  if (!isAlive(pid)) return;
  process.kill(pid, 'SIGTERM');
  for (const deadline = Date.now() + 20_000; isAlive(pid); await wait(50)) {
    if (Date.now() > deadline) process.kill(pid, 'SIGKILL');
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** The servers of a test run: one for each process of Jest, since a test empties the graph that it uses. */
const runFolder = () => join(tmpdir(), `policy-timelines-neo4j-${process.env.TEST_RUN}`);
const sharedFolder = () => join(runFolder(), process.env.JEST_WORKER_ID ?? '1');

/** The server that the files of a process share, started by the first that needs it and stopped when all have run. */
export async function sharedNeo4j(): Promise<string> {
  const folder = sharedFolder();
  const noted = readNote(folder);
  if (noted && isAlive(noted.pid)) return noted.uri;
  const { uri, pid } = await startNeo4j({ folder });
  writeFileSync(noteIn(folder), JSON.stringify({ uri, pid }));
  return uri;
}

export async function stopSharedNeo4j(): Promise<void> {
  const folders = existsSync(runFolder()) ? readdirSync(runFolder()).map((name) => join(runFolder(), name)) : [];
  await Promise.all(folders.map((folder) => readNote(folder)).map((noted) => noted && stopProcess(noted.pid)));
  rmSync(runFolder(), { recursive: true, force: true });
}

const noteIn = (folder: string) => join(folder, 'server.json');

function readNote(folder: string): { uri: string; pid: number } | null {
  return existsSync(noteIn(folder)) ? JSON.parse(readFileSync(noteIn(folder), 'utf8')) : null;
}
