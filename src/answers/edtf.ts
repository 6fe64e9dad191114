/** A single date that EDTF can write: the days it may stand for, and how sure that is. */
export interface Part {
  kind: 'DAY' | 'MONTH' | 'SEASON' | 'YEAR' | 'DECADE' | 'CENTURY';
  /** First possible day, YYYY-MM-DD. */
  first: string;
  /** Last possible day, YYYY-MM-DD, never before `first`. */
  last: string;
  uncertain: boolean;
  approximate: boolean;
}

/** One side of the slash: a date, open (`..`: without bound) or unknown (nothing written). */
export type Side = Part | 'OPEN' | 'UNKNOWN';

/** At least one side is a `Part`. */
export interface Interval {
  start: Side;
  end: Side;
}

/** Why a text is no date: one sentence that quotes the culprit, and the nearest right EDTF where the form gives it. */
export interface Fault {
  problem: string;
  nearest: string | null;
}

const plainDate = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([?~%]?)$/;
const unspecified = /^(?:(\d{3})X|(\d\d)XX|(\d{4})-XX(?:-XX)?|(\d{4})-(\d\d)-XX)([?~%]?)$/;
const dateTime = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:Z|[+-](\d\d)(?::(\d\d))?)?$/;

// No date of levels 0 and 1 is longer than two date-times; the bound keeps every expression below cheap.
const longestText = 100;

/** Reads EDTF of levels 0 and 1 in the years 0000 to 9999. */
export function readEdtf(text: string): Part | Interval | Fault {
  if (text.length > longestText) {
    return fault(`"${text.slice(0, 20)}…" is no EDTF date: it has ${text.length} characters.`);
  }
  return text.includes('/') ? readInterval(text) : readPart(text);
}

export const isFault = (reading: Part | Interval | Fault): reading is Fault => 'problem' in reading;
export const isInterval = (reading: Part | Interval | Fault): reading is Interval => 'start' in reading;

/** The number of days of a month from 1 to 12, in the Gregorian calendar carried back to the year 0000. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function readPart(text: string): Part | Fault {
  const plain = plainDate.exec(text);
  if (plain) return readPlain(text, plain);
  const coarse = unspecified.exec(text);
  if (coarse) return readUnspecified(text, coarse);
  const timed = dateTime.exec(text);
  if (timed) return readDateTime(text, timed);
  return faultOf(text);
}

function readPlain(text: string, [, year = '', month, day, mark = '']: RegExpExecArray): Part | Fault {
  if (month === undefined) return part('YEAR', `${year}-01-01`, `${year}-12-31`, mark);
  const monthNumber = Number(month);
  if (day === undefined && monthNumber >= 21 && monthNumber <= 24) return readSeason(text, year, monthNumber, mark);
  if (monthNumber < 1 || monthNumber > 12) return monthFault(text, year, month, day, mark);
  const length = daysInMonth(Number(year), monthNumber);
  if (day === undefined) return part('MONTH', `${year}-${month}-01`, `${year}-${month}-${length}`, mark);
  const dayNumber = Number(day);
  if (dayNumber < 1 || dayNumber > length) {
    const nearest = dayNumber === 0 ? `${year}-${month}` : `${year}-${month}-${length}`;
    return fault(`"${day}" in "${text}" is no day of that month, which has ${length}.`, nearest + mark);
  }
  const written = mark === '' ? text : `${year}-${month}-${day}`;
  return part('DAY', written, written, mark);
}

// EDTF leaves the days of a season open; here they are whole months, and a winter (24) begins in the December of its year.
function readSeason(text: string, year: string, season: number, mark: string): Part | Fault {
  const month = (season - 20) * 3;
  if (month < 12) {
    const lastDay = daysInMonth(0, month + 2);
    return part('SEASON', `${year}-${twoDigits(month)}-01`, `${year}-${twoDigits(month + 2)}-${lastDay}`, mark);
  }
  if (year === '9999') return fault(beyondText(text));
  const next = Number(year) + 1;
  const last = `${String(next).padStart(4, '0')}-02-${daysInMonth(next, 2)}`;
  return part('SEASON', `${year}-12-01`, last, mark);
}

function readUnspecified(
  text: string,
  [, decade, century, year, yearOfMonth = '', month = '', mark = '']: RegExpExecArray,
): Part | Fault {
  if (decade !== undefined) return part('DECADE', `${decade}0-01-01`, `${decade}9-12-31`, mark);
  if (century !== undefined) return part('CENTURY', `${century}00-01-01`, `${century}99-12-31`, mark);
  if (year !== undefined) return part('YEAR', `${year}-01-01`, `${year}-12-31`, mark);
  const monthNumber = Number(month);
  if (monthNumber < 1 || monthNumber > 12) return monthFault(text, yearOfMonth, month, 'XX', mark);
  const length = daysInMonth(Number(yearOfMonth), monthNumber);
  return part('MONTH', `${yearOfMonth}-${month}-01`, `${yearOfMonth}-${month}-${length}`, mark);
}

// The day as written is the day: a shift from UTC would move it, and no zone is known for the rest of the data.
function readDateTime(text: string, [, year, month, day, hour, minute, second, shift, shiftMinute]: RegExpExecArray) {
  const written = `${year}-${month}-${day}`;
  const date = readPart(written);
  if (isFault(date)) return fault(date.problem, date.nearest === null ? null : date.nearest + text.slice(10));
  const midnight = hour === '24' && minute === '00' && second === '00';
  const exists = Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60;
  const shifted = Number(shift ?? 0) < 24 && Number(shiftMinute ?? 0) < 60;
  if (shifted && (exists || midnight)) return date;
  return fault(`"${text.slice(11)}" in "${text}" is no time of day.`, written);
}

function readInterval(text: string): Interval | Fault {
  const [from = '', until = '', ...more] = text.split('/');
  if (more.length > 0) return fault(`"${text}" has more than one slash; an interval has one.`);
  const start = readSide(from);
  const end = readSide(until);
  if (typeof start === 'string' && typeof end === 'string') {
    return fault(`"${text}" says nothing: neither side of the slash is a date.`);
  }
  if (typeof start !== 'string' && isFault(start)) return intervalFault(start, from, until);
  if (typeof end !== 'string' && isFault(end)) return intervalFault(end, from, until);
  if (typeof start !== 'string' && typeof end !== 'string' && end.last < start.first) {
    return fault(`"${text}" ends before it starts: "${until}" comes before "${from}".`, `${until}/${from}`);
  }
  return { start, end };
}

function readSide(text: string): Side | Fault {
  if (text === '..') return 'OPEN';
  if (text === '') return 'UNKNOWN';
  const side = readPart(text);
  if (isFault(side)) return side;
  if (text.includes('T')) return fault(`"${text}" is a time of day, and an interval takes days.`, side.first);
  if (!text.includes('X')) return side;
  const whole = side.kind === 'MONTH' || side.kind === 'YEAR' ? text.replace(/-XX/g, '') : null;
  return fault(`"${text}" inside an interval is EDTF level 2, which is not read here.`, whole);
}

/** The nearest right interval is made of the nearest right sides, where that gives one. */
function intervalFault(first: Fault, from: string, until: string): Fault {
  const sides = [from, until].map((text) => {
    const side = readSide(text);
    return typeof side !== 'string' && isFault(side) ? side.nearest : text;
  });
  if (sides.includes(null)) return fault(first.problem);
  const mended = sides.join('/');
  const reading = sides.some((side) => side?.includes('/')) ? fault('') : readInterval(mended);
  return fault(first.problem, isFault(reading) ? reading.nearest : mended);
}

