import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { northAmericanAsylum, tinyStory } from './datasets';

const folder = join(__dirname, '..', 'queries');

/** The folders of questions, each with the data set that it is asked of; a question's answer lies beside it. */
export const suites = [
  { name: 'north-american-asylum', data: northAmericanAsylum, folder },
  { name: 'tiny-story', data: tinyStory, folder: join(folder, 'tiny-story') },
  { name: 'rare-words', data: join(__dirname, '..', 'rare-words'), folder: join(folder, 'rare-words') },
];

/** The files of a folder that hold a question. */
export const questionsIn = (path: string) => readdirSync(path).filter((file) => file.endsWith('.graphql'));

export const readQuestion = (path: string, file: string) => readFileSync(join(path, file), 'utf8');
