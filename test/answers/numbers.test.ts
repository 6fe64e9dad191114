import { type Bound, numberInWords } from '../../src/answers/numbers';

describe('numberInWords(value, bound, unit, lang)', () => {
  it('never says a number more exactly than it is known', () => {
    expect(numberInWords(109_000, 'MORE_THAN', 'people', 'en')).toBe('more than 109,000 people');
    expect(numberInWords(278_000, 'NEARLY', 'appointments', 'en')).toBe('nearly 278,000 appointments');
    expect(numberInWords(12.5, 'EXACT', 'percent', 'en')).toBe('12.5 percent');
    const bounds: Bound[] = ['ABOUT', 'MORE_THAN', 'AT_LEAST', 'LESS_THAN', 'NEARLY'];
    for (const lang of ['en', 'es', 'fr']) {
      const exact = numberInWords(9, 'EXACT', 'people', lang);
      expect(new Set(bounds.map((bound) => numberInWords(9, bound, 'people', lang))).size).toBe(bounds.length);
      for (const bound of bounds) expect(numberInWords(9, bound, 'people', lang)).not.toBe(exact);
    }
  });

  it('writes numbers as they are written in Mexico and in Canada', () => {
    expect(numberInWords(10_370, 'EXACT', 'claims', 'es')).toBe('10,370 claims');
    expect(numberInWords(10_370, 'ABOUT', 'claims', 'fr-CA').replace(/\s/g, ' ')).toBe('environ 10 370 claims');
  });

  it('says that there is no number, and never 0', () => {
    expect(numberInWords(null, 'EXACT', 'people', 'en')).toBe('no number given');
    expect(numberInWords(0, 'EXACT', 'people', 'en')).toBe('0 people');
    expect(numberInWords(0.0004, 'EXACT', 'cases a person', 'en')).toBe('0.0004 cases a person');
  });
});
