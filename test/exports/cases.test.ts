import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FormatName } from '../../src/exports';
import { describeInBrowser } from '../support/browser';
import { caseFolder } from '../support/cases';
import { openWith, readSound } from '../support/datasets';
import { ENGINES, type TestEngine } from '../support/engines';
import { type Exported, exportOf, lost, unzipped } from '../support/exports';
import {
  type BrowserReaders,
  openReaders,
  readCalendar,
  readCsv,
  readGraphMl,
  renderMarkdown,
} from '../support/readers';

/** All events of a case in a form, as the whole product gives it. */
async function exportCase(name: string, format: FormatName): Promise<Exported> {
  const engine = await openWith(ENGINES[0] as TestEngine, caseFolder(name));
  try {
    return await exportOf(engine, { events: {} }, format);
  } finally {
    await engine.close();
  }
}

describe('C03: still running, or end not known', () => {
  const formats = ['TIMELINEJS', 'VIS_TIMELINE', 'ICALENDAR'] as const;
  test.each(formats)('%s reports a loss for both', async (format) => {
    const made = await exportCase('C03', format);
    expect([lost(made, 'open ends'), lost(made, 'unknown ends')]).toEqual([1, 1]);
  });

  test.each(['GRAPHML', 'JSON_LD', 'CSV_FLAT', 'MARKDOWN', 'HTML'] as const)(
    '%s keeps the difference',
    async (format) => {
      const { body } = await exportCase('C03', format);
      const saysIt =
        format === 'MARKDOWN' || format === 'HTML'
          ? ['still running', 'end not known']
          : ['2025-01-20/..', '2025-01-20/'];
      for (const said of saysIt) expect(body).toContain(said);
    },
  );
});

