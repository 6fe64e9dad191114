import { dateOf } from '../answers/dates';
import { foldText } from '../answers/foldText';
import { groupBy } from '../answers/groups';
import type { Value } from '../engine/engine';
import { type Dataset, type FileName, formats, type Row } from './format';
import { fitsOriginal } from './translations';

/** Properties of a node or a relationship: flat, as Neo4j allows nothing else. */
export type Properties = Record<string, Value>;

/**
 * The translations of a row's texts as properties such as `title_fr`; those of an original that has changed are left out,
 * and those into the data set's own language, in which the original is the text.
 */
export type Texts = (id: string, originals: Row['values']) => Properties;

export function translations(dataset: Dataset): Texts {
  const others = dataset.translations.filter(({ lang }) => lang !== dataset.head.language);
  const byId = groupBy(others, (translation) => translation.id);
  return (rowId, originals) => {
    const texts: Properties = {};
    for (const translation of byId.get(rowId) ?? []) {
      const original = originals[translation.field];
      // The caption of a story's step is named with the step's event, as `caption:<event>`.
      const [property] = translation.field.split(':');
      if (typeof original !== 'string' || !fitsOriginal(translation, original)) continue;
      texts[`${property}_${translation.lang}`] = translation.text;
    }
    return texts;
  };
}

/** The languages in which all of these texts of a node can be read, the data set's own first. */
export type Languages = (node: Properties, fields: readonly string[]) => string[];

export function languagesOf({ head, translations }: Dataset): Languages {
  const written = new Set(translations.map(({ lang }) => lang));
  const others = [...written].filter((lang) => lang !== head.language).sort();
  return (node, fields) => [
    head.language,
    ...others.filter((lang) => fields.every((field) => !node[field] || node[`${field}_${lang}`])),
  ];
}

/** A place itself and all that it lies within, from the nearest. */
export function placesAround(places: readonly Row[]): (id: string) => string[] {
  const outer = new Map(
    places.map((row) => [id(row), [...[row.values.within ?? []].flat(), ...list(row, 'countries')]]),
  );
  const known = new Map<string, string[]>();
  return (start) => {
    const found = known.get(start) ?? [];
    if (found.length > 0) return found;
    const around = new Set([start]);
    // A Set is walked in order of insertion, entries added on the way included.
    for (const place of around) for (const next of outer.get(place) ?? []) around.add(String(next));
    known.set(start, [...around]);
    return [...around];
  };
}

/** What is made of each item, made anew on each walk through it. */
export const each = <Item, Made>(items: readonly Item[], make: (item: Item, at: number) => Made): Iterable<Made> =>
  eachOf(items, (item, at) => [make(item, at)]);

/** The same where of an item any number of things is made. */
export const eachOf = <Item, Made>(
  items: readonly Item[],
  make: (item: Item, at: number) => readonly Made[],
): Iterable<Made> => ({
  *[Symbol.iterator]() {
    for (const [at, item] of items.entries()) yield* make(item, at);
  },
});

export const id = (row: Row): string => String(row.values.id);
export const list = (row: Row, column: string): string[] => (row.values[column] as string[] | undefined) ?? [];
export const entries = (row: Row, column: string): Properties[] =>
  (row.values[column] as Properties[] | undefined) ?? [];
export const sourcesOf = (values: Row['values']): string[] => (values.sources as string[] | undefined) ?? [];

export const daysOf = (edtf: string | undefined): Properties => {
  if (edtf === undefined) return { earliest: null, latest: null };
  const { earliest, latest } = dateOf(edtf);
  return { earliest, latest, ...(isLasting(earliest, latest) ? { lasting: true } : {}) };
};

/** Whether it lasts more than a year or nobody knows how long: lists between two days look for such things by themselves. */
const isLasting = (earliest: string | null, latest: string | null): boolean =>
  earliest === null ||
  latest === null ||
  latest > `${Number(earliest.slice(0, 4)) + 1}`.padStart(4, '0') + earliest.slice(4);

/** A row as its node: plain columns under the SDL's names, and each text in every language it exists in. Lists of ids are ties. */
export function describe(file: FileName, row: Row, text: Texts, more: Properties): Properties {
  const node: Properties = { __typename: formats[file].type };
  for (const [name, value] of Object.entries(row.values)) {
    const column = formats[file].columns[name];
    if (column?.cell === 'entries' || column?.cell === 'refs') continue;
    node[column?.as ?? name] = value as Value;
  }
  return { ...node, ...text(id(row), row.values), ...more };
}

/** The same with what it is ordered by, its name. `more` holds also what it gets where its row is silent. */
export const describeNamed = (file: FileName, row: Row, name: string, text: Texts, more: Properties): Properties => ({
  ...more,
  ...describe(file, row, text, { sort: foldText(String(row.values[name])) }),
});
