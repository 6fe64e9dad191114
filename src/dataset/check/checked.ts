import { type FuzzyDate, type Parsed, parseDate } from '../../answers/dates';
import { nearest } from '../../errors';
import type { Entry } from '../cells';
import { columnsOf, type NamedColumn } from '../columns';
import { type Column, type Dataset, type FileName, fileNames, formats, type Problem, type Row } from '../format';
import type { Vocabulary } from '../vocabulary';

/** A row with the file it is from. */
export interface Placed {
  name: FileName;
  row: Row;
}

/** A data set with the look-ups that the rules share, each built once. */
export interface Checked extends Dataset {
  vocabulary: Vocabulary;
  /** The columns that a file may have, the SDL's plain fields included. */
  columns: Readonly<Record<FileName, readonly NamedColumn[]>>;
  /** Every row that bears an id, by its id. Of rows with the same id the first stands here. */
  byId: ReadonlyMap<string, Placed>;
  /** Rows whose id stood before them in another row. */
  repeated: readonly (Placed & { first: Placed })[];
  /** What an EDTF text says; each is read once. */
  parse(edtf: string): Parsed;
  /** The date of an EDTF cell; undefined when it is absent or does not read, which another rule tells. */
  dateIn(row: Row, name: string): FuzzyDate | undefined;
  /** When an event took place; absent where its `edtf` does not read. */
  eventDates: ReadonlyMap<string, FuzzyDate>;
  /** Claims by what they are about. */
  claimsAbout: ReadonlyMap<string, readonly Row[]>;
  /** Whether every row of these files is known, so that a missing id can be held against the row that names it. */
  isWhole(files: readonly FileName[]): boolean;
  /** The ids in these files that come nearest to a wrong one, at most three. */
  nearestIds(wrong: string, files: readonly FileName[]): string[];
}

export function checkedOf(dataset: Dataset, vocabulary: Vocabulary): Checked {
  const byId = new Map<string, Placed>();
  const repeated: (Placed & { first: Placed })[] = [];
  for (const name of fileNames) {
    if (formats[name].columns.id === undefined) continue;
    for (const row of dataset.rows[name]) {
      const id = textIn(row, 'id');
      if (id === undefined) continue;
      const first = byId.get(id);
      if (first === undefined) byId.set(id, { name, row });
      else repeated.push({ name, row, first });
    }
  }

  const parsedDates = new Map<string, Parsed>();
  const parse = (edtf: string): Parsed => {
    const known = parsedDates.get(edtf) ?? parseDate(edtf);
    parsedDates.set(edtf, known);
    return known;
  };
  const dateIn = (row: Row, name: string): FuzzyDate | undefined => {
    const parsed = parse(textIn(row, name) ?? '');
    return 'date' in parsed ? parsed.date : undefined;
  };
  const eventDates = new Map<string, FuzzyDate>();
  for (const row of dataset.rows.events) {
    const id = textIn(row, 'id');
    const date = dateIn(row, 'edtf');
    if (id !== undefined && date !== undefined && !eventDates.has(id)) eventDates.set(id, date);
  }

  const unread = new Set(dataset.unread);
  // A renamed file makes thousands of wrong ids, and a search among all ids takes milliseconds.
  let searches = 100;
  return {
    ...dataset,
    vocabulary,
    // The names are all there, which `fromEntries` cannot tell.
    columns: Object.fromEntries(
      fileNames.map((name) => [name, columnsOf(formats[name], () => vocabulary).all()]),
    ) as Checked['columns'],
    byId,
    repeated,
    parse,
    dateIn,
    eventDates,
    claimsAbout: groupedBy(dataset.rows.claims, 'about'),
    isWhole: (files) => files.every((file) => !unread.has(file)),
    nearestIds(wrong, files) {
      if (searches-- <= 0) return [];
      const ids = files.flatMap((name) => dataset.rows[name].map(({ values }) => String(values.id)));
      const near = nearest(wrong, ids);
      return near.length > 0 ? near : alikeAtTheStart(wrong, ids);
    },
  };
}

/** Ids are slugs, and what is wrong about one is often its end: those that begin with the same half, at most three. */
function alikeAtTheStart(wrong: string, ids: readonly string[]): string[] {
  const start = wrong.slice(0, Math.max(4, Math.ceil(wrong.length / 2))).toLowerCase();
  return ids
    .filter((id) => id.toLowerCase().startsWith(start))
    .sort()
    .slice(0, 3);
}

/** A cell that is known to hold a text by its column's kind; undefined when it is absent. */
export function textIn(row: Row, name: string): string | undefined {
  const value = row.values[name];
  return typeof value === 'string' ? value : undefined;
}

/** The texts of a list cell, each once; none when it is absent. */
export function textsIn(row: Row, name: string): string[] {
  const value = row.values[name];
  if (!Array.isArray(value)) return [];
  // Nearly every list is right as it stands, and there are tens of thousands.
  const isPlain = value.every((one, index) => isText(one) && value.indexOf(one) === index);
  return isPlain ? value : [...new Set(value.filter(isText))];
}

/** The records of an `entries` cell; none when it is absent. */
export function entriesIn(row: Row, name: string): Entry[] {
  const value = row.values[name];
  return Array.isArray(value) ? value : [];
}

/** The rows by what a cell of theirs holds; those without it are left out. */
export function groupedBy(rows: readonly Row[], name: string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = textIn(row, name);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

/** A column of one file, or a part of its entries, that holds texts. */
export interface TextColumn {
  file: FileName;
  /** The column's name, or `actors.role` for a part of an entry. */
  label: string;
  column: Column;
}

/** Visits the cells of the wanted columns, row by row, with the texts of each cell; each text of a list once. */
export function visitTexts(
  { rows, columns }: Checked,
  wanted: (column: Column) => boolean,
  visitorOf: (column: TextColumn) => (row: Row, texts: readonly string[]) => void,
): void {
  for (const file of fileNames) {
    for (const { name, column } of columns[file]) {
      for (const [part, partColumn] of Object.entries(column.parts ?? {})) {
        if (!wanted(partColumn)) continue;
        const visit = visitorOf({ file, label: `${name}.${part}`, column: partColumn });
        for (const row of rows[file]) {
          const entries = entriesIn(row, name);
          if (entries.length > 0) visit(row, [...new Set(entries.map((entry) => entry[part]))].filter(isText));
        }
      }
      if (column.parts !== undefined || !wanted(column)) continue;
      const visit = visitorOf({ file, label: name, column });
      for (const row of rows[file]) {
        const value = row.values[name];
        if (value !== undefined) visit(row, isText(value) ? [value] : textsIn(row, name));
      }
    }
  }
}

const isText = (value: unknown): value is string => typeof value === 'string';

type Place = Pick<Row, 'file' | 'line'>;

export const error = ({ file, line }: Place, message: string): Problem => ({ level: 'error', file, line, message });

export const warning = ({ file, line }: Place, message: string): Problem => ({ level: 'warning', file, line, message });

/** Where a row stands, for messages that speak of two: `events.csv:3`. */
export const placeOf = ({ file, line }: Place): string => `${file}:${line}`;
