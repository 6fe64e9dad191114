import { promisify } from 'node:util';
import { crc32, deflateRaw } from 'node:zlib';
import { Zip, type ZipInputFile } from 'fflate';
import { withColon } from '../answers/languages';
import { fromCsv } from '../dataset/cells';
import { columnsOf, type NamedColumn } from '../dataset/columns';
import { type Column, type FileName, formats } from '../dataset/format';
import { hashOfText } from '../dataset/translations';
import { csvText, guarded, isHarmless } from './cells';
import { createLedger } from './losses';
import type { SelectedRow, SelectedRows, Selection, Written } from './selection';
import { labelsIn, provenance } from './words';

/** How many rows are written before others have their turn. */
const atOnce = 300;

/** A data set of its own in a zip: the very tables and columns that `import` and `serve` read. */
export async function csv(selection: Selection): Promise<Written> {
  const { title, dataset, events, links, lang } = selection;
  const rows = await selection.rows();
  const ledger = createLedger();
  const files = new Map<string, string>([['dataset.json', `${JSON.stringify(rows.head, null, 2)}\n`]]);
  for (const [name, table] of Object.entries(rows.tables) as [FileName, SelectedRow[]][]) {
    if (table.length === 0) continue;
    const columns = filledColumns(name, table, rows);
    const text = await tableText(columns, table, selection.pause);
    if (text === null) ledger.add('jsonTables');
    files.set(`${name}.${text === null ? 'jsonl' : 'csv'}`, text ?? jsonLines(columns, table));
  }
  for (const language of rows.languages) {
    const translations = await translationRows(rows, language, selection.pause);
    if (translations.length > 0) files.set(`text/${language}.csv`, csvText(translations));
  }
  const lines = [
    `# ${title}`,
    ...provenance(dataset, lang),
    withColon(labelsIn(lang).events, String(events.length), lang),
  ];
  files.set('README.md', `${lines.join('\n\n')}\n`);
  return {
    body: await zipped(files),
    eventCount: events.length,
    linkCount: links.length,
    losses: [...rows.losses, ...ledger.losses()],
  };
}

/** The columns that at least one row fills. */
function filledColumns(name: FileName, table: readonly SelectedRow[], { plainFields }: SelectedRows): NamedColumn[] {
  const columns = columnsOf(formats[name], () => ({ enumValues: () => [], plainFields }));
  return columns.all().filter((named) => table.some((row) => filledCell(named, row) !== undefined));
}

/** What stands in a cell; undefined where nothing does. */
function filledCell({ name, column }: NamedColumn, row: SelectedRow): unknown {
  const value = row[column.as ?? name];
  const isEmpty = value == null || value === '' || (Array.isArray(value) && value.length === 0);
  return isEmpty ? undefined : value;
}

/** The table as CSV; null where a cell would not read as what it was, or could be taken for a formula. */
async function tableText(
  columns: readonly NamedColumn[],
  table: readonly SelectedRow[],
  pause: Selection['pause'],
): Promise<string | null> {
  const rows: string[][] = [columns.map(({ name }) => name)];
  for (const row of table) {
    if (rows.length % atOnce === 0) await pause();
    const cells: string[] = [];
    for (const named of columns) {
      const value = filledCell(named, row);
      const cell = value === undefined ? '' : cellOf(value, named.column);
      if (value !== undefined && !(isHarmless(cell) && readsAs(value, cell, named))) return null;
      cells.push(cell);
    }
    rows.push(cells);
  }
  await pause();
  return csvText(rows);
}

function cellOf(value: unknown, column: Column): string {
  if (column.cell === 'entries') return (value as SelectedRow[]).map((entry) => entryOf(entry, column)).join(';');
  if (Array.isArray(value)) return value.join(';');
  const text = String(value);
  return column.cell === 'text' || column.cell === 'line' ? guarded(text) : text;
}

