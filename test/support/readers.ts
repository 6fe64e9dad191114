import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import type { Browser, Page } from 'playwright-core';
import { packageRoot } from '../../src/config';
import { openBrowser } from './browser';

/** A calendar as ical.js reads it. */
export interface CalendarEvent {
  uid: string;
  summary: string;
  description: string;
  start: string;
  end: string;
  isDate: boolean;
}

/** A diagram as Mermaid reads it: the nodes and edges of a flowchart, or the tasks of a timeline. */
export interface Diagram {
  type: string;
  nodes: string[];
  edges: { label: string; stroke: string }[];
  periods: { period: string; events: string[] }[];
}

/** A timeline as TimelineJS takes it. */
export interface Slides {
  errors: string[];
  warnings: string[];
  slides: {
    id: string;
    headline: string;
    group: string;
    displayDate: string;
    start: Record<string, unknown>;
    end: Record<string, unknown> | null;
  }[];
  /** What stands on the page at last. */
  shown: { headlines: string[]; groups: string[]; dates: string[] };
  /** Whether a text of the export was run as a program. */
  hacked: boolean;
}

/** A file of a package, also where the package does not name it. */
const load = (path: string) => require(join(packageRoot, 'node_modules', path));

const scripts = {
  TL: '@knight-lab/timelinejs/dist/js/timeline.js',
  mermaid: 'mermaid/dist/mermaid.min.js',
  vis: 'vis-data/standalone/umd/vis-data.min.js',
} as const;

/** The programs that eat exports and live in a browser. */
export interface BrowserReaders {
  timelineJs(body: string): Promise<Slides>;
  mermaid(body: string): Promise<Diagram>;
  visData(body: string): Promise<{
    items: string[];
    events: string[];
    groups: string[];
    edges: string[];
    dates: [string, string | null][];
  }>;
  close(): Promise<void>;
  browser: Browser;
}

/** Opens them, each in a page of its own that reaches no network. */
export async function openReaders(executablePath: string): Promise<BrowserReaders> {
  const browser = await openBrowser(executablePath);
  const pageWith = async (name: keyof typeof scripts): Promise<Page> => {
    const page = await browser.newPage();
    await page.route('**/*', (route) =>
      route.fulfill({
        body: '<!doctype html><div id="timeline" style="width:900px;height:600px"></div>',
        contentType: 'text/html',
      }),
    );
    await page.goto('http://reader.invalid/');
    await page.addScriptTag({ path: join(packageRoot, 'node_modules', scripts[name]) });
    return page;
  };
  const [slides, diagrams, data] = await Promise.all([pageWith('TL'), pageWith('mermaid'), pageWith('vis')]);
  return {
    browser,
    timelineJs: (body) => slides.evaluate(readSlides, body),
    mermaid: (body) => diagrams.evaluate(readDiagram, body),
    visData: (body) => data.evaluate(readVis, body),
    close: () => browser.close(),
  };
}

// These three run in the browser, where the programs are globals.
// biome-ignore-start lint/suspicious/noExplicitAny: programs without types of their own
async function readSlides(body: string): Promise<Slides> {
  const { TL } = globalThis as any;
  const place = (globalThis as any).document.getElementById('timeline');
  place.innerHTML = '';
  const timeline = new TL.Timeline('timeline', JSON.parse(body), { hash_bookmark: false });
  const isReady = () => timeline.ready || (timeline.config && timeline.config.messages.errors.length > 0);
  for (let tries = 0; tries < 200 && !isReady(); tries++) await new Promise((wait) => setTimeout(wait, 25));
  const { config } = timeline;
  const texts = (selector: string) => [...place.querySelectorAll(selector)].map((one: any) => one.textContent);
  const partsOf = (date: any) => date && { ...date.data };
  return {
    errors: config.messages.errors.map(String),
    warnings: config.messages.warnings.map(String),
    slides: config.events.map((slide: any) => ({
      id: slide.unique_id,
      headline: slide.text.headline,
      group: slide.group ?? '',
      displayDate: slide.display_date ?? '',
      start: partsOf(slide.start_date),
      end: partsOf(slide.end_date) ?? null,
    })),
    shown: {
      headlines: texts('.tl-slide .tl-headline'),
      groups: texts('.tl-timegroup-message'),
      dates: texts('.tl-slide .tl-headline-date'),
    },
    hacked: 'hacked' in globalThis,
  };
}

