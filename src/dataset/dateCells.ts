import { parseDate } from '../answers/dates';
import { guessEdtf } from '../answers/edtfGuess';

/**
 * A date as a spreadsheet or a person wrote it, as EDTF, where that loses nothing and has one reading: `Dec 2016` →
 * `2016-12`, `2016-12-05 00:00:00` → `2016-12-05`, `2016/12/5` → `2016-12-05`. Anything else is left as it is, so that
 * the check names it: `03/04/2016` has two readings, `Dec-16` does not tell the century.
 */
export function dateOfCell(cell: string): string {
  if ('date' in parseDate(cell) || !plainForms.some((form) => form.test(cell))) return cell;
  const [date, ...others] = guessEdtf(cell);
  return date !== undefined && others.length === 0 ? date : cell;
}

/** The name of a month with a year of four digits, midnight after a day, or year, month and day in this order. */
const plainForms = [
  /\p{L}{3}.*\d{4}|\d{4}.*\p{L}{3}/u,
  /^\d{4}-\d\d-\d\d[T ]00:00(?::00(?:\.0+)?)?Z?$/,
  /^\d{4}[/.]\d\d?[/.]\d\d?$/,
];
