import type { DatasetRow } from '../loaders/rows';
import type { Context } from '../server/context';

export const Dataset = {
  counts: ({ counted, counts }: DatasetRow) => counted.map((what, at) => ({ what, count: counts[at] })),
  engine: (_: DatasetRow, __: unknown, { engineName }: Context) => engineName,
};
