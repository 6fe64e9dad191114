import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { ownLanguages } from '../../src/answers/languages';
import { faultsByAxe } from '../support/axe';
import { describeInBrowser, openBrowser } from '../support/browser';
import { type RunningServer, startServer } from '../support/server';
import { temporaryFolder } from '../support/temporary';
import { visit } from '../support/visit';

jest.setTimeout(120_000);

const visa = 'story=story-mexican-visa&withContentNotes=VIOLENCE';
const papers = ['A4', 'Letter'] as const;
/** Between its margins A4 is the narrower paper and Letter the shorter one, in millimetres. */
const narrowest = 210 - 28;
const shortest = 279.4 - 28;

const inPixels = (millimetres: number) => Math.floor((millimetres * 96) / 25.4);

/** The pages of a PDF: each is an object of its own. */
const pagesIn = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;

describeInBrowser('lessons on paper', (executablePath) => {
  let server: RunningServer;
  let browser: Browser;
  const folder = process.env.SCREENSHOTS ?? temporaryFolder('teach');

  beforeAll(async () => {
    server = await startServer();
    browser = await openBrowser(executablePath);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  /** How tall each part of the pack is on the narrower paper, in millimetres. */
  async function heights(page: Page): Promise<number[]> {
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: inPixels(narrowest), height: 1000 });
    return page.evaluate<number[]>(
      `[...document.querySelectorAll('.part')].map((part) => part.getBoundingClientRect().height * 25.4 / 96)`,
    );
  }

  it.each(ownLanguages)(
    'the fifty minutes about the Mexican visa in %s: four pages on A4 and on Letter',
    async (lang) => {
      const { page, context, complaints } = await visit(browser, server, `/teach/weighing?${visa}&lang=${lang}`);
      expect(await page.getAttribute('html', 'lang')).toBe(lang);
      expect(await faultsByAxe(page)).toEqual([]);
      await page.screenshot({ path: join(folder, `pack-${lang}-screen.png`), fullPage: true });
      for (const paper of papers) {
        const pdf = await page.pdf({ format: paper });
        writeFileSync(join(folder, `pack-${lang}-${paper}.pdf`), pdf);
        expect([paper, pagesIn(pdf)]).toEqual([paper, 4]);
      }
      await heights(page);
      await page.screenshot({ path: join(folder, `pack-${lang}.png`), fullPage: true });
      expect(complaints).toEqual([]);
      await context.close();
    },
  );

  it.each(['iceberg', 'diamond'])(
    'the most cards and hard words fit on one page, too: %s in French',
    async (activity) => {
      const { page, context } = await visit(browser, server, `/teach/${activity}?${visa}&lang=fr`);
      expect(pagesIn(await page.pdf({ format: 'A4' }))).toBe(4);
      await context.close();
    },
  );

  it('works without a server once it is saved', async () => {
    const saved = await (await fetch(`${server.url}/teach/weighing?${visa}`)).text();
    const context = await browser.newContext({ offline: true, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.setContent(saved);
    expect(await page.locator('.card').count()).toBe(6);
    expect(pagesIn(await page.pdf({ format: 'A4' }))).toBe(4);
    await context.close();
  });

  it('each sheet of each ready pack fits on one page of either paper, in every language', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const tall: string[] = [];
    let count = 0;
    for (const lang of ownLanguages) {
      const index = await (await fetch(`${server.url}/teach?lang=${lang}`)).text();
      const paths = [...index.matchAll(/<a href="(\/teach\/[^"]*)"/g)].map(([, path = '']) =>
        path.replaceAll('&amp;', '&'),
      );
      for (const path of new Set(paths)) {
        await page.setContent(await (await fetch(server.url + path)).text());
        count += 1;
        const [sheet = 0] = await heights(page);
        if (sheet > shortest) tall.push(`${path}: ${Math.round(sheet)} mm of ${Math.round(shortest)}`);
      }
    }
    process.stdout.write(`Measured the sheets of ${count} packs.\n`);
    expect(count).toBeGreaterThan(100);
    expect(tall).toEqual([]);
    await context.close();
  });

  it('the page for teachers is sound, also on a telephone', async () => {
    const { page, context, complaints } = await visit(browser, server, '/teach');
    expect(await faultsByAxe(page)).toEqual([]);
    await page.screenshot({ path: join(folder, 'teach.png'), fullPage: true });
    await page.setViewportSize({ width: 375, height: 700 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(375);
    await page.getByRole('link', { name: 'Did lifting the Mexican visa' }).first().click();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(375);
    await page.getByLabel('Language').selectOption('es');
    await page.getByRole('button', { name: 'Show' }).click();
    expect(await page.getAttribute('html', 'lang')).toBe('es');
    expect(await page.locator('.card').count()).toBe(6);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
