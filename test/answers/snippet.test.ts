import fc from 'fast-check';
import { answersTo, askedOf, wordsOf } from '../../src/answers/searchWords';
import { longestSnippet, snippet } from '../../src/answers/snippet';

const long =
  'The government says that it will go on with the agreement as it stands. Nothing in the law asks for more than that. ' +
  'People who cross at Roxham Road are heard by the Board, which counted 39,171 of them in the year. The rest came by air, and most of those had a visa.';

const of = (text: string, words: string) => snippet([{ lang: 'en', text }], askedOf(words), ['en']);

describe('snippet(texts, asked, languages)', () => {
  it('gives a short text as it is', () => {
    expect(of('Roxham Road closes', 'roxham')).toBe('Roxham Road closes');
  });

  it('cuts a long text at spaces, around the words', () => {
    const found = of(long, 'roxham board');
    expect(found).toMatch(/^….*Roxham Road are heard by the Board.*…$/);
    expect(found.length).toBeLessThanOrEqual(longestSnippet);
    expect(of(long, 'visa')).toMatch(/^….* had a visa\.$/);
    expect(of(long, 'government')).toMatch(/^The government .*…$/);
  });

  it('prefers the language that writes the words as they were asked for, then the one that is preferred', () => {
    const texts = [
      { lang: 'en', text: 'A caravan leaves Honduras' },
      { lang: 'es', text: 'Una caravana sale de Honduras' },
      { lang: 'fr', text: 'Une caravane quitte le Honduras' },
    ];
    const from = (words: string, ...languages: string[]) => snippet(texts, askedOf(words), languages);
    expect(from('caravana', 'en')).toBe(texts[1]?.text);
    expect(from('honduras', 'fr', 'en')).toBe(texts[2]?.text);
    expect(from('honduras', 'de', 'en')).toBe(texts[0]?.text);
    expect(from('quitte honduras', 'en')).toBe(texts[2]?.text);
  });

  it('is empty where there is no text', () => {
    expect(snippet([], askedOf('word'), ['en'])).toBe('');
  });

  const word = fc.oneof(
    {
      weight: 8,
      arbitrary: fc.constantFrom('Roxham', 'road', 'québec', 'año', 'U.S.', '39,171', '10\u202f370', 'de', '«', '–'),
    },
    { weight: 2, arbitrary: fc.string({ unit: 'grapheme-composite', maxLength: 12 }) },
    { weight: 1, arbitrary: fc.constantFrom('𝕏🙂'.repeat(60), 'roxham'.repeat(40)) },
  );
  const text = fc.array(word, { maxLength: 80 }).map((words) => words.join(' '));

  it('is a stretch of the text, never too long, with a word of those found in it', () => {
    fc.assert(
      fc.property(text, fc.constantFrom('roxham', 'quebec road', 'us', '39', 'roxahm', 'ano'), (text, words) => {
        const found = of(text, words);
        const bare = found.replace(/^…(?!…)|(?<!…)…$/g, '');
        expect(text).toContain(bare);
        expect(found.length).toBeLessThanOrEqual(longestSnippet);
        const asked = askedOf(words);
        const holds = (part: string) => wordsOf(part).some((one) => answersTo(one, asked).length > 0);
        expect(holds(found)).toBe(holds(text));
      }),
      { numRuns: 500 },
    );
  });

  it('never splits a letter that is written by two units', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('𝕏', '🙂', 'a'), minLength: 60, maxLength: 300 }), (text) => {
        expect(() => encodeURIComponent(of(text, 'x'))).not.toThrow();
      }),
    );
  });
});
