import { compareText } from './chain';
import { daysInMonth, isFault, isInterval, type Part, readEdtf } from './edtf';
import type { Certainty } from './offices';

/** What one event did to a policy, as far as it decides how the policy stands. Dates are EDTF that was checked. */
export interface Change {
  event: string;
  eventDate: string;
  /** Orders events by date, as `sortKey` does. */
  eventSort: string;
  effect: string;
  /** Null where the event left the status as it was. */
  statusAfter?: string | null;
  /** The data set tells no status of any policy: the effect is taken at its plain meaning. */
  byEffect?: boolean | null;
  /** Null: with the event. */
  effectiveFrom?: string | null;
  /** The last day on which it holds, where that was set from the start. */
  effectiveUntil?: string | null;
  /** Orders changes of one day. */
  position?: number | null;
}

/** A stretch of a policy's life in which it stands one way. The periods of a life leave no gap and do not overlap. */
export interface Period<C extends Change = Change> {
  status: string;
  /** EDTF of its beginning; null for the first period, which has none. */
  from: string | null;
  /** EDTF of its end, exclusive: the beginning of the next period; null for the last. */
  until: string | null;
  /** The event that began it, or that set the end which did; null before the first that is known. */
  by: string | null;
  /** The change whose scope tells for whom it stands so. */
  scoped: C | null;
  certainty: Certainty;
}

/**
 * The whole life of a policy, in whatever order its changes come: UNKNOWN before the first that sets a status, and a
 * new period with each. The last of one day holds. A period is POSSIBLE when none of its days is certain.
 */
export function policyStates<C extends Change>(changes: readonly C[]): Period<C>[] {
  const steps = stepsOf(changes);
  return segmentsOf(steps).map((segment) => ({ ...segment.period, certainty: certaintyWithin(steps, segment) }));
}

/**
 * How the policy stands at the end of a day. A change whose day is known roughly counts from its last possible day, of a
 * stretch of time from the first; on the days between it is POSSIBLE.
 */
export function policyStateOn<C extends Change>(changes: readonly C[], day: string): Period<C> {
  const steps = stepsOf(changes);
  const segment = segmentsOf(steps).findLast(({ first }) => first <= day) as Segment<C>;
  return { ...segment.period, certainty: unsureUntil(steps, day) === undefined ? 'CERTAIN' : 'POSSIBLE' };
}

/** The day from which a change counts that took effect on this date: of a month or year the last, of a stretch the first. */
export const effectDay = (edtf: string): string => startOf(edtf).day;

/** When something begins or ends to hold. */
export interface Boundary {
  /** The first day on which it counts as passed. */
  day: string;
  edtf: string;
  /** The days, `until` excluded, on which nobody can say whether it has passed; null is no bound. */
  unsure: { from: string | null; until: string | null } | null;
}

/** A change that sets a status. */
interface Step<C> {
  change: C;
  status: string;
  start: Boundary;
  /** When it became known that the policy will be in force later; null where nothing lies between. */
  known: Boundary | null;
  /** The end that the instrument set itself. */
  end: Boundary | null;
}

/** The changes with the day from which each counts, in the order in which they do; of one day the last holds. */
export function inOrderOfEffect<C extends Change>(changes: readonly C[]): { change: C; start: Boundary }[] {
  const dated = changes.map((change) => ({ change, start: startOf(change.effectiveFrom ?? change.eventDate) }));
  return dated.sort(
    (a, b) =>
      compareText(a.start.day, b.start.day) ||
      (a.change.position ?? 0) - (b.change.position ?? 0) ||
      compareText(a.change.eventSort, b.change.eventSort) ||
      compareText(a.change.event, b.change.event),
  );
}

function stepsOf<C extends Change>(changes: readonly C[]): Step<C>[] {
  const steps: Step<C>[] = [];
  for (const { change, start } of inOrderOfEffect(changes)) {
    const status = change.byEffect ? plainStatus(change.effect, steps.length === 0) : change.statusAfter;
    if (!status) continue;
    const known = applies(status) ? startOf(change.eventDate) : null;
    const end = change.effectiveUntil ? endOf(change.effectiveUntil) : null;
    steps.push({ change, status, start, known: known && known.day < start.day ? known : null, end });
  }
  return steps;
}

