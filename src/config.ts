import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where schema/, cypher/, seeds/ and dist/ stand: the nearest folder above this file that holds a package.json. */
export const packageRoot = findPackageRoot(__dirname);

export interface Config {
  /** The port to listen on; 0 takes a free one. */
  port: number;
  /** The address to listen on. */
  host: string;
  /** The folder of the data set that the embedded engine serves. */
  data: string;
  /** Origins that a browser may call `/graphql` from; empty allows none but our own. */
  corsOrigins: string[];
  /** Days, bytes and counts that bound one request, each refused with its number and the limit. */
  limits: Limits;
}

export interface Limits {
  /** Largest request body, in bytes. */
  bodyBytes: number;
  /** Most tokens in a document. */
  tokens: number;
  /** Deepest nesting of fields in a document. */
  depth: number;
}

export const defaultLimits: Limits = { bodyBytes: 100_000, tokens: 2_000, depth: 14 };

/** Reads the settings from the environment; a wrong value is an Error that names it. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  return {
    port: readPort(environment.PORT ?? '4000'),
    host: environment.HOST || '127.0.0.1',
    data: join(packageRoot, 'seeds', 'north-american-asylum'),
    corsOrigins: (environment.CORS_ORIGINS ?? '').split(',').flatMap((origin) => origin.trim() || []),
    limits: defaultLimits,
  };
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
