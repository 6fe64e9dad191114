import { constants } from 'node:buffer';
import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { didYouMean, nearest } from '../errors';
import { beginning } from './csv';
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
import { faultOf, notJson } from './jsonl';
import { noTable, readTable } from './tables';
import { chunksOf, faultOfText, textsOf } from './texts';
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

  const unread = new Set<FileName>();
  const files = filesOf(folder, unread, report);
  const checksum = checksumOf(folder, files);

  // The names are all there, which `fromEntries` cannot tell.
  const rows = Object.fromEntries(fileNames.map((name): [FileName, Draft[]] => [name, []])) as Drafts;
  const translations: Translation[] = [];
  const filled = new Set<FileName>();
  let head: Head | undefined;
  for (const file of files) {
    // The second file of a table is not read: its rows would be told to repeat those of the first.
    if (file.is === 'rows' && filled.has(file.name)) {
      unread.add(file.name);
      continue;
    }
    const reportHere = (line: number, message: string) => report(file.path, line, message);
    const texts = readableTextsOf(folder, file.path, reportHere);
    if (file.is === 'head') {
      head = texts && readHead([...texts].join(''), folder, checksum, reportHere);
      continue;
    }
    const format = file.is === 'text' ? translationFormat : formats[file.name];
    const table = texts ? readTable(file.path, texts, format, vocabulary, reportHere) : noTable;
    if (file.is === 'text') {
      for (const { line, values } of table.rows) translations.push(translationOf(file.path, line, file.lang, values));
    } else {
      rows[file.name] = table.rows;
      filled.add(file.name);
      if (!table.whole) unread.add(file.name);
      else if (file.name === 'events' && table.rows.length === 0)
        reportHere(0, 'holds no event. A data set needs one.');
    }
  }
  // Sources that other files name by their address are lost with those files.
  if ([...unread].some((name) => Object.hasOwn(formats[name].columns, 'source_url'))) unread.add('sources');
  fillDefaults(rows);

  head ??= headOf({}, basename(resolve(folder)), checksum, () => {});
  return { dataset: { folder, head, rows, translations, unread: [...unread], checksum }, problems };
}

type ReportAt = (file: string, line: number, message: string) => void;

type DataFile = { path: string } & ({ is: 'head' } | { is: 'text'; lang: string } | { is: 'rows'; name: FileName });

/** The files of the folder that are read, sorted by name. Those that look as if they should be are reported and unread. */
function filesOf(folder: string, unread: Set<FileName>, report: ReportAt): DataFile[] {
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
    const name = fileNames.find((known) => known === stem.toLowerCase());
    const isTable = extension === 'csv' || extension === 'jsonl';
    if (entry.name === 'dataset.json') files.push({ path: entry.name, is: 'head' });
    else if (isTable && name === stem) files.push({ path: entry.name, is: 'rows', name });
    else if (isTable) {
      const near = nearest(stem, fileNames);
      for (const known of fileNames) if (near.includes(known)) unread.add(known);
      report(entry.name, 0, `is no file of a data set.${didYouMean(near.map((one) => `${one}.${extension}`))}`);
    } else if (name !== undefined && !prose.has(extension)) {
      unread.add(name);
      report(entry.name, 0, `is not read: a table is a .csv or .jsonl file. Save it as "${name}.csv", as UTF-8.`);
    }
  }

  const inCsv = new Set(files.flatMap((file) => (file.is === 'rows' && file.path.endsWith('.csv') ? [file.name] : [])));
  const twice = files.filter((file) => file.is === 'rows' && file.path.endsWith('.jsonl') && inCsv.has(file.name));
  for (const { path } of twice) {
    report(path, 0, `stands beside ${path.replace('.jsonl', '.csv')}: a table is in one file. Keep one of the two.`);
  }
  if (!unread.has('events') && !files.some((file) => file.is === 'rows' && file.name === 'events')) {
    unread.add('events');
    report(folder, 0, 'has no events. A data set needs a file events.csv or events.jsonl.');
  }
  return files;
}

// Such a file explains a table and is not meant to be one.
const prose = new Set(['md', 'txt', 'html', 'pdf']);

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

/** The checksum that `readDataset` gives, without reading what the files say. */
export const readChecksum = (folder: string): string =>
  checksumOf(
    folder,
    filesOf(folder, new Set(), () => {}),
  );

function checksumOf(folder: string, files: readonly DataFile[]): string {
  const hash = createHash('sha256');
  for (const path of files.map((file) => file.path).sort()) {
    const whole = join(folder, path);
    // With its length before it, no file can be taken for the end of another.
    hash.update(`${path}\n${statSync(whole).size}\n`);
    for (const bytes of chunksOf(whole)) hash.update(bytes);
  }
  return hash.digest('hex');
}

/** The text of a file in portions of whole lines; undefined where it is none, which is reported. */
function readableTextsOf(
  folder: string,
  path: string,
  report: (line: number, message: string) => void,
): Iterable<string> | undefined {
  const whole = join(folder, path);
  if (!path.endsWith('.jsonl') && statSync(whole).size > constants.MAX_STRING_LENGTH) {
    report(0, 'is larger than 512 MB. Save its rows as .jsonl, which is read line by line and may have any size.');
    return undefined;
  }
  const fault = faultOfText(whole);
  if (fault) report(fault.line, fault.message);
  return fault ? undefined : textsOf(whole);
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
