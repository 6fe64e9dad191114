import { badUserInput, didYouMean, nearest } from '../errors';
import type { DatasetChangeRow, DatasetRow, WordRow } from '../loaders/rows';
import type { Context } from '../server/context';
import { type LangArgument, textOf, translated } from './language';

export const Dataset = {
  counts: ({ counted, counts }: DatasetRow) => counted.map((what, at) => ({ what, count: counts[at] })),
  engine: (_: DatasetRow, __: unknown, { engineName }: Context) => engineName,
  vocabulary: ({ words }: DatasetRow, { of }: { of: string }) =>
    words.map((word): WordRow => JSON.parse(word)).filter((word) => word.of === of),
  changes: (dataset: DatasetRow, { since }: { since?: string | null }) => changesSince(dataset, since ?? null),
};

export const Word = {
  label: translated('label'),
  description: (word: WordRow, args: LangArgument, context: Context) =>
    textOf({ ...word }, 'description', args, context) ?? '',
};

/** The changes after an edition, or all of them; an error that names the nearest when there was no such edition. */
function changesSince({ changes, version }: DatasetRow, since: string | null): DatasetChangeRow[] {
  const all = changes.map((change): DatasetChangeRow => JSON.parse(change));
  if (since === null) return all;
  const at = all.findLastIndex((change) => change.version === since);
  if (at >= 0) return all.slice(at + 1);
  // The edition that is served may have no line of its own.
  if (since === version) return [];
  const versions = new Set([...all.map((change) => change.version), version]);
  const near = nearest(since, versions);
  const said = since.slice(0, 60);
  throw badUserInput(
    `The data set had no version "${said}".${didYouMean(near) || ` The one served is "${version}".`}`,
    { argument: 'since', nearest: near },
  );
}
