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
  /** Every column that would be welcome. */
  all(): readonly NamedColumn[];
  required: readonly string[];
}

export function columnsOf(format: Format, vocabulary: () => Vocabulary): Columns {
  const named = Object.entries(format.columns);
  const byFolded = new Map<string, NamedColumn>();
  for (const [name, column] of named) byFolded.set(folded(name), { name, column });

  // The SDL is only read when a heading is not in the format: most data sets never need it here.
  let fieldsToAdd = format.type;
  const addFields = () => {
    if (fieldsToAdd === undefined) return;
    const renamed = new Set(named.map(([, { as }]) => as));
    for (const [name, field] of vocabulary().plainFields(fieldsToAdd)) {
      if (derived.has(name) || renamed.has(name) || byFolded.has(folded(name))) continue;
      byFolded.set(folded(name), { name, column: columnOf(field) });
    }
    fieldsToAdd = undefined;
  };

  return {
    find(heading) {
      const key = folded(heading);
      if (!byFolded.has(key)) addFields();
      return byFolded.get(key);
    },
    all() {
      addFields();
      return [...byFolded.values()];
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

const scalarCells: Readonly<Record<'text' | 'url' | 'number' | 'boolean', Cell>> = {
  text: 'text',
  url: 'url',
  number: 'number',
  boolean: 'boolean',
};