test('C07: a calendar of whole days', async () => {
  const made = await exportCase('C07', 'ICALENDAR');
  const { body } = made;
  const linesOf = (id: string) =>
    (new RegExp(`UID:${id}@[\\s\\S]*?END:VEVENT`).exec(body)?.[0] ?? '')
      .split('\r\n')
      .filter((line) => line.startsWith('DT'));
  const days = (first: string, end: string) => [`DTSTART;VALUE=DATE:${first}`, `DTEND;VALUE=DATE:${end}`];
  const datesOf = (id: string) => linesOf(id).filter((line) => !line.startsWith('DTSTAMP'));
  expect(datesOf('a')).toEqual(days('20140919', '20140923'));
  expect(datesOf('b')).toEqual(days('20251229', '20251230'));
  expect(datesOf('c')).toEqual(days('20181001', '20181101'));
  expect(datesOf('d')).toEqual(days('20200228', '20200301'));
  expect(datesOf('e')).toEqual(days('20250120', '20250121'));
  expect(datesOf('f')).toEqual([]);
  expect(datesOf('g')).toEqual(days('20180101', '20190101'));
  for (const id of ['a', 'b', 'c', 'd', 'e', 'g'])
    expect(linesOf(id)).toContainEqual(expect.stringMatching(/^DTSTAMP:\d{8}T\d{6}Z$/));

  expect(made.eventCount).toBe(6);
  expect(lost(made, 'events')).toBe(1);
  expect(lost(made, 'open ends')).toBe(1);
  expect(lost(made, 'approximate dates')).toBe(1);
  // Of the month and of the year nobody knows the day.
  expect(lost(made, 'dates')).toBe(2);

  expect(body.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(body).not.toMatch(/TZID/);
  expect(body.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  expect(readCalendar(body).map(({ start, end }) => [start, end])).toContainEqual(['2014-09-19', '2014-09-23']);
});

test('C08: links side by side stay several', async () => {
  const made = await exportCase('C08', 'GRAPHML');
  expect(made.body).toContain('edgedefault="directed"');
  expect(made.body).toContain('attr.name="disputed" attr.type="boolean"');
  const { nodes, edges } = readGraphMl(made.body);
  expect(nodes).toHaveLength(3);
  expect(edges.map(({ id }) => id).sort()).toEqual([
    'a--contributed-to--c',
    'a--preceded--b',
    'a--triggered--b',
    'b--caused--c',
  ]);
  const disputed = edges.filter(({ attributes }) => attributes.disputed === true);
  expect(disputed.map(({ id }) => id)).toEqual(['a--triggered--b']);
  expect(disputed[0]?.attributes.disputes).toContain('It says that A had nothing to do with B');
  expect(edges.filter(({ attributes }) => attributes.disputed === false)).toHaveLength(3);
  expect(edges.map(({ attributes }) => attributes.type).sort()).toEqual([
    'CAUSED',
    'CONTRIBUTED_TO',
    'PRECEDED',
    'TRIGGERED',
  ]);
});

/** The titles of C09, with the signs that mean something to Mermaid or Markdown. */
const titlesOfC09 = [
  'title of the Act',
  'section 9 <b>and</b> %% more \\ `code`',
  'Order 1: borders closed; hotels "or equivalent"',
  'Ruling #13769 | stayed: part 2:final',
];

test('C09: Markdown shows the titles as they are, in tables whose rows have as many cells as the head', async () => {
  const { body } = await exportCase('C09', 'MARKDOWN');
  const page = renderMarkdown(body);
  const cells = [...page.matchAll(/<tr>([\s\S]*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd]>([\s\S]*?)<\/t[hd]>/g)].map(([, cell = '']) => textOfHtml(cell)),
  );
  expect(cells).toHaveLength(5);
  for (const row of cells) expect(row).toHaveLength(cells[0]?.length ?? 0);
  expect(
    cells
      .slice(1)
      .map((row) => row[1])
      .sort(),
  ).toEqual([...titlesOfC09].sort());
  const headings = [...page.matchAll(/<h2>([\s\S]*?)<\/h2>/g)].map(([, heading = '']) => textOfHtml(heading));
  expect(headings).toEqual(expect.arrayContaining(titlesOfC09));
});

/** What a reader sees of a piece of HTML that should hold no element. */
const textOfHtml = (html: string): string => {
  expect(html).not.toMatch(/<\w/);
  return html
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');
};

test('C13: what looks like a formula is made harmless, and numbers stay numbers', async () => {
  const { bytes } = await exportCase('C13', 'CSV');
  const files = unzipped(bytes);
  const events = files['events.csv'] ?? '';
  const cells = [
    `"'=HYPERLINK(""http://example.org"",""x"")"`,
    "'-2+3+cmd|' /C calc'!A1",
    "'@SUM(A1)",
    "'+1 day rule",
    "'- withdrawn",
    "'quoted' rule",
  ];
  expect(
    events
      .split('\r\n')
      .slice(1, -1)
      .map((line) => cells.find((cell) => line.includes(`,${cell},`))),
  ).toEqual(cells);
  expect(
    readCsv(files['observations.csv'] ?? '')
      .map(({ value }) => value)
      .sort(),
  ).toEqual(['-0.02', '-1250.5', '0']);
  const series = await exportCase('C13', 'CSV_SERIES');
  expect(readCsv(series.body).map(({ value }) => value)).toEqual(['-1250.5', '0', '-0.02']);

  // Read again, the titles are what they were.
  const folder = mkdtempSync(join(tmpdir(), 'exported-'));
  for (const [name, text] of Object.entries(files)) if (!name.includes('/')) writeFileSync(join(folder, name), text);
  const titles = readSound(folder).rows.events.map(({ values }) => values.title);
  rmSync(folder, { recursive: true });
  expect(titles).toEqual(readSound(caseFolder('C13')).rows.events.map(({ values }) => values.title));

  const flat = readCsv((await exportCase('C13', 'CSV_FLAT')).body).map(({ title }) => title);
  expect(flat.filter((title) => /^[=+\-@]/.test(title ?? ''))).toEqual([]);
});

describeInBrowser('the cases of programs in a browser', (executablePath) => {
  let readers: BrowserReaders;
  beforeAll(async () => {
    readers = await openReaders(executablePath);
  });
  afterAll(() => readers.close());

  test('C09: Mermaid reads four periods with one event each', async () => {
    const { type, periods } = await readers.mermaid((await exportCase('C09', 'MERMAID')).body);
    expect(type).toBe('timeline');
    expect(periods.map(({ events }) => events.length)).toEqual([1, 1, 1, 1]);
    // It keeps the blanks before a title.
    expect(periods.map(({ events }) => events[0]?.replace(/^[:\s]+/, '')).sort()).toEqual([...titlesOfC09].sort());
  });

  test('C10: TimelineJS gets what is known of a date and nothing else', async () => {
    const made = await exportCase('C10', 'TIMELINEJS');
    const { events } = JSON.parse(made.body) as { events: Record<string, unknown>[] };
    const slide = (id: string) => events.find((event) => event.unique_id === id) ?? {};
    expect(slide('m')).toMatchObject({ start_date: { year: 2018, month: 10 } });
    expect(slide('m').start_date).not.toHaveProperty('day');
    expect(slide('y').start_date).toEqual({ year: 2016 });
    expect(slide('r')).toMatchObject({
      start_date: { year: 2018, month: 4, day: 19 },
      end_date: { year: 2018, month: 5, day: 31 },
    });
    expect(slide('o').start_date).toEqual({ year: 2025, month: 1, day: 20 });
    expect(slide('z')).toMatchObject({
      start_date: { year: 2018, month: 10 },
      display_date: expect.stringContaining('about'),
    });
    for (const id of ['m', 'y', 'o', 'z']) expect(slide(id)).not.toHaveProperty('end_date');
    expect(slide('u')).toEqual({});
    expect([made.eventCount, lost(made, 'events'), lost(made, 'open ends')]).toEqual([5, 1, 1]);

    const { errors, slides, shown } = await readers.timelineJs(made.body);
    expect(errors).toEqual([]);
    expect(slides).toHaveLength(5);
    expect(shown.dates.join()).not.toMatch(/January 1, 0|, 0\b/);
    expect(shown.dates).toContain('about October 2018');
  });

  test('C10: vis-timeline covers the last day', async () => {
    const made = await exportCase('C10', 'VIS_TIMELINE');
    const { items } = JSON.parse(made.body) as { items: Record<string, string>[] };
    const item = (event: string) => items.find((one) => one.event === event) ?? {};
    expect(item('r')).toMatchObject({ start: '2018-04-19', end: '2018-06-01' });
    expect(item('m')).toMatchObject({
      start: '2018-10-01',
      end: '2018-11-01',
      className: expect.stringContaining('fuzzy'),
    });
    expect(item('o')).not.toHaveProperty('end');
    expect(item('u')).toEqual({});
    expect((await readers.visData(made.body)).events).toHaveLength(made.eventCount);
  });
});
