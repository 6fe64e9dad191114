import { isDay } from '../answers/dates';
import { didYouMean, nearest } from '../errors';
import { described, type Report } from './cells';
import type { Head } from './format';
import { slug } from './slug';

/**
 * What `dataset.json` says, from its parsed content (`{}` where there is no such file), with defaults for the rest: id and
 * title from the folder's name, the start of the checksum as version (it moves when a file does), license "unknown",
 * language "en", and a citation of title and version.
 */
export function headOf(content: unknown, folderName: string, checksum: string, report: Report): Head {
  let given: Record<string, unknown> = {};
  if (typeof content === 'object' && content !== null && !Array.isArray(content)) given = { ...content };
  else report(`must hold one JSON object, but got ${described(content)}.`);
  for (const name of Object.keys(given)) {
    if (!headNames.includes(name)) report(`has no field "${name}".${didYouMean(nearest(name, headNames))}`);
  }

  const text = (name: keyof Head, otherwise: string): string => {
    const value = given[name];
    if (value === undefined || value === null) return otherwise;
    if (typeof value === 'string' && value.trim() !== '') return value;
    report(`${name} must be a text, but got ${described(value)}.`);
    return otherwise;
  };
  const title = text('title', folderName);
  const version = text('version', checksum.slice(0, 8));
  return {
    id: text('id', slug(folderName) || 'dataset'),
    title,
    description: text('description', ''),
    version,
    license: text('license', 'unknown'),
    citeAs: text('citeAs', `${title}. Version ${version}.`),
    language: languageOf(text('language', 'en'), report),
    changes: changesOf(given.changes, report),
    vocabulary: vocabularyOf(given.vocabulary, report),
  };
}

const headNames: readonly string[] = [
  'id',
  'title',
  'description',
  'version',
  'license',
  'citeAs',
  'language',
  'changes',
  'vocabulary',
] satisfies (keyof Head)[];

/** Whether a text is a well-formed language tag (BCP 47), such as `es` or `fr-CA`. */
export function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

function languageOf(tag: string, report: Report): string {
  if (!isLanguage(tag)) report(`language "${tag}" is no language tag. Expected one such as "en" or "fr-CA".`);
  return tag;
}

function changesOf(value: unknown, report: Report): Head['changes'] {
  if (value === undefined) return [];
  if (Array.isArray(value) && value.every(isChange)) return value;
  report('changes must be a list of objects with the texts version and note, the day date and the list changedIds.');
  return [];
}

const isChange = (value: unknown): value is Head['changes'][number] =>
  isRecord(value) &&
  [value.version, value.note].every((one) => typeof one === 'string') &&
  typeof value.date === 'string' &&
  isDay(value.date) &&
  Array.isArray(value.changedIds) &&
  value.changedIds.every((id) => typeof id === 'string');

function vocabularyOf(value: unknown, report: Report): Head['vocabulary'] {
  if (value === undefined) return {};
  if (isRecord(value) && Object.values(value).every((words) => Array.isArray(words) && words.every(isWord))) {
    // The condition has looked at every list and word.
    return value as Head['vocabulary'];
  }
  report('vocabulary must hold lists of objects with the texts word, label and description.');
  return {};
}

const isWord = (value: unknown): boolean =>
  isRecord(value) && typeof value.word === 'string' && Object.values(value).every((one) => typeof one === 'string');

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
