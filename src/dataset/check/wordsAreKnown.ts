import { didYouMean, nearest } from '../../errors';
import type { Problem } from '../format';
import { type Checked, error, type TextColumn, visitTexts } from './checked';

/** A word of the product's own is one of its SDL enum; one of the data set's own is one that its vocabulary explains. */
export function wordsAreKnown(checked: Checked): Problem[] {
  const problems: Problem[] = [];
  visitTexts(
    checked,
    ({ cell }) => cell === 'word' || cell === 'words',
    (column) => {
      const { words, home } = wordsOf(column, checked);
      const known = new Set(words);
      return (row, found) => {
        for (const word of found) {
          if (known.has(word)) continue;
          if (known.size > 0) {
            const near = didYouMean(nearest(word, words)) || ` Expected one of ${words.join(', ')}.`;
            problems.push(error(row, `${column.label} "${word}" is no word of ${home}.${near}`));
          } else if (!capitalised.test(word)) {
            problems.push(
              error(row, `${column.label} "${word}" must be a word in capitals such as "${inCapitals(word)}".`),
            );
          }
        }
      };
    },
  );
  return problems;
}

/** No words where the data set explains none of its own: then any will do. */
function wordsOf({ file, label, column }: TextColumn, { vocabulary, head }: Checked) {
  if (column.of !== undefined) return { words: vocabulary.enumValues(column.of), home: column.of };
  const own = ownWords[`${file}.${label}`] ?? '';
  const explained = Object.hasOwn(head.vocabulary, own) ? head.vocabulary[own] : undefined;
  return { words: explained?.map(({ word }) => word) ?? [], home: `${own} in dataset.json` };
}

/** The columns whose words are the data set's own, by the list of its vocabulary. */
const ownWords: Readonly<Record<string, string>> = {
  'policies.kind': 'POLICY_KIND',
  'event-places.role': 'PLACE_ROLE',
};

const capitalised = /^[A-Z][A-Z0-9_]*$/;

const inCapitals = (word: string): string => {
  const capitals = word
    .trim()
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, '_');
  return capitalised.test(capitals) ? capitals : 'OTHER';
};
