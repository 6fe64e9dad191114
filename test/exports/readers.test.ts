import type { Engine } from '../../src/engine/engine';
import { type FormatName, formats } from '../../src/exports';
import { ask } from '../support/ask';
import { describeInBrowser } from '../support/browser';
import { northAmericanAsylum, openWith } from '../support/datasets';
import { ENGINES, type TestEngine } from '../support/engines';
import { type Exported, exportOf, exportsOf, lost, unzipped } from '../support/exports';
import {
  type BrowserReaders,
  faultsOfHtml,
  openReaders,
  readCalendar,
  readCsv,
  readGraphMl,
  readJsonLd,
  renderMarkdown,
} from '../support/readers';

/** What a consumer's own program finds in an export: how many events and links, and all of its text. */
interface Read {
  events: number;
  links: number;
  text: string;
}

/** Every selection that is exported in every form: four chains, a story, and all that there is. */
const selections: Record<string, Record<string, unknown>> = {
  'the Mexican visa, lifted 2016': { chain: { event: 'ca-mexico-visa-lifted-2016', depth: 2 } },
  'CBP One, shut down 2025': { chain: { event: 'us-cbp-one-shutdown-2025', depth: 2 } },
  'safe third country, 2023': { chain: { event: 'ca-stca-protocol-effective-2023', direction: 'BACKWARD', depth: 2 } },
  'the transit rule, 2019': { chain: { event: 'us-third-country-transit-rule-2019', depth: 2 } },
  'a story': { story: 'story-mexican-visa' },
  'the whole data set': { events: {} },
};

const names = Object.keys(formats) as FormatName[];

const read: Record<FormatName, (made: Exported, readers: BrowserReaders) => Promise<Read>> = {
  TIMELINEJS: async ({ body }, readers) => {
    const { errors, warnings, slides } = await readers.timelineJs(body);
    expect({ errors, warnings }).toEqual({ errors: [], warnings: [] });
    return { events: slides.length, links: Number.NaN, text: body };
  },
  VIS_TIMELINE: async ({ body }, readers) => {
    const { events, edges } = await readers.visData(body);
    return { events: events.length, links: edges.length, text: body };
  },
  JSON_LD: async ({ body }) => {
    const quads = await readJsonLd(body);
    const of = (type: string) =>
      quads.filter(({ predicate, object }) => predicate.value.endsWith('#type') && object.value === type);
    return {
      events: of('https://schema.org/Event').length,
      links: of('urn:policy-timelines:term:Link').length,
      text: body,
    };
  },
  GRAPHML: async ({ body }) => {
    const { nodes, edges } = readGraphMl(body);
    return { events: nodes.length, links: edges.length, text: body };
  },
  CSV: async ({ bytes }) => {
    const files = unzipped(bytes);
    const text = Object.values(files).join('\n');
    return {
      events: readCsv(files['events.csv'] ?? '').length,
      links: readCsv(files['links.csv'] ?? '').length,
      text,
    };
  },
  CSV_FLAT: async ({ body }) => ({ events: readCsv(body).length, links: Number.NaN, text: body }),
  CSV_SERIES: async ({ body }) => {
    const table = readCsv(body);
    for (const { value = '', lower = '', date = '' } of table) {
      expect(date).toMatch(/^\d{4}-\d\d-\d\d$/);
      for (const number of [value, lower]) expect(number === '' || Number.isFinite(Number(number))).toBe(true);
    }
    return { events: 0, links: 0, text: body };
  },
  ICALENDAR: async ({ body }) => {
    const events = readCalendar(body);
    expect(events.every(({ isDate, start, end }) => isDate && start < end)).toBe(true);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
    return {
      events: events.length,
      links: Number.NaN,
      text: body.replaceAll('\r\n ', '').replace(/\\([,;\\])/g, '$1'),
    };
  },
  MARKDOWN: async ({ body }) => {
    const page = renderMarkdown(body);
    return {
      events: page.match(/<tr>/g)?.length ? (page.match(/<tr>/g)?.length ?? 0) - 1 : 0,
      links: Number.NaN,
      text: body,
    };
  },
  HTML: async ({ body }) => {
    // The validator takes a second for every hundred kilobytes.
    if (body.length < 120_000) expect(await faultsOfHtml(body)).toEqual([]);
    return { events: body.match(/<h3 /g)?.length ?? 0, links: Number.NaN, text: body };
  },
  MERMAID: async ({ body }, readers) => {
    const { nodes, edges } = await readers.mermaid(body);
    return { events: nodes.length, links: edges.length, text: body };
  },
};

interface Dispute {
  by: string;
  text: string;
}

