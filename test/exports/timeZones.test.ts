import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { packageRoot } from '../../src/config';
import { formatWords } from '../../src/server/export';
import { caseFolder } from '../support/cases';
import { tinyStory } from '../support/datasets';

/** Exports all of some data sets in every form by the program as built, and prints a hash of each file. */
const script = `
const source = (file) => require(${JSON.stringify(join(packageRoot, 'dist', 'src'))} + '/' + file);
const { createHash } = require('node:crypto');
(async () => {
  for (const folder of process.argv.slice(1)) await exportAll(folder);
})();
async function exportAll(folder) {
  const engine = source('engine/grafeo').openGrafeo();
  await source('dataset/write').writeDataset(engine, source('dataset/read').readDataset(folder).dataset);
  const { exportFrom, exportRequestOf, formatWords } = source('server/export');
  const config = source('config').readConfig({ DEADLINE_MS: '60000' });
  for (const word of formatWords) {
    const { body } = await exportFrom(engine, config, console.error, exportRequestOf(word, new URLSearchParams()));
    console.log(word, createHash('sha256').update(body).digest('hex'));
  }
  await engine.close();
}`;

function hashesIn(timeZone: string, folders: string[]): string[] {
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', script, ...folders], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, TZ: timeZone },
  });
  expect(stderr).toBe('');
  return stdout.trim().split('\n');
}

test('every export is the same to the byte under three time zones', () => {
  // C07 and C10 are of fuzzy dates, for calendars and for slides.
  const folders = [tinyStory, caseFolder('C07'), caseFolder('C10')];
  const zones = ['Europe/Copenhagen', 'America/Los_Angeles', 'Pacific/Kiritimati'];
  const [first, ...others] = zones.map((zone) => hashesIn(zone, folders));
  expect(first).toHaveLength(folders.length * formatWords.length);
  for (const other of others) expect(other).toEqual(first);
});
