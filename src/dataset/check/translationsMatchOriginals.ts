import { hash } from 'node:crypto';
import { didYouMean, nearest } from '../../errors';
import { type Column, fileNames, formats, type Problem, type Row, type Translation } from '../format';
import { type Checked, entriesIn, textIn, warning } from './checked';

/** A translation is of a text that there is, and that has not changed since it was translated. */
export function translationsMatchOriginals(checked: Checked): Problem[] {
  const scopes = new Map(
    checked.rows['policy-changes'].map((row) => [`${row.values.event}--${row.values.policy}`, row]),
  );
  const places = new Map(checked.rows['event-places'].map((row) => [`${row.values.event}--${row.values.place}`, row]));
  const hashes = new Map<string, string>();
  const hashOf = (text: string): string => {
    const hash = hashes.get(text) ?? startOfHash(text);
    hashes.set(text, hash);
    return hash;
  };

  const problems: Problem[] = [];
  for (const translation of checked.translations) {
    const { id, field, of } = translation;
    const placed = checked.byId.get(id);
    const row = placed?.row ?? scopes.get(id) ?? places.get(id);
    if (row === undefined) {
      if (checked.isWhole(fileNames)) {
        problems.push(
          warning(
            translation,
            `translates a text of "${id}", which is no id.${didYouMean(checked.nearestIds(id, fileNames))}`,
          ),
        );
      }
      continue;
    }
    const original = originalOf(row, field);
    if (original === undefined) {
      const texts = placed ? namesOfTexts(formats[placed.name].columns) : ['scope', 'basis'];
      problems.push(
        warning(
          translation,
          `translates "${field}" of "${id}", which has no such text.${didYouMean(nearest(field, texts))}`,
        ),
      );
    } else if (of !== '' && hashOf(original) !== of) {
      problems.push(
        warning(
          translation,
          `translates an older ${field} of "${id}": that text has changed since, its hash is now ${hashOf(original)}.`,
        ),
      );
    }
  }
  return problems;
}

/** `caption:<event>` is the caption of that step of a story; any other field is a cell. */
function originalOf(row: Row, field: Translation['field']): string | undefined {
  if (!field.startsWith('caption:')) return textIn(row, field);
  const step = entriesIn(row, 'steps').find(({ event }) => event === field.slice('caption:'.length));
  return typeof step?.caption === 'string' ? step.caption : undefined;
}

const namesOfTexts = (columns: Readonly<Record<string, Column>>): string[] =>
  Object.entries(columns)
    .filter(([, { cell }]) => cell === 'text' || cell === 'line')
    .map(([name]) => name);

const startOfHash = (text: string): string => hash('sha256', text).slice(0, 8);
