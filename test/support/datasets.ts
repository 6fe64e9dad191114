import { join } from 'node:path';
import { packageRoot } from '../../src/config';
import { checkDataset, formatProblem } from '../../src/dataset/check';
import type { Dataset } from '../../src/dataset/format';
import { readDataset } from '../../src/dataset/read';
import { writeDataset } from '../../src/dataset/write';
import type { Engine } from '../../src/engine/engine';
import type { TestEngine } from './engines';

/** The folders of the shipped data sets. */
export const northAmericanAsylum = join(packageRoot, 'seeds', 'north-american-asylum');
export const tinyStory = join(packageRoot, 'seeds', 'tiny-story');

/** A data set that has no error; fails with all of them otherwise. */
export function readSound(folder: string): Dataset {
  const { dataset, problems } = readDataset(folder);
  const errors = [...problems, ...checkDataset(dataset)].filter(({ level }) => level === 'error');
  if (errors.length > 0) throw new Error(errors.map(formatProblem).join('\n'));
  return dataset;
}

/** An engine that holds a data set. */
export async function openWith(engine: TestEngine, dataset: string | Dataset): Promise<Engine> {
  const opened = await engine.open();
  await writeDataset(opened, typeof dataset === 'string' ? readSound(dataset) : dataset);
  return opened;
}
