import type { Browser } from 'playwright-core';
import type { Dataset } from '../../src/dataset/format';
import { describeInBrowser, openBrowser } from '../support/browser';
import { northAmericanAsylum, readSound } from '../support/datasets';
import { startServer } from '../support/server';
import { visit } from '../support/visit';

jest.setTimeout(120_000);

// How smooth the timeline is on a machine four times slower than this one. The times are printed where FRAMES is set;
// what is held to them leaves room for a machine that does other things at the same time.

const sizes = [
  { times: 1, events: 464, most: 34 },
  { times: 5, events: 2320, most: 50 },
];

describeInBrowser('the timeline under four times throttling', (executablePath) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser(executablePath);
  });
  afterAll(() => browser?.close());

  it.each(sizes)('is dragged smoothly with $events events', async ({ times, events, most }) => {
    const dataset = readSound(northAmericanAsylum);
    const server = await startServer(withCopies(dataset, times));
    const { page, context, complaints } = await visit(browser, server, '/?view=timeline&lang=en');
    try {
      await page.locator('.told', { hasText: `${events} events` }).waitFor();
      const session = await context.newCDPSession(page);
      await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
      const scene = await page.locator('.scene').boundingBox();
      if (!scene) throw new Error('Expected the scene to have a place.');
      await page.evaluate(WATCH);
      await page.mouse.move(scene.x + 900, scene.y + 60);
      await page.mouse.down();
      for (let step = 1; step <= 80; step++) await page.mouse.move(scene.x + 900 - step * 8, scene.y + 60);
      const dragged = await page.evaluate<number[]>('window.frameTimes.splice(0)');
      await page.mouse.up();
      await page.waitForURL(/from=/);
      for (let turn = 0; turn < 10; turn++) await page.mouse.wheel(0, -60);
      await page.waitForTimeout(600);
      const zoomed = await page.evaluate<number[]>('window.frameTimes.splice(0)');
      const marks = await page.locator('.scene .moment').count();
      if (process.env.FRAMES) {
        process.stderr.write(
          `${events} events, ${marks} marks drawn: dragging ${told(dragged)}; drawing anew and zooming ${told(zoomed)}\n`,
        );
      }
      expect(at(dragged, 0.5)).toBeLessThan(most);
      expect(complaints).toEqual([]);
    } finally {
      await context.close();
      await server.close();
    }
  });
});

/** The data set with each event and each link as often as that, the copies of a link between the copies of its events. */
function withCopies(dataset: Dataset, times: number): Dataset {
  const copies = Array.from({ length: times }, (_, copy) => (copy === 0 ? '' : `--copy-${copy}`));
  const copied = (file: 'events' | 'links', names: string[]) =>
    dataset.rows[file].flatMap((row) =>
      copies.map((end) => {
        const renamed = names.map((name) => [name, `${row.values[name]}${end}`]);
        return { ...row, values: { ...row.values, ...Object.fromEntries(renamed) } };
      }),
    );
  const rows = { ...dataset.rows, events: copied('events', ['id']), links: copied('links', ['id', 'from', 'to']) };
  return { ...dataset, rows };
}

const WATCH = `
  window.frameTimes = [];
  let last = performance.now();
  const tick = (now) => { window.frameTimes.push(now - last); last = now; requestAnimationFrame(tick); };
  requestAnimationFrame(tick);`;

const at = (frames: number[], share: number): number =>
  frames.toSorted((a, b) => a - b)[Math.floor((frames.length - 1) * share)] ?? Number.NaN;

const told = (frames: number[]): string =>
  `${frames.length} frames, ${[0.5, 0.95, 1].map((share) => at(frames, share).toFixed(1)).join(' / ')} ms (middle, 95 %, longest)`;
