import { activities, isRefusal, type LessonOptions, makeLesson, whyRefused } from '../../src/lessons';
import type { Block } from '../../src/lessons/blocks';
import { shortened } from '../../src/lessons/card';
import { markdownOf } from '../../src/lessons/markdown';
import type { Material } from '../../src/lessons/material';
import { fittingEvents } from '../../src/lessons/nearest';
import type { ActivityName, Pack } from '../../src/lessons/pack';
import { claim, event, link, material, town } from './material';

const options = (activity: ActivityName, more: Partial<LessonOptions> = {}): LessonOptions => ({
  activity,
  cards: null,
  seed: 1,
  withContentNotes: [],
  ...more,
});

function make(activity: ActivityName, of: Material = town(), more: Partial<LessonOptions> = {}): Pack {
  const made = makeLesson(of, options(activity, more));
  if (isRefusal(made)) throw new Error(`Expected a lesson, but: ${whyRefused(activity, made, 'en')}`);
  return made;
}

function refusal(activity: ActivityName, of: Material, more: Partial<LessonOptions> = {}): string {
  const made = makeLesson(of, options(activity, more));
  if (!isRefusal(made)) throw new Error('Expected a refusal, but got a lesson');
  return whyRefused(activity, made, of.lang);
}

const titles = ({ cards }: Pack) => cards.map(({ item }) => item.id).sort();
const numberOf = ({ cards }: Pack, id: string) => cards.find(({ item }) => item.id === id)?.number;
const written = (blocks: readonly Block[]) => markdownOf(blocks);

describe('SEQUENCE', () => {
  it('takes events whose dates do not overlap and gives their order in the key', () => {
    const pack = make(
      'SEQUENCE',
      material([event('a', 2001), event('b', 2001), event('c', 2003), event('d', 2005)], []),
    );
    expect(titles(pack)).toEqual(['a', 'c', 'd']);
    const order = ['a', 'c', 'd'].map((id) => `| ${numberOf(pack, id)} |`);
    const key = written(pack.key);
    expect(order.map((row) => key.indexOf(row))).toEqual(
      [...order.map((row) => key.indexOf(row))].sort((a, b) => a - b),
    );
    expect(key).toContain('Order alone does not show');
  });

  it('takes as many as it can, whatever one of them covers', () => {
    const long = event('long', 2001, { latest: '2009-12-31' });
    const pack = make('SEQUENCE', material([long, event('b', 2003), event('c', 2005), event('d', 2010)], []));
    expect(titles(pack)).toEqual(['b', 'c', 'd']);
  });

  it('leaves years blank on the cards, not in the key', () => {
    const events = [event('a', 2001, { title: 'The flood of 1999' }), event('b', 2002), event('c', 2003)];
    const pack = make('SEQUENCE', material(events, []));
    expect(pack.cards.map(({ text }) => text)).toContain('The flood of ____');
    expect(written(pack.key)).toContain('The flood of 1999');
  });

  it('says how many there are when there are too few', () => {
    expect(refusal('SEQUENCE', material([event('a', 2001), event('b', 2001)], []))).toContain('Here there is 1');
  });
});

describe('ICEBERG', () => {
  it('puts events above the water and claims about causes below it', () => {
    const pack = make('ICEBERG');
    const [above = '', below = ''] = written(pack.key).split('Below the water');
    expect(above).toContain(`Card ${numberOf(pack, 'queue')}: The queue`);
    expect(below).toContain(
      '“The bridge” is said by Ada to have contributed to “The queue”; the link is disputed by Bo',
    );
    expect(below).toContain('“The strike” is said by Di');
  });

  it('puts what only made it possible at the bottom', () => {
    const pack = make(
      'ICEBERG',
      material(
        [event('a', 2001), event('b', 2002), event('c', 2003)],
        [link('a', 'c', [claim('Ada')], { type: 'ENABLED' }), link('b', 'c', [claim('Bo')])],
      ),
    );
    const [, bottom = ''] = written(pack.key).split('At the bottom');
    expect(bottom).toContain('“The a” is said by Ada to have made possible “The c”');
    expect(bottom).not.toContain('“The b”');
  });

  it('takes an event with two causes', () => {
    expect(
      refusal('ICEBERG', material([event('a', 2001), event('b', 2002)], [link('a', 'b', [claim('Ada')])])),
    ).toContain('two or more recorded causes');
  });
});

