import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { h } from 'preact';
import type { Dataset } from '../../src/dataset/format';
import { readDataset } from '../../src/dataset/read';
import { isColour, lookOf } from '../../src/page/parts/embedding';
import { LineDrawing } from '../../src/page/story/LineDrawing';
import { type LineEvent, type LineLink, lineLayout } from '../../src/page/story/line';
import { stepAfter, stepIn } from '../../src/page/story/steps';
import { faultsByAxe } from '../support/axe';
import { describeInBrowser, openBrowser } from '../support/browser';
import { tinyStory } from '../support/datasets';
import { expectDrawing } from '../support/drawing';
import { type RunningServer, startServer } from '../support/server';
import { type Visit, visit } from '../support/visit';

const event = (id: string, edtf: string, earliest: string | null, latest: string | null): LineEvent => ({
  id,
  date: { edtf, earliest, latest },
});

const events = [
  event('year', '2008', '2008-01-01', '2008-12-31'),
  event('day', '2009-07-14', '2009-07-14', '2009-07-14'),
  event('open', '2016-12-01/..', '2016-12-01', null),
  event('month', '2023-12', '2023-12-01', '2023-12-31'),
];

const links: LineLink[] = [
  { id: 'a', from: { id: 'year' }, to: { id: 'day' }, family: 'CAUSAL', evidence: 'ASSERTED', disputed: true },
  { id: 'b', from: { id: 'day' }, to: { id: 'open' }, family: 'LEGAL', evidence: 'DOCUMENTED', disputed: false },
  { id: 'c', from: { id: 'year' }, to: { id: 'month' }, family: 'TEMPORAL', evidence: 'INFERRED', disputed: false },
  { id: 'd', from: { id: 'year' }, to: { id: 'elsewhere' }, family: 'CAUSAL', evidence: 'ASSERTED', disputed: false },
];

