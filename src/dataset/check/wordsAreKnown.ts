import { didYouMean, nearest } from '../../errors';
import type { Problem } from '../format';
import { type Checked, error, visitTexts } from './checked';

/** A word of the product's own is one of its SDL enum; one of the data set's own is one that its vocabulary explains. */
export function wordsAreKnown(checked: Checked): Problem[] {
  const problems: Problem[] = [];
  const { vocabulary, head } = checked;
  visitTexts(
    checked,
    ({ cell }) => cell === 'word' || cell === 'words',
    ({ row, file, label, column, texts }) => {
      const own = ownWords[`${file}.${label}`] ?? '';
      const explained = Object.hasOwn(head.vocabulary, own) ? (head.vocabulary[own] ?? []) : [];
      const known = column.of === undefined ? explained.map(({ word }) => word) : vocabulary.enumValues(column.of);
      const home = column.of ?? `${own} in dataset.json`;
      for (const word of texts) {
        if (known.length === 0) {
          if (!capitalised.test(word))
            problems.push(error(row, `${label} "${word}" must be a word in capitals such as "${suggestion(word)}".`));
        } else if (!known.includes(word)) {
          const near = didYouMean(nearest(word, known)) || ` Expected one of ${known.join(', ')}.`;
          problems.push(error(row, `${label} "${word}" is no word of ${home}.${near}`));
        }
      }
    },
  );
  return problems;
}

/** The columns whose words are the data set's own, by the list of its vocabulary. */
const ownWords: Readonly<Record<string, string>> = {
  'policies.kind': 'POLICY_KIND',
  'event-places.role': 'PLACE_ROLE',
};

const capitalised = /^[A-Z][A-Z0-9_]*$/;

const suggestion = (word: string): string => {
  const capitals = word
    .trim()
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, '_');
  return capitalised.test(capitals) ? capitals : 'OTHER';
};
