import fc from 'fast-check';
import { sortKey } from '../../src/answers/dates';
import { type Change, effectDay, type Period, policyStateOn, policyStates } from '../../src/answers/policyLife';

const change = (event: string, eventDate: string, statusAfter: string | null, more: Partial<Change> = {}): Change => ({
  event,
  eventDate,
  eventSort: sortKey(eventDate),
  effect: 'AMENDS',
  statusAfter,
  ...more,
});

/** A life on one line: each status with the date that it began on, and what was only possible marked. */
const line = (changes: Change[]) =>
  policyStates(changes)
    .map(({ status, from, by, certainty }) =>
      [from, status, by && `by ${by}`, certainty === 'POSSIBLE' && '?'].filter(Boolean).join(' '),
    )
    .join(', ');
const on = (changes: Change[], day: string) => {
  const { status, certainty } = policyStateOn(changes, day);
  return certainty === 'CERTAIN' ? status : `${status}?`;
};

describe('policyStates(changes)', () => {
  test('is unknown for ever where nothing set a status', () => {
    expect(policyStates([change('a', '2020', null)])).toEqual([
      { status: 'UNKNOWN', from: null, until: null, by: null, scoped: null, certainty: 'CERTAIN' },
    ]);
  });

  test('goes from the first change to the last, each until the next', () => {
    const made = change('made', '2020-01-05', 'IN_FORCE');
    const ended = change('ended', '2021-02', 'ENDED');
    expect(policyStates([ended, made])).toEqual([
      { status: 'UNKNOWN', from: null, until: '2020-01-05', by: null, scoped: null, certainty: 'CERTAIN' },
      { status: 'IN_FORCE', from: '2020-01-05', until: '2021-02', by: 'made', scoped: made, certainty: 'CERTAIN' },
      { status: 'ENDED', from: '2021-02', until: null, by: 'ended', scoped: ended, certainty: 'CERTAIN' },
    ]);
  });

  test('keeps of several changes on one day the last: by order, then date of the event, then id', () => {
    const day = { effectiveFrom: '2020-03-01' };
    const a = change('a', '2020-02-02', 'SUSPENDED', day);
    const b = change('b', '2020-02-01', 'BLOCKED', day);
    expect(line([a, b])).toBe('UNKNOWN, 2020-03-01 SUSPENDED by a');
    expect(line([a, { ...b, eventDate: '2020-02-02', eventSort: a.eventSort }])).toBe(
      'UNKNOWN, 2020-03-01 BLOCKED by b',
    );
    expect(
      line([
        { ...a, position: 1 },
        { ...b, position: 2 },
      ]),
    ).toBe('UNKNOWN, 2020-03-01 BLOCKED by b');
  });

  test('is announced from an event to its later start, where the policy was unknown or had ended', () => {
    const later = change('later', '2020-01-05', 'IN_FORCE', { effectiveFrom: '2020-03-01' });
    expect(line([later])).toBe('UNKNOWN, 2020-01-05 ANNOUNCED by later, 2020-03-01 IN_FORCE by later');
    const ended = change('ended', '2019-12-01', 'ENDED');
    expect(line([later, ended])).toBe(
      'UNKNOWN, 2019-12-01 ENDED by ended, 2020-01-05 ANNOUNCED by later, 2020-03-01 IN_FORCE by later',
    );
    const suspended = change('suspended', '2019-12-01', 'SUSPENDED');
    expect(line([later, suspended])).toBe('UNKNOWN, 2019-12-01 SUSPENDED by suspended, 2020-03-01 IN_FORCE by later');
    expect(line([{ ...later, statusAfter: 'ENDED' }])).toBe('UNKNOWN, 2020-03-01 ENDED by later');
    expect(line([{ ...later, eventDate: '2020-04-01' }])).toBe('UNKNOWN, 2020-03-01 IN_FORCE by later');
  });

  test('ends the day after the end that an instrument sets itself', () => {
    const limited = change('limited', '2020-01-05', 'IN_FORCE', { effectiveUntil: '2020-02-28' });
    expect(line([limited])).toBe('UNKNOWN, 2020-01-05 IN_FORCE by limited, 2020-02-29 ENDED by limited');
    expect(policyStates([limited]).at(-1)?.scoped).toBeNull();
    const longer = change('longer', '2020-02-20', 'IN_FORCE', { effectiveUntil: '9999-12-31' });
    expect(line([limited, longer])).toBe('UNKNOWN, 2020-01-05 IN_FORCE by limited, 2020-02-20 IN_FORCE by longer');
  });

  test('a halt for a set time gives way to what stood before it', () => {
    const made = change('made', '2019-01-01', 'PARTLY_IN_FORCE');
    const halt = (event: string, from: string, until: string) =>
      change(event, from, 'SUSPENDED', { effectiveUntil: until });
    expect(line([made, halt('halt', '2020-01-01', '2020-01-31')])).toBe(
      'UNKNOWN, 2019-01-01 PARTLY_IN_FORCE by made, 2020-01-01 SUSPENDED by halt, 2020-02-01 PARTLY_IN_FORCE by halt',
    );
    expect(policyStates([made, halt('halt', '2020-01-01', '2020-01-31')]).at(-1)?.scoped).toBe(made);
    expect(line([made, halt('long', '2020-01-01', '2020-12-31'), halt('short', '2020-02-01', '2020-02-03')])).toBe(
      'UNKNOWN, 2019-01-01 PARTLY_IN_FORCE by made, 2020-01-01 SUSPENDED by long, 2020-02-01 SUSPENDED by short, ' +
        '2020-02-04 SUSPENDED by short, 2021-01-01 PARTLY_IN_FORCE by long',
    );
    expect(line([halt('halt', '2020-01-01', '2020-01-31')])).toBe(
      'UNKNOWN, 2020-01-01 SUSPENDED by halt, 2020-02-01 UNKNOWN',
    );
  });

  test('says POSSIBLE of a period without one certain day', () => {
    expect(line([change('year', '2020', 'ENDED'), change('day', '2020-06-15', 'IN_FORCE')])).toBe(
      'UNKNOWN, 2020-06-15 IN_FORCE by day ?, 2020 ENDED by year',
    );
  });

  test('takes the plain meaning of the effects where the data set names no status', () => {
    const plain = (event: string, eventDate: string, effect: string) =>
      change(event, eventDate, null, { effect, byEffect: true });
    expect(
      line([
        plain('asked', '2018-01-01', 'CALLS_FOR'),
        plain('planned', '2019-01-01', 'PROPOSES'),
        plain('again', '2019-06-01', 'PROPOSES'),
        plain('made', '2020-01-01', 'CREATES'),
        plain('sued', '2020-02-01', 'CHALLENGES'),
        plain('halted', '2020-03-01', 'SUSPENDS'),
        plain('back', '2020-04-01', 'REINSTATES'),
        plain('blocked', '2020-05-01', 'BLOCKS'),
        plain('changed', '2020-06-01', 'AMENDS'),
        plain('over', '2020-07-01', 'ENDS'),
      ]),
    ).toBe(
      'UNKNOWN, 2019-01-01 ANNOUNCED by planned, 2020-01-01 IN_FORCE by made, 2020-03-01 SUSPENDED by halted, ' +
        '2020-04-01 IN_FORCE by back, 2020-05-01 BLOCKED by blocked, 2020-07-01 ENDED by over',
    );
  });
});

