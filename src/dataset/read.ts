import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { didYouMean, nearest } from '../errors';
import { fromCsv, fromJson } from './cells';
import { type Columns, columnsOf, type NamedColumn } from './columns';
import { beginning, type CsvRecord, parseCsv, separatorOf } from './csv';
import { type Draft, type Drafts, fillDefaults } from './defaults';
import {
  type Dataset,
  type FileName,
  type Format,
  fileNames,
  formats,
  type Head,
  type Problem,
  type Translation,
} from './format';
import { headOf, isLanguage } from './head';
import { faultOf, notJson, parseJsonLines } from './jsonl';
import { readVocabulary, type Vocabulary } from './vocabulary';

/**
 * Reads the folder of a data set: every row with its cells of the right kind and its defaults filled in, and everything
 * that is wrong with the files as files. What the rows say is judged by `checkDataset`.
 *
 * A row stands in the result although a cell of it is at fault, so that one slip is not told twice; nothing should be
 * loaded while there is an error. Throws only where the disk does.
 */
export function readDataset(
  folder: string,
  vocabulary: () => Vocabulary = readVocabulary,
): { dataset: Dataset; problems: Problem[] } {
  const problems: Problem[] = [];
  const report = (file: string, line: number, message: string) => {
    problems.push({ level: 'error', file, line, message });
  };

  const files = filesOf(folder, report);
  const bytes = new Map(files.map(({ path }) => [path, readFileSync(join(folder, path))]));
  const checksum = checksumOf(bytes);

  const rows = Object.fromEntries(fileNames.map((name): [FileName, Draft[]] => [name, []])) as Drafts;
  const translations: Translation[] = [];
  const filled = new Set<FileName>();
  const unread = new Set<FileName>();
  let head: Head | undefined;
  for (const file of files) {
    // The second file of a table is not read: its rows would be told to repeat those of the first.
    if (file.is === 'rows' && filled.has(file.name)) {
      unread.add(file.name);
      continue;
    }
    const text = textOf(bytes.get(file.path), (line, message) => report(file.path, line, message));
    if (file.is === 'head') {
      head =
        text === undefined
          ? undefined
          : readHead(text, folder, checksum, (line, message) => report(file.path, line, message));
      continue;
    }
    const format = file.is === 'text' ? translationFormat : formats[file.name];
    const table = text === undefined ? noTable : readTable(file.path, text, format, vocabulary, report);
    if (file.is === 'text') {
      for (const { line, values } of table.rows) translations.push(translationOf(file.path, line, file.lang, values));
    } else {
      rows[file.name] = table.rows;
      filled.add(file.name);
      if (!table.whole) unread.add(file.name);
    }
  }
  fillDefaults(rows);

  head ??= headOf({}, basename(resolve(folder)), checksum, () => {});
  return { dataset: { folder, head, rows, translations, unread: [...unread], checksum }, problems };
}

type ReportAt = (file: string, line: number, message: string) => void;

type DataFile = { path: string } & ({ is: 'head' } | { is: 'text'; lang: string } | { is: 'rows'; name: FileName });

/** The files of the folder that are read, sorted by name; those that look as if they should be are reported. */
function filesOf(folder: string, report: ReportAt): DataFile[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    report(folder, 0, 'is no folder. A data set is a folder with at least a file events.csv or events.jsonl.');
    return [];
  }
  const files: DataFile[] = [];
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.isDirectory()) {
      if (entry.name === 'text') files.push(...textFilesOf(folder, report));
      continue;
    }
    const [stem = '', extension = ''] = entry.name.split(/\.(?=[^.]*$)/);
    const name = fileNames.find((known) => known === stem);
    if (entry.name === 'dataset.json') files.push({ path: entry.name, is: 'head' });
    else if (extension === 'csv' || extension === 'jsonl') {
      if (name) files.push({ path: entry.name, is: 'rows', name });
      else
        report(
          entry.name,
          0,
          `is no file of a data set.${didYouMean(nearest(stem, fileNames).map((one) => `${one}.${extension}`))}`,
        );
    } else if (fileNames.some((known) => known === stem.toLowerCase())) {
      report(
        entry.name,
        0,
        `is not read: a table is a .csv or .jsonl file. Save it as "${stem.toLowerCase()}.csv", as UTF-8.`,
      );
    }
  }

  const inCsv = new Set(files.flatMap((file) => (file.is === 'rows' && file.path.endsWith('.csv') ? [file.name] : [])));
  const twice = files.filter((file) => file.is === 'rows' && file.path.endsWith('.jsonl') && inCsv.has(file.name));
  for (const { path } of twice) {
    report(path, 0, `stands beside ${path.replace('.jsonl', '.csv')}: a table is in one file. Keep one of the two.`);
  }
  const hasEvents = entries.some(({ name }) => /^events\./i.test(name));
  if (!hasEvents && !entries.some(({ name }) => nearest(name.split('.')[0] ?? '', ['events'], 1).length > 0)) {
    report(folder, 0, 'has no events. A data set needs a file events.csv or events.jsonl.');
  }
  return files;
}

