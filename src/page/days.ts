import { conventions, type Lang } from './language';

const dayLength = 86_400_000;

/** The number of a day since 1970, of a date as YYYY-MM-DD. Days are counted without a time zone, so none can shift them. */
export const dayOf = (date: string): number => Math.round(Date.parse(`${date}T00:00:00Z`) / dayLength);

export const dateOf = (day: number): string => new Date(day * dayLength).toISOString().slice(0, 10);

export const toTime = (day: number): Date => new Date(day * dayLength);

/** The same day of another month, or the last of a shorter one. */
export function monthsLater(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const at = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate();
  at.setUTCDate(Math.min(day, last));
  return at.toISOString().slice(0, 10);
}

/** A day in words. */
export const dayInWords = (date: string, lang: Lang): string =>
  new Intl.DateTimeFormat(conventions[lang], { dateStyle: 'long', timeZone: 'UTC' }).format(toTime(dayOf(date)));

export const isDate = (text: string | undefined): text is string =>
  /^\d{4}-\d{2}-\d{2}$/.test(text ?? '') && !Number.isNaN(dayOf(text ?? ''));
