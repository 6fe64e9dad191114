import { dateText } from '../answers/dates';
import type { Part } from '../answers/edtf';
import { lossesOfEnd, whenOf } from './days';
import { leaveOut, noteLines } from './details';
import { inTurns, jsonInTurns } from './inTurns';
import { createLedger } from './losses';
import { anchor, escapeMarkup } from './markup';
import type { SelectedEvent, Selection, Written } from './selection';
import { type LinkLines, labelsIn, linksAt, provenance, sourceLine } from './words';

/** Most slides that the makers of TimelineJS advise. */
const mostSlides = 20;

/** A date by its parts; what is not known is absent. */
interface SlideDate {
  year: number;
  month?: number;
  day?: number;
}

/** JSON for TimelineJS 3: a title slide, then a slide for each event. */
export async function timelineJs(selection: Selection): Promise<Written> {
  const { title, question, dataset, events, links, lang } = selection;
  const ledger = createLedger();
  const made = await inTurns(events, selection, (event) => {
    const { start, end } = whenOf(event.edtf);
    if (typeof start === 'string') {
      ledger.add('noFirstDay');
      return null;
    }
    for (const reason of lossesOfEnd({ end })) ledger.add(reason);
    const last = end === null ? lastOf(start) : typeof end === 'string' ? null : dateOfPart(end, 'last');
    const group = [...event.jurisdictions, ...event.affects][0]?.name;
    return {
      unique_id: event.id,
      ...(group === undefined ? {} : { group: escapedTwice(group) }),
      start_date: dateOfPart(start, 'first'),
      ...(last === null ? {} : { end_date: last }),
      display_date: escapedTwice(dateText(event.edtf, lang)),
      text: { headline: escapeMarkup(event.title), text: textOf(event, selection) },
      ...mediaOf(event),
    };
  });
  const slides = made.filter((slide) => slide !== null);
  const shown = new Set(slides.map(({ unique_id }) => unique_id));
  const carried = links.filter(({ from, to }) => shown.has(from) || shown.has(to));
  ledger.add('endLeftOut', links.length - carried.length);
  ledger.add('manySlides', Math.max(0, slides.length - mostSlides));
  leaveOut(ledger, events, 'actors', 'policies', 'places', 'claims');
  const head = paragraphs(...(question === null ? [] : [question]), ...provenance(dataset, lang));
  const body = { title: { text: { headline: escapeMarkup(title), text: head } }, events: slides };
  return {
    body: await jsonInTurns(body, selection),
    eventCount: slides.length,
    linkCount: carried.length,
    losses: ledger.losses(),
  };
}

/** TimelineJS takes markup out of a group or a wording of a date, and then reads what is left as HTML all the same. */
const escapedTwice = (text: string): string => escapeText(escapeText(text));

const escapeText = (text: string): string => text.replace(/[&<>]/g, escapeMarkup);

/** A single date ends where it begins, unless it stands for more than a month or year can say. */
const lastOf = (part: Part): SlideDate | null =>
  part.kind === 'SEASON' || part.kind === 'DECADE' || part.kind === 'CENTURY' ? dateOfPart(part, 'last') : null;

function dateOfPart(part: Part, side: 'first' | 'last'): SlideDate {
  const [year = 0, month = 0, day = 0] = part[side].split('-').map(Number);
  if (part.kind === 'DAY') return { year, month, day };
  return part.kind === 'MONTH' || part.kind === 'SEASON' ? { year, month } : { year };
}

const paragraphs = (...texts: string[]) => texts.map((text) => `<p>${escapeMarkup(text)}</p>`).join('');

function textOf(event: SelectedEvent, selection: Selection): string {
  const { lang } = selection;
  const labels = labelsIn(lang);
  const { ledHere, ledOn } = linksAt(event.id, selection);
  const sources = event.sources.map((source) => anchor(source.url, sourceLine(source, lang)));
  return [
    paragraphs(...[event.caption ?? '', event.summary, ...noteLines(event, lang)].filter((text) => text !== '')),
    section(labels.ledHere, ledHere.map(linkItem)),
    section(labels.ledOn, ledOn.map(linkItem)),
    section(labels.sources, sources),
  ].join('');
}

const section = (label: string, items: string[]): string =>
  items.length === 0 ? '' : `<p>${escapeMarkup(label)}</p>${list(items)}`;

const list = (items: string[]): string => `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;

const linkItem = ({ words, objections }: LinkLines): string =>
  `${escapeMarkup(words)}${objections.length === 0 ? '' : list(objections.map(escapeMarkup))}`;

/** A picture never stands without its credit. */
const mediaOf = ({ image }: SelectedEvent) =>
  image === null
    ? {}
    : {
        media: {
          url: image.url,
          alt: image.alt,
          credit: escapeMarkup(`${image.credit} (${image.license})`),
        },
      };
