import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CsvRecord, parseCsv, separatorOf } from './csv';
import { type Dataset, fileNames, formats } from './format';

export interface WrittenIds {
  path: string;
  count: number;
}

/**
 * Writes the ids that were made from titles into the files of a data set without errors, so that they stay when a title
 * changes. Nothing else in a file changes: not its separator, its ends of lines, its quotes or its other rows.
 */
export function writeIds(folder: string, { rows }: Dataset): WrittenIds[] {
  return fileNames.flatMap((name) => {
    if (!Object.hasOwn(formats[name].columns, 'id')) return [];
    return ['csv', 'jsonl'].flatMap((extension) => {
      const path = `${name}.${extension}`;
      const ids = new Map(rows[name].filter(({ file }) => file === path).map(({ line, values }) => [line, values.id]));
      if (ids.size === 0) return [];
      const text = readFileSync(join(folder, path), 'utf8');
      const [written, count] = (extension === 'csv' ? withIdsInCsv : withIdsInJsonLines)(text, ids);
      if (count > 0) writeFileSync(join(folder, path), written);
      return count > 0 ? [{ path, count }] : [];
    });
  });
}

/** The id of each row by the line that it begins on. */
type Ids = ReadonlyMap<number, unknown>;

function withIdsInCsv(text: string, ids: Ids): [text: string, count: number] {
  const mark = text.startsWith('\ufeff') ? '\ufeff' : '';
  const bare = text.slice(mark.length);
  const separator = separatorOf(bare);
  const { records } = parseCsv(bare, separator);
  const lines = bare.match(/[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$/g) ?? [];
  const heading = records.findIndex(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const place = records[heading]?.cells.findIndex((cell) => cell.trim().toLowerCase() === 'id') ?? -1;
  const quoted = (cell: string) =>
    /["\r\n]/.test(cell) || cell.includes(separator) ? `"${cell.replaceAll('"', '""')}"` : cell;
  let count = 0;
  const written = records.map((record, at) => {
    const raw = lines.slice(record.line - 1, (records[at + 1]?.line ?? lines.length + 1) - 1).join('');
    const id = at === heading ? 'id' : ids.get(record.line);
    if (typeof id !== 'string') return place < 0 && isFilled(record) ? separator + raw : raw;
    if (place >= 0 && (at === heading || record.cells[place]?.trim() !== '')) return raw;
    if (at !== heading) count++;
    if (place < 0) return quoted(id) + separator + raw;
    const end = /(?:\r\n|\n|\r)$/.exec(raw)?.[0] ?? '';
    return record.cells.map((cell, index) => quoted(index === place ? id : cell)).join(separator) + end;
  });
  return [mark + written.join(''), count];
}

const isFilled = ({ cells }: CsvRecord): boolean => cells.some((cell) => cell.trim() !== '');

function withIdsInJsonLines(text: string, ids: Ids): [text: string, count: number] {
  let count = 0;
  const lines = text.split(/(?<=\n)/).map((line, at) => {
    const id = ids.get(at + 1);
    if (typeof id !== 'string') return line;
    const { id: given, ...others } = JSON.parse(line) as Record<string, unknown>;
    if (typeof given === 'string' && given.trim() !== '') return line;
    count++;
    // An id that is there but empty stands somewhere in the line, so the row is written anew.
    if (given !== undefined) return `${JSON.stringify({ id, ...others })}${/\r?\n$/.exec(line)?.[0] ?? ''}`;
    return line.replace('{', `{"id": ${JSON.stringify(id)}${Object.keys(others).length > 0 ? ', ' : ''}`);
  });
  return [lines.join(''), count];
}