/** Who disputes or denies the links of a selection, by another way than the exports. */
async function findDisputes(engine: Engine, of: Record<string, unknown>): Promise<Dispute[]> {
  const edges = new Set(readGraphMl((await exportOf(engine, of, 'GRAPHML')).body).edges.map(({ id }) => id));
  const found: Dispute[] = [];
  let after: string | null = null;
  do {
    const { data } = await ask(engine, claimsQuery, { after });
    for (const { about, by, text } of data.claims.nodes) {
      if (edges.has(about.id)) found.push({ by: by.name ?? by.publisher ?? by.title, text });
    }
    after = data.claims.pageInfo.hasNextPage ? data.claims.pageInfo.endCursor : null;
  } while (after !== null);
  return found;
}

const claimsQuery = `query ($after: String) {
  claims(where: {stances: [DISPUTES, DENIES]}, first: 500, after: $after) {
    nodes { text about { ... on EventLink { id } } by { ... on Actor { name } ... on Source { publisher title } } }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** Letters and digits alone, as every format writes signs in a way of its own. */
const lettersOf = (text: string): string =>
  text.replace(/&#39;|&quot;|&amp;|#\d+;|\\n|\\u[\da-f]{4}/gi, '').replace(/[^\p{L}\p{N}]/gu, '');

// All that there is takes its time where the machine has other work.
jest.setTimeout(180_000);

describeInBrowser('every export is read by the program that it is for', (executablePath) => {
  let engine: Engine;
  let readers: BrowserReaders;
  let provenance: string[];
  const rows: string[] = [];
  const disputes = new Map<unknown, Promise<Dispute[]>>();
  const disputesOf = (of: Record<string, unknown>): Promise<Dispute[]> => {
    const found = disputes.get(of) ?? findDisputes(engine, of);
    disputes.set(of, found);
    return found;
  };
  const made = new Map<unknown, ReturnType<typeof exportsOf>>();
  /** All forms of a selection, asked for together so that it is gathered once. */
  const allOf = (of: Record<string, unknown>, taken: readonly FormatName[]): ReturnType<typeof exportsOf> => {
    const forms = made.get(of) ?? exportsOf(engine, of, taken);
    made.set(of, forms);
    return forms;
  };
  beforeAll(async () => {
    engine = await openWith(ENGINES[0] as TestEngine, northAmericanAsylum);
    readers = await openReaders(executablePath);
    const { data } = await ask(engine, '{ dataset { version checksum citeAs } }');
    provenance = Object.values(data.dataset);
  });
  afterAll(async () => {
    console.info(['selection                        format          events   links  losses', ...rows].join('\n'));
    await readers.close();
    await engine.close();
  });

  for (const [selection, of] of Object.entries(selections)) {
    // A diagram of hundreds of events is more than Mermaid agrees to draw.
    const taken = selection === 'the whole data set' ? names.filter((name) => name !== 'MERMAID') : names;
    test.each(taken)(`${selection}: %s`, async (format) => {
      const forms = await allOf(of, taken);
      // The form that holds everything tells how much is asked for.
      const [made, all] = [forms[format], forms.GRAPHML];
      const { events, links, text } = await read[format](made, readers);
      rows.push(
        [
          selection.padEnd(32),
          format.padEnd(13),
          `${events}`.padStart(8),
          `${made.linkCount}`.padStart(7),
          `  ${made.losses.map(({ what, count }) => `${count} ${what}`).join(', ')}`,
        ].join(' '),
      );

      expect(events).toBe(made.eventCount);
      if (!Number.isNaN(links)) expect(links).toBe(made.linkCount);
      expect(made.eventCount + lost(made, 'events')).toBe(all.eventCount);
      expect(made.linkCount + lost(made, 'links')).toBe(all.linkCount);

      for (const said of provenance) expect(lettersOf(text)).toContain(lettersOf(said));
      if (format === 'CSV_SERIES') return;
      const unsaid = (await disputesOf(of)).filter((dispute) =>
        // A diagram has room for who disputes a link, not for the words.
        [dispute.by, ...(format === 'MERMAID' ? [] : [dispute.text])].some(
          (said) => !lettersOf(text).includes(lettersOf(said)),
        ),
      );
      expect(unsaid).toEqual([]);
    });
  }

  test('the page fits a telephone, and says in its own language what is left out', async () => {
    const of = { chain: { event: 'ca-mexico-visa-lifted-2016', depth: 2 } };
    const page = await readers.browser.newPage({ viewport: { width: 390, height: 800 } });
    for (const lang of ['en', 'es', 'fr']) {
      const { body, losses } = await exportOf(engine, of, 'HTML', lang);
      await page.setContent(body);
      const left = String(await page.locator('footer').textContent());
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
      expect(losses).not.toEqual([]);
      for (const { what, why } of losses) {
        expect(left).toContain(why);
        expect(left.includes(what)).toBe(lang === 'en');
      }
    }
    await page.close();
  });
});