describe('DIAMOND', () => {
  it('has four cards, or nine, and a key without an order', () => {
    const four = make('DIAMOND');
    expect(four.cards).toHaveLength(4);
    expect(four.sheet).toContainEqual(expect.objectContaining({ kind: 'places', rows: [1, 2, 1] }));
    const many = ['D', 'E', 'F', 'G', 'H', 'I', 'J', 'K'].map((name) => claim(name));
    const nine = make('DIAMOND', { ...town(), links: [...town().links, link('ferry', 'queue', many)] });
    expect(nine.cards).toHaveLength(9);
    expect(nine.sheet).toContainEqual(expect.objectContaining({ kind: 'places', rows: [1, 2, 3, 2, 1] }));
    expect(written(nine.key)).toContain('There is no one right order');
  });

  it('gives sample reasoning for each card by what is known of it', () => {
    const key = written(make('DIAMOND').key);
    expect(key).toContain('Bo (2010): Bo has something to say. This disputes the link.');
    expect(key).toContain('yet it is disputed by Bo, so it may stand in the middle');
    expect(key.match(/Sample reasoning/g)).toHaveLength(4);
  });
});

describe('WEIGHING', () => {
  it('lays claims for and against the link that is most argued about, beside its rivals', () => {
    const pack = make('WEIGHING');
    expect(pack.cards.map(({ item }) => item.id).sort()).toEqual([
      'bridge--queue--Ada-ASSERTS',
      'bridge--queue--Bo-DISPUTES',
      'bridge--queue--Cy-QUALIFIES',
    ]);
    const sheet = written(pack.sheet);
    expect(sheet).toContain('Did “The bridge” lead to “The queue”?');
    expect(sheet).toContain('- “The strike” (according to Di)');
  });

  it('keeps to the link that was asked about', () => {
    expect(refusal('WEIGHING', { ...town(), link: 'strike--queue', chosen: ['strike', 'queue'] })).toContain(
      'a claim for it and a claim against it',
    );
  });

  it('gives either side its half, or what the other leaves', () => {
    const many = [...'ABCDEFGHIJ'].map((name) => claim(name));
    const of = material([event('a', 2001), event('b', 2002)], [link('a', 'b', [...many, claim('Z', 'DENIES')])]);
    const stances = make('WEIGHING', of, { cards: 6 }).cards.map(({ item }) => item.id.split('-').at(-1));
    expect(stances.filter((stance) => stance === 'DENIES')).toHaveLength(1);
    expect(stances).toHaveLength(6);
  });
});

describe('SOURCING', () => {
  it('takes different speakers and tells first hand from reported', () => {
    const pack = make('SOURCING');
    expect(new Set(pack.cards.map(({ speaker }) => speaker)).size).toBe(pack.cards.length);
    const key = written(pack.key);
    expect(key).toMatch(/Ada \(a person\).*Report of Ada \(primary\) \| a primary source/);
    expect(key).toMatch(/Bo \(a person\).*Report of Bo \| reported by others/);
  });
});

