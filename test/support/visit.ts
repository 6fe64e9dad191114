import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { RunningServer } from './server';

export interface Visit {
  page: Page;
  context: BrowserContext;
  /** What must not happen while the page is looked at: a request that leaves the origin, an error in the console. */
  complaints: string[];
}

/** Opens an address of the server in a browser that has never been there. */
export async function visit(
  browser: Browser,
  server: Pick<RunningServer, 'url'>,
  path: string,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-CA', ...options });
  const complaints: string[] = [];
  context.on('request', (request) => {
    const isInside = request.url().startsWith(`${server.url}/`) || /^(data|blob):/.test(request.url());
    if (!isInside) complaints.push(`A request left the origin: ${request.url()}`);
  });
  // A violation of the content security policy is an error in the console, also one within a worker.
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  context.on('weberror', (error) => complaints.push(String(error.error())));
  const page = await context.newPage();
  await page.goto(server.url + path);
  return { page, context, complaints };
}
