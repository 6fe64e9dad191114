import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from './config';
import { didYouMean, nearest } from './errors';

/** A question or a change as the database reads it. The text is a constant of this package, never built from input. */
export interface Statement {
  name: string;
  text: string;
  room: Room;
}

/** `read` may be run by `Engine.read` and nothing else; `write` and `index` by `Engine.write`. */
export type Room = 'read' | 'write' | 'index';

const texts = new Map<Room, Map<string, string>>();
const statements = new Map<string, Statement>();

/**
 * The statement of that name. Several names are joined in order: the lists of the API are an anchor
 * (`events-by-place`), a filter (`part/event-filter`) and a tail (`part/page-ascending`), each written once.
 */
export function cypher(room: Room, ...names: string[]): Statement {
  const name = names.join(' + ');
  const known = statements.get(`${room}/${name}`);
  if (known) return known;
  const text = names.map((part) => findText(room, part)).join('\n');
  const statement = { name, text, room };
  statements.set(`${room}/${name}`, statement);
  return statement;
}

/** The names of all files in a room, sorted, a file in a folder as `folder/file`. */
export function cypherNames(room: Room): string[] {
  return [...textsOf(room).keys()];
}

function findText(room: Room, name: string): string {
  const text = textsOf(room).get(name);
  if (text === undefined) {
    throw new Error(`No Cypher file "${name}" in cypher/${room}.${didYouMean(nearest(name, cypherNames(room), 1))}`);
  }
  return text;
}

function textsOf(room: Room): Map<string, string> {
  const read = texts.get(room);
  if (read) return read;
  const folder = join(packageRoot, 'cypher', room);
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.cypher'))
    .map((file): [string, string] => [
      file.replaceAll('\\', '/').slice(0, -'.cypher'.length),
      readFileSync(join(folder, file), 'utf8'),
    ])
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const map = new Map(found);
  texts.set(room, map);
  return map;
}
