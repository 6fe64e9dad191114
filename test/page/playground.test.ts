import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { describeInBrowser, openBrowser } from '../support/browser';
import { startServer } from '../support/server';
import { temporaryFolder } from '../support/temporary';
import { visit as visitIn } from '../support/visit';

type Sample = { name: string; title: string; group: string; query: string };

jest.setTimeout(60_000);

// Loading the editor takes seconds, so the tests of a group go on in one page, in order.
describeInBrowser('the playground', (executablePath) => {
  let server: Awaited<ReturnType<typeof startServer>>;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let samples: Sample[];
  let screenshots: string;
  let complaints: string[];

  beforeAll(async () => {
    server = await startServer();
    browser = await openBrowser(executablePath);
    const response = await fetch(`${server.url}/playground/samples.json`);
    samples = (await response.json()) as Sample[];
    screenshots = process.env.SCREENSHOTS ?? temporaryFolder('playground');
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  async function visit(path: string, viewport = { width: 1280, height: 800 }): Promise<void> {
    await context?.close();
    ({ page, context, complaints } = await visitIn(browser, server, path, { viewport }));
  }
  afterEach(() => expect(complaints).toEqual([]));

  const samplesPanel = () => page.getByRole('region', { name: 'Samples' });
  const takeScreenshot = (name: string) => page.screenshot({ path: join(screenshots, `${name}.png`) });

  describe('on a first visit', () => {
    beforeAll(() => visit('/graphql'));

    it('opens on a query that runs and shows titles', async () => {
      await expectText(page, QUERY, 'whatFollowed');
      await expectText(page, RESULT, '"title": "');
      await takeScreenshot('wide');
    });

    it('says what became of GraphQL Playground, to the eye and to a screen reader', async () => {
      expect(await page.title()).toContain('GraphQL playground');
      expect(await page.getByText('GraphiQL, which is what became of GraphQL Playground').count()).toBe(2);
    });

    it('puts the query in the address for a link', async () => {
      await page.getByRole('button', { name: 'Copy a link to this query' }).click();
      await page.waitForURL(/\?query=/);
      const shared = new URL(page.url()).searchParams;
      expect(shared.get('query')).toBe(samples.find(({ name }) => name === 'what-followed')?.query);
    });

    it('lists the samples by group and runs the one that is chosen, in the same tab', async () => {
      const headings = await samplesPanel().getByRole('heading', { level: 3 }).allTextContents();
      expect(headings).toEqual([...new Set(samples.map(({ group }) => group))]);
      const last = samples[samples.length - 1];
      const answer = nextAnswer(page);
      await samplesPanel().getByRole('button', { name: last?.title }).press('Enter');
      expect((await answer).errors).toBeUndefined();
      await expectText(page, QUERY, last?.query.split('\n')[0] ?? '');
      expect(await page.getByRole('tab').count()).toBe(1);
    });

    it('opens the documentation at its top, however far the samples were scrolled', async () => {
      const top = "document.querySelector('.graphiql-plugin').scrollTop";
      await page.evaluate("document.querySelector('.graphiql-plugin').scrollTo(0, 1e6)");
      expect(await page.evaluate<number>(top)).toBeGreaterThan(0);
      await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
      await page.getByText('Root Types').waitFor();
      expect(await page.evaluate<number>(top)).toBe(0);
      await page.getByRole('button', { name: 'Show Samples' }).click();
      await samplesPanel().waitFor();
    });

    it('shows code in the notes of samples as code', async () => {
      expect(await samplesPanel().textContent()).not.toContain('`');
      expect(await samplesPanel().locator('span code').count()).toBeGreaterThan(0);
    });

    it('is dark when the system becomes dark', async () => {
      const shade =
        "Number(/\\d+/.exec(getComputedStyle(document.querySelector('.graphiql-container')).backgroundColor))";
      expect(await page.evaluate<number>(shade)).toBe(255);
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.waitForFunction(`${shade} < 64`);
      await takeScreenshot('dark');
    });
  });

  describe('with a query in the address', () => {
    const query = 'query One { dataset { title } } query Two { dataset { version } }';
    beforeAll(async () => {
      await visit('/graphql');
      await expectText(page, RESULT, '"title": "');
    });

    it('prefers it to the first sample and to what the last visit left', async () => {
      const answer = nextAnswer(page);
      await page.goto(`${server.url}/graphql?${new URLSearchParams({ query, operationName: 'Two' })}`);
      expect((await answer).data).toEqual({ dataset: { version: expect.any(String) } });
      await expectText(page, QUERY, 'dataset { version }');
    });

    it('completes what is typed with fields of the schema', async () => {
      await page.locator(`${QUERY} .view-lines`).click();
      await page.keyboard.press('Control+Home');
      for (const _ of 'query One {') await page.keyboard.press('ArrowRight');
      await page.keyboard.type(' whatF', { delay: 60 });
      await expectText(page, '.suggest-widget.visible', 'whatFollowed');
      await page.keyboard.press('Escape');
    });

    it('leaves what the reader has written where it is, and opens a sample in a new tab', async () => {
      const before = await page.getByRole('tab').count();
      await samplesPanel().getByRole('button').first().click();
      await expectText(page, RESULT, '"data"');
      expect(await page.getByRole('tab').count()).toBe(before + 1);
    });
  });

  describe('on a telephone', () => {
    beforeAll(() => visit('/graphql', { width: 390, height: 844 }));

    it('shows query and answer, and the samples over them while one is chosen', async () => {
      await expectText(page, RESULT, '"title": "');
      await takeScreenshot('narrow');
      await page.getByRole('button', { name: 'Show Samples' }).click();
      await samplesPanel().waitFor();
      await takeScreenshot('narrow-samples');
      const answer = nextAnswer(page);
      await samplesPanel().getByRole('button').last().click();
      await samplesPanel().waitFor({ state: 'hidden' });
      expect((await answer).errors).toBeUndefined();
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    });
  });

  it('says so where the samples cannot be loaded, and still has a query that works', async () => {
    await visit('/graphql/plain');
    await context.route('**/playground/samples.json', (route) => route.fulfill({ body: 'not JSON' }));
    await page.goto(`${server.url}/graphql`);
    await expectText(page, RESULT, '"title": "');
    expect(await page.getByRole('alert').first().textContent()).toContain('The list of samples could not be loaded');
  });

  it('has a plain page that works by keyboard alone', async () => {
    await visit('/graphql/plain');
    await page.locator('#sample option').first().waitFor({ state: 'attached' });
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('playground');
    await page.keyboard.press('Tab');
    await page.keyboard.press('End');
    expect(await page.inputValue('#sample')).toBe(samples[samples.length - 1]?.name);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('query Q($id: ID!) { event(id: $id) { title } }');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('{"id": "ca-mexico-visa-lifted-2016"}');
    await page.keyboard.press('Control+Enter');
    await expectText(page, '#answer', 'Visa requirement for Mexicans lifted');
    expect(await page.getByRole('status').textContent()).toContain('Answered');
    await takeScreenshot('plain');
    await page.keyboard.type('!');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Run');
    await page.keyboard.press('Space');
    await expectText(page, '#status', 'The variables are not JSON');
  });
});

const QUERY = '.graphiql-query-editor';
const RESULT = '.result-window';

/** The answer to the next question, introspection left out. */
async function nextAnswer(page: Page) {
  const response = await page.waitForResponse(
    (candidate) => candidate.url().endsWith('/graphql') && !candidate.request().postData()?.includes('__schema'),
  );
  return response.json();
}

/** Waits until the element shows the text. The editor wraps lines, and writes each space as a no-break space. */
async function expectText(page: Page, selector: string, text: string): Promise<void> {
  const pattern = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
  await page
    .locator(selector)
    .filter({ hasText: new RegExp(pattern) })
    .waitFor();
}

const focused = (page: Page) => page.evaluate<string>('document.activeElement.textContent.trim()');
