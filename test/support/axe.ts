import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const script = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong on the page as it stands: rule and first element, one line each. */
export async function faultsByAxe(page: Page): Promise<string[]> {
  // The policy of the page lets no script in; as an expression that the browser is told to evaluate it comes in.
  await page.evaluate(script);
  return page.evaluate<string[]>(
    `axe.run().then(({ violations }) => violations.map(({ id, help, nodes }) => id + ': ' + help + ' – ' + nodes[0].html.slice(0, 160)))`,
  );
}
