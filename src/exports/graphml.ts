import { dateText } from '../answers/dates';
import { actorLines, leaveOut, placeLines, policyLines } from './details';
import { inTurns } from './inTurns';
import { createLedger } from './losses';
import { escapeMarkup } from './markup';
import { disputesOf, type SelectedEvent, type SelectedLink, type Selection, type Written } from './selection';
import { claimLine, provenance, sourceLine } from './words';

type Value = string | boolean | null;

/** What nodes and edges carry: how each value is read off, in the order in which it is written. */
const nodeData: Readonly<Record<string, (event: SelectedEvent, lang: string) => Value>> = {
  label: ({ title }) => title,
  date: ({ edtf }, lang) => dateText(edtf, lang),
  edtf: ({ edtf }) => edtf,
  kind: ({ kind }) => kind,
  verification: ({ verification }) => verification,
  summary: ({ summary }) => summary,
  caption: ({ caption }) => caption,
  content_notes: ({ contentNotes }) => listed(contentNotes),
  places: ({ jurisdictions, affects }) => listed([...jurisdictions, ...affects].map(({ name }) => name)),
  place_roles: (event) => listed(placeLines(event)),
  actors: (event, lang) => listed(actorLines(event, lang)),
  policies: (event, lang) => listed(policyLines(event, lang)),
  claims: ({ claims }, lang) => lines(claims.map((claim) => claimLine(claim, lang))),
  sources: ({ sources }, lang) => lines(sources.map((source) => `${sourceLine(source, lang)} ${source.url}`)),
};

const edgeData: Readonly<Record<string, (link: SelectedLink, lang: string) => Value>> = {
  label: ({ words }) => words,
  type: ({ type }) => type,
  family: ({ family }) => family,
  evidence: ({ evidence }) => evidence,
  basis: ({ basis }) => basis,
  disputed: ({ disputed }) => disputed,
  qualified: ({ qualified }) => qualified,
  disputes: (link, lang) => lines(disputesOf(link).map((claim) => claimLine(claim, lang))),
  claims: ({ claims }, lang) => lines(claims.map((claim) => claimLine(claim, lang))),
  sources: ({ sources }, lang) => lines(sources.map((source) => `${sourceLine(source, lang)} ${source.url}`)),
};

const booleans = new Set(['disputed', 'qualified']);

const lines = (texts: string[]): string => texts.join('\n');
// Names hold commas.
const listed = (names: string[]): string => names.join('; ');

/** A graph in GraphML: events as nodes, links as edges with ids of their own, so that two links of one pair stay two. */
export async function graphMl(selection: Selection): Promise<Written> {
  const { title, dataset, events, links, lang } = selection;
  const ledger = createLedger();
  leaveOut(ledger, events, 'image');
  const keys = (domain: 'node' | 'edge', names: string[]) =>
    names.map((name) => {
      const type = booleans.has(name) ? 'boolean' : 'string';
      return `  <key id="${domain}-${name}" for="${domain}" attr.name="${name}" attr.type="${type}"/>`;
    });
  const data = (domain: string, values: readonly (readonly [name: string, value: Value])[]) =>
    values.flatMap(([name, value]) =>
      value === null || value === '' ? [] : `      <data key="${domain}-${name}">${escapeMarkup(String(value))}</data>`,
    );
  const about: [string, Value][] = [
    ['title', title],
    ['version', dataset.version],
    ['checksum', dataset.checksum],
    ['license', dataset.license],
    ['provenance', lines(provenance(dataset, lang))],
  ];
  const nodes = await inTurns(events, selection, (event) => [
    `    <node id="${escapeMarkup(event.id)}">`,
    ...data(
      'node',
      Object.entries(nodeData).map(([name, read]) => [name, read(event, lang)] as const),
    ),
    '    </node>',
  ]);
  const edges = await inTurns(links, selection, (link) => [
    `    <edge id="${escapeMarkup(link.id)}" source="${escapeMarkup(link.from)}" target="${escapeMarkup(link.to)}">`,
    ...data(
      'edge',
      Object.entries(edgeData).map(([name, read]) => [name, read(link, lang)] as const),
    ),
    '    </edge>',
  ]);
  const text = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...about.map(([name]) => `  <key id="graph-${name}" for="graph" attr.name="${name}" attr.type="string"/>`),
    ...keys('node', Object.keys(nodeData)),
    ...keys('edge', Object.keys(edgeData)),
    '  <graph id="graph" edgedefault="directed">',
    ...data('graph', about),
    ...nodes.flat(),
    ...edges.flat(),
    '  </graph>',
    '</graphml>',
  ];
  return { body: `${text.join('\n')}\n`, eventCount: events.length, linkCount: links.length, losses: ledger.losses() };
}
