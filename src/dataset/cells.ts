import { didYouMean, nearest } from '../errors';
import { beginning } from './csv';
import { dateOfCell } from './dateCells';
import type { Column } from './format';

/** Takes the message of a fault in one cell; who calls knows its file and line. */
export type Report = (message: string) => void;

/** One record of an `entries` cell. */
export type Entry = Readonly<Record<string, unknown>>;

/**
 * The value of a CSV cell, by the kind of its column; undefined when the cell is empty or its fault was reported.
 *
 * `"12.5"` → 12.5, `"yes"` → true, `"a; b"` → `['a', 'b']`, `"id:ROLE:any text: here"` → one entry of three parts. A list
 * inside an entry is separated by `|`.
 */
export function fromCsv(cell: string, name: string, column: Column, report: Report): unknown {
  if (cell.trim() === '') return undefined;
  switch (column.cell) {
    case 'text':
      return unguarded(cell);
    case 'line':
      return oneLine(unguarded(cell), name, report);
    case 'number':
      return numberOf(cell.trim(), name, report);
    case 'boolean':
      return booleanOf(cell.trim(), name, report);
    case 'refs':
    case 'lines':
    case 'words':
      return listOf(oneLine(cell, name, report), ';');
    case 'edtf':
    case 'day':
      return oneLine(dateOfCell(cell.trim()), name, report);
    case 'entries':
      return listOf(cell, ';').map((entry) => entryOf(entry, name, column.parts ?? {}, report));
    default:
      return oneLine(cell.trim(), name, report);
  }
}

/** The value of a JSON cell, by the kind of its column; undefined when it is null, empty or of a kind that was reported. */
export function fromJson(value: unknown, name: string, column: Column, report: Report): unknown {
  if (value === null || (typeof value === 'string' && value.trim() === '')) return undefined;
  switch (column.cell) {
    case 'number':
      if (typeof value === 'number' && Number.isFinite(value)) return value;
      return wrongKind(value, name, 'a number', report, typeof value === 'string' ? numberMeant(value) : []);
    case 'boolean':
      if (typeof value === 'boolean') return value;
      return wrongKind(value, name, 'true or false', report);
    case 'refs':
    case 'lines':
    case 'words': {
      if (typeof value === 'string') {
        wrongKind(value, name, 'a list of texts', report, [JSON.stringify([value])]);
        return [value];
      }
      if (!Array.isArray(value)) return wrongKind(value, name, 'a list of texts', report);
      if (value.every((one) => typeof one === 'string')) return value;
      return value.filter(
        (one) => typeof one === 'string' || wrongKind(one, name, 'a list of texts', report, [`"${one}"`]),
      );
    }
    case 'entries': {
      if (!Array.isArray(value)) return wrongKind(value, name, 'a list of objects', report);
      return value
        .map((one) => entryFromJson(one, name, column.parts ?? {}, report))
        .filter((one) => one !== undefined);
    }
    case 'text':
      return textOf(value, name, report);
    default: {
      const text = textOf(value, name, report);
      return text === undefined ? undefined : oneLine(text, name, report);
    }
  }
}

/** What a value is called in a message: `the number 5`, `a list`, `the text "Two words"`. */
export function described(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return `the text "${beginning(value)}"`;
  if (typeof value === 'number' || typeof value === 'boolean') return `the ${typeof value} ${value}`;
  return value === null ? 'null' : 'an object';
}

// A spreadsheet's guard against formulas: `'-2` stands for the text `-2`, while `'quoted'` is left alone.
const unguarded = (cell: string): string => (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);

function oneLine(text: string, name: string, report: Report): string {
  if (text.includes('\n') || text.includes('\r')) {
    const at = text.search(/[\r\n]/);
    const swallowed = beginning(text.slice(at).trimStart());
    report(
      `${name} runs over several lines, but must be one: after "${beginning(text)}" it goes on with "${swallowed}". ` +
        'Was a quote left open?',
    );
  }
  return text;
}

const listOf = (cell: string, separator: string): string[] =>
  cell
    .split(separator)
    .map((one) => one.trim())
    .filter((one) => one !== '');

const plainNumber = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/;

function numberOf(cell: string, name: string, report: Report): number | undefined {
  const value = plainNumber.test(cell) ? Number(cell) : Number.NaN;
  if (Number.isFinite(value)) return value;
  const meant = numberMeant(cell);
  const advice =
    meant.length > 0
      ? expected(meant)
      : ' Expected digits with a point, such as 12.5, or an empty cell for "no number".';
  report(`${name} "${beginning(cell)}" is no number.${advice}`);
}

