import { remembered } from '../../src/answers/remembered';

describe('a function that remembers', () => {
  const counting = (most: number) => {
    const asked: string[] = [];
    const length = remembered(most, (text) => {
      asked.push(text);
      if (text === '') throw new Error('empty');
      return text.length;
    });
    return { asked, length };
  };

  it('works out each answer once', () => {
    const { asked, length } = counting(10);
    expect(['a', 'bb', 'a', 'bb', 'a'].map(length)).toEqual([1, 2, 1, 2, 1]);
    expect(asked).toEqual(['a', 'bb']);
  });

  it('keeps no more than so many, none for long texts and no errors', () => {
    const { asked, length } = counting(2);
    const long = 'x'.repeat(101);
    expect(['a', 'b', 'c', 'a', long, long].map(length)).toEqual([1, 1, 1, 1, 101, 101]);
    expect(asked).toEqual(['a', 'b', 'c', 'a', long, long]);
    expect(() => length('')).toThrow('empty');
    expect(() => length('')).toThrow('empty');
  });
});
