import type { Cell, Column, Format } from './format';
import type { PlainField, Vocabulary } from './vocabulary';

/** A column as a file may name it. */
export interface NamedColumn {
  name: string;
  column: Column;
}

/** The columns that a file may have: those of its format and the plain fields of its SDL type. */
export interface Columns {
  /** Undefined for a heading that names none. Case, spaces, `_` and `-` do not matter: `Source URL` is `source_url`. */
  find(heading: string): NamedColumn | undefined;
  /** Every name that would be welcome, for "did you mean". */
  names: readonly string[];
  required: readonly string[];
}

export function columnsOf(format: Format, vocabulary: () => Vocabulary): Columns {
  const byFolded = new Map<string, NamedColumn>();
  const named = Object.entries(format.columns);
  for (const [name, column] of named) byFolded.set(folded(name), { name, column });

  // The SDL is only asked when a heading is not in the format: most data sets never need it here.
  let fieldsAdded = format.type === undefined;
  const addFields = (type: string) => {
    const renamed = new Set(named.map(([, { as }]) => as));
    for (const [name, field] of vocabulary().plainFields(type)) {
      if (derived.has(name) || renamed.has(name) || byFolded.has(folded(name))) continue;
      byFolded.set(folded(name), { name, column: columnOf(field) });
    }
    fieldsAdded = true;
  };

  return {
    find(heading) {
      const key = folded(heading);
      if (!fieldsAdded && format.type !== undefined && !byFolded.has(key)) addFields(format.type);
      return byFolded.get(key);
    },
    get names() {
      return [...byFolded.values()].map(({ name }) => name);
    },
    required: named.filter(([, { required }]) => required).map(([name]) => name),
  };
}

// Plain fields that are worked out from other rows, so that a column for them would be overwritten.
const derived = new Set(['label', 'languages', 'recordedCauses', 'disputed', 'qualified', 'lang']);

const folded = (heading: string): string => heading.toLowerCase().replaceAll(/[\s_-]/g, '');

function columnOf({ of, list }: PlainField): Column {
  if (typeof of === 'object') return { cell: list ? 'words' : 'word', of: of.enum };
  if (list) return { cell: 'lines' };
  return { cell: scalarCells[of] };
}

const scalarCells: Readonly<Record<'text' | 'number' | 'boolean', Cell>> = {
  text: 'text',
  number: 'number',
  boolean: 'boolean',
};