function textFilesOf(folder: string, report: ReportAt): DataFile[] {
  const files: DataFile[] = [];
  for (const file of readdirSync(join(folder, 'text')).sort()) {
    const [, lang = '', extension] = /^(.*)\.(csv|jsonl)$/.exec(file) ?? [];
    if (extension === undefined) continue;
    const path = `text/${file}`;
    if (isLanguage(lang)) files.push({ path, is: 'text', lang });
    else report(path, 0, `must be named after a language, such as es.${extension} or fr-CA.${extension}.`);
  }
  return files;
}

function checksumOf(files: ReadonlyMap<string, Buffer>): string {
  const hash = createHash('sha256');
  for (const path of [...files.keys()].sort()) {
    const bytes = files.get(path) ?? '';
    // With its length before it, no file can be taken for the end of another.
    hash.update(`${path}\n${bytes.length}\n`).update(bytes);
  }
  return hash.digest('hex');
}

/** The text of a file without its byte-order mark; undefined where it is none, which is reported. */
function textOf(bytes: Buffer | undefined, report: (line: number, message: string) => void): string | undefined {
  if (bytes === undefined || bytes.length === 0) {
    report(0, emptyFile);
    return undefined;
  }
  if (!isUtf8(bytes)) {
    const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    const line = utf16 ? 0 : firstLineNotUtf8(bytes);
    report(line, `is not UTF-8${utf16 ? ', but UTF-16' : ''}. Save the file again with the encoding UTF-8.`);
    return undefined;
  }
  const text = bytes.toString('utf8').replace(/^\ufeff/, '');
  const nul = text.indexOf('\0');
  if (nul !== -1) {
    report(text.slice(0, nul).split(/\r\n|\n|\r/).length, 'holds the character U+0000, which no text may.');
    return undefined;
  }
  if (text.trim() === '') {
    report(0, emptyFile);
    return undefined;
  }
  return text;
}

const emptyFile = 'is empty: give it its first lines, or take the file away.';

function firstLineNotUtf8(bytes: Buffer): number {
  let line = 1;
  for (let from = 0; from < bytes.length; line++) {
    const end = bytes.indexOf('\n', from);
    const next = end === -1 ? bytes.length : end + 1;
    if (!isUtf8(bytes.subarray(from, next))) return line;
    from = next;
  }
  return line;
}

function readHead(
  text: string,
  folder: string,
  checksum: string,
  report: (line: number, message: string) => void,
): Head {
  let content: unknown = {};
  try {
    content = JSON.parse(text);
  } catch {
    const before = text.slice(0, faultOf(text).at).split(/\r\n|\n|\r/);
    const column = (before.at(-1) ?? '').length;
    const rest = beginning(text.split(/\r\n|\n|\r/)[before.length - 1]?.slice(column) ?? '');
    report(before.length, notJson(column, rest));
  }
  return headOf(content, basename(resolve(folder)), checksum, (message) => report(0, message));
}

/** `whole` is false where a row may stand in the file that is not among the rows. */
interface Table {
  rows: Draft[];
  whole: boolean;
}

const noTable: Table = { rows: [], whole: false };

function readTable(path: string, text: string, format: Format, vocabulary: () => Vocabulary, report: ReportAt): Table {
  const columns = columnsOf(format, vocabulary);
  const reportAt = (line: number, message: string) => report(path, line, message);
  return path.endsWith('.csv')
    ? readCsvTable(path, text, columns, reportAt)
    : readJsonTable(path, text, columns, reportAt);
}

type ReportLine = (line: number, message: string) => void;

