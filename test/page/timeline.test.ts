import type { Page } from 'playwright-core';
import { faultsByAxe } from '../support/axe';
import { describeInBrowser } from '../support/browser';
import { createOpener } from '../support/opener';

const mexicanVisa = '/?view=timeline&lang=en&policy=mexico-visa-requirement';

describeInBrowser('the timeline', (executablePath) => {
  const openUntil = createOpener(executablePath);
  const open = (path: string, options = {}) => openUntil(path, '.scene .moment', options);

  it('is walked by keyboard along time and along links, and opens an event and comes back', async () => {
    const page = await open(mexicanVisa);
    await page.locator('.scene [tabindex="0"]').focus();
    await page.keyboard.press('Home');
    const rows = await page.locator('.twin tbody tr').count();
    const walked = [await focused(page)];
    for (let at = 1; at < rows; at++) {
      await page.keyboard.press('ArrowRight');
      walked.push(await focused(page));
      expect((await page.locator('[aria-live]').textContent())?.length).toBeLessThan(200);
    }
    const cells = (column: number) => page.locator(`.twin tbody td:nth-child(${column})`).allTextContents();
    const [dates, titles] = [await cells(1), await cells(2)];
    expect(walked).toEqual(titles.map((title, at) => `${title}, ${dates[at]}`));
    expect(await page.locator('.scene [tabindex="0"]').count()).toBe(1);

    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toMatch(/ → .*: .*(documented|asserted|inferred)/);
    await page.keyboard.press('ArrowRight');
    expect(walked.slice(1)).toContain(await focused(page));
    const here = await focused(page);
    await page.keyboard.press('Enter');
    await page.locator('.panel h2').waitFor();
    expect(here).toContain(await page.locator('.panel h2').textContent());
    await page.keyboard.press('Escape');
    await page.locator('.panel').waitFor({ state: 'detached' });
    expect(await focused(page)).toBe(here);
  });

  it('says of each event its title and its date in words, and of a link that it is disputed', async () => {
    const page = await open('/?view=timeline&lang=fr&from=2017-01-01&until=2018-12-31');
    const names = await labels(page, '.scene .moment:not(.cluster)');
    expect(names.every((name) => name.includes(', '))).toBe(true);
    expect(names.some((name) => /vers|environ/.test(name))).toBe(true);
    const disputed = await labels(page, '.scene .arc.disputed');
    expect(disputed.length).toBeGreaterThan(0);
    expect(disputed.every((name) => name.includes('contesté'))).toBe(true);
  });

  it('zooms by wheel and by key from thirty years to a week, and keeps what it shows in the address', async () => {
    const page = await open('/?view=timeline&lang=en');
    await page.getByRole('button', { name: 'Whole time' }).click();
    expect(await years(page)).toBeGreaterThan(30);
    await page.locator('.scene').hover({ position: { x: 800, y: 100 } });
    const before = await days(page);
    await page.mouse.wheel(0, -200);
    await page.waitForURL((url) => daysIn(url) < before - 30);
    await page.locator('.scene [tabindex="0"]').focus();
    for (let press = 0; press < 14; press++) await page.keyboard.press('+');
    expect(await days(page)).toBe(7);
    expect(await page.locator('.scene .tick').count()).toBeGreaterThan(7);
    await page.keyboard.press('-');
    expect(await days(page)).toBe(14);
  });

  it('goes along by dragging without drawing anew, and by a link that a reader was sent', async () => {
    const page = await open('/?view=timeline&lang=en&from=2019-01-01&until=2019-12-31');
    expect(await page.locator('.span').textContent()).toBe('January 1, 2019 – December 31, 2019');
    await page.evaluate(`
      window.drawn = 0;
      new MutationObserver((all) => { window.drawn += all.length; }).observe(
        document.querySelector('.picture'), { subtree: true, childList: true, attributes: true });`);
    const box = await page.locator('.scene').boundingBox();
    if (!box) throw new Error('Expected the scene to have a place.');
    await page.mouse.move(box.x + 500, box.y + 40);
    await page.mouse.down();
    // A press on a line makes that line stand out; from here on nothing may change.
    await page.mouse.move(box.x + 495, box.y + 40);
    await page.evaluate('window.drawn = 0');
    for (let step = 1; step <= 30; step++) await page.mouse.move(box.x + 500 - step * 8, box.y + 40);
    const moved = await page
      .locator('.world')
      .evaluate((world: { style: { transform: string } }) => world.style.transform);
    expect(moved).toMatch(/translate3d\(-2\d\d/);
    expect(await page.evaluate<number>('window.drawn')).toBe(0);
    await page.mouse.up();
    await page.waitForURL(({ searchParams }) => (searchParams.get('from') ?? '') > '2019-02-01');
    expect(Math.abs((await days(page)) - 365)).toBeLessThanOrEqual(1);
    expect(await page.locator('.panel').count()).toBe(0);
  });

  it('opens a cluster by zooming into it, and the back button goes out again', async () => {
    const page = await open('/?view=timeline&lang=en');
    const cluster = page.locator('.scene .moment.cluster').last();
    expect(await cluster.getAttribute('aria-label')).toMatch(/^\d+ events from .* to .*: zoom in$/);
    const before = await page.locator('.span').textContent();
    const total = await page.locator('.told').textContent();
    expect(total).toMatch(/^464 events, 641 links between them\. \d+ of them stand in clusters/);
    await cluster.click();
    await page.waitForURL(/from=/);
    expect(await days(page)).toBeLessThan(1500);
    await page.goBack();
    await page.locator('.span', { hasText: before ?? '' }).waitFor();
  });

  it('is filtered by what the events divide into, each value with its count, and says so in words', async () => {
    const page = await open('/?view=timeline&lang=es');
    await page.locator('.filters summary').click();
    const rulings = page.getByRole('checkbox', { name: /^Fallo judicial/ });
    const count = await page.locator('label:has-text("Fallo judicial") small').textContent();
    await rulings.check();
    await page.waitForURL(/kinds=COURT_RULING/);
    await page.locator('.told', { hasText: `${count} hechos` }).waitFor();
    expect(await page.locator('.only').textContent()).toContain('Solo: Fallo judicial.');
    expect(await page.getByRole('checkbox', { name: /^Declaración/ }).count()).toBe(1);
    await page.getByRole('button', { name: 'Quitar todos los filtros' }).click();
    await page.locator('.told', { hasText: '464 hechos' }).waitFor();
    await page.getByRole('combobox', { name: 'Carriles' }).selectOption({ label: 'por tipo' });
    await page.waitForURL(/lanes=kind/);
    await page.locator('.lanes', { hasText: 'Fallo judicial' }).waitFor();
  });

  it('searches while one types; a hit opens its panel and comes into sight', async () => {
    const page = await open('/?view=timeline&lang=en&from=2024-01-01&until=2024-12-31');
    await page.getByRole('searchbox').pressSequentially('visa for mexicans', { delay: 10 });
    await page.locator('.hits [role="status"]').waitFor();
    expect(await page.locator('.hits li').count()).toBeGreaterThan(2);
    await page.locator('.hits a', { hasText: 'Visa requirement for Mexicans lifted' }).click();
    await page.locator('.panel h2').waitFor();
    const mark = page.locator('.scene .moment.chosen');
    await mark.waitFor();
    expect(await mark.getAttribute('aria-label')).toContain('Visa requirement for Mexicans lifted');
    const [scene, there] = [await page.locator('.scene').boundingBox(), await mark.boundingBox()];
    expect(there?.x).toBeGreaterThan(scene?.x ?? 0);
    expect(page.url()).toMatch(/q=visa\+for\+mexicans/);
  });

  it.each([
    ['light', { width: 1280, height: 800 }],
    ['dark', { width: 390, height: 844 }],
  ] as const)('has nothing that axe finds wrong, in %s at %j', async (colorScheme, viewport) => {
    const page = await open(mexicanVisa, { colorScheme, viewport });
    await page.locator('.legend summary').click();
    await page.locator('.filters summary').click();
    await page.locator('.facets input').first().waitFor();
    expect(await faultsByAxe(page)).toEqual([]);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(viewport.width);
    await page.locator('.scene .moment').first().click({ force: true });
    await page.locator('.panel h2').waitFor();
    expect(await faultsByAxe(page)).toEqual([]);
  });

  it.each([1280, 390])(
    'names events where there is room at %i pixels, and no name runs into another',
    async (width) => {
      const page = await open('/?view=timeline&lang=en', { viewport: { width, height: 844 } });
      const overlaps = await page.evaluate<string[]>(`(() => {
      const names = document.querySelectorAll('.scene .moment > text:not(.doubt)');
      const boxes = [...names].map((text) => [text.textContent, text.getBBox()]);
      return boxes.flatMap(([a, one], at) => boxes.slice(at + 1)
        .filter(([, { x, y, width }]) => Math.abs(one.y - y) < 10 && one.x < x + width && x < one.x + one.width)
        .map(([b]) => a + ' / ' + b));
    })()`);
      expect(overlaps).toEqual([]);
      expect(await page.locator('.scene .moment > text').count()).toBeGreaterThan(30);
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(width);
    },
  );
});

const daysIn = ({ searchParams }: URL): number =>
  (Date.parse(searchParams.get('until') ?? '') - Date.parse(searchParams.get('from') ?? '')) / 86_400_000 + 1;

const days = async (page: Page) => daysIn(new URL(page.url()));
const years = async (page: Page) => (await days(page)) / 365.25;
const focused = (page: Page) => page.evaluate<string>("document.activeElement.getAttribute('aria-label')");
const labels = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll((all: Labelled[]) => all.map((one) => one.getAttribute('aria-label') ?? ''));

type Labelled = { getAttribute(name: string): string | null };
