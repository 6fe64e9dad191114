import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { checkDataset, formatProblem, inOrder } from '../../src/dataset/check';
import type { Dataset } from '../../src/dataset/format';
import { readDataset } from '../../src/dataset/read';
import { temporaryFolder } from '../support/temporary';

/** A fresh folder with these files, by their paths in it. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = temporaryFolder('dataset');
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** A data set and its problems as lines; the folder itself appears by its name alone. */
export function readAndCheck(folder: string): {
  dataset: Dataset;
  lines: string[];
  errors: string[];
  warnings: string[];
} {
  const { dataset, problems } = readDataset(folder);
  const all = inOrder([...problems, ...checkDataset(dataset)]);
  const print = (level?: 'error' | 'warning') =>
    all
      .filter((problem) => level === undefined || problem.level === level)
      .map((problem) => formatProblem({ ...problem, file: problem.file === folder ? basename(folder) : problem.file }));
  return { dataset, lines: print(), errors: print('error'), warnings: print('warning') };
}
