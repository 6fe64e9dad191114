import { dateOf, dateText } from '../answers/dates';
import { wordLabel } from '../answers/wordLabels';
import { csvText, guarded } from './cells';
import { actorLines, leaveOut, placeLines, policyLines } from './details';
import { inTurns } from './inTurns';
import { createLedger } from './losses';
import { disputesOf, linksBeside, type SelectedEvent, type Selection, type Written } from './selection';
import { claimLine, sourceLine } from './words';

/** One table for a spreadsheet, a row for each event. A cell with several things has a line for each. */
export async function csvFlat(selection: Selection): Promise<Written> {
  const { events, links } = selection;
  const ledger = createLedger();
  const names = Object.keys(columns);
  const rows = await inTurns(events, selection, (event) =>
    Object.values(columns).map((read) => {
      const text = read(event, selection);
      const cell = guarded(text);
      if (cell !== text) ledger.add('guardedCells');
      return cell;
    }),
  );
  leaveOut(ledger, events, 'image');
  return {
    // Spreadsheets take a file for UTF-8 only where it begins with this mark.
    body: `\ufeff${csvText([names, ...rows])}`,
    eventCount: events.length,
    linkCount: links.length,
    losses: ledger.losses(),
  };
}

const columns: Readonly<Record<string, (event: SelectedEvent, selection: Selection) => string>> = {
  id: ({ id }) => id,
  title: ({ title }) => title,
  date: ({ edtf }, { lang }) => dateText(edtf, lang),
  edtf: ({ edtf }) => edtf,
  earliest: ({ edtf }) => dateOf(edtf).earliest ?? '',
  latest: ({ edtf }) => dateOf(edtf).latest ?? '',
  kind: ({ kind }, { lang }) => wordLabel(kind, lang),
  verification: ({ verification }, { lang }) => wordLabel(verification, lang),
  summary: ({ summary }) => summary,
  caption: ({ caption }) => caption ?? '',
  content_notes: ({ contentNotes }, { lang }) => lines(contentNotes.map((note) => wordLabel(note, lang))),
  jurisdictions: ({ jurisdictions }) => lines(jurisdictions.map(({ name }) => name)),
  affects: ({ affects }) => lines(affects.map(({ name }) => name)),
  place_roles: (event) => lines(placeLines(event)),
  actors: (event, { lang }) => lines(actorLines(event, lang)),
  policies: (event, { lang }) => lines(policyLines(event, lang)),
  led_here: ({ id }, selection) => lines(linksBeside(id, selection).ledHere.map(({ words }) => words)),
  led_on: ({ id }, selection) => lines(linksBeside(id, selection).ledOn.map(({ words }) => words)),
  disputes: ({ id }, { links, lang }) => {
    const { ledHere, ledOn } = linksBeside(id, { links });
    return lines([...ledHere, ...ledOn].flatMap(disputesOf).map((claim) => claimLine(claim, lang)));
  },
  claims: ({ claims }, { lang }) => lines(claims.map((claim) => claimLine(claim, lang))),
  sources: ({ sources }, { lang }) => lines(sources.map((source) => sourceLine(source, lang))),
  source_urls: ({ sources }) => lines(sources.map(({ url }) => url)),
  dataset: (_, { dataset }) => dataset.title,
  dataset_version: (_, { dataset }) => dataset.version,
  dataset_checksum: (_, { dataset }) => dataset.checksum,
  cite_as: (_, { dataset }) => dataset.citeAs,
};

const lines = (texts: string[]): string => texts.join('\n');