describe('lineLayout(events, links, sizes)', () => {
  const layout = lineLayout(events, links, { length: 800, arcs: 62, ruler: 22, leaders: 34 });

  it('draws a year as a stretch, a day as a mark, and what goes on to the edge', () => {
    const [year, day, open] = layout.marks;
    expect((year?.until ?? 0) - (year?.from ?? 0)).toBeGreaterThan(40);
    expect((day?.until ?? 0) - (day?.from ?? 0)).toBe(6);
    expect(open).toMatchObject({ openAfter: true, openBefore: false, until: 786 });
  });

  it('leads each event to its own equal part, in order', () => {
    expect(layout.marks.map(({ leader }) => leader.at(-1)?.[0])).toEqual([100, 300, 500, 700]);
  });

  it('draws only links between events that are shown', () => {
    expect(layout.arcs.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  it('keeps everything within its length, also for one event or none', () => {
    for (const some of [events, events.slice(1, 2), [event('x', '/', null, null)], []]) {
      const { marks, ticks } = lineLayout(some, links, { length: 300, arcs: 30, ruler: 22, leaders: 24 });
      for (const at of [...marks.flatMap(({ from, until }) => [from, until]), ...ticks.map((tick) => tick.at)]) {
        expect(at).toBeGreaterThanOrEqual(0);
        expect(at).toBeLessThanOrEqual(300);
      }
    }
  });

  it('is drawn across and down as in the drawings that were looked at', () => {
    expectDrawing('line-across', h(LineDrawing, { layout, lit: 'day', litLink: 'a' }));
    const down = lineLayout(events, links, { length: 320, arcs: 34, ruler: 46, leaders: 22 });
    expectDrawing('line-down', h(LineDrawing, { layout: down, down: true }));
  });
});

describe('stepIn(address, count)', () => {
  it.each([
    [undefined, 0],
    ['3', 3],
    ['99', 11],
    ['-1', 0],
    ['x', 0],
  ])('of %s', (step, at) => {
    expect(stepIn(step === undefined ? {} : { step }, 10)).toBe(at);
  });
});

describe('stepAfter(key, at, count, presenting)', () => {
  it.each([
    ['ArrowRight', 3, false, 4],
    ['ArrowLeft', 0, false, null],
    ['ArrowRight', 11, true, null],
    ['PageDown', 3, false, null],
    ['PageDown', 3, true, 4],
    [' ', 3, true, 4],
    ['PageUp', 3, true, 2],
    ['Home', 3, true, 0],
    ['End', 3, true, 11],
    ['a', 3, true, null],
  ])('of %j at step %i (presenting: %j)', (key, at, presenting, to) => {
    expect(stepAfter(key, at, 10, presenting)).toBe(to);
  });
});

describe('the look of an embedded view', () => {
  it('takes colours and known type alone', () => {
    const asked = { accent: '#0a0', ink: 'rebeccapurple', paper: 'url(//evil.example)', font: 'serif', radius: '9px' };
    expect(lookOf(asked)).toEqual({
      '--accent': '#0a0',
      '--ink': 'rebeccapurple',
      '--font': 'Georgia, "Times New Roman", serif',
    });
    expect(lookOf({ font: 'constructor' })).toEqual({});
  });

  it.each(['red;--x:1', 'var(--x)', '#12345', 'rgb(0 0 0', 'light-dark(red, blue)', 'image-set("a")'])(
    'does not take %s for a colour',
    (text) => {
      expect(isColour(text)).toBe(false);
    },
  );

  it.each(['#fff', '#a3123f80', 'oklch(60% 0.2 20 / 50%)', 'rgb(1, 2, 3)'])('takes %s for one', (text) => {
    expect(isColour(text)).toBe(true);
  });
});

/** The same tables without any row. */
const noRows = (rows: Dataset['rows']): Dataset['rows'] =>
  Object.fromEntries(Object.keys(rows).map((name) => [name, []])) as unknown as Dataset['rows'];

const story = '/?view=story&story=story-mexican-visa&lang=en';

describeInBrowser('the first screen, stories and panels', (executablePath) => {
  let server: RunningServer;
  let browser: Browser;
  let here: Visit | undefined;
  let host: Awaited<ReturnType<typeof hosting>> | undefined;
  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer(), openBrowser(executablePath)]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    host?.server.close();
  });
  afterEach(async () => {
    const complaints = here?.complaints;
    await here?.context.close();
    here = undefined;
    expect(complaints).toEqual([]);
  });

  const open = async (path: string, options: Parameters<typeof visit>[3] = {}): Promise<Page> => {
    here = await visit(browser, server, path, options);
    return here.page;
  };
  const question = 'Did lifting the Mexican visa cause the rise in claims?';

  it('asks one question, shows five events and one link with who says so and who disagrees', async () => {
    const page = await open('/?lang=en');
    await page.getByRole('heading', { level: 1, name: question }).waitFor();
    const titles = await page.locator('.story-line li b').allTextContents();
    expect(titles).toEqual([
      'Mexican refugee claims in Canada pass 9,400 in 2008',
      'Visa requirement for Mexicans and Czechs takes effect',
      'Visa requirement for Mexicans lifted',
      'Claims by Mexicans in Canada climb to a record',
      'Canada partly reimposes the Mexican visa',
    ]);
    const told = page.locator('.one-link');
    expect(await told.textContent()).toMatch(
      /Who says so\s*Marc Miller says so[\s\S]*Who disagrees\s*Stephan Reichhold disputes it/,
    );
    const line = await page.locator('.story-line').boundingBox();
    expect((line?.y ?? 0) + (line?.height ?? 0)).toBeLessThan(800);
    const ways = await page.locator('.ways-on a').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
    expect(ways[0]).toBe('/?view=chain&start=ca-mexican-claims-record-2023&lang=en');
    expect(ways[1]).toMatch(/view=numbers.*around=ca-mexic/);
    expect(ways[2]).toBe('/teach?lang=en#story-mexican-visa');
    expect(await page.locator('.other-stories li').count()).toBe(8);
    expect(await page.locator('.holding').textContent()).toMatch(/464 events and 641 links/);
    const [holding, heading] = [page.locator('.holding'), page.locator('h1')].map((one) => one.boundingBox());
    expect((await holding)?.y).toBeLessThan((await heading)?.y ?? 0);
    expect(await page.locator('.ways-on').textContent()).toContain('from “Claims by Mexicans in Canada climb');
    expect(await page.locator('.line-key').textContent()).toMatch(/about cause.*in law.*inferred.*disputed/);
    expect(await faultsByAxe(page)).toEqual([]);
  });

  it.each(['en', 'es', 'fr'])('has its name, its views and the languages in one line, in %s', async (lang) => {
    const page = await open(`/?lang=${lang}`);
    const rows = await page.locator('header.chrome').evaluate((header) => header.getBoundingClientRect().height);
    expect(rows).toBeLessThan(60);
  });

  it('breaks no French question at its hyphens', async () => {
    const page = await open('/?lang=fr');
    const asked = page.locator('h1 .whole', { hasText: 'a-t-elle' });
    expect(await asked.evaluate((span) => span.getClientRects().length)).toBe(1);
  });

  it('names a publication that speaks, not the title of what it published', async () => {
    const page = await open('/?lang=en&link=ca-mexico-visa-lifted-2016--contributed_to--ca-mexican-claims-record-2023');
    await page.locator('.panel .claims').first().waitFor();
    const speakers = await page.locator('.panel .claims b').allTextContents();
    expect(speakers).toContain('The Canadian Press / Medicine Hat News');
    expect(await page.locator('.panel h2').textContent()).toBe('One link, and what is said of it');
  });

  it('fits a telephone, in the dark, without sideways scrolling', async () => {
    const page = await open('/?lang=fr', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' });
    await page.locator('.line-drawing').waitFor();
    const last = await page.locator('.story-line li').last().boundingBox();
    expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThan(844);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    expect(await page.evaluate('document.documentElement.lang')).toBe('fr');
    expect(await faultsByAxe(page)).toEqual([]);
    await page.locator('.story-line a').first().click();
    const close = page.getByRole('button', { name: 'Fermer' });
    await page.locator('.panel h2').waitFor();
    await page.locator('.panel').evaluate((panel) => panel.scrollTo(0, panel.scrollHeight));
    expect((await close.boundingBox())?.y).toBeGreaterThan(0);
    expect(await faultsByAxe(page)).toEqual([]);
    await close.click();
    await expectGone(page);
  });

  it('is walked by keyboard along time; Enter opens an event, Escape gives the focus back', async () => {
    const page = await open('/?lang=en');
    const focused = () => page.evaluate<string>('document.activeElement.textContent');
    await page.locator('.story-line a').first().focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await focused()).toMatch(/^Visa requirement for Mexicans lifted/);
    expect(await page.locator('[aria-live]').textContent()).toBe(
      'Visa requirement for Mexicans lifted, December 1, 2016',
    );
    await page.keyboard.press('End');
    expect(await focused()).toMatch(/^Canada partly/);
    await page.keyboard.press('Home');
    expect(await focused()).toMatch(/^Mexican refugee claims/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 2, name: 'Mexican refugee claims' }).waitFor();
    await page.keyboard.press('Escape');
    await expectGone(page);
    expect(await focused()).toMatch(/^Mexican refugee claims/);
  });

  it('opens a deep link to an event: everything about it, its citation and its question', async () => {
    const page = await open('/?event=ca-mexican-claims-record-2023&lang=en');
    const panel = page.locator('.panel');
    await panel.getByRole('heading', { name: 'Cite' }).waitFor();
    const text = await panel.textContent();
    for (const part of [
      'known to the year',
      'Who took part',
      'What is said to have led to it',
      'Sources',
      'speaks of violence',
    ]) {
      expect(text).toContain(part);
    }
    expect(await panel.locator('.citation').textContent()).toMatch(
      /^“Claims by Mexicans in Canada climb to a record” \(2023\)\. .*Version 2026\.11\.25.*\/\?event=ca-mexican-claims-record-2023&lang=en$/,
    );
    const asked = await panel.getByRole('link', { name: 'Ask this in GraphQL' }).getAttribute('href');
    expect(new URLSearchParams(asked?.split('?')[1]).get('query')).toMatch(/^# Everything about one event/);
    await panel.getByRole('link', { name: /disputed by Stephan Reichhold/ }).click();
    await panel.getByText('Who disagrees').waitFor();
    expect(await panel.textContent()).toMatch(/Stéphanie Valois disputes it/);
    expect(page.url()).toContain('link=ca-mexican-claims-record-2023--caused--');
    await page.goBack();
    await panel.getByRole('heading', { name: 'Who took part' }).waitFor();
    expect(page.url()).not.toContain('link=');
  });

  it('tells a story step by step with arrow keys, each step with its links in words', async () => {
    const page = await open(story);
    await page.getByRole('heading', { level: 1, name: question }).waitFor();
    expect(await page.locator('.step').textContent()).toMatch(/^Before you begin: the story speaks of violence\./);
    await page.keyboard.press('ArrowRight');
    await page.getByText('The story begins here.').waitFor();
    for (let step = 2; step <= 9; step++) await page.keyboard.press('ArrowRight');
    await page.getByText('Step 9 of 10').waitFor();
    expect(page.url()).toContain('step=9');
    const told = await page.locator('.step').textContent();
    expect(told).toMatch(/Canada partly reimposes the Mexican visa/);
    expect(told).toMatch(/the link is disputed by Stephan Reichhold and Stéphanie Valois/);
    expect(await page.locator('.step-number[aria-current="step"]').textContent()).toBe('9');
    expect(await faultsByAxe(page)).toEqual([]);
    await page.goBack();
    await page.getByText('Step 8 of 10').waitFor();
    await page.locator('.to-twin').click();
    expect(await page.locator('.twin tbody tr').count()).toBe(10);
    await page.goto(`${server.url}${story}&step=11`);
    await page.getByText('The story does not answer its question.').waitFor();
    expect(await page.locator('.ways-on a').count()).toBe(3);
  });

  it('presents a story in type for a projector, the hard subjects first, and leaves with Escape', async () => {
    const page = await open(`${story}&present=1`);
    await page.locator('.slide h1').waitFor();
    expect(await page.locator('.slide').textContent()).toMatch(/^Before you begin: the story speaks of violence\./);
    expect(await page.locator('header.chrome').count()).toBe(0);
    for (const key of ['PageDown', ' ', 'ArrowRight']) await page.keyboard.press(key);
    await page.getByText('The rule starts within hours').waitFor();
    const sizes = await page
      .locator('.slide p')
      .evaluateAll((all) => all.map((p) => Number.parseFloat(getComputedStyle(p).fontSize)));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(32);
    expect(await faultsByAxe(page)).toEqual([]);
    await page.keyboard.press('PageUp');
    await page.keyboard.press('Escape');
    await page.getByText('Step 2 of 10').waitFor();
    expect(await page.locator('.presentation').count()).toBe(0);
  });

  it('speaks the language of the address, also to the API', async () => {
    const page = await open('/?lang=es');
    await page.getByRole('heading', { level: 1, name: '¿Eliminar la visa a los mexicanos causó el aumento' }).waitFor();
    expect(await page.locator('.story-line').textContent()).toContain('1 de diciembre de 2016');
    await page.getByRole('link', { name: 'Français' }).click();
    await page.getByRole('heading', { level: 2, name: 'Un lien et ce qui s’en dit' }).waitFor();
    expect(await page.evaluate('document.documentElement.lang')).toBe('fr');
    await page.goBack();
    await page.getByRole('heading', { level: 2, name: 'Un vínculo y lo que se dice de él' }).waitFor();
  });

  it('prints clean: question, drawing and address, nothing to press', async () => {
    const page = await open('/?lang=en');
    await page.locator('.one-link').waitFor();
    await page.emulateMedia({ media: 'print' });
    const seen = (selector: string) => page.locator(selector).first().isVisible();
    expect(await Promise.all(['.question', '.line-drawing', '.one-link', '.address-line'].map(seen))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(await Promise.all(['header.chrome', '.ways-on', '.take-away button'].map(seen))).toEqual([
      false,
      false,
      false,
    ]);
    expect(await page.locator('.address-line').textContent()).toBe(`${server.url}/?lang=en`);
    await page.goto(`${server.url}${story}&step=3&event=ca-mexico-visa-imposed-2009`);
    for (const part of ['.citation', '.step h2']) await page.locator(part).waitFor();
    expect(await Promise.all(['.step', '.citation', '.panel .sources', '.address-line'].map(seen))).not.toContain(
      false,
    );
    expect(
      await Promise.all(['.step-navigation', '.panel .close', '.panel .actions', '.to-twin'].map(seen)),
    ).not.toContain(true);
    expect((await page.pdf({ format: 'Letter' })).subarray(0, 4).toString()).toBe('%PDF');
  });

  it('is embedded in a page of somebody else, as high as it is, in their colours', async () => {
    const page = await open(story);
    await page.getByRole('button', { name: 'Embed' }).click();
    const code = await page.locator('.embed-code textarea').inputValue();
    await here?.context.close();
    host = await hosting(code.replace('&amp;lang=en', '&amp;lang=en&amp;paper=%23123456&amp;font=serif'));
    // The page around is of another origin than the server's, and may be.
    here = await visit(browser, { url: host.url }, '/');
    here.complaints.length = 0;
    const frame = here.page.frameLocator('iframe');
    await frame.getByRole('heading', { level: 1, name: question }).waitFor();
    await frame.locator('.citation-line, footer.chrome p').first().waitFor();
    const heightOf = () => here?.page.locator('iframe').evaluate((element) => Number(element.getAttribute('height')));
    await here.page.waitForFunction(`document.querySelector('iframe').height !== '640'`);
    const inner = await frame.locator('body').evaluate((body) => Math.ceil(body.getBoundingClientRect().height));
    expect(await heightOf()).toBe(inner);
    expect(await frame.locator('header.chrome, .present-button, .take-away').count()).toBe(0);
    expect(await frame.locator('html').evaluate((html) => getComputedStyle(html).backgroundColor)).toBe(
      'rgb(18, 52, 86)',
    );
    expect(await frame.getByRole('link', { name: 'Open the whole page' }).getAttribute('href')).toMatch(
      /^\/\?view=story/,
    );
    expect(here.complaints.filter((text) => !text.includes(server.url))).toEqual([]);
    here.complaints.length = 0;
  });

  it('tells the same without JavaScript', async () => {
    const page = await open('/', { javaScriptEnabled: false });
    await page.getByRole('link', { name: 'The outline' }).click();
    await page.getByLabel('Year').selectOption('2016');
    await page.getByLabel('Place').selectOption('CA');
    await page.getByRole('button', { name: 'Show' }).click();
    await page.getByRole('link', { name: 'Visa requirement for Mexicans lifted' }).last().click();
    expect(await page.locator('h2').allInnerTexts()).toEqual(['Visa requirement for Mexicans lifted']);
  });

  it.each([
    ['with a story', (rows: Dataset['rows']) => rows, 'Did the closed street hurt the shops?'],
    [
      'with links alone',
      ({ stories: _, ...rows }: Dataset['rows']) => ({ ...rows, stories: [] }),
      'What followed, and who says so?',
    ],
    ['with events alone', (rows: Dataset['rows']) => ({ ...rows, stories: [], links: [], claims: [] }), 'a tiny story'],
    ['with nothing', noRows, 'a tiny story'],
  ])('opens on a data set %s', async (_, rowsOf, heading) => {
    const { dataset } = readDataset(tinyStory);
    const small = await startServer({ ...dataset, rows: rowsOf(dataset.rows) });
    try {
      here = await visit(browser, small, '/?lang=en');
      expect(await here.page.locator('h1.question').textContent()).toContain(heading);
      expect(await faultsByAxe(here.page)).toEqual([]);
    } finally {
      await small.close();
    }
  });

  it('has an outline in which axe finds nothing, light or dark, wide or narrow', async () => {
    const page = await open('/outline?lang=fr&year=2024');
    expect(await faultsByAxe(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await faultsByAxe(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  });
});

const expectGone = async (page: Page) => {
  await page.locator('.panel').waitFor({ state: 'detached' });
};

/** A page of another origin that holds some lines of HTML. */
async function hosting(html: string): Promise<{ server: Server; url: string }> {
  const server = createServer((_, response) => {
    response
      .setHeader('content-type', 'text/html')
      .end(`<!doctype html><title>A class</title><link rel="icon" href="data:,">${html}`);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}
