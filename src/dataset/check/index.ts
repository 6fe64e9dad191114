import type { Dataset, Problem } from '../format';
import { readVocabulary } from '../vocabulary';
import { type Checked, checkedOf } from './checked';
import { datesAreEdtf } from './datesAreEdtf';
import { idsAreReadable } from './idsAreReadable';
import { idsAreUnique } from './idsAreUnique';
import { referencesExist } from './referencesExist';

/** One promise that a data set keeps; what breaks it comes back as problems. */
export type Rule = (checked: Checked) => Problem[];

/** The rules, from ids to what is made of them: a fault of one is not told again by those that stand on it. */
export const rules: readonly Rule[] = [idsAreReadable, idsAreUnique, referencesExist, datesAreEdtf];

/** Everything that is wrong with what a data set says, errors and warnings, by place. */
export function checkDataset(dataset: Dataset, vocabulary = readVocabulary()): Problem[] {
  const checked = checkedOf(dataset, vocabulary);
  return inOrder(rules.flatMap((rule) => rule(checked)));
}

/** The problems by file, then line; those of one line in the order they were found. */
export function inOrder(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((a, b) => compare(a.file, b.file) || a.line - b.line);
}

const compare = (a: string, b: string): number => Number(a > b) - Number(a < b);

/** `events.csv:3: title is empty.`; a problem of the whole file has no line. */
export function formatProblem({ level, file, line, message }: Problem): string {
  const place = line === 0 ? file : `${file}:${line}`;
  return `${place}: ${level === 'warning' ? 'warning: ' : ''}${message}`;
}