/** `a:b:c` in the order of the parts; those that are empty at its end are left out. */
const entryOf = (entry: SelectedRow, { parts = {} }: Column): string =>
  Object.keys(parts)
    .map((part) => [entry[part] ?? ''].flat().join('|'))
    .join(':')
    .replace(/:+$/, '');

function readsAs(value: unknown, cell: string, { name, column }: NamedColumn): boolean {
  let isRight = true;
  const read = fromCsv(cell, name, column, () => {
    isRight = false;
  });
  return isRight && JSON.stringify(comparable(read, column)) === JSON.stringify(comparable(value, column));
}

/** Entries with nothing but their parts, in order, so that two can be compared. */
function comparable(value: unknown, { cell, parts = {} }: Column): unknown {
  if (cell !== 'entries' || !Array.isArray(value)) return value;
  return value.map((entry: SelectedRow) =>
    Object.keys(parts).map((part) =>
      Array.isArray(entry[part]) && entry[part].length === 0 ? null : (entry[part] ?? null),
    ),
  );
}

const jsonLines = (columns: readonly NamedColumn[], table: readonly SelectedRow[]): string =>
  table
    .map((row) => {
      const cells = columns.flatMap((named) => {
        const value = filledCell(named, row);
        return value === undefined ? [] : [[named.name, jsonOf(value, named.column)]];
      });
      return `${JSON.stringify(Object.fromEntries(cells))}\n`;
    })
    .join('');

const jsonOf = (value: unknown, { cell, parts = {} }: Column): unknown =>
  cell === 'entries'
    ? (value as SelectedRow[]).map((entry) =>
        Object.fromEntries(Object.keys(parts).flatMap((part) => (entry[part] == null ? [] : [[part, entry[part]]]))),
      )
    : value;

/** The rows of `text/<lang>`: each translated text by the id and the field of its original. */
async function translationRows({ tables }: SelectedRows, lang: string, pause: Selection['pause']): Promise<string[][]> {
  const found: string[][] = [];
  const add = (id: string, field: string, row: SelectedRow, property: string) => {
    const [original, text] = [row[property], row[`${property}_${lang}`]];
    if (typeof original !== 'string' || typeof text !== 'string') return;
    found.push([id, field, guarded(text), hashOfText(original)]);
  };
  for (const [name, table] of Object.entries(tables) as [FileName, SelectedRow[]][]) {
    const fields = textFields(name);
    for (const [at, row] of table.entries()) {
      if (at % atOnce === 0) await pause();
      const id = idOf(name, row);
      for (const [field, property] of fields) add(id, field, row, property);
      if (name !== 'stories') continue;
      for (const step of row.steps as SelectedRow[]) add(id, `caption:${step.event}`, step, 'caption');
    }
  }
  return found.length === 0 ? [] : [['id', 'field', 'text', 'of'], ...found];
}

const textFields = (name: FileName): [field: string, property: string][] =>
  Object.entries(formats[name].columns).flatMap(([field, { cell, as }]): [string, string][] =>
    cell === 'text' || cell === 'line' ? [[field, as ?? field]] : [],
  );

/** A row without an id of its own is named by the two that it joins. */
const idOf = (name: FileName, row: SelectedRow): string => {
  if (name === 'policy-changes') return `${row.event}--${row.policy}`;
  return name === 'event-places' ? `${row.event}--${row.place}` : String(row.id);
};

const deflated = promisify(deflateRaw);

/** Packed beside the event loop, and always to the same bytes: the clock of a zip knows no time zone. */
async function zipped(files: ReadonlyMap<string, string>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((fault, chunk) => {
    if (fault) throw fault;
    chunks.push(chunk);
  });
  for (const [filename, text] of files) {
    const bytes = Buffer.from(text);
    const packed = await deflated(bytes);
    const file: ZipInputFile = {
      filename,
      size: bytes.length,
      crc: crc32(bytes),
      compression: 8,
      mtime: new Date(1980, 0, 1),
    };
    // It gives the file the function that takes what was packed.
    zip.add(file);
    file.ondata?.(null, packed, true);
  }
  zip.end();
  return Buffer.concat(chunks);
}
