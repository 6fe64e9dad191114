import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { packageRoot } from '../../src/config';

const built = join(packageRoot, 'dist', 'page');

/** Most bytes of script, compressed, that a reader waits for before anything is shown. */
const most = 100_000;

/** What the page's own HTML loads, and what those files load before they run. */
function scriptsFor(html: string): Set<string> {
  const found = new Set([...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].flatMap(([, file]) => file ?? []));
  for (const file of found) {
    const text = readFileSync(join(built, file), 'utf8');
    for (const [, next] of text.matchAll(/(?:from|import)"\.\/([^"]+\.js)"/g)) found.add(`assets/${next}`);
  }
  return found;
}

test('the first screen needs little script; charts and the other views are loaded when they are asked for', () => {
  const scripts = [...scriptsFor(readFileSync(join(built, 'index.html'), 'utf8'))];
  const sizes = scripts.map((file) => gzipSync(readFileSync(join(built, file))).length);
  const sum = sizes.reduce((all, size) => all + size, 0);
  expect(scripts.length).toBeGreaterThan(1);
  expect(sum).toBeGreaterThan(10_000);
  expect(sum).toBeLessThan(most);
  for (const view of ['StoryView', 'TimelineView', 'ChainView', 'PoliciesView', 'NumbersView']) {
    expect(scripts.filter((file) => file.includes(view))).toEqual([]);
  }
});