async function readDiagram(body: string): Promise<Diagram> {
  const { mermaid } = globalThis as any;
  mermaid.initialize({ startOnLoad: false });
  const { diagramType: type } = await mermaid.parse(body);
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(body);
  const decode = (text: string) => {
    const element = (globalThis as any).document.createElement('textarea');
    element.innerHTML = text.replace(/ﬂ°°/g, '&#').replace(/ﬂ°/g, '&').replace(/¶ß/g, ';');
    return element.value as string;
  };
  if (type === 'timeline') {
    const periods = db.getTasks().map((task: any) => ({ period: decode(task.task), events: task.events.map(decode) }));
    return { type, nodes: [], edges: [], periods };
  }
  return {
    type,
    nodes: [...db.getVertices().values()].map((node: any) => decode(node.text)),
    edges: db.getEdges().map((edge: any) => ({ label: decode(edge.text), stroke: edge.stroke })),
    periods: [],
  };
}

function readVis(body: string) {
  const { vis } = globalThis as any;
  const { items, groups, edges } = JSON.parse(body);
  // A data set refuses an id that it has already.
  const [held, lanes, arrows] = [new vis.DataSet(items), new vis.DataSet(groups), new vis.DataSet(edges)];
  return {
    items: held.getIds(),
    events: [...new Set<string>(held.map((item: any) => item.event))],
    groups: lanes.getIds(),
    edges: arrows.getIds(),
    dates: held.map((item: any): [string, string | null] => [item.start, item.end ?? null]),
  };
}
// biome-ignore-end lint/suspicious/noExplicitAny: programs without types of their own

/** A calendar as ical.js reads it, in strict mode. */
export function readCalendar(body: string): CalendarEvent[] {
  const ICAL = load('ical.js/dist/ical.es5.cjs');
  const calendar = new ICAL.Component(ICAL.parse(body));
  return calendar.getAllSubcomponents('vevent').map((component: unknown) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      summary: event.summary,
      description: event.description,
      start: event.startDate.toString(),
      end: event.endDate.toString(),
      isDate: event.startDate.isDate && event.endDate.isDate,
    };
  });
}

export interface ReadGraph {
  nodes: { id: string; attributes: Record<string, unknown> }[];
  edges: { id: string; source: string; target: string; attributes: Record<string, unknown> }[];
  attributes: Record<string, unknown>;
}

/** A graph as Graphology reads GraphML: directed, with several edges between two nodes. */
export function readGraphMl(body: string): ReadGraph {
  const { MultiDirectedGraph } = load('graphology');
  const graph = load('graphology-graphml').parse(MultiDirectedGraph, body);
  return {
    nodes: graph.mapNodes((id: string, attributes: Record<string, unknown>) => ({ id, attributes })),
    edges: graph.mapEdges((id: string, attributes: Record<string, unknown>, source: string, target: string) => ({
      id,
      source,
      target,
      attributes,
    })),
    attributes: graph.getAttributes(),
  };
}

/** A CSV as csv-parse reads it. */
export const readCsv = (body: string): Record<string, string>[] =>
  parseCsv(body, { columns: true, bom: true }) as Record<string, string>[];

export interface Quad {
  subject: { value: string };
  predicate: { value: string };
  object: { value: string; termType: string; language?: string; datatype?: { value: string } };
}

/** JSON-LD as the processor of the W3C's editors reads it; it may load nothing. */
export const readJsonLd = (body: string): Promise<Quad[]> =>
  load('jsonld').toRDF(JSON.parse(body), {
    safe: true,
    documentLoader: (url: string) => {
      throw new Error(`Expected a document that needs nothing else, but it asks for ${url}`);
    },
  });

/** What an HTML validator says against a page. */
export async function faultsOfHtml(body: string): Promise<string[]> {
  const { HtmlValidate } = load('html-validate');
  const validator = new HtmlValidate({
    extends: ['html-validate:standard', 'html-validate:a11y'],
    // Matters of taste: of the case of the doctype and of blanks at the end of a line of text.
    rules: { 'doctype-style': 'off', 'no-trailing-whitespace': 'off', 'long-title': 'off' },
  });
  const { results } = await validator.validateString(body);
  return results.flatMap(({ messages }: { messages: { ruleId: string; message: string; line: number }[] }) =>
    messages.map(({ ruleId, message, line }) => `${line}: ${ruleId}: ${message}`),
  );
}

/** A document in Markdown as Marked renders it. */
export const renderMarkdown = (body: string): string => load('marked/lib/marked.umd.js').parse(body, { async: false });
