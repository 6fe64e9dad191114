import * as fc from 'fast-check';
import { h, type VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { askedIn, filterOf } from '../../src/page/chain/address';
import { Cut, Loops } from '../../src/page/chain/Chain';
import { ChainDrawing, foreignTag } from '../../src/page/chain/ChainDrawing';
import type { ComparedRead, HopRead } from '../../src/page/chain/chainQuestions';
import { columnsOf, layoutOf, roomIn, sizes } from '../../src/page/chain/layout';
import { sharedBy } from '../../src/page/chain/shared';
import { rooms } from '../../src/page/chain/stacked';
import { type Heading, type Station, stepTo } from '../../src/page/chain/walk';
import { wayTo } from '../../src/page/chain/way';
import { wrapped } from '../../src/page/chain/wrapped';
import type { EventBrief } from '../../src/page/parts/linkQuestion';
import { PageContext } from '../../src/page/state';
import { expectDrawing } from '../support/drawing';

const event = (id: string, earliest: string | null, latest = earliest, title = `Event ${id}`): EventBrief => ({
  id,
  title,
  languages: ['en'],
  date: { text: earliest ?? `before ${latest}`, edtf: earliest ?? `../${latest}`, earliest, latest },
});

const link = (from: string, to: string, about: Partial<HopRead> = {}): HopRead => ({
  id: `${from}-${to}`,
  type: 'CONTRIBUTED_TO',
  family: 'CAUSAL',
  evidence: 'ASSERTED',
  disputed: false,
  qualified: false,
  label: `${from} is said to have contributed to ${to}`,
  from: { id: from },
  to: { id: to },
  claims: { totalCount: 0, nodes: [] },
  ...about,
});

const drawn = (events: EventBrief[], links: HopRead[], width = 1200) => {
  const columns = columnsOf(events, links);
  const start = events[0]?.id ?? '';
  return layoutOf(events, links, columns, { start, ...roomIn(width, columns), tagOf: foreignTag('en') });
};

type Box = { x: number; y: number; width: number; height: number };

const areOver = (one: Box, other: Box) =>
  Math.abs(one.x - other.x) < (one.width + other.width) / 2 - 1 &&
  Math.abs(one.y - other.y) < (one.height + other.height) / 2 - 1;

/** Events on made days, and links from earlier ones to later ones that join each event to the first. */
const madeChains = (minLength: number, maxLength: number) =>
  fc
    .array(fc.record({ year: fc.integer({ min: 2000, max: 2025 }), parents: fc.array(fc.nat(), { maxLength: 3 }) }), {
      minLength,
      maxLength,
    })
    .map((made) => {
      const rest = made.toSorted((a, b) => a.year - b.year);
      const events = [event('e0', '1999-01-01'), ...rest.map(({ year }, at) => event(`e${at + 1}`, `${year}-06-01`))];
      const links = rest.flatMap(({ parents }, at) =>
        [...new Set([...parents, 0].map((parent) => parent % (at + 1)))].map((parent) =>
          link(`e${parent}`, `e${at + 1}`),
        ),
      );
      return { events, links };
    });

const chains = madeChains(1, 14);
const largeChains = madeChains(30, 60);

describe('columnsOf(events, links)', () => {
  it('begins a new column only where an event follows from one of the column', () => {
    const events = [
      event('a', '2001-01-01'),
      event('b', '2002-01-01'),
      event('c', '2003-01-01'),
      event('d', '2004-01-01'),
    ];
    const columns = columnsOf(events, [link('a', 'b'), link('a', 'c'), link('c', 'd')]);
    expect([...columns]).toEqual([
      ['a', 0],
      ['b', 1],
      ['c', 1],
      ['d', 2],
    ]);
  });

  it('lets a rough date never stand before what led to it', () => {
    const events = [event('year', '2023-01-01', '2023-12-31'), event('day', '2023-03-01')];
    expect([...columnsOf(events, [link('day', 'year')])]).toEqual([
      ['day', 0],
      ['year', 1],
    ]);
  });

  it('keeps each column no earlier than the one before, and each link from left to right', () => {
    fc.assert(
      fc.property(chains, ({ events, links }) => {
        const columns = columnsOf(events, links);
        const at = (id: string) => columns.get(id) ?? -1;
        for (const { from, to } of links) expect(at(from.id)).toBeLessThan(at(to.id));
        const days = events.toSorted((a, b) => at(a.id) - at(b.id));
        for (const [place, one] of days.entries()) {
          const next = days[place + 1];
          if (next && at(one.id) < at(next.id))
            expect((one.date.earliest ?? '') <= (next.date.earliest ?? '')).toBe(true);
        }
      }),
    );
  });
});

describe('layoutOf(events, links)', () => {
  it('draws every event and link once, no card or mark over another, all inside, columns in line', () => {
    fc.assert(
      fc.property(chains, fc.integer({ min: 300, max: 1600 }), ({ events, links }, width) => {
        const { cards, hops, columns, cardWidth, ...all } = drawn(events, links, width);
        expect(cards.map((card) => card.event.id).sort()).toEqual(events.map(({ id }) => id).sort());
        expect(hops.map((hop) => hop.link.id)).toEqual(links.map(({ id }) => id));
        const boxes = [
          ...cards.map(({ x, y, height }) => ({ x, y, width: cardWidth, height })),
          ...hops.map(({ x, y }) => ({ x, y, width: sizes.mark - 2, height: sizes.mark - 2 })),
        ];
        const isInside = (box: Box) =>
          box.x >= box.width / 2 &&
          box.x + box.width / 2 <= all.width &&
          box.y >= sizes.head + box.height / 2 &&
          box.y + box.height / 2 <= all.height;
        expect(boxes.filter((box) => !isInside(box))).toEqual([]);
        expect(boxes.flatMap((one, at) => boxes.slice(at + 1).filter((other) => areOver(one, other)))).toEqual([]);
        for (const card of cards) expect(card.x).toBe(columns[card.column]?.x);
      }),
      { numRuns: 40 },
    );
  });

  it('begins at the top, and is no more than three times as tall as its fullest column needs', () => {
    fc.assert(
      fc.property(largeChains, ({ events, links }) => {
        const { cards, hops, columns, height } = drawn(events, links);
        const [start] = cards;
        expect(start?.event.id).toBe('e0');
        expect((start?.y ?? 0) - (start?.height ?? 0) / 2).toBe(sizes.head + sizes.padding);
        const needed = columns.map((column, at) => {
          const within = cards.filter((card) => card.column === at);
          // A line that passes is level from one side of a column to the other, and may bear its mark there.
          const passing = hops.filter(
            ({ points }) => points.filter(({ x }) => Math.abs(x - column.x) < 120).length === 2,
          );
          const marked = hops.filter(({ x }) => x === column.x).length * sizes.mark;
          const tall = within.reduce((sum, card) => sum + card.height + rooms.card, 0);
          return tall + passing.length * rooms.line + marked;
        });
        const marks = new Map<number, number>();
        for (const { x } of hops) marks.set(x, (marks.get(x) ?? 0) + sizes.mark + rooms.line);
        expect(height).toBeLessThan(3 * Math.max(...needed, ...marks.values()));
      }),
      { numRuns: 15, endOnFailure: true },
    );
  });

  it('heads columns with years; with months where two side by side would bear the same, and no date is rougher', () => {
    const headsOf = (dates: string[]) => {
      const events = dates.map((date, at) => event(`e${at}`, date));
      const { columns } = drawn(
        events,
        events.slice(1).map(({ id }, at) => link(`e${at}`, id)),
      );
      return columns.map(({ from, until }) => (from === until ? from : `${from}/${until}`));
    };
    expect(headsOf(['2016-12-01', '2024-01-24', '2024-02-29', '2025-01-01'])).toEqual([
      '2016',
      '2024-01',
      '2024-02',
      '2025',
    ]);
    const rough = event('b', '2024-01-01', '2024-12-31');
    const year = { ...rough, date: { ...rough.date, text: '2024', edtf: '2024' } };
    const { columns } = drawn([event('a', '2024-01-01'), year], [link('a', 'b')]);
    expect(columns.map(({ from }) => from)).toEqual(['2024-01', '2024']);
  });

  it('is drawn as it was looked at', () => {
    const events = [
      event('visa', '2009-07-14', '2009-07-14', 'A visa is asked for'),
      event('fall', '2010-01-01', '2010-12-31', 'Claims fall'),
      event(
        'talks',
        '2010-03-01',
        '2010-03-31',
        'Ministers hold talks on lowering the number of claims, as both sides say',
      ),
      { ...event('suit', '2010-09-09', '2010-09-09', 'Un tribunal est saisi'), languages: ['fr'] },
      event('lifted', '2016-12-01', '2016-12-01', 'The visa is lifted'),
    ];
    const links = [
      link('visa', 'fall', { evidence: 'DOCUMENTED', type: 'CAUSED' }),
      link('visa', 'talks', { disputed: true, evidence: 'DOCUMENTED' }),
      link('visa', 'suit', { family: 'LEGAL', type: 'CHALLENGED_BY', evidence: 'DOCUMENTED' }),
      link('talks', 'lifted', { evidence: 'INFERRED' }),
      link('fall', 'lifted', { family: 'TEMPORAL', type: 'PRECEDED', evidence: 'INFERRED' }),
      link('visa', 'lifted', { family: 'LEGAL', type: 'REVERSED_BY', evidence: 'ASSERTED' }),
    ];
    expectDrawing(
      'chain',
      h(ChainDrawing, {
        layout: drawn(events, links, 760),
        lang: 'en',
        start: 'visa',
        selected: { kind: 'event', id: 'talks' },
        at: { kind: 'event', id: 'talks' },
        way: new Set(['visa', 'visa-talks', 'talks']),
        hrefOf: ({ kind, id }) => `?${kind}=${id}`,
      }),
    );
  });
});

describe('stepTo(layout, station, key)', () => {
  const events = ['a', 'b', 'c', 'd'].map((id, at) => event(id, `200${at}-01-01`));
  const links = [link('a', 'b'), link('a', 'c'), link('b', 'd'), link('c', 'd')];
  const layout = drawn(events, links);
  const walked = (keys: string[], from: Station, heading: Heading = 'forth') =>
    keys.reduce<Station | null>((at, key) => at && stepTo(layout, at, key, heading), from);

  it('walks along links, one station a key', () => {
    const [first, second] = ['b', 'c'].toSorted((a, b) => yOf(a) - yOf(b));
    const down = walked(['ArrowRight'], { kind: 'event', id: 'a' });
    expect(down?.kind).toBe('link');
    expect(walked(['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight'], { kind: 'event', id: 'a' })?.id).toBe('d');
    expect(walked(['ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft'], { kind: 'event', id: 'd' }, 'back')?.id).toBe(
      'a',
    );
    expect(walked(['ArrowDown'], { kind: 'event', id: first ?? '' })?.id).toBe(second);
    expect(walked(['ArrowDown'], { kind: 'link', id: `a-${first}` })?.id).toBe(`a-${second}`);
    expect(walked(['ArrowUp'], { kind: 'link', id: `${second}-d` }, 'back')?.id).toBe(`${first}-d`);
  });

  it('stays where there is nothing that way; Home and End lead to the ends', () => {
    expect(walked(['ArrowLeft'], { kind: 'event', id: 'a' })).toBeNull();
    expect(walked(['ArrowRight'], { kind: 'event', id: 'd' })).toBeNull();
    expect(walked(['x'], { kind: 'link', id: 'a-b' })).toBeNull();
    expect(walked(['End'], { kind: 'event', id: 'a' })?.id).toBe('d');
    expect(walked(['Home'], { kind: 'link', id: 'c-d' })?.id).toBe('a');
  });

  it('reaches every event from every other by arrow keys alone', () => {
    const seen = new Set<string>();
    const waiting: Station[] = [{ kind: 'event', id: 'd' }];
    for (let at = waiting.pop(); at; at = waiting.pop()) {
      if (seen.has(at.id)) continue;
      seen.add(at.id);
      for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) {
        for (const heading of ['forth', 'back'] as const) {
          const next = stepTo(layout, at, key, heading);
          if (next) waiting.push(next);
        }
      }
    }
    expect(seen.size).toBe(events.length + links.length);
  });

  function yOf(id: string): number {
    return layout.cards.find((card) => card.event.id === id)?.y ?? 0;
  }
});

