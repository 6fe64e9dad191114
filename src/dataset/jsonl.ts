import { described } from './cells';
import { beginning } from './csv';

export interface JsonLines {
  rows: { line: number; value: Record<string, unknown> }[];
  faults: { line: number; message: string }[];
  /** How many lines end in the text. */
  lines: number;
  /** Whether what follows the text is of no use. */
  isHopeless: boolean;
}

/**
 * The objects of a text with one JSON object a line, the text being a whole file or what follows so many lines of it.
 * Blank lines are passed over; a line at fault gives no row.
 */
export function parseJsonLines(text: string, linesBefore = 0): JsonLines {
  const lines = text.includes('\r') ? text.split(/\r\n|\n|\r/) : text.split('\n');
  const read: JsonLines = { rows: [], faults: [], lines: lines.length - 1, isHopeless: false };
  let line = linesBefore;
  for (const json of lines) {
    line++;
    const bare = json.trim();
    if (bare === '') continue;
    const fault = (message: string) => read.faults.push({ line, message });

    // A file that is indented over many lines would give a fault for each of them.
    if (bare === '{' || bare === '[') {
      fault(`"${bare}" stands alone: each row must be one whole JSON object on one line.`);
      read.isHopeless = true;
      return read;
    }
    const value = parsed(bare);
    if (value === undefined) {
      const at = json.indexOf(bare) + faultOf(bare).at;
      const rest = beginning(json.slice(at));
      fault(notJson(at, rest));
      continue;
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      fault(`must be a JSON object, but got ${described(value)}.`);
      continue;
    }
    const twice = mayRepeatKey(bare, value) ? faultOf(bare).repeatedKey : undefined;
    if (twice !== undefined) fault(`gives "${twice}" twice.`);
    const broken = bare.includes('\\u') ? brokenText(bare) : undefined;
    if (broken !== undefined) fault(`holds ${broken}, which no text may.`);
    // An object of JSON has texts as keys, which `object` does not say.
    else read.rows.push({ line, value: value as Record<string, unknown> });
  }
  return read;
}

/** `at` counts from 0, and `rest` is what stands there. */
export const notJson = (at: number, rest: string): string =>
  `is not JSON from column ${at + 1} on: ${rest === '' ? 'it ends too early.' : rest}`;

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** Whether the line holds more `":` than its value has keys: only then is it worth a slower look. */
function mayRepeatKey(json: string, value: object): boolean {
  let found = 0;
  for (let at = json.indexOf('":'); at !== -1; at = json.indexOf('":', at + 2)) found++;
  const keys = Object.keys(value).length;
  if (found === keys) return false;
  let inside = 0;
  for (const cell of Object.values(value)) {
    if (!Array.isArray(cell)) continue;
    for (const entry of cell) if (typeof entry === 'object' && entry !== null) inside += Object.keys(entry).length;
  }
  return found !== keys + inside;
}

function brokenText(json: string): string | undefined {
  let broken: string | undefined;
  JSON.parse(json, (key, value) => {
    for (const text of [key, value]) {
      if (typeof text !== 'string') continue;
      if (text.includes('\0')) broken = 'the character U+0000';
      else if (/\p{Surrogate}/u.test(text)) broken = 'half a character (a lone surrogate)';
    }
    return value;
  });
  return broken;
}

/** Where a text stops being JSON, and the first key that one object has twice. The engine's own messages name no place. */
export function faultOf(json: string): { at: number; repeatedKey?: string } {
  let at = 0;
  let repeatedKey: string | undefined;

  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const match = pattern.exec(json)?.[0];
    if (match !== undefined) at += match.length;
    return match;
  };
  const skipSpace = () => take(/[ \t\r\n]*/y);
  const takeSign = (sign: RegExp): boolean => {
    skipSpace();
    return take(sign) !== undefined;
  };

  const value = (depth: number): boolean => {
    if (takeSign(scalar)) return true;
    if (depth > 100) return false;
    if (takeSign(/\[/y)) return takeSign(/\]/y) || items(depth + 1);
    if (takeSign(/\{/y)) return takeSign(/\}/y) || members(depth + 1);
    return false;
  };
  const items = (depth: number): boolean => {
    do if (!value(depth)) return false;
    while (takeSign(/,/y));
    return takeSign(/\]/y);
  };
  const members = (depth: number): boolean => {
    const keys = new Set<string>();
    do {
      skipSpace();
      const key = take(string);
      if (key === undefined) return false;
      if (keys.has(key)) repeatedKey ??= key.slice(1, -1);
      keys.add(key);
      if (!takeSign(/:/y) || !value(depth)) return false;
    } while (takeSign(/,/y));
    return takeSign(/\}/y);
  };

  value(0);
  return { at, repeatedKey };
}

// Any character from the space on but the quote and the backslash, or an escape.
const string = /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const scalar = new RegExp(`${string.source}|-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][+-]?\\d+)?|true|false|null`, 'y');
