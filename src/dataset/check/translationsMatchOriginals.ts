import { groupBy } from '../../answers/groups';
import { didYouMean, nearest } from '../../errors';
import { type Column, fileNames, formats, type Problem, type Row, type Translation } from '../format';
import { fitsOriginal, hashOfText } from '../translations';
import { type Checked, entriesIn, textIn, warning } from './checked';

/** A translation is of a text that there is, and that has not changed since it was translated. */
export function translationsMatchOriginals(checked: Checked): Problem[] {
  const scopes = new Map(
    checked.rows['policy-changes'].map((row) => [`${row.values.event}--${row.values.policy}`, row]),
  );
  const parts = groupBy(checked.rows['event-places'], ({ values }) => `${values.event}--${values.place}`);

  const problems: Problem[] = [];
  for (const translation of checked.translations) {
    const { id, field } = translation;
    const placed = checked.byId.get(id);
    const fits = (row: Row) => fitsOriginal(translation, originalOf(row, field) ?? '');
    // A place may play several parts in one event, each with a basis of its own.
    const row = placed?.row ?? scopes.get(id) ?? parts.get(id)?.find(fits) ?? parts.get(id)?.[0];
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
    } else if (!fits(row)) {
      problems.push(
        warning(
          translation,
          `translates an older ${field} of "${id}": that text has changed since, its hash is now ${hashOfText(original)}.`,
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