describe('WITHOUT_IT', () => {
  it('tells what still has a recorded cause and what has none, never what would have happened', () => {
    const key = written(make('WITHOUT_IT', { ...town(), start: 'bridge' }).key);
    expect(key).toContain('The queue. A recorded cause is left: “The strike” (according to Di).');
    expect(key).toContain('The ferry. A recorded cause is left: “The queue”');
    expect(key).toContain('The song. No other cause is recorded here.');
  });

  it('lets fall what hangs on nothing else, to the end of the chain', () => {
    const of = material(
      [event('a', 2001), event('b', 2002), event('c', 2003), event('d', 2004), event('e', 2005)],
      [link('a', 'b'), link('b', 'c'), link('a', 'd'), link('e', 'd')],
      { start: 'a' },
    );
    const key = written(make('WITHOUT_IT', of).key);
    expect(key).toContain('The b. No other cause is recorded here.');
    expect(key).toContain('The c. No other cause is recorded here.');
    expect(key).toContain('The d. A recorded cause is left: “The e”');
  });

  it('holds up nothing by a ring of events that only cause each other', () => {
    const of = material(
      [event('a', 2001), event('b', 2002), event('c', 2003), event('d', 2004), event('e', 2005)],
      [link('a', 'b'), link('b', 'c'), link('c', 'b'), link('a', 'd'), link('e', 'd')],
      { start: 'a' },
    );
    const key = written(make('WITHOUT_IT', of).key);
    expect(key.match(/No other cause is recorded here/g)).toHaveLength(2);
  });

  it('needs an event with two causes', () => {
    expect(refusal('WITHOUT_IT', material([event('a', 2001), event('b', 2002)], [link('a', 'b')]))).toContain(
      'two recorded causes',
    );
  });

  it('takes what was meant for no cause', () => {
    const of = material(
      [event('a', 2001), event('b', 2002), event('c', 2003)],
      [link('a', 'c'), link('b', 'c', [], { type: 'INTENDED' })],
    );
    expect(refusal('WITHOUT_IT', of)).toContain('two recorded causes');
  });
});

describe('any activity', () => {
  const noted = () => {
    const of = town();
    const events = new Map(of.events).set('strike', event('strike', 2002, { contentNotes: ['VIOLENCE', 'DEATH'] }));
    return { ...of, events };
  };

  it('leaves out events with content notes unless all of them are asked for, and says how many', () => {
    for (const withContentNotes of [[], ['VIOLENCE']]) {
      const pack = make('WEIGHING', noted(), { withContentNotes });
      expect(pack.leftOut).toEqual([{ event: 'strike', why: 'It bears a content note: violence and death.' }]);
      expect(written(pack.key)).toContain('1 event is left out because of its content note.');
      expect(written(pack.sheet)).not.toContain('strike');
      expect(written(pack.sheet)).toContain('1 more recorded cause is not shown here.');
    }
    const asked = make('WEIGHING', noted(), { withContentNotes: ['VIOLENCE', 'DEATH'] });
    expect(asked.leftOut).toEqual([]);
    expect(written(asked.sheet)).toContain('The strike');
  });

  it('says how many were left out when nothing is left to make it of', () => {
    expect(refusal('ICEBERG', noted())).toBe(
      'An iceberg takes an event with two or more recorded causes. There is none here. 1 event is left out because of its content note.',
    );
  });

  it('is not made of something else where the very event or link that was asked about is left out', () => {
    const why =
      'This is about an event with a content note: violence and death. Ask for it with withContentNotes: [VIOLENCE, DEATH].';
    expect(refusal('SEQUENCE', { ...noted(), start: 'strike' })).toBe(why);
    expect(refusal('WEIGHING', { ...noted(), link: 'strike--queue' })).toBe(why);
  });

  it('says that no other cause is recorded where there is but one, or none', () => {
    const one = material([event('a', 2001), event('b', 2002)], [link('a', 'b', [claim('Ada'), claim('Bo', 'DENIES')])]);
    const none = material([event('a', 2001), event('b', 2002), event('c', 2003)], []);
    for (const pack of [make('WEIGHING', one), make('SEQUENCE', none)]) {
      expect(written(pack.sheet)).toContain(
        'Other causes are not recorded here. That does not mean that there were none.',
      );
    }
  });

  it('lists the hard words that stand on it, and no others', () => {
    const term = (term: string) => ({ id: term, term, definition: 'It means something.', lang: 'en' });
    const of = {
      ...town(),
      terms: ['bridge', 'strike (US)', 'strike (New Land)', 'toll', 'queue, line', 'ferries (FBL)', 'TOLL'].map(term),
    };
    expect(make('WEIGHING', of).glossary.map(({ id }) => id)).toEqual(['bridge', 'queue, line']);
  });

  it.each([
    ['es', 'expulsión', 'Las expulsiones siguen'],
    ['es', 'solicitud de asilo', 'Suben las solicitudes de asilo'],
    ['fr', 'demande d’asile', 'Hausse des demandes d’asile'],
  ])('finds a hard word in the plural, too, in %s: %s', (lang, term, title) => {
    const of = town();
    const events = new Map([...of.events].map(([id, one]) => [id, id === 'queue' ? { ...one, title } : one]));
    const terms = [term, 'reloj'].map((one) => ({ id: one, term: one, definition: 'Algo.', lang }));
    expect(make('SEQUENCE', { ...of, lang, events, terms }).glossary.map(({ id }) => id)).toEqual([term]);
  });

  it('tells the teacher which place on the sheet no card belongs in', () => {
    const unmet = (claims: ReturnType<typeof claim>[]) => {
      const of = material([event('a', 2001), event('b', 2002)], [link('a', 'b', claims)]);
      return [...written(make('WEIGHING', of).key).matchAll(/No card belongs in “([^”]+)”/g)].map(([, box]) => box);
    };
    expect(unmet([claim('Ada'), claim('Bo', 'QUALIFIES')])).toEqual(['Against the link']);
    expect(unmet([claim('Ada'), claim('Bo', 'DISPUTES')])).toEqual(['Yes, but …']);
    expect(unmet([claim('Ada'), claim('Bo', 'DENIES'), claim('Cy', 'QUALIFIES')])).toEqual([]);
    expect(written(make('ICEBERG').key)).toContain('No card belongs in “At the bottom');
  });

  it('bears the question of a story only where nothing of the story is left out', () => {
    const asks = { question: 'Why was there a queue?' };
    expect(make('SEQUENCE', { ...town(), ...asks }).title).toBe('Put them in order: Why was there a queue?');
    expect(make('SEQUENCE', { ...noted(), ...asks }).title).toBe('Put them in order: A town');
    expect(written(make('SEQUENCE', { ...noted(), ...asks }).plan)).not.toContain('answer');
  });

  it('takes fifty minutes, of which the plan tells each', () => {
    for (const { name } of activities) {
      const pack = make(name);
      const told = [...written(pack.plan).matchAll(/(\d+) min:/g)].map(([, minutes]) => Number(minutes));
      expect([pack.minutes, told.reduce((sum, minutes) => sum + minutes, 0), told.length]).toEqual([50, 50, 5]);
    }
  });
});

