import { compareText } from '../answers/chain';
import { dateOf } from '../answers/dates';
import { groupBy } from '../answers/groups';
import { type Column, type Dataset, type FileName, fileNames, formats, type Row } from './format';
import { fitsOriginal } from './translations';

/** A table of numbers about a data set. */
export interface Table {
  title: string;
  /** What the numbers of each row are; empty where one number says enough. */
  columns: readonly string[];
  rows: readonly { name: string; cells: readonly number[] }[];
}

/** The numbers of a data set: what it holds, how it is sourced and disputed, and which years and countries it covers. */
export function summaryOf(dataset: Dataset): Table[] {
  const { rows } = dataset;
  return [
    { title: 'Rows', columns: [], rows: holdings(dataset) },
    { title: 'Shares', columns: ['rows', 'of', 'percent'], rows: shares(dataset) },
    counted('Events by kind', rows.events, 'kind', 'OTHER'),
    counted('Events by verification', rows.events, 'verification', 'UNVERIFIED'),
    linksByFamily(rows.links),
    counted('Claims by stance', rows.claims, 'stance', ''),
    counted('Sources by kind', rows.sources, 'kind', 'REFERENCE'),
    translationsByLanguage(dataset),
    { title: 'Events by the year in which they begin', columns: [], rows: byYear(rows.events) },
    { title: 'Events by country of those who decide, once in each', columns: [], rows: byCountry(rows) },
  ];
}

/** The tables as plain text, numbers under each other. */
export function summaryText(tables: readonly Table[]): string {
  return tables.map(tableText).join('\n\n');
}

function tableText({ title, columns, rows }: Table): string {
  const lines = rows.map(({ name, cells }) => [name, ...cells.map((cell) => cell.toLocaleString('en-US'))]);
  const all = columns.length > 0 ? [['', ...columns], ...lines] : lines;
  const widths = (all[0] ?? []).map((_, column) => Math.max(...all.map((line) => line[column]?.length ?? 0)));
  const aligned = all.map(([name = '', ...cells]) =>
    `  ${[name.padEnd(widths[0] ?? 0), ...cells.map((cell, index) => cell.padStart(widths[index + 1] ?? 0))].join('  ')}`.trimEnd(),
  );
  return [title, ...aligned].join('\n');
}

type Rows = Table['rows'];

function holdings({ rows, translations }: Dataset): Rows {
  const series = new Set(
    rows.observations.map(({ values }) => `${values.metric}\n${values.place}\n${values.nationality}`),
  );
  return [
    ...fileNames.map((name) => ({ name: name.replace('-', ' '), cells: [rows[name].length] })),
    { name: 'series of observations', cells: [series.size] },
    { name: 'translations', cells: [translations.length] },
  ];
}

function shares({ rows }: Dataset): Rows {
  const stances = new Map(
    [...groupBy(rows.claims, ({ values }) => values.about)].map(([about, claims]) => [
      about,
      new Set(claims.map(({ values }) => values.stance)),
    ]),
  );
  const linksWith = (...wanted: string[]) =>
    rows.links.filter(({ values }) => wanted.some((stance) => stances.get(values.id)?.has(stance)));
  const facts = fileNames
    .filter((name) => Object.hasOwn(formats[name].columns, 'sources'))
    .flatMap((name) => rows[name]);
  const sourced = (count: number) => facts.filter((row) => list(row, 'sources').length === count);
  return [
    share('links that somebody disputes or denies', linksWith('DISPUTES', 'DENIES'), rows.links),
    share('links that somebody qualifies', linksWith('QUALIFIES'), rows.links),
    share('facts with a single source', sourced(1), facts),
    share('facts without a source', sourced(0), facts),
  ];
}

const share = (name: string, some: readonly unknown[], all: readonly unknown[]) => ({
  name,
  cells: [some.length, all.length, percent(some.length, all.length)],
});

const percent = (some: number, all: number): number => (all === 0 ? 0 : Math.round((1000 * some) / all) / 10);

function counted(title: string, rows: readonly Row[], column: string, usual: string): Table {
  return { title, columns: [], rows: mostFirst(rows.map(({ values }) => String(values[column] ?? usual))) };
}

function mostFirst(words: readonly string[]): Rows {
  return [...groupBy(words, (word) => word)]
    .map(([name, { length }]) => ({ name, cells: [length] }))
    .sort((a, b) => (b.cells[0] ?? 0) - (a.cells[0] ?? 0) || compareText(a.name, b.name));
}

