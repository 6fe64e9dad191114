import { inspect } from 'node:util';
import type { LogForm } from '../config';
import { EngineError } from '../engine/engine';
import { CallerError } from '../errors';

/** One thing that whoever runs the server may want to know. */
export interface Entry {
  /** `warn` for what heals by itself, `error` for what somebody must mend. */
  level: 'info' | 'warn' | 'error';
  message: string;
  /** The request that it happened in, by the id that its answer bears. */
  requestId?: string;
  /** What was thrown; a caller never sees it. */
  fault?: unknown;
  /** What else is known of it, each under a name of its own. */
  details?: Readonly<Record<string, string | number | boolean | null>>;
}

/** Where everything goes that is for whoever runs the server and not for callers. */
export type Log = (entry: Entry) => void;

/** A log that gives each entry to `write` in this form, without the end of its last line. */
export function createLog(form: LogForm, write: (text: string) => void, now = () => new Date()): Log {
  return (entry) => write(form === 'json' ? lineOf(entry, now()) : textOf(entry, now()));
}

/** One line, whatever its texts hold. */
function lineOf({ level, message, requestId, fault, details }: Entry, now: Date): string {
  const told = fault === undefined ? undefined : toldOf(fault);
  const line = JSON.stringify({ time: now.toISOString(), level, message, requestId, ...details, fault: told });
  return line.replace(unprintable, escaped);
}

/** Only the first line begins with a time, so that no text of an entry can pass for another entry. */
function textOf({ level, message, requestId, fault, details = {} }: Entry, now: Date): string {
  const facts = Object.entries(details).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  const told = fault === undefined ? [] : [briefly(fault) ?? `\n${inspect(fault)}`];
  const request = requestId === undefined ? [] : [`[${requestId}]`];
  return [now.toISOString().slice(11, 19), level, message, ...facts, ...request, ...told]
    .join(' ')
    .replace(unprintable, escaped)
    .replaceAll('\n', '\n    ');
}

/** What could move a terminal's cursor, or turn the order of letters round; the end of a line is seen to elsewhere. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for
const unprintable = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

interface Told {
  name: string;
  code?: unknown;
  message: string;
  stack?: string | undefined;
  cause?: Told | undefined;
}

/** How many causes behind a fault are told. */
const mostCauses = 4;

function toldOf(fault: unknown, causes = mostCauses): Told {
  const { name = typeof fault, code } = (fault ?? {}) as { name?: string; code?: unknown };
  const brief = briefly(fault);
  if (brief !== null) return { name, message: brief };
  if (!(fault instanceof Error)) return { name: typeof fault, message: inspect(fault) };
  const { message, stack, cause } = fault;
  return {
    name,
    code,
    message,
    stack,
    cause: cause === undefined || causes === 0 ? undefined : toldOf(cause, causes - 1),
  };
}

/** A database that is away, or empty, in a line, since it is asked for again and again; null for what is told in full. */
export function briefly(fault: unknown): string | null {
  if (fault instanceof CallerError) return `${fault.extensions.code}: ${fault.message}`;
  if (!(fault instanceof EngineError) || fault.retryAfterMs === undefined) return null;
  const reason = fault.cause instanceof Error ? fault.cause.message : String(fault.cause);
  return `${fault.code}: ${fault.message}: ${reason.split('\n')[0]}`;
}

/** Whether a fault passes by itself, as a database does that is away for a moment. */
export const levelOf = (fault: unknown): Entry['level'] => (briefly(fault) === null ? 'error' : 'warn');
