import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine } from '../../src/engine/engine';
import { describeInBrowser } from '../support/browser';
import { openWith } from '../support/datasets';
import { ENGINES, type TestEngine } from '../support/engines';
import { exportOf, unzipped } from '../support/exports';
import {
  type BrowserReaders,
  openReaders,
  readCalendar,
  readCsv,
  readGraphMl,
  readJsonLd,
  renderMarkdown,
} from '../support/readers';

/** Names as people and attackers give them; a title holds one line. */
const names = [
  `Quotes "double", 'single', “curly” and «angled»`,
  '<script>globalThis.hacked = 1</script>',
  '<img src="x" onerror="globalThis.hacked = 1"> & an <b>entity</b> &lt;',
  'أهلاً بالعالم, then שלום',
  'Emoji 🧭 👩‍⚖️ 🇲🇽 and a flag',
  'A; B, C: D | E # F % G ~ H ^ I ` J * K _ L',
  ']]> --> </style> </title> \\ {x} $y [z](w)',
  'javascript:alert(1) and end of line\\',
  'graph TD end subgraph click section title style',
  '-- dashes -- and = signs',
];

const summary = 'First line with "quotes".\nSecond line, with <b>signs</b>; and more.\n\n- third';

const jsonLines = (rows: object[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

/** A data set in which everything that has a name bears one of these. */
function hostileFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
  const source = (id: string) => ({ id, url: 'https://example.org/?a=1&b="2"', title: names[1], publisher: names[2] });
  const files = {
    places: [{ id: 'place', name: names[2], kind: 'REGION' }],
    actors: [{ id: 'actor', name: names[1], kind: 'PERSON' }],
    sources: [source('src')],
    events: names.map((title, at) => ({
      id: `event-${at}`,
      title,
      summary,
      edtf: `2020-01-${String(at + 1).padStart(2, '0')}`,
      kind: 'OTHER',
      jurisdictions: ['place'],
      actors: [{ actor: 'actor', role: 'DECIDER', detail: names[5] }],
      sources: ['src'],
    })),
    links: names.slice(1).map((name, at) => ({
      from: `event-${at}`,
      to: `event-${at + 1}`,
      type: 'CAUSED',
      evidence: 'ASSERTED',
      basis: name,
      sources: ['src'],
    })),
    claims: names.slice(1).flatMap((text, at) =>
      ['ASSERTS', 'DISPUTES'].map((stance) => ({
        by: 'actor',
        stance,
        about: `event-${at}--caused--event-${at + 1}`,
        text,
        date: '2020-02-01',
        sources: ['src'],
      })),
    ),
  };
  for (const [name, rows] of Object.entries(files)) writeFileSync(join(folder, `${name}.jsonl`), jsonLines(rows));
  return folder;
}

const sorted = (texts: readonly (string | undefined)[]) => [...texts].map(String).sort();

describeInBrowser('names with signs that mean something come out as they went in', (executablePath) => {
  let engine: Engine;
  let readers: BrowserReaders;
  const folder = hostileFolder();
  const made = (format: Parameters<typeof exportOf>[2]) => exportOf(engine, { events: {} }, format);
  beforeAll(async () => {
    engine = await openWith(ENGINES[0] as TestEngine, folder);
    readers = await openReaders(executablePath);
  });
  afterAll(async () => {
    await readers.close();
    await engine.close();
    rmSync(folder, { recursive: true });
  });

  test('TimelineJS shows them, and runs nothing', async () => {
    const { errors, shown, hacked } = await readers.timelineJs((await made('TIMELINEJS')).body);
    expect({ errors, hacked }).toEqual({ errors: [], hacked: false });
    expect(sorted(shown.headlines.slice(1))).toEqual(sorted(names));
    expect(new Set(shown.groups)).toEqual(new Set([names[2]]));
  });

  test('vis-timeline holds them, escaped for its HTML', async () => {
    const { body } = await made('VIS_TIMELINE');
    expect((await readers.visData(body)).events).toHaveLength(names.length);
    const contents = (JSON.parse(body) as { items: { content: string }[] }).items.map(({ content }) => content);
    expect(contents.join()).not.toMatch(/<\w/);
    expect(contents.map(unescaped)).toEqual(names);
  });

  test('JSON-LD', async () => {
    const quads = await readJsonLd((await made('JSON_LD')).body);
    const held = new Set(quads.map(({ object }) => object.value));
    expect([...names, summary].filter((text) => !held.has(text))).toEqual([]);
  });

  test('GraphML', async () => {
    const { nodes, edges } = readGraphMl((await made('GRAPHML')).body);
    expect(nodes.map(({ attributes }) => attributes.label)).toEqual(names);
    expect(nodes.every(({ attributes }) => attributes.summary === summary)).toBe(true);
    expect(edges.map(({ attributes }) => attributes.basis)).toEqual(names.slice(1));
  });

  test('CSV and CSV_FLAT', async () => {
    // A list with a semicolon in it makes lines of JSON of the table.
    const events = (unzipped((await made('CSV')).bytes)['events.jsonl'] ?? '').trim().split('\n');
    expect(events.map((line) => JSON.parse(line))).toEqual(
      names.map((title) => expect.objectContaining({ title, summary })),
    );
    const flat = readCsv((await made('CSV_FLAT')).body);
    // Only one begins with a sign that a spreadsheet could take for a formula.
    expect(flat.map(({ title }) => title)).toEqual(names.map((name) => name.replace(/^-/, "'-")));
    expect(flat.map(({ summary }) => summary)).toEqual(names.map(() => summary));
  });

  test('iCalendar', async () => {
    const events = readCalendar((await made('ICALENDAR')).body);
    expect(events.map((event) => event.summary)).toEqual(names);
    expect(events.every(({ description }) => description.startsWith(summary))).toBe(true);
  });

  test('Markdown renders them as text', async () => {
    const page = renderMarkdown((await made('MARKDOWN')).body);
    const headings = [...page.matchAll(/<h2>([\s\S]*?)<\/h2>/g)].map(([, heading = '']) => heading);
    expect(headings.join()).not.toMatch(/<\w/);
    expect(headings.map(unescaped)).toEqual(expect.arrayContaining(names));
    expect(page).not.toMatch(/<(script|img|b|em|strong|code|del)\b/);
    expect([...page.matchAll(/href="([^"]*)"/g)].every(([, url = '']) => /^https?:/.test(url))).toBe(true);
  });

  test('the page shows them, runs nothing and asks for nothing', async () => {
    const page = await readers.browser.newPage();
    const asked: string[] = [];
    const { body } = await made('HTML');
    await page.route('**/*', (route) => {
      asked.push(route.request().url());
      return route.fulfill({ body, contentType: 'text/html; charset=utf-8' });
    });
    await page.goto('http://page.invalid/');
    const { titles, hacked } = await page.evaluate(() => {
      const { document, hacked } = globalThis as unknown as { document: Doc; hacked?: number };
      type Doc = { querySelectorAll(selector: string): Iterable<{ textContent: string }> };
      return { titles: [...document.querySelectorAll('h3')].map((one) => one.textContent), hacked };
    });
    await page.close();
    expect({ hacked, asked }).toEqual({ hacked: undefined, asked: ['http://page.invalid/'] });
    expect(titles).toEqual(names);
  });

  test('Mermaid reads them as text', async () => {
    const { type, nodes, edges } = await readers.mermaid((await made('MERMAID')).body);
    expect(type).toMatch(/^flowchart/);
    expect(nodes.map((node) => node.replace(/^.*?<br ?\/?>/, ''))).toEqual(names);
    expect(edges).toHaveLength(names.length - 1);
    expect(edges.every(({ label, stroke }) => stroke === 'dotted' && label.includes('disputed by <script>'))).toBe(
      true,
    );
  });
});

const unescaped = (html: string): string =>
  html
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');