const applies = (status: string) => status === 'IN_FORCE' || status === 'PARTLY_IN_FORCE';
const isHalt = (status: string) => status === 'SUSPENDED' || status === 'BLOCKED';

/** What an effect means where nobody says what came of it; null leaves the status as it was. */
function plainStatus(effect: string, isFirst: boolean): string | null {
  // A plan for a policy that stands already changes nothing yet.
  if (effect === 'PROPOSES') return isFirst ? 'ANNOUNCED' : null;
  return plainStatuses[effect] ?? null;
}

const plainStatuses: Readonly<Record<string, string>> = {
  CREATES: 'IN_FORCE',
  IMPLEMENTS: 'IN_FORCE',
  REINSTATES: 'IN_FORCE',
  SUSPENDS: 'SUSPENDED',
  BLOCKS: 'BLOCKED',
  ENDS: 'ENDED',
};

interface Segment<C extends Change> {
  /** The first day, and the first of the next segment; null is no bound. */
  first: string;
  next: string | null;
  period: Omit<Period<C>, 'certainty'>;
}

const beforeAll = '';

function segmentsOf<C extends Change>(steps: readonly Step<C>[]): Segment<C>[] {
  const boundaries = new Map<string, Boundary>();
  for (const { known, end, start } of steps) {
    // The date of a change is named before that of an end on the same day.
    for (const boundary of [end, known]) {
      if (boundary && !boundaries.has(boundary.day)) boundaries.set(boundary.day, boundary);
    }
    boundaries.set(start.day, start);
  }
  const segments: Segment<C>[] = [
    { first: beforeAll, next: null, period: { status: 'UNKNOWN', from: null, until: null, by: null, scoped: null } },
  ];
  for (const [day, boundary] of [...boundaries].sort(([a], [b]) => compareText(a, b))) {
    const { status, by, scoped, since } = stateOn(steps, day);
    const last = segments.at(-1) as Segment<C>;
    if (last.period.status === status && last.period.by === by && last.period.scoped === scoped) continue;
    const from = since?.day === day ? since.edtf : boundary.edtf;
    last.next = day;
    last.period.until = from;
    segments.push({ first: day, next: null, period: { status, from, until: null, by, scoped } });
  }
  return segments;
}

interface State<C> {
  status: string;
  by: string | null;
  scoped: C | null;
  since: Boundary | null;
}

/** How the policy stands on a day, boundaries taken at the day from which they count. */
function stateOn<C extends Change>(steps: readonly Step<C>[], day: string): State<C> {
  const { state } = settledOn(steps, day);
  if (!isIdle(state.status)) return state;
  const coming = steps.find(({ known, start }) => known && known.day <= day && day < start.day);
  if (!coming) return state;
  return { status: 'ANNOUNCED', by: coming.change.event, scoped: coming.change, since: coming.known };
}

/** Where a policy stands so, news that it will be in force makes it announced. */
const isIdle = (status: string) => status === 'UNKNOWN' || status === 'ENDED';

/** What the changes in effect come to, and the changes that had to be looked at to tell. */
function settledOn<C extends Change>(steps: readonly Step<C>[], day: string): { state: State<C>; met: Step<C>[] } {
  const met: Step<C>[] = [];
  let lapsed: { step: Step<C>; end: Boundary } | null = null;
  for (let index = steps.length - 1; index >= 0; index--) {
    const step = steps[index] as Step<C>;
    const { change, status, start, end } = step;
    if (start.day > day) continue;
    met.push(step);
    if (!end || day < end.day) {
      const by = (lapsed?.step ?? step).change.event;
      return { state: { status, by, scoped: change, since: lapsed?.end ?? start }, met };
    }
    if (!isHalt(status)) return { state: { status: 'ENDED', by: change.event, scoped: null, since: end }, met };
    // A halt that has run out gives way to what stood before it.
    if (!lapsed || end.day > lapsed.end.day) lapsed = { step, end };
  }
  return { state: { status: 'UNKNOWN', by: null, scoped: null, since: lapsed?.end ?? null }, met };
}