function readCsvTable(path: string, text: string, columns: Columns, report: ReportLine): Table {
  const separator = separatorOf(text);
  const { records, strayQuotes, openQuote } = parseCsv(text, separator);
  if (openQuote) {
    const { line, begins } = openQuote;
    report(line, `a quote opens before "${begins}" and is never properly closed. Close it where its cell ends.`);
    return noTable;
  }
  for (const { line, cell } of strayQuotes) {
    const quoted = `"${cell.replaceAll('"', '""')}"`;
    report(
      line,
      `a quote stands in the middle of a cell. Did you mean ${quoted}, in quotes with those inside it doubled?`,
    );
  }
  const filled = records.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const [heading, ...body] = filled;
  if (heading === undefined) return noTable;
  const names = readHeading(heading, columns, report);
  if (names.every((column) => column === undefined)) return noTable;

  const required = columns.required.filter((name) => names.some((named) => named?.name === name));
  const table: Table = { rows: [], whole: true };
  for (const { line, cells } of body) {
    if (cells.length !== names.length) {
      report(
        line,
        `has ${cells.length} cells, but the heading has ${names.length}. ${cellAdvice(cells.length, names.length, separator)}`,
      );
      table.whole = false;
      continue;
    }
    const values: Record<string, unknown> = {};
    const reportHere = (message: string) => report(line, message);
    for (let index = 0; index < cells.length; index++) {
      const named = names[index];
      const cell = cells[index];
      if (named === undefined || cell === undefined || cell === '') continue;
      const value = fromCsv(cell, named.name, named.column, reportHere);
      if (value !== undefined) values[named.name] = value;
    }
    // No required column is of a kind whose fault leaves the cell out, so what is absent here was empty.
    for (const name of required) if (values[name] === undefined) report(line, `${name} is empty.`);
    table.rows.push({ file: path, line, values });
  }
  return table;
}

const namesOf = (columns: Columns): string[] => columns.all().map(({ name }) => name);

const cellAdvice = (count: number, due: number, separator: string): string =>
  count > due
    ? `A cell that holds "${separator}" needs quotes around it.`
    : `Every column needs its "${separator}", also where its cell is empty.`;

/** The column of each cell of the heading; undefined for one without a name or with an unknown one, which is reported. */
function readHeading({ line, cells }: CsvRecord, columns: Columns, report: ReportLine): (NamedColumn | undefined)[] {
  const found = cells.map((cell) => (cell.trim() === '' ? undefined : columns.find(cell)));
  if (found.every((column) => column === undefined)) {
    report(
      line,
      `names no column of this file: "${beginning(cells.join(', '))}". The first line must name them, such as "${namesOf(columns).slice(0, 4).join(',')}".`,
    );
    return found;
  }
  const seen = new Set<string>();
  const meant: string[] = [];
  cells.forEach((cell, index) => {
    const name = found[index]?.name;
    if (name === undefined) {
      if (cell.trim() === '') return;
      const near = nearest(cell.trim(), namesOf(columns));
      meant.push(...near);
      report(line, `"${cell.trim()}" is no column of this file.${didYouMean(near)}`);
    } else if (seen.has(name)) {
      report(line, `the column "${name}" is there twice.`);
      found[index] = undefined;
    } else seen.add(name);
  });
  const missing = columns.required.filter((name) => !seen.has(name) && !meant.includes(name));
  for (const name of missing) report(line, `the column "${name}" is missing.`);
  return found;
}

function readJsonTable(path: string, text: string, columns: Columns, report: ReportLine): Table {
  const { rows, faults } = parseJsonLines(text);
  for (const { line, message } of faults) report(line, message);
  const table: Table = { rows: [], whole: faults.length === 0 };
  const found = new Map<string, NamedColumn | undefined>();
  for (const { line, value: values } of rows) {
    const faulty: string[] = [];
    let reading = '';
    const reportHere = (message: string) => {
      faulty.push(reading);
      report(line, message);
    };
    for (const key of Object.keys(values)) {
      if (!found.has(key)) found.set(key, columns.find(key));
      const named = found.get(key);
      if (named === undefined) {
        report(line, `"${key}" is no column of this file.${didYouMean(nearest(key, namesOf(columns)))}`);
        delete values[key];
        continue;
      }
      reading = named.name;
      const given = values[key];
      const cell = fromJson(given, named.name, named.column, reportHere);
      // Nearly every cell is right as it stands, so that the parsed object can serve as the row.
      if (key === named.name && cell === given) continue;
      delete values[key];
      if (cell === undefined) continue;
      if (values[named.name] !== undefined) report(line, `gives "${named.name}" twice.`);
      values[named.name] = cell;
    }
    for (const name of columns.required) {
      if (values[name] === undefined && !faulty.includes(name)) report(line, `${name} is missing.`);
    }
    table.rows.push({ file: path, line, values });
  }
  return table;
}

/** The columns of `text/<lang>`. Without `of`, nobody can tell whether the original has changed since. */
const translationFormat: Format = {
  columns: {
    id: { cell: 'line', required: true },
    field: { cell: 'line', required: true },
    text: { cell: 'text', required: true },
    of: { cell: 'line' },
  },
};

function translationOf(file: string, line: number, lang: string, values: Draft['values']): Translation {
  const cell = (name: string) => (typeof values[name] === 'string' ? values[name] : '');
  return { file, line, lang, id: cell('id'), field: cell('field'), text: cell('text'), of: cell('of') };
}
