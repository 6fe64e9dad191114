import { dateText } from '../answers/dates';
import { withColon } from '../answers/languages';
import { wordLabel } from '../answers/wordLabels';
import { whenOf } from './days';
import { actorLines, noteLines, placeLines, policyLines } from './details';
import { inTurns } from './inTurns';
import { createLedger, type Loss, lostInWords, whyLost } from './losses';
import { anchor, escapeMarkup } from './markup';
import {
  linksBeside,
  type SelectedClaim,
  type SelectedEvent,
  type SelectedLink,
  type Selection,
  sourcesOf,
  type Written,
} from './selection';
import { claimLine, labelsIn, objections, provenance, sourceLine } from './words';

/** One page that needs nothing else: no script, no picture, no request. Its look is a few variables at the top. */
export async function html(selection: Selection): Promise<Written> {
  const { title, question, dataset, events, links, lang } = selection;
  const labels = labelsIn(lang);
  const ledger = createLedger();
  ledger.add('noRequests', events.filter(({ image }) => image !== null).length);
  const losses = ledger.losses();
  const items = await inTurns(events, selection, (event) => eventItem(event, selection));
  const page = [
    '<!DOCTYPE html>',
    `<html lang="${escapeMarkup(lang)}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${escapeMarkup(title)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    `<header><h1 dir="auto">${escapeMarkup(title)}</h1>${question === null ? '' : `<p class="question" dir="auto">${escapeMarkup(question)}</p>`}</header>`,
    outline(selection),
    '<main>',
    `<h2 id="events">${labels.timeline}</h2>`,
    events.length === 0 ? `<p>${labels.noEvents}</p>` : '',
    ...(events.length === 0 ? [] : ['<ol class="timeline">', ...items, '</ol>']),
    ...sourceList(selection),
    '</main>',
    '<footer>',
    `<h2 id="cite">${labels.citeAs}</h2>`,
    ...provenance(dataset, lang).map((line) => `<p dir="auto">${escapeMarkup(line)}</p>`),
    ...lossList([...selection.losses, ...losses], lang),
    '</footer>',
    '</body>',
    '</html>',
  ];
  return {
    body: `${page.filter((line) => line !== '').join('\n')}\n`,
    eventCount: events.length,
    linkCount: links.length,
    losses,
  };
}

// Nothing may be loaded from anywhere; the style is in the page.
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const style = `
:root {
  --text: #1a1a1a;
  --quiet: #555;
  --paper: #fff;
  --line: #0b5394;
  --dispute: #9c2a00;
  --font: system-ui, sans-serif;
  --width: 44rem;
}
body { margin: 0 auto; max-width: var(--width); padding: 1rem; background: var(--paper); color: var(--text); font: 1rem/1.5 var(--font); overflow-wrap: anywhere; }
a { color: var(--line); }
h1, h2, h3 { line-height: 1.25; }
.timeline { list-style: none; margin: 0; padding: 0; }
.timeline > li { border-inline-start: .25rem solid var(--line); padding: 0 1rem 1.5rem; }
.date, .kind { color: var(--quiet); margin: 0; }
.disputed { border-inline-start: .25rem dotted var(--dispute); padding-inline-start: .5rem; }
.objection { color: var(--dispute); }
:target { outline: .15rem solid var(--line); }
@media print { a { color: inherit; } .timeline > li { break-inside: avoid; } }
`;

/** Ids of a page are made of places, since the data set's own may hold signs that are none for an address. */
const idOf = (id: string, { events }: Selection): string | null => {
  const at = places(events).get(id);
  return at === undefined ? null : `event-${at + 1}`;
};

const known = new WeakMap<readonly SelectedEvent[], Map<string, number>>();

function places(events: readonly SelectedEvent[]): Map<string, number> {
  const found = known.get(events) ?? new Map(events.map(({ id }, at) => [id, at]));
  known.set(events, found);
  return found;
}

function outline(selection: Selection): string {
  const { events, lang } = selection;
  const labels = labelsIn(lang);
  const items = events.map(
    (event) =>
      `<li><a href="#${idOf(event.id, selection)}" dir="auto">${escapeMarkup(event.title)}</a> <span class="date">${escapeMarkup(dateText(event.edtf, lang))}</span></li>`,
  );
  return [
    `<nav aria-label="${labels.outline}">`,
    `<h2>${labels.outline}</h2>`,
    ...(items.length === 0 ? [] : ['<ol>', ...items, '</ol>']),
    `<p><a href="#cite">${labels.citeAs}</a></p>`,
    '</nav>',
  ].join('\n');
}

function eventItem(event: SelectedEvent, selection: Selection): string {
  const { lang } = selection;
  const labels = labelsIn(lang);
  const { caption, summary } = event;
  const { ledHere, ledOn } = linksBeside(event.id, selection);
  return [
    `<li id="${idOf(event.id, selection)}">`,
    `<h3 dir="auto">${escapeMarkup(event.title)}</h3>`,
    `<p class="date">${dateElement(event.edtf, lang)}</p>`,
    `<p class="kind">${escapeMarkup(wordLabel(event.kind, lang))}</p>`,
    ...[caption ?? '', summary, ...noteLines(event, lang)].flatMap((text) =>
      text === '' ? [] : `<p dir="auto">${escapeMarkup(text)}</p>`,
    ),
    ...section(labels.ledHere, ledHere, (link) => linkItem(link, link.from, selection)),
    ...section(labels.ledOn, ledOn, (link) => linkItem(link, link.to, selection)),
    ...section(labels.actors, actorLines(event, lang), textItem),
    ...section(labels.policies, policyLines(event, lang), textItem),
    ...section(labels.places, placeLines(event), textItem),
    ...section(labels.claims, event.claims, (claim) => claimItem(claim, lang)),
    ...section(
      labels.sources,
      event.sources,
      (source) => `<li dir="auto">${anchor(source.url, sourceLine(source, lang))}</li>`,
    ),
    '</li>',
  ].join('\n');
}

function section<Item>(label: string, items: readonly Item[], write: (item: Item) => string): string[] {
  return items.length === 0 ? [] : [`<h4>${escapeMarkup(label)}</h4>`, '<ul>', ...items.map(write), '</ul>'];
}

const textItem = (text: string): string => `<li dir="auto">${escapeMarkup(text)}</li>`;

const claimItem = (claim: SelectedClaim, lang: string): string =>
  `<li dir="auto"${claim.stance === 'DISPUTES' || claim.stance === 'DENIES' ? ' class="objection"' : ''}>${escapeMarkup(claimLine(claim, lang))}</li>`;

function linkItem(link: SelectedLink, other: string, selection: Selection): string {
  const { lang } = selection;
  const place = idOf(other, selection);
  const against = objections(link.claims);
  return [
    `<li dir="auto"${link.disputed ? ' class="disputed"' : ''}>${escapeMarkup(link.words)}`,
    place === null ? '' : ` <a href="#${place}" aria-label="${escapeMarkup(titleOf(other, selection))}">→</a>`,
    against.length === 0 ? '' : `\n<ul>\n${against.map((claim) => claimItem(claim, lang)).join('\n')}\n</ul>\n`,
    '</li>',
  ].join('');
}

const titleOf = (id: string, { events }: Selection): string => events[places(events).get(id) ?? -1]?.title ?? id;

/** Only what HTML can write as a date is marked up as one. */
function dateElement(edtf: string, lang: string): string {
  const text = escapeMarkup(dateText(edtf, lang));
  const { start, end } = whenOf(edtf);
  const isPlain = end === null && /^\d{4}(-\d\d){0,2}$/.test(edtf) && typeof start === 'object' && edtf > '0000';
  return isPlain ? `<time datetime="${edtf}">${text}</time>` : text;
}

function sourceList(selection: Selection): string[] {
  const sources = sourcesOf(selection);
  const { lang } = selection;
  if (sources.length === 0) return [];
  return [
    `<h2 id="sources">${labelsIn(lang).sources}</h2>`,
    '<ol>',
    ...sources.map((source) => `<li dir="auto">${anchor(source.url, sourceLine(source, lang))}</li>`),
    '</ol>',
  ];
}

function lossList(losses: readonly Loss[], lang: string): string[] {
  if (losses.length === 0) return [];
  return [
    `<h2>${labelsIn(lang).leftOut}</h2>`,
    '<ul>',
    ...losses.map(
      (loss) =>
        `<li>${withColon(lostInWords(loss, lang), String(loss.count), lang)}. ${escapeMarkup(whyLost(loss, lang))}</li>`,
    ),
    '</ul>',
  ];
}