test('an event is found about which an activity can be made', () => {
  expect(fittingEvents(town(), options('ICEBERG'), 3)).toEqual(['queue', 'ferry']);
  expect(fittingEvents(town(), options('WITHOUT_IT'), 3)).toEqual(['bridge', 'strike']);
  expect(fittingEvents(town(), options('WITHOUT_IT'), 1)).toEqual(['bridge']);
});

test('text that looks like Markdown or HTML stays text', () => {
  const of = material([event('a', 2001, { title: '# One *star* <b>|' }), event('b', 2002), event('c', 2003)], []);
  expect(written(make('SEQUENCE', of).key)).toContain('\\# One \\*star\\* \\<b\\>\\|');
});

test.each([
  [
    'Names it as one of three causes of the rise, beside violence at home',
    'Names it as one of three causes of the rise …',
  ],
  [
    'Dice que todo empezó luego de la visa y que entrar más fácil, bueno para todos, es un factor',
    'Dice que todo empezó luego de la visa …',
  ],
  [
    'One two three four five six seven eight nine ten eleven twelve thirteen',
    'One two three four five six seven eight nine ten eleven twelve …',
  ],
  ['Reads it, not a visit, as a plain sign it was so, and more', 'Reads it, not a visit, as a plain sign it was so …'],
  [
    'Names travel as one of three causes here, beside violence at home and the rest of it',
    'Names travel as one of three causes here, beside violence at home …',
  ],
  [
    'Says that travel without any visa was easy, as ever, for most people',
    'Says that travel without any visa was easy … for most people',
  ],
  ['Short, and whole.', 'Short, and whole.'],
])('a claim that is too long goes without an aside, or ends with a whole part: %s', (text, short) => {
  expect(shortened(text, 12)).toBe(short);
});