/** The numbers that a cell may have meant: `12,5` → 12.5, `1.250,5` → 1250.5, `1,250` → 1250 or 1.25. */
function numberMeant(cell: string): string[] {
  const bare = cell
    .trim()
    .replaceAll(/[\s\u00a0\u202f'’]/g, '')
    .replace('−', '-')
    .replace(/^\+/, '')
    .replace(/%$/, '');
  const candidates = [
    bare,
    bare.replaceAll(',', ''),
    bare.replaceAll('.', '').replace(',', '.'),
    bare.replace(/^(-?)\./, '$10.'),
  ];
  // A comma before anything but groups of three digits can only be the decimal one, and the other way round.
  const grouped = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(bare);
  const europe = /^-?(\d+|\d{1,3}(\.\d{3})+)(,\d+)?$/.test(bare);
  const allowed = candidates.filter((_, index) => (index === 1 ? grouped : index === 2 ? europe : true));
  const numbers = allowed.filter((one) => plainNumber.test(one) && Number.isFinite(Number(one)));
  return [...new Set(numbers.map((one) => String(Number(one))))];
}

const expected = (numbers: string[]): string => ` Expected ${numbers.map((one) => `"${one}"`).join(' or ')}.`;

const booleans = new Map([
  ['true', true],
  ['yes', true],
  ['false', false],
  ['no', false],
]);

function booleanOf(cell: string, name: string, report: Report): boolean | undefined {
  const value = booleans.get(cell.toLowerCase());
  if (value === undefined) report(`${name} "${beginning(cell)}" must be true, false, yes or no.`);
  return value;
}

/** `a:b:c` by the order of the parts; the last part takes the rest with its colons. */
function entryOf(entry: string, name: string, parts: Readonly<Record<string, Column>>, report: Report): Entry {
  const columns = Object.entries(parts);
  const texts = entry.split(':');
  const rest = texts.splice(columns.length - 1).join(':');
  if (rest !== '') texts.push(rest);
  const values: Record<string, unknown> = {};
  columns.forEach(([part, column], index) => {
    const text = texts[index]?.trim() ?? '';
    const list = column.cell === 'lines' || column.cell === 'words' || column.cell === 'refs';
    const value = list ? listOf(text, '|') : fromCsv(text, `${name}.${part}`, column, report);
    if (value === undefined && column.required) {
      report(`${name} "${beginning(entry)}" has no ${part}. Expected "${columns.map(([one]) => one).join(':')}".`);
    }
    if (value !== undefined && !(Array.isArray(value) && value.length === 0)) values[part] = value;
  });
  return values;
}

function entryFromJson(
  value: unknown,
  name: string,
  parts: Readonly<Record<string, Column>>,
  report: Report,
): Entry | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return wrongKind(value, name, `a list of objects with ${Object.keys(parts).join(', ')}`, report);
  }
  const entry: Record<string, unknown> = {};
  for (const [part, given] of Object.entries(value)) {
    const column = Object.hasOwn(parts, part) ? parts[part] : undefined;
    if (column === undefined) {
      report(`${name} has no part "${part}".${didYouMean(nearest(part, Object.keys(parts)))}`);
      continue;
    }
    const cell = fromJson(given, `${name}.${part}`, column, report);
    if (cell !== undefined) entry[part] = cell;
  }
  for (const [part, { required }] of Object.entries(parts)) {
    if (required && !Object.hasOwn(value, part)) report(`${name} has an entry without ${part}.`);
  }
  return entry;
}

/** A number or boolean in a text's place is reported and kept as its text, so that its row is not called incomplete too. */
function textOf(value: unknown, name: string, report: Report): string | undefined {
  if (typeof value === 'string') return value;
  if (value === null || typeof value === 'object') return wrongKind(value, name, 'a text', report);
  wrongKind(value, name, 'a text', report, [`"${value}"`]);
  return String(value);
}

function wrongKind(value: unknown, name: string, due: string, report: Report, meant: string[] = []): undefined {
  const advice = meant.length > 0 ? ` Did you mean ${meant.join(' or ')}?` : '';
  report(`${name} must be ${due}, but got ${described(value)}.${advice}`);
}
