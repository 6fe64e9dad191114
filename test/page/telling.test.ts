import { highlighted, mostTelling, yearsOf } from '../../src/page/start/telling';

const step = (id: string) => ({ event: { id } });
const link = (from: string, to: string, totalCount = 0, disputed = false) => ({
  from: { id: from },
  to: { id: to },
  disputed,
  claims: { totalCount, nodes: [] },
});
const idsOf = (steps: { event: { id: string } }[]) => steps.map(({ event }) => event.id).join('');

describe('highlighted(links)', () => {
  it('is the disputed link with the most claims, however many another has', () => {
    const told = link('c', 'd', 4, true);
    expect(highlighted([link('a', 'b', 9), link('b', 'c', 3, true), told, link('d', 'e', 4, true)])).toBe(told);
  });

  it('is the link with the most claims where none is disputed', () => {
    const told = link('b', 'c', 2);
    expect(highlighted([link('a', 'b', 1), told])).toBe(told);
    expect(highlighted([])).toBeNull();
  });
});

describe('mostTelling(steps, links, told)', () => {
  const steps = [...'abcdefg'].map(step);

  it('gives the steps with the most links, in order of time', () => {
    const links = [link('a', 'g'), link('g', 'c'), link('b', 'g'), link('b', 'd'), link('a', 'e'), link('c', 'd')];
    expect(idsOf(mostTelling(steps, links, null))).toBe('abcdg');
  });

  it('prefers, of equals, those of a disputed link, then the earlier ones', () => {
    const links = [link('a', 'b'), link('c', 'd'), link('e', 'f', 1, true)];
    expect(idsOf(mostTelling(steps, links, null))).toBe('abcef');
  });

  it('always shows both ends of the highlighted link', () => {
    const links = [link('a', 'b'), link('a', 'c'), link('b', 'd'), link('c', 'd'), link('d', 'e'), link('e', 'c')];
    const told = link('f', 'g', 1, true);
    expect(idsOf(mostTelling(steps, [...links, told], told))).toBe('acdfg');
  });
});

test('yearsOf(dates) takes open ends for unknown', () => {
  expect(
    yearsOf([
      { earliest: '2010-01-01', latest: null },
      { earliest: null, latest: '2009-12-31' },
    ]),
  ).toEqual(['2009', '2010']);
  expect(yearsOf([{ earliest: null, latest: null }])).toBeNull();
});
