import { findLinked, linkTo } from '../../src/page/playground/address';
import { firstSentence, groupSamples, type Sample } from '../../src/page/playground/samples';

const sample = (query: string, group = 'Chains'): Sample => ({ name: query, title: 'What followed X?', group, query });

describe('firstSentence(sample)', () => {
  it.each([
    ['# Every hop shows its\n# type. And more.\nquery { a }', 'Every hop shows its type.'],
    ['# What followed X?\n# One hop, from v1.2 on.\n{ a }', 'One hop, from v1.2 on.'],
    ['# What followed X?\n{ a }', ''],
    ['# No full stop\n{ a } # not this', 'No full stop'],
    ['{ a }', ''],
  ])('reads %j', (query, sentence) => {
    expect(firstSentence(sample(query))).toBe(sentence);
  });
});

describe('groupSamples(samples)', () => {
  it('keeps the order of groups and of samples', () => {
    const [a, b, c] = [sample('a', 'One'), sample('b', 'Two'), sample('c', 'One')];
    expect([...groupSamples([a, b, c])]).toEqual([
      ['One', [a, c]],
      ['Two', [b]],
    ]);
  });
});

describe('linkTo(linked)', () => {
  it('carries query, variables and the name of the operation there and back', () => {
    const linked = { query: '# é & +\nquery A { a }', variables: '{"id": "x"}', operationName: 'A' };
    expect(findLinked(linkTo(linked))).toEqual(linked);
  });

  it('leaves out what is empty', () => {
    expect(linkTo({ query: '{a}', variables: ' ', operationName: null })).toBe('?query=%7Ba%7D');
  });
});

describe('findLinked(search)', () => {
  it.each(['', '?query=', '?query=%20', '?variables={}'])('finds no query in %j', (search) => {
    expect(findLinked(search)).toBeNull();
  });
});