describe('wayTo(links, start, goal)', () => {
  it('takes the fewest links, of equal ways the best supported', () => {
    const links = [
      link('a', 'b', { evidence: 'INFERRED' }),
      link('a', 'c'),
      link('b', 'd', { evidence: 'DOCUMENTED' }),
      link('c', 'd'),
      link('a', 'e'),
      link('d', 'e'),
    ];
    const ids = (way: HopRead[] | null) => way?.map(({ id }) => id);
    expect(ids(wayTo(links, 'a', 'd', false))).toEqual(['a-c', 'c-d']);
    expect(ids(wayTo(links, 'a', 'e', false))).toEqual(['a-e']);
    expect(ids(wayTo(links, 'd', 'a', true))).toEqual(['c-d', 'a-c']);
    expect(wayTo(links, 'd', 'a', false)).toBeNull();
  });

  it('takes a link that only tells the order for no better than an inferred one', () => {
    const order = link('a', 'b', { family: 'TEMPORAL', evidence: 'DOCUMENTED' });
    const links = [order, link('b', 'd'), link('a', 'c'), link('c', 'd')];
    expect(wayTo(links, 'a', 'd', false)?.map(({ id }) => id)).toEqual(['a-c', 'c-d']);
  });
});

test('wrapped(text) breaks between words and says where it ends early', () => {
  const letters = (text: string) => text.length;
  expect(wrapped('one two three four', 8, 4, letters)).toEqual(['one two', 'three', 'four']);
  expect(wrapped('one two three four', 9, 2, letters)).toEqual(['one two', 'three…']);
  expect(wrapped('unbreakable word', 5, 4, letters)).toEqual(['unbreakable', 'word']);
});

