import { type Candidate, mostRivals, type PolicyEffect, rivalsAmong } from '../../src/answers/rivals';

const visa = (effect: string): PolicyEffect => ({ policy: 'visa', effect });
const event = { id: 'imposed', sort: '2009-07-14/2009-07-14', changes: [visa('CREATES')] };

const candidate = (id: string, day: string, more: Partial<Candidate> = {}): Candidate => ({
  id,
  sort: `${day}/${day}`,
  kind: 'REGULATION',
  changes: [],
  isLinked: false,
  ...more,
});

const found = (candidates: readonly Candidate[], outcomes: readonly string[] = []) =>
  rivalsAmong(event, candidates, new Set(outcomes)).map(({ id }) => id);

describe('other events that may have played a part', () => {
  it('an effect is no rival of its cause', () => {
    const fall = candidate('fall', '2010-01-01', { kind: 'FLOW_SHIFT' });
    expect(found([fall], ['fall'])).toEqual([]);
    // What these numbers do not measure, and what is no shift of numbers, is another event.
    expect(found([fall])).toEqual(['fall']);
    expect(found([{ ...fall, kind: 'REGULATION' }], ['fall'])).toEqual(['fall']);
  });

  it('the same change is no rival, what turns it back is, and so is what did something else too', () => {
    const policies = (...changes: PolicyEffect[]) => found([candidate('other', '2009-07-13', { changes })]);
    expect(policies(visa('PROPOSES'))).toEqual([]);
    expect(policies(visa('IMPLEMENTS'))).toEqual([]);
    expect(policies(visa('CALLS_FOR'))).toEqual([]);
    for (const effect of ['SUSPENDS', 'ENDS', 'BLOCKS']) expect(policies(visa(effect))).toEqual(['other']);
    expect(policies(visa('PROPOSES'), { policy: 'fees', effect: 'PROPOSES' })).toEqual(['other']);
    expect(policies({ policy: 'fees', effect: 'CREATES' })).toEqual(['other']);
    expect(policies()).toEqual(['other']);
    const ended = { ...event, changes: [visa('ENDS')] };
    const around = (effect: string) =>
      rivalsAmong(ended, [candidate('other', '2009-07-13', { changes: [visa(effect)] })], new Set());
    expect([around('ENDS').length, around('REINSTATES').length, around('AMENDS').length]).toEqual([0, 1, 0]);
  });

  it('the nearest in time come first, before or after, and never the event itself', () => {
    const rivals = [
      candidate('long-before', '2008-01-01'),
      candidate('soon-after', '2009-07-20'),
      candidate('just-before', '2009-07-13'),
      candidate('just-after', '2009-07-15'),
      candidate('imposed', '2009-07-14'),
      { ...candidate('since-ever', ''), sort: '/2010-01-01' },
    ];
    expect(found(rivals)).toEqual(['just-before', 'just-after', 'soon-after', 'long-before', 'since-ever']);
  });

  it('a causal link into an outcome is not crowded out by what is merely near', () => {
    const near = Array.from({ length: 30 }, (_, index) =>
      candidate(`near-${index}`, `2009-08-${index + 1}`.replace(/-(\d)$/, '-0$1')),
    );
    const far = candidate('far', '2001-01-01', { isLinked: true });
    const ids = found([far, ...near]);
    expect(ids).toHaveLength(mostRivals);
    expect(ids.slice(-2)).toEqual(['near-18', 'far']);
  });
});
