import { didYouMean } from '../../errors';
import { type FileName, formats, type Problem } from '../format';
import { type Checked, error, type Placed, visitTexts } from './checked';

/** Every id that a row names is the id of a row of the right kind. */
export function referencesExist(checked: Checked): Problem[] {
  const problems: Problem[] = [];
  visitTexts(
    checked,
    ({ to }) => to !== undefined,
    ({ row, label, column: { to = [] }, texts }) => {
      for (const id of texts) {
        const found = checked.byId.get(id);
        if (found !== undefined && to.includes(found.name)) continue;
        if (found !== undefined)
          problems.push(error(row, `${label} must name ${oneOf(to)}, but "${id}" is ${kindOf(found)}.`));
        else if (checked.isWhole(to)) {
          problems.push(
            error(row, `${label} names no ${nouns(to)}: "${id}".${didYouMean(checked.nearestIds(id, to))}`),
          );
        }
      }
    },
  );
  return problems;
}

const nounOf = (file: FileName): string => formats[file].type?.replace('EventLink', 'Link').toLowerCase() ?? file;

const nouns = (files: readonly FileName[]): string => files.map(nounOf).join(' or ');

const oneOf = (files: readonly FileName[]): string => files.map((file) => withArticle(nounOf(file))).join(' or ');

const kindOf = ({ name }: Placed): string => withArticle(nounOf(name));

const withArticle = (noun: string): string => `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