test('sharedBy(one, other) tells what two events have in common', () => {
  const named = (...ids: string[]) => ids.map((id) => ({ id, name: id.toUpperCase() }));
  const hops = (...ids: string[]) => ({
    totalCount: ids.length,
    nodes: ids.map((id) => ({ ...link('x', 'y'), id: `link-${id}`, event: event(id, '2020-01-01') })),
  });
  const compared = (id: string, about: Partial<ComparedRead>): ComparedRead => ({
    ...event(id, '2020-01-01'),
    kind: 'OTHER',
    verification: 'VERIFIED',
    summary: '',
    participations: named('court', 'minister').map((actor) => ({ actor, role: 'DECIDER' })),
    jurisdictions: named('CA'),
    affects: [],
    places: [],
    policyChanges: [],
    recordedCauses: 0,
    causes: hops('war'),
    followers: null,
    observations: { totalCount: 0, nodes: [] },
    ...about,
  });
  const one = compared('one', { followers: hops('other', 'later') });
  const other = compared('other', {
    participations: named('minister').map((actor) => ({ actor, role: 'CRITIC' })),
    jurisdictions: named('US'),
    places: named('CA').map((place) => ({ place, role: 'SITE' })),
    causes: hops('war', 'one'),
  });
  expect(sharedBy(one, other)).toEqual({
    actors: named('minister'),
    places: named('CA'),
    policies: [],
    causes: [{ id: 'war', name: 'Event war' }],
    followers: [],
    links: [{ id: 'link-other', name: 'x is said to have contributed to y' }],
  });
});