const evidences = ['DOCUMENTED', 'ASSERTED', 'INFERRED'];

function linksByFamily(links: readonly Row[]): Table {
  const cells = (some: readonly Row[]) => [
    ...evidences.map((evidence) => some.filter(({ values }) => values.evidence === evidence).length),
    some.length,
  ];
  const families = [...groupBy(links, ({ values }) => String(values.family))].sort(([a], [b]) => compareText(a, b));
  return {
    title: 'Links by family and evidence',
    columns: [...evidences, 'all'],
    rows: [...families.map(([name, some]) => ({ name, cells: cells(some) })), { name: 'all', cells: cells(links) }],
  };
}

/** Of the texts of the columns that are translated at all, how many stand in each language as they are now. */
function translationsByLanguage(dataset: Dataset): Table {
  const texts = textsOf(dataset);
  const fitting = dataset.translations.filter((translation) => {
    const found = texts.get(`${translation.id}\n${translation.field}`);
    return found !== undefined && fitsOriginal(translation, found.text);
  });
  const columns = new Set(fitting.map(({ id, field }) => texts.get(`${id}\n${field}`)?.column));
  const all = [...texts.values()].filter(({ column }) => columns.has(column)).length;
  return {
    title: 'Texts by language, of those of the columns that are translated',
    columns: ['texts', 'of', 'percent'],
    rows: [...groupBy(fitting, ({ lang }) => lang)]
      .sort(([a], [b]) => compareText(a, b))
      .map(([name, { length }]) => ({ name, cells: [length, all, percent(length, all)] })),
  };
}

/** Every text of the rows by the id and the field that a translation of it names. */
function textsOf({ rows }: Dataset): Map<string, { column: string; text: string }> {
  const texts = new Map<string, { column: string; text: string }>();
  const add = (id: string, field: string, column: string, text: unknown) => {
    if (typeof text === 'string') texts.set(`${id}\n${field}`, { column, text });
  };
  for (const name of fileNames) {
    const columns = Object.entries(formats[name].columns).filter(([, column]) => isText(column));
    for (const row of rows[name]) {
      const id = idOf(name, row);
      for (const [column] of columns) add(id, column, `${name}.${column}`, row.values[column]);
    }
  }
  for (const story of rows.stories) {
    const steps = (story.values.steps ?? []) as { event: string; caption?: string }[];
    for (const { event, caption } of steps)
      add(String(story.values.id), `caption:${event}`, 'stories.caption', caption);
  }
  return texts;
}

const isText = ({ cell }: Column): boolean => cell === 'text' || cell === 'line';

function idOf(name: FileName, { values }: Row): string {
  if (name === 'policy-changes') return `${values.event}--${values.policy}`;
  return name === 'event-places' ? `${values.event}--${values.place}` : String(values.id);
}

function byYear(events: readonly Row[]): Rows {
  const years = groupBy(events, ({ values }) => {
    const { earliest, latest } = dateOf(String(values.edtf));
    return earliest?.slice(0, 4) ?? `by ${latest?.slice(0, 4)}`;
  });
  return [...years].sort(([a], [b]) => compareText(a, b)).map(([name, { length }]) => ({ name, cells: [length] }));
}

function byCountry({ events, places }: Dataset['rows']): Rows {
  const byId = new Map(places.map((place) => [String(place.values.id), place]));
  const countriesOf = (id: string): string[] => {
    const place = byId.get(id);
    const { kind, within } = place?.values ?? {};
    const outer =
      place && kind !== 'COUNTRY' ? [...list(place, 'countries'), ...[within ?? []].flat().map(String)] : [];
    return outer.length > 0 ? outer.flatMap(countriesOf) : [id];
  };
  const nameOf = (id: string): string => {
    const name = String(byId.get(id)?.values.name ?? id);
    return name === id ? id : `${name} (${id})`;
  };
  return mostFirst(
    events.flatMap((event) => {
      const countries = new Set(list(event, 'jurisdictions').flatMap(countriesOf));
      return countries.size > 0 ? [...countries].map(nameOf) : ['no jurisdiction'];
    }),
  );
}

const list = (row: Row, column: string): string[] => (row.values[column] as string[] | undefined) ?? [];
