import { compareText } from '../answers/chain';
import { dateOf } from '../answers/dates';
import { groupBy } from '../answers/groups';
import type { Dataset, FileName, Row } from './format';
import type { Properties } from './nodes';

/** What a data set says of itself, and how many rows of each kind it has. */
export type DatasetNode = Properties & { counted: string[]; counts: number[] };

/** What a data set counts, and the file whose rows they are. */
const countedFiles: Readonly<Record<string, FileName>> = {
  places: 'places',
  actors: 'actors',
  sources: 'sources',
  policies: 'policies',
  events: 'events',
  links: 'links',
  metrics: 'metrics',
  observations: 'observations',
  claims: 'claims',
  stories: 'stories',
  'glossary terms': 'glossary',
  'policy changes': 'policy-changes',
};

export function describeDataset(dataset: Dataset, policies: Iterable<Properties>): DatasetNode {
  const { head, rows, checksum } = dataset;
  return {
    id: head.id,
    title: head.title,
    description: head.description,
    version: head.version,
    license: head.license,
    citeAs: head.citeAs,
    language: head.language,
    languages: [...new Set([head.language, ...dataset.translations.map(({ lang }) => lang).sort()])],
    checksum,
    ...daysSpanned(rows.events),
    counted: Object.keys(countedFiles),
    counts: Object.values(countedFiles).map((file) => rows[file].length),
    // A property is flat, and nobody asks the database for one word or one change.
    words: describeWords(dataset, policies).map((word) => JSON.stringify(word)),
    changes: [...head.changes].sort((a, b) => compareText(a.date, b.date)).map((change) => JSON.stringify(change)),
  };
}

/** The first and the last day that is known of any event: of one with an open beginning only its end is. */
function daysSpanned(events: readonly Row[]): { from: string | null; until: string | null } {
  let from: string | null = null;
  let until: string | null = null;
  for (const { values } of events) {
    const { earliest, latest } = dateOf(String(values.edtf));
    for (const day of [earliest, latest]) {
      if (day === null) continue;
      if (from === null || day < from) from = day;
      if (until === null || day > until) until = day;
    }
  }
  return { from, until };
}

/** The data set's own words with how often each is used: those that it explains, in its order, then those that it only uses. */
function describeWords({ head, rows }: Dataset, policies: Iterable<Properties>): Properties[] {
  const used: Record<string, string[]> = {
    POLICY_KIND: Array.from(policies, ({ policyKind }) => String(policyKind)),
    PLACE_ROLE: rows['event-places'].map(({ values }) => String(values.role)),
  };
  return Object.entries(used).flatMap(([of, uses]) => {
    const byWord = groupBy(uses, (word) => word);
    const explained = head.vocabulary[of] ?? [];
    const others = [...byWord.keys()].filter((word) => explained.every((one) => one.word !== word)).sort();
    return [...explained, ...others.map((word) => ({ word }))].map((one) => ({
      label: readable(one.word),
      ...one,
      of,
      count: byWord.get(one.word)?.length ?? 0,
    }));
  });
}

/** `CUSTOMERS_FROM` as a reader would write it. */
const readable = (word: string): string => word.charAt(0) + word.slice(1).toLowerCase().replaceAll('_', ' ');
