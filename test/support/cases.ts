import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '..', 'cases');
const made: string[] = [];

afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true });
});

/** A file of a case that stands for another, such as `links-to-itself.csv` under the name of `links.csv`. */
export interface Variant {
  of: string;
  as: string;
}

/** A case that users of other tools have met, as the folder of a data set: the base and the case's own files. */
export function caseFolder(name: string, variant?: Variant): string {
  const folder = mkdtempSync(join(tmpdir(), 'case-'));
  made.push(folder);
  cpSync(join(root, 'base'), folder, { recursive: true });
  for (const file of readdirSync(join(root, name))) {
    if (!/-(with-typo|clean|to-itself|one-day|(from|to|all|below)-zero)\.csv$/.test(file))
      cpSync(join(root, name, file), join(folder, file));
  }
  if (variant) cpSync(join(root, name, variant.of), join(folder, variant.as));
  return folder;
}
