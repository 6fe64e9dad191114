import { dateText } from '../answers/dates';
import { withColon } from '../answers/languages';
import { type Bound, numberInWords } from '../answers/numbers';
import { csvText, guarded } from './cells';
import { inTurns } from './inTurns';
import { createLedger } from './losses';
import type { SelectedPoint, Selection, Written } from './selection';
import { provenance } from './words';

/** Numbers that are only the least that it can be: no value to draw, but a bound. */
const lowerBounds = new Set(['MORE_THAN', 'AT_LEAST']);

/**
 * One long table of numbers for programs that draw charts. A period without a number is a row with empty cells, never a
 * nought, so that a chart has a hole there.
 */
export async function csvSeries(selection: Selection): Promise<Written> {
  const { events, links, dataset, lang } = selection;
  const found = await selection.series();
  const ledger = createLedger();
  ledger.add('onlyNumbers', events.length);
  ledger.add('noLinks', links.length);
  const tables = await inTurns(found, selection, ({ name, unit, points, olderReleases }) => {
    ledger.add('olderReleases', olderReleases);
    return points.map((point) => {
      const { date, value, bound } = point;
      const isLower = bound !== null && lowerBounds.has(bound);
      if (bound === 'LESS_THAN') ledger.add('upperBounds');
      const hasNoValue = value === null || isLower || bound === 'LESS_THAN';
      return [
        date,
        hasNoValue ? '' : String(value),
        isLower && value !== null ? String(value) : '',
        value === null ? '' : (bound ?? 'EXACT'),
        guarded(name),
        guarded(noteOf(point, unit, lang)),
      ];
    });
  });
  const rows = tables.flat();
  // The columns are those that chart makers take, so what they have no place for stands in a note.
  const [first] = rows;
  if (first) first[5] = [first[5], ...provenance(dataset, lang)].join(' ');
  return {
    body: csvText([['date', 'value', 'lower', 'bound', 'series', 'note'], ...rows]),
    eventCount: 0,
    linkCount: 0,
    losses: ledger.losses(),
  };
}

/** Which time it is about and, where a cell cannot say it, how much. */
function noteOf({ period, value, bound, note }: SelectedPoint, unit: string, lang: string): string {
  const isPlain = bound === null || bound === 'EXACT';
  const when = dateText(period, lang);
  const known =
    value !== null && isPlain ? when : withColon(when, numberInWords(value, bound as Bound | null, unit, lang), lang);
  return [known, ...note].map((text) => `${text.replace(/[.\s]+$/, '')}.`).join(' ');
}