/** Until when, at least, a fuzzy boundary that covers the day goes on; null is without end, undefined when none covers it. */
function unsureUntil<C extends Change>(steps: readonly Step<C>[], day: string): string | null | undefined {
  const { state, met } = settledOn(steps, day);
  const open = [
    ...steps.map(({ start }) => start),
    ...met.map(({ end }) => end),
    ...(isIdle(state.status) ? steps.map(({ known, start }) => (day < start.day ? known : null)) : []),
  ];
  const covering = open.find((boundary) => {
    if (!boundary?.unsure) return false;
    const { from, until } = boundary.unsure;
    return (from === null || from <= day) && (until === null || day < until);
  });
  return covering?.unsure?.until;
}

function certaintyWithin<C extends Change>(steps: readonly Step<C>[], { first, next }: Segment<C>): Certainty {
  let day: string | null = first;
  while (day !== null && (next === null || day < next)) {
    const until: string | null | undefined = unsureUntil(steps, day);
    if (until === undefined) return 'CERTAIN';
    const turn: string | null = nextStart(steps, day);
    day = until === null || (turn !== null && turn < until) ? turn : until;
  }
  return 'POSSIBLE';
}

/** The next day from which another change tells how the policy stands, so that an older one's rough end no longer matters. */
function nextStart<C extends Change>(steps: readonly Step<C>[], day: string): string | null {
  return steps.reduce<string | null>(
    (next, { start }) => (start.day > day && (next === null || start.day < next) ? start.day : next),
    null,
  );
}

function startOf(edtf: string): Boundary {
  const reading = readEdtf(edtf);
  if (isFault(reading)) throw new Error(`Expected an EDTF date that was checked, but got: "${edtf}".`);
  if (!isInterval(reading)) return { day: reading.last, edtf, unsure: unsureDays(reading) };
  const { start, end } = reading;
  if (typeof start !== 'string') {
    return { day: start.first, edtf: edtf.split('/')[0] as string, unsure: unsureDays(start) };
  }
  // Not both sides are without a date: such an interval is no EDTF.
  const last = end as Part;
  return { day: last.last, edtf, unsure: { from: null, until: unsureDays(last)?.until ?? last.last } };
}

/** The day after the last on which something holds. Null where there is none. */
function endOf(edtf: string): Boundary | null {
  const reading = readEdtf(edtf);
  if (isFault(reading)) throw new Error(`Expected an EDTF date that was checked, but got: "${edtf}".`);
  const last = isInterval(reading) ? reading.end : reading;
  if (typeof last === 'string') return null;
  const day = dayAfter(last.last);
  if (day === null) return null;
  const written = edtf.split('/').at(-1) as string;
  // The day after a day is a day; after a month or a year there is no such word for the days that it may be.
  const shifted = last.kind === 'DAY' ? day + written.slice(day.length) : written;
  return { day, edtf: shifted, unsure: unsureDays({ ...last, first: dayAfter(last.first) ?? day, last: day }) };
}

/** On the last possible day it has passed by the evening, unless even that day is a guess. */
function unsureDays({ first, last, uncertain, approximate }: Part): Boundary['unsure'] {
  if (uncertain || approximate) return { from: first, until: dayAfter(last) };
  return first === last ? null : { from: first, until: last };
}

/** Null after the last day that can be written. */
function dayAfter(day: string): string | null {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  if (date < daysInMonth(year, month)) return written(year, month, date + 1);
  if (month < 12) return written(year, month + 1, 1);
  return year < 9999 ? written(year + 1, 1, 1) : null;
}

const written = (year: number, month: number, date: number): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
