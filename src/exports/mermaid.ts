import { dateText } from '../answers/dates';
import { hopLabel } from '../answers/words';
import { leaveOut } from './details';
import { createLedger } from './losses';
import { disputesOf, type SelectedLink, type Selection, type Written } from './selection';
import { provenance } from './words';

/** A diagram for Mermaid: events joined by links as a flowchart, events without links as a timeline. */
export function mermaid(selection: Selection): Written {
  const { dataset, events, links, lang } = selection;
  const ledger = createLedger();
  leaveOut(ledger, events, 'summary', 'actors', 'policies', 'places', 'claims', 'sources', 'contentNotes', 'image');
  ledger.add(
    'claimWords',
    links.reduce((sum, { claims }) => sum + claims.length, 0),
  );
  const comments = provenance(dataset, lang).map((line) => `%% ${line.replace(/\s+/g, ' ')}`);
  const drawing = links.length > 0 ? flowchart(selection) : timeline(selection);
  const [kind, ...lines] = drawing;
  return {
    // The kind of diagram must be told first.
    body: `${[kind, ...comments, ...lines].join('\n')}\n`,
    eventCount: events.length,
    linkCount: links.length,
    losses: ledger.losses(),
  };
}

function flowchart({ title, events, links, lang }: Selection): string[] {
  const names = new Map(events.map(({ id }, at) => [id, `e${at + 1}`]));
  return [
    'flowchart TD',
    `  accTitle: ${plain(title)}`,
    ...events.map(
      ({ id, title: name, edtf }) => `  ${names.get(id)}["${plain(dateText(edtf, lang))}<br/>${plain(name)}"]`,
    ),
    ...links.map((link) => {
      const line = link.disputed ? '-.->' : '-->';
      return `  ${names.get(link.from)} ${line}|"${plain(labelOf(link, lang))}"| ${names.get(link.to)}`;
    }),
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
