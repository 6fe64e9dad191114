import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where schema/, cypher/, seeds/ and dist/ stand: the nearest folder above this file that holds a package.json. */
export const packageRoot = findPackageRoot(__dirname);

/** The version of this program. */
export const release: string = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')).version;

export interface Config {
  /** The port to listen on; 0 takes a free one. */
  port: number;
  /** The address to listen on. */
  host: string;
  /** The folder of the data set that the embedded engine serves. */
  data: string;
  /** The Neo4j that answers in place of the embedded engine; null where there is none. */
  neo4j: Neo4jConfig | null;
  /** Origins that a browser may call `/graphql` from; empty allows none but our own. */
  corsOrigins: string[];
  /** Origins whose pages may show `/embed` in a frame: `*` for all, empty for none. Nothing else can be framed. */
  embedOrigins: string[];
  /** Bytes, counts and times that bound one request, each refused with its number and the limit. */
  limits: Limits;
  /** Most connections held open at a time; more are closed unheard. */
  maxConnections: number;
  /** Memory for answers that may be asked for again, in bytes; 0 keeps none. */
  cacheBytes: number;
  /** Whether `/metrics` answers. */
  metrics: boolean;
  /** The form of the log; null takes text on a terminal and JSON elsewhere. */
  log: LogForm | null;
  /** Whether the log has a line for each request of GraphQL. */
  logRequests: boolean;
}

/** `json`: one object a line, for programs. `text`: for a person at a terminal. */
export type LogForm = 'json' | 'text';

export interface Neo4jConfig {
  /** `bolt://` or `neo4j://` (a cluster), with `+s` for TLS. */
  uri: string;
  user: string;
  password: string;
  database: string;
}

export interface Limits {
  /** Largest request body, in bytes. */
  bodyBytes: number;
  /** Most tokens in a document. */
  tokens: number;
  /** Deepest nesting of fields in a document. */
  depth: number;
  /** Most fields at the top of an operation. */
  rootFields: number;
  /** Most fields of an operation under another name than their own. */
  aliases: number;
  /** Most fields that the answer may hold, each counted for every thing that the lists around it can hold. */
  cost: number;
  /** Longest time that a request may go on asking the database, in milliseconds. */
  deadlineMs: number;
}

export const defaultLimits: Limits = {
  bodyBytes: 100_000,
  tokens: 2_000,
  depth: 14,
  rootFields: 30,
  aliases: 60,
  cost: 100_000,
  deadlineMs: 10_000,
};

/** The setting that moves each limit. */
const limitSettings: Readonly<Record<keyof Limits, string>> = {
  bodyBytes: 'MAX_BODY_BYTES',
  tokens: 'MAX_TOKENS',
  depth: 'MAX_DEPTH',
  rootFields: 'MAX_ROOT_FIELDS',
  aliases: 'MAX_ALIASES',
  cost: 'MAX_COST',
  deadlineMs: 'DEADLINE_MS',
};

/** Reads the settings from the environment; a wrong value is an Error that names it. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  return {
    port: readPort(environment.PORT ?? '4000'),
    host: environment.HOST || '127.0.0.1',
    data: join(packageRoot, 'seeds', 'north-american-asylum'),
    neo4j: readNeo4j(environment),
    corsOrigins: readList(environment.CORS_ORIGINS ?? ''),
    embedOrigins: readEmbedders(environment.EMBED_ORIGINS || '*'),
    limits: readLimits(environment),
    maxConnections: readCount('MAX_CONNECTIONS', environment.MAX_CONNECTIONS || '2000'),
    cacheBytes: readCount('CACHE_BYTES', environment.CACHE_BYTES || '32000000', 0),
    metrics: readWord('METRICS', environment.METRICS || 'on', ['on', 'off']) === 'on',
    log: environment.LOG ? readWord<LogForm>('LOG', environment.LOG, ['json', 'text']) : null,
    logRequests: readWord('LOG_REQUESTS', environment.LOG_REQUESTS || 'off', ['on', 'off']) === 'on',
  };
}

/** The database that NEO4J_URI names; an Error quotes an address that Bolt does not know. */
function readNeo4j({ NEO4J_URI: uri, ...environment }: Record<string, string | undefined>): Neo4jConfig | null {
  if (!uri) return null;
  if (!/^(bolt|neo4j)(\+s|\+ssc)?:\/\/[^\s/]+$/.test(uri)) {
    throw new Error(`NEO4J_URI is an address such as bolt://127.0.0.1:7687 or neo4j+s://host, but got: "${uri}"`);
  }
  return {
    uri,
    user: environment.NEO4J_USER || 'neo4j',
    password: environment.NEO4J_PASSWORD ?? '',
    database: environment.NEO4J_DATABASE || 'neo4j',
  };
}

const readList = (text: string): string[] => text.split(',').flatMap((item) => item.trim() || []);

/** Origins as a header can hold them; an Error quotes what is none. */
function readEmbedders(text: string): string[] {
  if (text === 'none') return [];
  const origins = readList(text);
  const wrong = origins.find((origin) => !/^(\*|https?:\/\/[\w.*-]+(:\d{1,5})?)$/.test(origin));
  if (wrong === undefined) return origins;
  throw new Error(`EMBED_ORIGINS is "none", "*" or origins such as https://school.example, but got: "${wrong}"`);
}

/** The limits, each as its setting says or as it is by default. */
function readLimits(environment: Record<string, string | undefined>): Limits {
  const limits = { ...defaultLimits };
  for (const name of Object.keys(limitSettings) as (keyof Limits)[]) {
    const text = environment[limitSettings[name]];
    if (text) limits[name] = readCount(limitSettings[name], text);
  }
  return limits;
}

/** A number of things as a person types it; an Error quotes what is none. */
function readCount(setting: string, text: string, least = 1): number {
  const count = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (!(count >= least)) throw new Error(`${setting} is a whole number from ${least}, but got: "${text}"`);
  return count;
}

/** One of a few words; an Error quotes another. */
function readWord<W extends string>(setting: string, text: string, words: readonly W[]): W {
  const word = words.find((one) => one === text);
  if (word === undefined) throw new Error(`${setting} is ${words.join(' or ')}, but got: "${text}"`);
  return word;
}

/** A port as a person types it; an Error quotes what is none. */
function readPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port >= 0 && port <= 65_535)) throw new Error(`PORT is a whole number from 0 to 65535, but got: "${text}"`);
  return port;
}

function findPackageRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error(`No package.json above ${__dirname}`);
  return findPackageRoot(parent);
}
