import { scaleUtc } from 'd3-scale';
import { dateOf } from '../days';
import { conventions, type Lang } from '../language';
import type { Stretch } from './days';

export type Tick = { day: number; text: string; isYear: boolean };

const millisecondsADay = 86_400_000;

/** Whole days to write beside the lines of a stretch: years, months or days, whichever leave room for their words. */
export function ticksIn({ from, to }: Stretch, count: number, lang: Lang): Tick[] {
  const instants = scaleUtc()
    .domain([from * millisecondsADay, to * millisecondsADay])
    .ticks(count)
    .map((instant) => instant.getTime() / millisecondsADay);
  const days = [...new Set(instants.filter(Number.isInteger))];
  const years = days.every((day) => dateOf(day).endsWith('-01-01'));
  const months = days.every((day) => dateOf(day).endsWith('-01'));
  return days.map((day) => {
    const isYear = dateOf(day).endsWith('-01-01');
    const form: Intl.DateTimeFormatOptions =
      years || (isYear && months)
        ? { year: 'numeric' }
        : months
          ? { month: 'short' }
          : { day: 'numeric', month: 'short', ...(isYear ? { year: 'numeric' } : {}) };
    return { day, isYear, text: textOf(day, form, lang) };
  });
}

/** A day in the reader's words, such as "14 January 2019". */
export const dayInWords = (day: number, lang: Lang): string =>
  textOf(day, { day: 'numeric', month: 'long', year: 'numeric' }, lang);

const textOf = (day: number, form: Intl.DateTimeFormatOptions, lang: Lang): string =>
  new Intl.DateTimeFormat(conventions[lang], { ...form, timeZone: 'UTC' }).format(day * millisecondsADay);
