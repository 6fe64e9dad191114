import { buildASTSchema, parse, validate } from 'graphql';
import { readSchema } from '../../src/server/graphql';
import * as outline from '../../src/server/outline';
import { outlineWords } from '../../src/server/outlineWords';
import { faultsOfHtml } from '../support/readers';
import { type RunningServer, startServer } from '../support/server';
import { send } from './send';

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());
afterEach(() => expect(server.log).toEqual([]));

const open = async (query: Record<string, string>) => {
  const { status, headers, text } = await send(server.url, { path: `/outline?${new URLSearchParams(query)}` });
  return { status, headers, text };
};
const titlesIn = (html: string) => [...html.matchAll(/<h2[^>]*><a [^>]*>([^<]*)/g)].map(([, title]) => title);

describe('/outline', () => {
  it.each([outline.listQuestion, outline.linksQuestion])('asks a question that fits the schema', (question) => {
    expect(validate(buildASTSchema(readSchema()), parse(question))).toEqual([]);
  });

  it('tells an event with its links, who disagrees, and what they rest on', async () => {
    const { status, headers, text } = await open({ lang: 'en', event: 'ca-mexican-claims-record-2023' });
    expect({ status, type: headers['content-type'] }).toEqual({ status: 200, type: 'text/html; charset=utf-8' });
    expect(titlesIn(text)).toEqual(['Claims by Mexicans in Canada climb to a record']);
    expect(text).toContain('the link is disputed by Stephan Reichhold and Stéphanie Valois');
    expect(text).toContain('≠ disputed');
    expect(text).toMatch(/Stephan Reichhold disputes it: [^<]{20}/);
    expect(text).toContain('href="https://www.axios.com/2024/02/29/canada-visa-mexico-reinstate"');
    expect(text).not.toMatch(/<script|\son\w+=/);
  });

  it('says where other causes are not recorded', async () => {
    const { text } = await open({ lang: 'fr', event: 'ca-mexican-claims-fall-2010' });
    expect(text).toContain('<html lang="fr">');
    expect(text).toContain('D’autres causes ne sont pas consignées ici.');
  });

  it('leads through all events, page by page, each once and in order', async () => {
    const seen: (string | undefined)[] = [];
    let path: string | undefined = '/outline?lang=en';
    while (path) {
      const { text } = await send(server.url, { path });
      seen.push(...[...text.matchAll(/<li id="event-([^"]+)"/g)].map(([, id]) => id));
      path = /<a rel="next" href="([^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(seen).toHaveLength(464);
    expect(new Set(seen).size).toBe(464);
  });

  it('shows a year and a place that a form without script asks for', async () => {
    const { text } = await open({ lang: 'es', year: '2016', place: 'CA' });
    expect(text).toMatch(/<option value="2016" selected>/);
    expect(text).toMatch(/<option value="CA" selected>Canadá</);
    expect(titlesIn(text)).toContain('Se levanta el requisito de visa para los mexicanos');
  });

  it('leads within the page to an event that stands there, and else to its own', async () => {
    const { text } = await open({ lang: 'en' });
    const targets = [...text.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(targets.length).toBeGreaterThan(20);
    for (const id of targets) expect(text).toContain(`<li id="${id}">`);
  });

  it.each([
    [{ place: 'XX"><b>' }, 'XX&quot;&gt;&lt;b&gt;'],
    [{ year: 'soon' }, 'soon'],
    [{ lang: '<i>' }, 'This could not be shown'],
    [{ event: 'nothing' }, 'nothing'],
    [{ after: 'x' }, 'This could not be shown'],
  ])('refuses %j in words, with nothing of it as markup', async (query, said) => {
    const { status, text } = await open(query);
    expect(status).toBe(400);
    expect(text).toContain(said);
    expect(text).not.toMatch(/<[bi]>/);
  });

  it('passes the gates and the price that every question passes', async () => {
    const poor = await startServer(undefined, { MAX_COST: '500' });
    const { status, text } = await send(poor.url, { path: '/outline?lang=en' });
    expect(status).toBe(400);
    expect(text).toContain('500');
    await poor.close();
  });

  it.each<Record<string, string>>([
    { lang: 'fr', year: '2024' },
    { lang: 'en', event: 'ca-mexican-claims-record-2023' },
    { place: '<' },
  ])('is valid HTML for %j', async (query) => {
    expect(await faultsOfHtml((await open(query)).text)).toEqual([]);
    expect(await faultsOfHtml('<ul><p>no item</p></ul>')).not.toEqual([]);
  });

  it('speaks its own words in three languages, the same ones in each', () => {
    const { en, ...others } = outlineWords;
    for (const words of Object.values(others)) expect(Object.keys(words)).toEqual(Object.keys(en ?? {}));
  });
});
