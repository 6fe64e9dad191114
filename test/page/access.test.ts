import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describeInBrowser } from '../support/browser';
import { createOpener } from '../support/opener';
import { temporaryFolder } from '../support/temporary';

/** Five events with a rough date among them, and a link that somebody disputes. */
function fiveEvents(): string {
  const folder = temporaryFolder('five-events');
  const files = {
    'events.csv': `title,date,source_url,source_title
The mill closes,2017-03-01,https://example.org/mill,Mill to close
Workers march,2018-10~,https://example.org/march,A long march
A fund is set up,2019,https://example.org/fund,Minutes of 2019
The school closes,2020-06,https://example.org/school,School to close
The mill opens again,2021-09-14,https://example.org/again,Wheels turn again
`,
    'links.csv': `from,to,type,evidence,basis,source_url
the-mill-closes,workers-march,PROMPTED_RESPONSE,ASSERTED,They say so.,https://example.org/march
the-mill-closes,the-school-closes,CAUSED,ASSERTED,The teachers say so.,https://example.org/school
`,
    'claims.csv': `by,stance,about,text,source_url
school-to-close,ASSERTS,the-mill-closes--caused--the-school-closes,Families left with the mill.,https://example.org/school
minutes-of-2019,DISPUTES,the-mill-closes--caused--the-school-closes,Children were few before.,https://example.org/fund
`,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

/** What has the focus: its accessible name, whether it can be seen within the window, and whether it shows its focus. */
const FOCUSED = `(() => {
  const element = document.activeElement;
  const { top, left, bottom, right, width, height } = element.getBoundingClientRect();
  return {
    name: element.getAttribute('aria-label') ?? element.textContent.trim(),
    role: element.getAttribute('role') ?? element.localName,
    isBody: element === document.body,
    isScene: element.closest('.scene') !== null,
    isSeen: element.checkVisibility() && width > 0 && height > 0 && top < innerHeight && bottom > 0 && left < innerWidth && right > 0,
    isMarked: element.matches(':focus-visible'),
  };
})()`;

interface Focused {
  name: string;
  role: string;
  isBody: boolean;
  isScene: boolean;
  isSeen: boolean;
  isMarked: boolean;
}

const focused = (page: Page) => page.evaluate<Focused>(FOCUSED);

/** Presses a key until what has the focus is wanted; never for ever. */
async function pressUntil(page: Page, key: string, wanted: (now: Focused) => boolean): Promise<Focused[]> {
  const passed: Focused[] = [];
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press(key);
    const now = await focused(page);
    passed.push(now);
    if (wanted(now)) return passed;
  }
  throw new Error(`Expected to come to it within 80 times ${key}, but passed: ${passed.map(({ name }) => name)}`);
}

describeInBrowser('C19, without a mouse, without sight', (executablePath) => {
  const openUntil = createOpener(executablePath, fiveEvents());
  // With less motion the page is where it scrolls to at once, and need not be waited for.
  const open = () => openUntil('/?view=timeline&lang=en', '.scene .moment', { reducedMotion: 'reduce' });
  const titles = ['The mill closes', 'Workers march', 'A fund is set up', 'The school closes', 'The mill opens again'];

  it('reaches the timeline by Tab, all five events by arrow keys and the ends by Home and End', async () => {
    const page = await open();
    const passed = await pressUntil(page, 'Tab', ({ isScene }) => isScene);
    expect(passed.filter(({ isSeen, isMarked }) => !isSeen || !isMarked)).toEqual([]);
    await page.keyboard.press('Home');
    const walked = [await focused(page)];
    for (let at = 1; at < titles.length; at++) {
      await page.keyboard.press('ArrowRight');
      walked.push(await focused(page));
      const told = (await page.locator('[aria-live]').textContent()) ?? '';
      expect(told).toContain(titles[at]);
      expect(told.length).toBeLessThan(200);
    }
    expect(walked.map(({ name }) => name.split(',')[0])).toEqual(titles);
    expect(walked.every(({ isSeen, isMarked }) => isSeen && isMarked)).toBe(true);
    await page.keyboard.press('Home');
    expect((await focused(page)).name).toContain(titles[0]);
    await page.keyboard.press('End');
    expect((await focused(page)).name).toContain(titles[4]);
  });

  it('opens an event with Enter, heading first, and comes back to where it was with Escape', async () => {
    const page = await open();
    await pressUntil(page, 'Tab', ({ isScene }) => isScene);
    await page.keyboard.press('End');
    const before = await focused(page);
    await page.keyboard.press('Enter');
    await page.locator('.panel h2').waitFor();
    const order = await page.evaluate<string[]>(
      `[...document.querySelectorAll('.panel h2, .panel .when, .panel .sources')].map((part) => part.className || part.localName)`,
    );
    expect(order).toEqual(['h2', 'when', 'sources']);
    await page.keyboard.press('Escape');
    await page.locator('.panel').waitFor({ state: 'detached' });
    expect((await focused(page)).name).toBe(before.name);
  });

  it('names each event with its date as roughly as it is known, and a disputed link as disputed', async () => {
    const page = await open();
    const named = (selector: string) =>
      page.locator(selector).evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''));
    const events = await named('.scene .moment');
    expect(events).toContain('Workers march, about October 2018');
    const links = await named('.scene .arc');
    expect(links.filter((name) => name.includes('disputed'))).toHaveLength(1);
  });

  it('lets nothing hidden be tabbed to, from the first thing on the page to the last', async () => {
    const page = await open();
    const passed = await pressUntil(page, 'Tab', ({ isBody }) => isBody);
    expect(passed.length).toBeGreaterThan(15);
    expect(passed.slice(0, -1).filter(({ isSeen }) => !isSeen)).toEqual([]);
  });

  it('leads near its start to a table with the same five events in the same order', async () => {
    const page = await open();
    await page.getByRole('link', { name: 'Go to the table' }).press('Enter');
    const rows = page.locator('.twin tbody tr');
    await rows.first().waitFor();
    const told = await rows.allTextContents();
    expect(told).toHaveLength(titles.length);
    for (const [at, title] of titles.entries()) expect(told[at]).toContain(title);
  });
});

const everyView = [
  ['/?lang=en', '.question'],
  ['/?view=story&lang=en&story=story-mexican-visa', 'h1'],
  ['/?view=timeline&lang=en&policy=mexico-visa-requirement', '.scene .moment'],
  ['/?view=chain&lang=en', '.chain-drawing a.event'],
  ['/?view=policies&lang=en&date=2021-03-01', '.life'],
  ['/?view=numbers&lang=en&metric=asylum-claims-airport', '.chart .point'],
] as const;

describeInBrowser('each view', (executablePath) => {
  const open = createOpener(executablePath);

  it.each(everyView)('%s moves nothing by itself for a reader who wants less motion', async (path, awaited) => {
    const page = await open(path, awaited, { reducedMotion: 'reduce' });
    const moving = await page.evaluate<string[]>(`[document.documentElement, ...document.querySelectorAll('*')]
      .filter((element) => {
        const { transitionDuration, animationName, animationDuration, scrollBehavior } = getComputedStyle(element);
        const moves = /[1-9]/.test(transitionDuration) || (animationName !== 'none' && /[1-9]/.test(animationDuration));
        return moves || scrollBehavior === 'smooth';
      })
      .map((element) => element.outerHTML.slice(0, 80))`);
    expect(moving).toEqual([]);
  });

  it.each(everyView)('%s is no wider than a window at twice the size', async (path, awaited) => {
    const page = await open(path, awaited, { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 });
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(640);
  });
});
