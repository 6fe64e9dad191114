import { didYouMean, nearest } from '../errors';
import { fromCsv, fromJson } from './cells';
import { type Columns, columnsOf, type NamedColumn } from './columns';
import { beginning, type CsvRecord, parseCsv, separatorOf } from './csv';
import type { Draft } from './defaults';
import type { Format } from './format';
import { parseJsonLines } from './jsonl';
import type { Vocabulary } from './vocabulary';

/** `whole` is false where a row may stand in the file that is not among the rows. */
export interface Table {
  rows: Draft[];
  whole: boolean;
}

export const noTable: Table = { rows: [], whole: false };

/** Reads the text of a `.csv` or `.jsonl` file, in portions of whole lines, by its format; reports faults with their lines. */
export function readTable(
  path: string,
  texts: Iterable<string>,
  format: Format,
  vocabulary: () => Vocabulary,
  report: ReportLine,
): Table {
  const columns = columnsOf(format, vocabulary);
  return path.endsWith('.csv')
    ? readCsvTable(path, [...texts].join(''), columns, report)
    : readJsonTable(path, texts, columns, report);
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

  const nameless = new Set(heading.cells.flatMap((cell, index) => (cell.trim() === '' ? [index] : [])));
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
      const cell = cells[index];
      if (cell === undefined || cell === '') continue;
      if (nameless.delete(index))
        report(line, `has "${beginning(cell)}" in column ${index + 1}, which the heading gives no name.`);
      const named = names[index];
      if (named === undefined) continue;
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

function readJsonTable(path: string, texts: Iterable<string>, columns: Columns, report: ReportLine): Table {
  const table: Table = { rows: [], whole: true };
  const found = new Map<string, NamedColumn | undefined>();
  const find = (key: string): NamedColumn | undefined => {
    if (!found.has(key)) found.set(key, columns.find(key));
    return found.get(key);
  };
  let linesBefore = 0;
  for (const text of texts) {
    const { rows, faults, lines, isHopeless } = parseJsonLines(text, linesBefore);
    for (const { line, message } of faults) report(line, message);
    if (faults.length > 0) table.whole = false;
    for (const { line, value: values } of rows) {
      fitToColumns(values, columns, find, (message) => report(line, message));
      table.rows.push({ file: path, line, values });
    }
    if (isHopeless) break;
    linesBefore += lines;
  }
  return table;
}

/** Makes of a parsed object the values of a row, in place: nearly every cell is right as it stands. */
function fitToColumns(
  values: Record<string, unknown>,
  columns: Columns,
  find: Columns['find'],
  report: (message: string) => void,
): void {
  const faulty: string[] = [];
  let reading = '';
  const reportHere = (message: string) => {
    faulty.push(reading);
    report(message);
  };
  for (const key in values) {
    const named = find(key);
    if (named === undefined) {
      report(`"${key}" is no column of this file.${didYouMean(nearest(key, namesOf(columns)))}`);
      delete values[key];
      continue;
    }
    reading = named.name;
    const given = values[key];
    const cell = fromJson(given, named.name, named.column, reportHere);
    if (key === named.name && cell === given) continue;
    delete values[key];
    if (cell === undefined) continue;
    if (values[named.name] !== undefined) report(`gives "${named.name}" twice.`);
    values[named.name] = cell;
  }
  for (const name of columns.required) {
    if (values[name] === undefined && !faulty.includes(name)) report(`${name} is missing.`);
  }
}
