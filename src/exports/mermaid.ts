import { dateText } from '../answers/dates';
import { hopLabel } from '../answers/words';
import { leaveOut } from './details';
import { inTurns } from './inTurns';
import { createLedger } from './losses';
import { disputesOf, type SelectedLink, type Selection, type Written } from './selection';
import { provenance } from './words';

/** Most characters and arrows that Mermaid draws unless it is told otherwise, which no diagram itself can do. */
const mostCharacters = 50_000;
const mostArrows = 500;

/** A diagram for Mermaid: events joined by links as a flowchart, events without links as a timeline. */
export async function mermaid(selection: Selection): Promise<Written> {
  const { dataset, events, links, lang } = selection;
  const ledger = createLedger();
  leaveOut(ledger, events, 'summary', 'actors', 'policies', 'places', 'claims', 'sources', 'contentNotes', 'image');
  ledger.add(
    'claimWords',
    links.reduce((sum, { claims }) => sum + claims.length, 0),
  );
  const comments = provenance(dataset, lang).map((line) => `%% ${line.replace(/\s+/g, ' ')}`);
  const drawing = links.length > 0 ? await flowchart(selection) : timeline(selection);
  const [kind, ...lines] = drawing;
  // The kind of diagram must be told first.
  const body = `${[kind, ...comments, ...lines].join('\n')}\n`;
  ledger.add('longText', Math.max(0, body.length - mostCharacters));
  ledger.add('manyArrows', Math.max(0, links.length - mostArrows));
  return {
    body,
    eventCount: events.length,
    linkCount: links.length,
    losses: ledger.losses(),
  };
}

async function flowchart(selection: Selection): Promise<string[]> {
  const { title, events, links, lang } = selection;
  const names = new Map(events.map(({ id }, at) => [id, `e${at + 1}`]));
  const arrows = await inTurns(links, selection, (link) => {
    const line = link.disputed ? '-.->' : '-->';
    return `  ${names.get(link.from)} ${line}|"${plain(labelOf(link, lang))}"| ${names.get(link.to)}`;
  });
  return [
    'flowchart TD',
    `  accTitle: ${plain(title)}`,
    ...events.map(
      ({ id, title: name, edtf }) => `  ${names.get(id)}["${plain(dateText(edtf, lang))}<br/>${plain(name)}"]`,
    ),
    ...arrows,
  ];
}

/** The link in a few words, and who disputes it. */
function labelOf(link: SelectedLink, lang: string): string {
  const by = (...stances: string[]) => [
    ...new Set(link.claims.flatMap((claim) => (stances.includes(claim.stance) ? claim.by.name : []))),
  ];
  return hopLabel({
    type: link.type,
    evidence: link.evidence,
    assertedBy: by('ASSERTS'),
    disputedBy: [...new Set(disputesOf(link).map((claim) => claim.by.name))],
    qualifiedBy: by('QUALIFIES'),
    lang,
  });
}

const timeline = ({ title, events, lang }: Selection): string[] => [
  'timeline',
  `  title ${plain(title)}`,
  ...events.map(({ title: name, edtf }) => `  ${plain(dateText(edtf, lang))} : ${plain(name)}`),
];

/** Text that stays text: every sign that could mean something to Mermaid is written as its number. */
const plain = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[^\p{L}\p{M}\p{N}\p{S} ,.()’“”«»–-]|[<>=+$^`|~]/gu, (sign) => `#${sign.codePointAt(0)};`);