test('askedIn(address) takes what means nothing as usual, and filters only by what was chosen', () => {
  const asked = (address: Record<string, string>) => askedIn(address);
  expect(asked({ depth: '99', evidence: 'PERFECT', families: 'MAGIC' })).toEqual(asked({}));
  expect(filterOf(asked({}))).toBeNull();
  expect(filterOf(asked({ evidence: 'ASSERTED', families: 'LEGAL', disputed: 'without' }))).toEqual({
    minEvidence: 'ASSERTED',
    families: ['LEGAL'],
    disputed: false,
  });
  expect(['to', 'with'].map((key) => asked({ [key]: 'x' }).mode)).toEqual(['paths', 'compare']);
  expect(asked({ show: 'causes', to: 'x' }).mode).toBe('causes');
});

describe('what a chain leaves out', () => {
  const page = {
    address: { lang: 'en' },
    go: () => {},
    hrefOf: (changes: object) => JSON.stringify(changes),
    announce: () => {},
    embedded: false,
  };
  const textOf = <Props>(part: VNode<Props>) =>
    renderToString(h(PageContext.Provider, { value: page }, part))
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
  const cut = (by: string[], depth: number) => textOf(h(Cut, { cut: { by, atDepth: depth, notFollowed: 3 }, depth }));

  it('is told by its reason, with what to do about it', () => {
    expect(cut(['DEPTH'], 2)).toBe(
      'More lies beyond: 3 links were not followed, because the number of steps was reached. Complete up to step 2. Look one step further',
    );
    expect(cut(['DEPTH'], 6)).toMatch(/To see more, start from one of the events at the edge\.$/);
    expect(cut(['DEPTH', 'MAX_EVENTS'], 3)).toMatch(
      /too many events to show\. .* Ask for fewer steps, better evidence/,
    );
    expect(cut(['FAN_OUT'], 0)).toMatch(/more than 500 links\. The start itself has more\. Ask for fewer steps/);
  });

  it('names the links that close a circle', () => {
    expect(textOf(h(Loops, { loops: [] }))).toBe('');
    expect(textOf(h(Loops, { loops: [link('b', 'a')] }))).toBe(
      'These links close a circle, so they are not drawn: b is said to have contributed to a',
    );
  });
});