describe('policyStateOn(changes, day)', () => {
  const made = change('made', '2019-01-01', 'IN_FORCE');
  test.each<[string, Change, Record<string, string>]>([
    [
      'a month counts from its last day',
      change('x', '2020-07', 'ENDED'),
      { '2020-06-30': 'IN_FORCE', '2020-07-01': 'IN_FORCE?', '2020-07-30': 'IN_FORCE?', '2020-07-31': 'ENDED' },
    ],
    [
      'a date that is a guess is sure only after its last day',
      change('x', '2020-07-10~', 'ENDED'),
      { '2020-07-09': 'IN_FORCE', '2020-07-10': 'ENDED?', '2020-07-11': 'ENDED' },
    ],
    [
      'a stretch counts from its first day',
      change('x', '2020-07-10/2020-08', 'ENDED'),
      { '2020-07-09': 'IN_FORCE', '2020-07-10': 'ENDED', '2020-08-01': 'ENDED' },
    ],
    [
      'a stretch that began in a month may have begun on any day of it',
      change('x', '2020-07/2020-08', 'ENDED'),
      { '2020-06-30': 'IN_FORCE', '2020-07-01': 'ENDED?', '2020-07-31': 'ENDED' },
    ],
    [
      'a start that is not known may lie as long ago as one likes',
      change('x', '/2020-07-10', 'ENDED'),
      { '1900-01-01': 'UNKNOWN?', '2020-07-09': 'IN_FORCE?', '2020-07-10': 'ENDED' },
    ],
    [
      'an end set to a month may be any day of it, the last included',
      change('x', '2020-01-01', 'IN_FORCE', { effectiveUntil: '2020-07' }),
      { '2020-07-01': 'IN_FORCE', '2020-07-02': 'IN_FORCE?', '2020-07-31': 'IN_FORCE?', '2020-08-01': 'ENDED' },
    ],
    [
      'an end set to about a day',
      change('x', '2020-01-01', 'IN_FORCE', { effectiveUntil: '2020-07-10~' }),
      { '2020-07-10': 'IN_FORCE', '2020-07-11': 'ENDED?', '2020-07-12': 'ENDED' },
    ],
    [
      'an end that is open is none',
      change('x', '2020-01-01', 'IN_FORCE', { effectiveUntil: '2020/..' }),
      { '9999-12-31': 'IN_FORCE' },
    ],
  ])('%s', (_, one, expected) => {
    expect(Object.fromEntries(Object.keys(expected).map((day) => [day, on([made, one], day)]))).toEqual(expected);
  });

  test('an event of a rough date may have announced it already', () => {
    const later = change('later', '2020-02', 'IN_FORCE', { effectiveFrom: '2020-04-01' });
    const days = ['2020-01-31', '2020-02-01', '2020-02-29', '2020-04-01'];
    expect(days.map((day) => on([later], day))).toEqual(['UNKNOWN', 'UNKNOWN?', 'ANNOUNCED', 'IN_FORCE']);
    // Where it is suspended the news changes nothing.
    expect(on([later, change('halt', '2019-01-01', 'SUSPENDED')], '2020-02-01')).toBe('SUSPENDED');
  });
});