/** What is wrong with a text that has none of the forms of levels 0 and 1. */
function faultOf(text: string): Fault {
  if (text === '') return fault('"" is no date: nothing is written.');
  if (/^-\d{4}|^Y-?\d{5,}$/.test(text)) return fault(beyondText(text));

  const doubled = /^(.*[^?~%])([?~%]{2,})$/.exec(text);
  if (doubled) {
    const [, date = '', marks = ''] = doubled;
    const one = new Set(marks).size > 1 ? '%' : marks.charAt(0);
    const rest = readPart(date);
    const nearest = isFault(rest) ? rest.nearest : date;
    const meaning = one === '%' ? '; uncertain and approximate together are "%"' : '';
    return fault(`"${marks}" in "${text}" is more than one mark${meaning}.`, nearest === null ? null : nearest + one);
  }

  const isLevel2 =
    /^[[{].*[\]}]$/.test(text) || // sets
    (/^[-\dX?~%]+$/.test(text) && /[?~%][-\dX]/.test(text)) || // marks on a part of the date
    (/X/.test(text) && /^[\dX]{4}(?:-[\dX]{2}){0,2}[?~%]?$/.test(text)) || // unspecified digits elsewhere than at the end
    /^Y?-?\d+(?:E\d+)?(?:S\d+)?$/.test(text.replace(/^\d+$/, '')); // exponents, significant digits
  if (isLevel2) return fault(`"${text}" is EDTF level 2, which is not read here.`);

  return fault(`"${text}" is no EDTF date: it has none of the forms 2018, 2018-10, 2018-10-05 and their like.`);
}

// Level 2 gives numbers to parts of a year: first number, and the months in each of them.
const partsOfYear = [
  { first: 33, months: 3 },
  { first: 37, months: 4 },
  { first: 40, months: 6 },
];

function monthFault(text: string, year: string, month: string, day: string | undefined, mark: string): Fault {
  const number = Number(month);
  if (day === undefined && number >= 25 && number <= 41) {
    const problem = `"${month}" in "${text}" is a part of the year of EDTF level 2, which is not read here.`;
    if (number <= 28) return fault(problem, `${year}-${number - 4}${mark}`);
    const parts = partsOfYear.findLast(({ first }) => first <= number);
    if (parts === undefined) return fault(problem);
    const start = (number - parts.first) * parts.months + 1;
    const end = start + parts.months - 1;
    return fault(problem, `${year}-${twoDigits(start)}${mark}/${year}-${twoDigits(end)}${mark}`);
  }

  const seasons = day === undefined ? ', seasons from 21 to 24' : '';
  const problem = `"${month}" in "${text}" is no month: months run from 01 to 12${seasons}.`;
  if (number === 0) return fault(problem, year + mark);
  if (day === undefined) return fault(problem, `${year}-12${mark}`);
  const isSwapped = number <= 31 && Number(day) >= 1 && Number(day) <= 12;
  const swapped = readPart(isSwapped ? `${year}-${day}-${month}${mark}` : '');
  if (!isFault(swapped)) return fault(problem, `${year}-${day}-${month}${mark}`);
  const clamped = readPart(`${year}-12-${day}${mark}`);
  return fault(problem, isFault(clamped) ? clamped.nearest : `${year}-12-${day}${mark}`);
}

const beyondText = (text: string) =>
  `"${text}" lies outside the years 0000 to 9999, the only ones whose days can be compared here.`;

const part = (kind: Part['kind'], first: string, last: string, mark: string): Part => ({
  kind,
  first,
  last,
  uncertain: mark === '?' || mark === '%',
  approximate: mark === '~' || mark === '%',
});

const fault = (problem: string, nearest: string | null = null): Fault => ({ problem, nearest });

const twoDigits = (number: number) => String(number).padStart(2, '0');
