import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where the folders of this test run stand, which go when it ends. */
const ofThisRun = () => join(tmpdir(), `policy-timelines-tests-${process.env.TEST_RUN}`);

/** A fresh folder for as long as the test run lasts. */
export function temporaryFolder(name: string): string {
  mkdirSync(ofThisRun(), { recursive: true });
  return mkdtempSync(join(ofThisRun(), `${name}-`));
}

export const removeTemporaryFolders = (): void => rmSync(ofThisRun(), { recursive: true, force: true });
