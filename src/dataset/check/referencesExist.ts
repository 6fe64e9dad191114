import { didYouMean } from '../../errors';
import { type FileName, formats, type Problem } from '../format';
import { type Checked, error, visitTexts } from './checked';

/** Every id that a row names is the id of a row of the right kind. */
export function referencesExist(checked: Checked): Problem[] {
  const problems: Problem[] = [];
  visitTexts(
    checked,
    ({ to }) => to !== undefined,
    ({ label, column: { to = [] } }) => {
      const isWhole = checked.isWhole(to);
      return (row, ids) => {
        for (const id of ids) {
          const found = checked.byId.get(id);
          if (found === undefined && isWhole) {
            const near = didYouMean(checked.nearestIds(id, to));
            problems.push(error(row, `${label} names no ${to.map(nounOf).join(' or ')}: "${id}".${near}`));
          } else if (found !== undefined && !to.includes(found.name)) {
            const due = to.map(withArticle).join(' or ');
            problems.push(error(row, `${label} must name ${due}, but "${id}" is ${withArticle(found.name)}.`));
          }
        }
      };
    },
  );
  return problems;
}

const nounOf = (file: FileName): string => formats[file].type?.replace('EventLink', 'Link').toLowerCase() ?? file;

const withArticle = (file: FileName): string => `${/^[aeiou]/.test(nounOf(file)) ? 'an' : 'a'} ${nounOf(file)}`;