// ---------------------------------------------------------------- properties

const days = Array.from({ length: 120 }, (_, index) =>
  new Date(Date.UTC(2019, 11, 1 + index)).toISOString().slice(0, 10),
);
const dayAfter = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

const inside = days.slice(31, 91);
const anyDay = fc.constantFrom(...inside);
const anyDate = fc.oneof(
  { weight: 4, arbitrary: anyDay },
  {
    weight: 1,
    arbitrary: fc.constantFrom('2020-01', '2020-02', '2020-02?', '2020-01-20~', '2020-02/2020-03', '/2020-02-10'),
  },
);
const anyChange = fc.record({
  eventDate: anyDate,
  statusAfter: fc.constantFrom(null, 'ANNOUNCED', 'IN_FORCE', 'PARTLY_IN_FORCE', 'SUSPENDED', 'BLOCKED', 'ENDED'),
  effectiveFrom: fc.option(anyDate),
  effectiveUntil: fc.option(
    fc.oneof({ weight: 3, arbitrary: anyDay }, { weight: 1, arbitrary: fc.constant('2020-02') }),
  ),
  position: fc.constantFrom(0, 0, 1, 2),
});
const anyLife = fc
  .array(anyChange, { maxLength: 6 })
  .map((rows) =>
    rows.map(({ eventDate, statusAfter, ...more }, index) => change(`e${index}`, eventDate, statusAfter, more)),
  );

/** The rule as it is told, a day at a time: what the changes up to the day come to. */
function plainModel(changes: Change[], day: string): string {
  const start = (one: Change) => effectDay(one.effectiveFrom ?? one.eventDate);
  const key = (one: Change) => [start(one), one.position ?? 0, one.eventSort, one.event].join(' ');
  const telling = changes.filter(({ statusAfter }) => statusAfter).sort((a, b) => (key(a) < key(b) ? -1 : 1));
  const lastDay = (until: string) => (until.length === 7 ? `${until}-29` : until);
  const settle = (past: Change[]): string => {
    const last = past.at(-1);
    if (!last?.statusAfter) return 'UNKNOWN';
    if (!last.effectiveUntil || day <= lastDay(last.effectiveUntil)) return last.statusAfter;
    return ['SUSPENDED', 'BLOCKED'].includes(last.statusAfter) ? settle(past.slice(0, -1)) : 'ENDED';
  };
  const status = settle(telling.filter((one) => start(one) <= day));
  const isComing = telling.some(
    (one) => one.statusAfter?.endsWith('IN_FORCE') && effectDay(one.eventDate) <= day && day < start(one),
  );
  return isComing && ['UNKNOWN', 'ENDED'].includes(status) ? 'ANNOUNCED' : status;
}

const periodWithout = ({ certainty: _, ...period }: Period) => period;

