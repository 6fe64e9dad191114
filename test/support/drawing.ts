import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { packageRoot } from '../../src/config';

const folder = join(packageRoot, 'test', 'page', 'drawings');

/**
 * Compares a drawing, element by element, with the file of that name, which somebody has looked at. `UPDATE=1` writes it
 * anew: look at it again before it is committed.
 */
export function expectDrawing<Props>(name: string, drawing: VNode<Props>): void {
  const svg = `${renderToString(drawing as VNode)
    .replaceAll('><', '>\n<')
    .replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ')}\n`;
  const file = join(folder, `${name}.svg`);
  if (process.env.UPDATE) writeFileSync(file, svg);
  if (!existsSync(file)) throw new Error(`Expected the drawing ${file}. Make it with UPDATE=1, and look at it.`);
  expect(svg).toBe(readFileSync(file, 'utf8'));
}
