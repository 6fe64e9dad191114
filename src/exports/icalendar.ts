import { dayAfter, lossesOfDays, placedEvents } from './days';
import { leaveOut, noteLines } from './details';
import { inTurns } from './inTurns';
import { createLedger } from './losses';
import type { SelectedEvent, Selection, Written } from './selection';
import { linksAt, provenance, sourceLine } from './words';

/** An iCalendar (RFC 5545) of whole days, one VEVENT for each event. */
export async function iCalendar(selection: Selection): Promise<Written> {
  const { title, dataset, events, links, lang } = selection;
  const ledger = createLedger();
  const placed = placedEvents(events, ledger);
  const shown = new Set(placed.map(({ event }) => event.id));
  const stamp = `${(dataset.date ?? '1970-01-01').replaceAll('-', '')}T000000Z`;
  const entries = await inTurns(placed, selection, ({ event, when, days }) => {
    for (const reason of lossesOfDays(when)) ledger.add(reason);
    return [
      'BEGIN:VEVENT',
      `UID:${textOf(`${event.id}@${dataset.id}`)}`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${basic(days.first)}`,
      // The end is the first day that no longer belongs to it.
      `DTEND;VALUE=DATE:${basic(dayAfter(days.last))}`,
      `SUMMARY:${textOf(event.title)}`,
      `DESCRIPTION:${textOf(descriptionOf(event, selection))}`,
      `CATEGORIES:${textOf(event.kind)}`,
      ...event.sources.slice(0, 1).map(({ url }) => `URL:${uriOf(url)}`),
      // Programs leave alone what they do not know, so that the date as it was survives.
      `X-EDTF:${textOf(event.edtf)}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ];
  });
  const carried = links.filter(({ from, to }) => shown.has(from) || shown.has(to));
  ledger.add('endLeftOut', links.length - carried.length);
  leaveOut(ledger, events, 'actors', 'policies', 'places', 'claims', 'image');
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:${textOf(`-//policy-timelines//${dataset.id} ${dataset.version}//EN`)}`,
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${textOf(title)}`,
    `X-WR-CALDESC:${textOf(provenance(dataset, lang).join('\n'))}`,
    ...entries.flat(),
    'END:VCALENDAR',
  ];
  return {
    body: (await inTurns(lines, selection, (line) => `${folded(line)}\r\n`)).join(''),
    eventCount: shown.size,
    linkCount: carried.length,
    losses: ledger.losses(),
  };
}

const basic = (day: string) => day.replaceAll('-', '');

/** A value of the kind TEXT; control characters, which it cannot hold, become spaces. */
const textOf = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, ' ')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const uriOf = (url: string): string => url.replace(/[\s\u0000-\u001f]/g, '');

function descriptionOf(event: SelectedEvent, selection: Selection): string {
  const { ledHere, ledOn } = linksAt(event.id, selection);
  const links = [...ledHere, ...ledOn].flatMap(({ words, objections }) => [words, ...objections]);
  const sources = event.sources.map((source) => `${sourceLine(source, selection.lang)} ${source.url}`);
  const { caption, summary } = event;
  return [caption ?? '', summary, ...noteLines(event, selection.lang), ...links, ...sources]
    .filter((line) => line !== '')
    .join('\n');
}

/** At most 75 octets a line, never cut inside a sign (RFC 5545, 3.1). */
function folded(line: string): string {
  const lines: string[] = [];
  let [text, octets] = ['', 0];
  for (const sign of line) {
    const size = octetsOf(sign);
    if (octets + size > 75) {
      lines.push(text);
      [text, octets] = [' ', 1];
    }
    text += sign;
    octets += size;
  }
  return [...lines, text].join('\r\n');
}

const octetsOf = (sign: string): number => {
  const code = sign.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
};