describe('on random lives', () => {
  const holds = (property: (changes: Change[]) => void) => fc.assert(fc.property(anyLife, property), { numRuns: 500 });

  test('every day stands as the plain rule says', () =>
    holds((changes) => {
      const told = days.map((day) => `${day} ${policyStateOn(changes, day).status}`);
      expect(told).toEqual(days.map((day) => `${day} ${plainModel(changes, day)}`));
    }));

  test('the days lie in the periods one after the other, and every period holds at least one', () =>
    holds((changes) => {
      const periods = policyStates(changes).map(periodWithout);
      const met = days.map((day) => periodWithout(policyStateOn(changes, day)));
      // A period at the edge of the days looked at is met as well, since all that happens lies inside.
      const inOrder = met.filter(
        (period, index) => index === 0 || JSON.stringify(period) !== JSON.stringify(met[index - 1]),
      );
      expect(inOrder).toEqual(periods);
    }));

  test('it is UNKNOWN before the first, and each period ends where the next begins', () =>
    holds((changes) => {
      const periods = policyStates(changes);
      expect(periods[0]).toMatchObject({ status: 'UNKNOWN', from: null, by: null });
      expect(periods.at(-1)?.until).toBeNull();
      expect(periods.slice(1).map(({ from }) => from)).toEqual(periods.slice(0, -1).map(({ until }) => until));
    }));

  test('every boundary is the date of a change or the day after an end that it set', () =>
    holds((changes) => {
      const starts = changes.flatMap(({ eventDate, effectiveFrom }) => [eventDate, effectiveFrom ?? eventDate]);
      const ends = changes.flatMap(({ effectiveUntil }) => effectiveUntil ?? []);
      const boundaries = new Set([
        ...starts.map((edtf) => (edtf.startsWith('/') ? edtf : edtf.split('/')[0])),
        ...ends.map((edtf) => (edtf.length === 10 ? dayAfter(edtf) : edtf)),
      ]);
      for (const { from } of policyStates(changes).slice(1)) expect(boundaries).toContain(from);
    }));

  test('exact dates leave nothing only possible', () =>
    holds((changes) => {
      const exact = (edtf?: string | null) => edtf == null || /^\d{4}-\d\d-\d\d$/.test(edtf);
      const known = changes.filter(
        (one) => exact(one.eventDate) && exact(one.effectiveFrom) && exact(one.effectiveUntil),
      );
      for (const { certainty } of policyStates(known)) expect(certainty).toBe('CERTAIN');
      expect(days.filter((day) => policyStateOn(known, day).certainty !== 'CERTAIN')).toEqual([]);
    }));

  test('among exact dates a month makes POSSIBLE the days from its first up to its last, and no other', () => {
    const isExact = (one: Change) =>
      [one.eventDate, one.effectiveFrom ?? '2020-01-01', one.effectiveUntil ?? '2020-01-01'].every(
        (edtf) => edtf.length === 10,
      );
    fc.assert(
      fc.property(anyLife, fc.constantFrom('2020-01', '2020-02'), (others, month) => {
        const changes = [...others.filter(isExact), change('rough', month, 'IN_FORCE')];
        const possible = days.filter((day) => policyStateOn(changes, day).certainty === 'POSSIBLE');
        expect(possible).toEqual(days.filter((day) => day.startsWith(month) && day < effectDay(month)));
      }),
    );
  });

  test('a rough end matters only until another change tells how the policy stands', () => {
    const over = change('a', '2020-01-01', 'ENDED', { effectiveUntil: '2020-02' });
    const later = change('b', '2020-01-01', 'ANNOUNCED', { effectiveFrom: '2020-02-13', effectiveUntil: '2020-01-01' });
    const news = change('c', '2020-02-05', 'IN_FORCE', { effectiveFrom: '2020-02-24' });
    const told = policyStates([over, later, news]).find(({ status }) => status === 'ANNOUNCED');
    expect(told).toMatchObject({ from: '2020-02-05', until: '2020-02-24', certainty: 'CERTAIN' });
  });

  test('a period is POSSIBLE exactly where each of its days is', () =>
    holds((changes) => {
      const certain = new Set(
        days
          .map((day) => policyStateOn(changes, day))
          .filter(({ certainty }) => certainty === 'CERTAIN')
          .map((period) => JSON.stringify(periodWithout(period))),
      );
      for (const period of policyStates(changes)) {
        const isCertain = certain.has(JSON.stringify(periodWithout(period)));
        expect(period.certainty).toBe(isCertain ? 'CERTAIN' : 'POSSIBLE');
      }
    }));

  test('the order of the rows means nothing', () =>
    holds((changes) => {
      expect(policyStates(changes.toReversed())).toEqual(policyStates(changes));
    }));
});
