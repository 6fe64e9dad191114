import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { openBrowser } from './browser';
import { type RunningServer, startServer } from './server';
import { type Visit, visit } from './visit';

/** Opens an address in a browser that has never been there, and waits until what it is opened for stands there. */
type Open = (path: string, awaited: string, options?: BrowserContextOptions) => Promise<Page>;

/** One server, over the shipped data set or another, and one browser for the tests of a group; after each, what was opened must have had nothing to complain of. */
export function createOpener(executablePath: string, data?: string): Open {
  let server: RunningServer;
  let browser: Browser;
  let shown: Visit;
  beforeAll(async () => {
    server = await startServer(data);
    browser = await openBrowser(executablePath);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  afterEach(async () => {
    expect(shown.complaints).toEqual([]);
    await shown.context.close();
  });
  return async (path, awaited, options) => {
    shown = await visit(browser, server, path, options);
    await shown.page.locator(awaited).first().waitFor();
    return shown.page;
  };
}
