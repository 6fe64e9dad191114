import { dateText } from '../answers/dates';
import { wordLabel } from '../answers/wordLabels';
import { actorLines, leaveOut, noteLines, placeLines, policyLines } from './details';
import { inTurns } from './inTurns';
import { createLedger } from './losses';
import type { SelectedEvent, SelectedSource, Selection, Written } from './selection';
import { claimLine, type LinkLines, labelsIn, linksAt, provenance, sourceLine } from './words';

/** A document in Markdown (CommonMark with tables): an outline, each event with its links and claims, the provenance. */
export async function markdown(selection: Selection): Promise<Written> {
  const { title, question, dataset, events, links, lang } = selection;
  const labels = labelsIn(lang);
  const ledger = createLedger();
  leaveOut(ledger, events, 'image');
  const rows = events.map((event) => [dateText(event.edtf, lang), event.title, wordLabel(event.kind, lang)]);
  const told = await inTurns(events, selection, (event) => eventBlocks(event, selection));
  const blocks = [
    `# ${plain(title)}`,
    ...(question === null ? [] : [plain(question)]),
    `## ${labels.outline}`,
    events.length === 0 ? labels.noEvents : table([labels.date, labels.event, labels.kind], rows),
    ...told.flat(),
    `## ${labels.citeAs}`,
    ...provenance(dataset, lang).map(plain),
  ];
  return {
    body: `${blocks.join('\n\n')}\n`,
    eventCount: events.length,
    linkCount: links.length,
    losses: ledger.losses(),
  };
}

/**
 * Text that stays text: a line break is a space, and signs that Markdown could read as its own are escaped, but for those
 * that mean something only at the beginning of a line.
 */
export const plain = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>#|~&]/g, '\\$&');

const table = (head: string[], rows: string[][]): string =>
  [head, head.map(() => '---'), ...rows.map((row) => row.map(plain))]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');

function eventBlocks(event: SelectedEvent, selection: Selection): string[] {
  const { lang } = selection;
  const labels = labelsIn(lang);
  const { ledHere, ledOn } = linksAt(event.id, selection);
  const { caption, summary } = event;
  return [
    `## ${plain(event.title)}`,
    `${plain(dateText(event.edtf, lang))} · ${plain(wordLabel(event.kind, lang))}`,
    ...[caption ?? '', summary, ...noteLines(event, lang)].flatMap((text) => (text === '' ? [] : paragraph(text))),
    ...section(labels.ledHere, ledHere.flatMap(linkLines)),
    ...section(labels.ledOn, ledOn.flatMap(linkLines)),
    ...section(labels.actors, actorLines(event, lang).map(item)),
    ...section(labels.policies, policyLines(event, lang).map(item)),
    ...section(labels.places, placeLines(event).map(item)),
    ...section(
      labels.claims,
      event.claims.map((claim) => item(claimLine(claim, lang))),
    ),
    ...section(
      labels.sources,
      event.sources.map((source) => `- ${sourceItem(source, lang)}`),
    ),
  ];
}

/** A paragraph: its first sign must not begin a list, a heading or a line of code. */
const paragraph = (text: string): string => plain(text).replace(/^(\d+)([.)])|^([-+=])/, beginning);

const beginning = (_: string, number?: string, mark?: string, sign?: string): string =>
  number === undefined ? `\\${sign}` : `${number}\\${mark}`;

const section = (label: string, lines: string[]): string[] =>
  lines.length === 0 ? [] : [`### ${label}`, lines.join('\n')];

const item = (text: string): string => `- ${plain(text)}`;

const linkLines = ({ words, objections }: LinkLines): string[] => [
  item(words),
  ...objections.map((line) => `  - ${plain(line)}`),
];

const sourceItem = (source: SelectedSource, lang: string): string =>
  `[${plain(sourceLine(source, lang))}](<${source.url.replace(/[\s<>\\]/g, encodeURIComponent)}>)`;
