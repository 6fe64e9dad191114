import fc from 'fast-check';
import { askedOf, gradeOf, takenApart, tokensOf, wordsOf } from '../../src/answers/searchWords';

const grade = (word: string, asked: string) => {
  const [one] = askedOf(`${asked} end`);
  return one ? gradeOf(word, one) : null;
};

describe('wordsOf(text)', () => {
  it('takes accents, capitals and signs away, composed or not', () => {
    const words = ['quebec', 'l', 'entree', '2023'];
    expect(wordsOf('QUÉBEC: l’entrée (2023)')).toEqual(words);
    expect(wordsOf('QUÉBEC: l’entrée (2023)'.normalize('NFD'))).toEqual(words);
  });

  it('takes initials as one word, and ligatures apart', () => {
    expect(wordsOf('U.S. v. U.S.A., e.g. J.D. Vance and x.com')).toEqual([
      'us',
      'v',
      'usa',
      'eg',
      'jd',
      'vance',
      'and',
      'x',
      'com',
    ]);
    expect(wordsOf('mise en œuvre, Straße')).toEqual(['mise', 'en', 'oeuvre', 'strasse']);
  });

  it('gives the words of the tokens, each in its place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const tokens = [...tokensOf(text)];
        expect(tokens.flatMap(({ words }) => words)).toEqual(wordsOf(text));
        for (const { at, end, words } of tokens) expect(wordsOf(text.slice(at, end))).toEqual(words);
      }),
    );
  });
});

describe('askedOf(text)', () => {
  it('leaves small words out where there are others, and asks for each word once', () => {
    const words = (text: string) => askedOf(text).map(({ word }) => word);
    expect(words('the visa for the Mexicans')).toEqual(['visa', 'mexicans']);
    expect(words('de la')).toEqual(['de', 'la']);
    expect(words('visa Visa VISÁ')).toEqual(['visa']);
    expect(words(' "*" (')).toEqual([]);
    expect(words('abcdefghijklmnopqrstuvwxyz'.split('').join(' '))).toHaveLength(16);
  });

  it('takes the last word as perhaps unfinished, and long words without digits as perhaps mistyped', () => {
    expect(askedOf('visa mexico 2019a')).toEqual([
      { word: 'visa', unfinished: false, forgiving: false },
      { word: 'mexico', unfinished: false, forgiving: true },
      { word: '2019a', unfinished: true, forgiving: false },
    ]);
  });
});

describe('takenApart(text)', () => {
  it('parts words that were written together where letters meet digits and small letters capital ones', () => {
    const parted = (texts: string[]) => texts.map(takenApart);
    expect(parted(['CBPOne', 'Title42', 'RoxhamRoad', 'C12', 'ÉtatsUnis', '42Título'])).toEqual([
      'CBP One',
      'Title 42',
      'Roxham Road',
      'C 12',
      'États Unis',
      '42 Título',
    ]);
    expect(parted(['visa Mexico', 'STCA', 'Québec 2019', ''])).toEqual(['visa Mexico', 'STCA', 'Québec 2019', '']);
  });
});

describe('gradeOf(word, asked)', () => {
  it('forgives one wrong letter in a long word: too many, too few, another, or two swapped', () => {
    for (const asked of ['roxxham', 'roxam', 'rozham', 'rxoham', 'oroxham', 'roxhamm', 'roxahm']) {
      expect([asked, grade('roxham', asked)]).toEqual([asked, 'SLIP']);
    }
    for (const asked of ['roxxhamm', 'rham', 'rohxma', 'mahxor', 'rox']) {
      expect([asked, grade('roxham', asked)]).toEqual([asked, null]);
    }
    expect(grade('visas', 'visa')).toBeNull();
    expect(grade('39171', '39172')).toBeNull();
  });

  it('finds the beginning of a word only for the last one', () => {
    expect(grade('roxham', 'rox')).toBeNull();
    const [rox] = askedOf('rox');
    expect(rox && gradeOf('roxham', rox)).toBe('BEGINNING');
    expect(rox && gradeOf('rox', rox)).toBe('WHOLE');
  });

  it('forgives whatever one slip does to a word', () => {
    const letter = fc.constantFrom(...'abcd');
    const word = fc.string({ unit: letter, minLength: 5, maxLength: 9 });
    fc.assert(
      fc.property(
        word,
        letter,
        fc.nat(),
        fc.constantFrom('more', 'less', 'other', 'swap'),
        (typed, other, seed, slip) => {
          const at = seed % (slip === 'swap' ? typed.length - 1 : typed.length);
          const [before, after] = [typed.slice(0, at), typed.slice(at)];
          const meant = {
            more: before + other + after,
            less: before + after.slice(1),
            other: before + other + after.slice(1),
            swap: before + after[1] + after[0] + after.slice(2),
          }[slip];
          expect(grade(meant, typed)).toBe(meant === typed ? 'WHOLE' : 'SLIP');
        },
      ),
    );
  });
});
