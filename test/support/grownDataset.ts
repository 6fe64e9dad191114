import { type Dataset, type FileName, fileNames, formats, type Row } from '../../src/dataset/format';

type Values = Row['values'];

const copyOf = (id: unknown, copy: number) => `${id}--copy-${copy}`;

/**
 * The data set with every list in it longer: of each thing there are `times`, whatever named one names them all, and
 * whatever was joined to one is joined to its copies. No chain becomes deeper, so its questions should stay as many.
 */
export function grownDataset(dataset: Dataset, times: number): Dataset {
  const copies = Array.from({ length: times - 1 }, (_, at) => at + 1);
  const rows = fileNames.map((file) => [
    file,
    dataset.rows[file].flatMap((row) => [
      { ...row, values: widened(file, row.values, copies) },
      ...copies.flatMap((copy) =>
        copied(file, row.values, copy).map((values) => ({ ...row, values: widened(file, values, copies) })),
      ),
    ]),
  ]);
  return { ...dataset, rows: Object.fromEntries(rows) };
}

/** A list of references, and a list of entries, with the copies of whatever it names. */
function widened(file: FileName, values: Values, copies: readonly number[]): Values {
  const wide = Object.entries(values).map(([name, value]) => {
    const column = formats[file].columns[name];
    if (column?.cell === 'refs') {
      return [name, (value as string[]).flatMap((id) => [id, ...copies.map((copy) => copyOf(id, copy))])];
    }
    // A step of a story and a part in an event name an event or an actor; a post need not.
    const reference = Object.keys(column?.parts ?? {}).find((part) => part === 'actor' || part === 'event');
    if (column?.cell !== 'entries' || reference === undefined) return [name, value];
    const entries = value as Record<string, unknown>[];
    return [
      name,
      entries.flatMap((entry) => [
        entry,
        ...copies.map((copy) => ({ ...entry, [reference]: copyOf(entry[reference], copy) })),
      ]),
    ];
  });
  return Object.fromEntries(wide);
}

/** A row's copies: one beside it, and of a row that joins two things one at either end. */
function copied(file: FileName, values: Values, copy: number): Values[] {
  const ends = joins[file];
  if (!ends) return [{ ...values, id: copyOf(values.id, copy) }];
  return ends.map((end) => ({
    ...values,
    ...(values.id === undefined ? {} : { id: `${copyOf(values.id, copy)}-${end}` }),
    [end]: copyOf(values[end], copy),
  }));
}

const joins: Partial<Record<FileName, readonly string[]>> = {
  links: ['from', 'to'],
  'policy-changes': ['event', 'policy'],
  'event-places': ['event', 'place'],
  'series-breaks': ['metric'],
};
