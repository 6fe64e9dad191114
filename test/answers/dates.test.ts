import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { boundDay, dateOf, dateText, isDay, parseDate, possiblyWithin, sortKey } from '../../src/answers/dates';
import { certainlyWithin } from '../support/days';

const languages = ['en', 'es', 'fr'];

const range = (edtf: string) => {
  const { earliest, latest, precision } = dateOf(edtf);
  return [earliest, latest, precision];
};

const faultOf = (text: string) => {
  const parsed = parseDate(text);
  if ('date' in parsed) throw new Error(`Expected "${text}" to be refused, but got: ${JSON.stringify(parsed.date)}`);
  return parsed;
};

describe('parseDate(edtf)', () => {
  test.each([
    // An unknown start, also before 1970
    ['/1960', null, '1960-12-31', 'INTERVAL'],
    ['../1960', null, '1960-12-31', 'INTERVAL'],
    ['/1960-05', null, '1960-05-31', 'INTERVAL'],
    // Days at the end of February
    ['2000-02-29', '2000-02-29', '2000-02-29', 'DAY'],
    ['2016-02-29', '2016-02-29', '2016-02-29', 'DAY'],
    ['2018-02', '2018-02-01', '2018-02-28', 'MONTH'],
    ['1900-02', '1900-02-01', '1900-02-28', 'MONTH'],
    ['2000-02', '2000-02-01', '2000-02-29', 'MONTH'],
    // Still running, end unknown
    ['2025-01-20/..', '2025-01-20', null, 'INTERVAL'],
    ['2025-01-20/', '2025-01-20', null, 'INTERVAL'],
    // Coarse dates
    ['2016', '2016-01-01', '2016-12-31', 'YEAR'],
    ['201X', '2010-01-01', '2019-12-31', 'DECADE'],
    ['19XX', '1900-01-01', '1999-12-31', 'CENTURY'],
    ['2018-XX', '2018-01-01', '2018-12-31', 'YEAR'],
    ['1985-XX-XX', '1985-01-01', '1985-12-31', 'YEAR'],
    ['2018-10-XX', '2018-10-01', '2018-10-31', 'MONTH'],
    // The examples of the specification, level 0
    ['1985-04-12', '1985-04-12', '1985-04-12', 'DAY'],
    ['1985-04', '1985-04-01', '1985-04-30', 'MONTH'],
    ['1985', '1985-01-01', '1985-12-31', 'YEAR'],
    ['1985-04-12T23:20:30', '1985-04-12', '1985-04-12', 'DAY'],
    ['1985-04-12T23:20:30Z', '1985-04-12', '1985-04-12', 'DAY'],
    ['1985-04-12T23:20:30-04', '1985-04-12', '1985-04-12', 'DAY'],
    ['1985-04-12T23:20:30+04:30', '1985-04-12', '1985-04-12', 'DAY'],
    ['1985-04-12T24:00:00', '1985-04-12', '1985-04-12', 'DAY'],
    ['1964/2008', '1964-01-01', '2008-12-31', 'INTERVAL'],
    ['2004-06/2006-08', '2004-06-01', '2006-08-31', 'INTERVAL'],
    ['2004-02-01/2005-02-08', '2004-02-01', '2005-02-08', 'INTERVAL'],
    ['2004-02-01/2005-02', '2004-02-01', '2005-02-28', 'INTERVAL'],
    ['2004-02-01/2005', '2004-02-01', '2005-12-31', 'INTERVAL'],
    ['2005/2006-02', '2005-01-01', '2006-02-28', 'INTERVAL'],
    // Level 1
    ['2001-21', '2001-03-01', '2001-05-31', 'SEASON'],
    ['2001-22', '2001-06-01', '2001-08-31', 'SEASON'],
    ['2001-23', '2001-09-01', '2001-11-30', 'SEASON'],
    ['2001-24', '2001-12-01', '2002-02-28', 'SEASON'],
    ['2003-24', '2003-12-01', '2004-02-29', 'SEASON'],
    ['20XX', '2000-01-01', '2099-12-31', 'CENTURY'],
    ['2004-XX', '2004-01-01', '2004-12-31', 'YEAR'],
    ['1985-04-XX', '1985-04-01', '1985-04-30', 'MONTH'],
    ['1985-04/..', '1985-04-01', null, 'INTERVAL'],
    ['1985/', '1985-01-01', null, 'INTERVAL'],
    ['../1985-04-12', null, '1985-04-12', 'INTERVAL'],
    ['/1985', null, '1985-12-31', 'INTERVAL'],
    ['1984~/2004-06', '1984-01-01', '2004-06-30', 'INTERVAL'],
    ['2018-21/2019-24', '2018-03-01', '2020-02-29', 'INTERVAL'],
    // An end that holds the start is no earlier than it
    ['2018-10-05/2018', '2018-10-05', '2018-12-31', 'INTERVAL'],
    ['0000', '0000-01-01', '0000-12-31', 'YEAR'],
    ['9999-12-31', '9999-12-31', '9999-12-31', 'DAY'],
  ])('reads %s as %s to %s, %s', (edtf, ...expected) => {
    expect(range(edtf)).toEqual(expected);
    expect(dateOf(edtf)).toMatchObject({ edtf, uncertain: false, approximate: edtf.includes('~') });
  });

  test.each([
    ['1984?', true, false],
    ['2004-06~', false, true],
    ['2018-10%', true, true],
    ['2004-06-11%', true, true],
    ['2018-22?', true, false],
    ['201X~', false, true],
    ['19XX?', true, false],
    ['2018-XX%', true, true],
    ['1985-XX-XX~', false, true],
    ['2018-10-XX?', true, false],
    ['1984?/2004%', true, true],
    ['2019~/2021~', false, true],
    ['2023-11?/2024-01', true, false],
    ['2025-08~/..', false, true],
    ['/2025-08?', true, false],
  ])(
    'reads the marks of %s as uncertain %s, approximate %s, and the days as without them',
    (edtf, uncertain, approximate) => {
      expect(dateOf(edtf)).toEqual({ ...dateOf(edtf.replace(/[?~%]/g, '')), edtf, uncertain, approximate });
    },
  );

  test.each([
    // Days and months that do not exist
    ['2018-02-29', '2018-02-28'],
    ['1900-02-29', '1900-02-28'],
    ['2018-02-29~', '2018-02-28~'],
    ['2018-04-31', '2018-04-30'],
    ['2018-13', '2018-12'],
    ['2018-13-05', '2018-05-13'],
    ['2018-13-45', '2018-12-31'],
    ['2018-00', '2018'],
    ['2018-10-00', '2018-10'],
    ['2018-13-XX', '2018-12-XX'],
    ['2018-02-29/2018-04-31', '2018-02-28/2018-04-30'],
    ['2004-02-30T10:10:10Z', '2004-02-29T10:10:10Z'],
    ['2004-01-01T25:10:10Z', '2004-01-01'],
    ['2004-01-01T10:10:10+24:00', '2004-01-01'],
    // Marks
    ['2018-10?~', '2018-10%'],
    ['2018-10~?', '2018-10%'],
    ['2018??', '2018?'],
    // Other spellings
    ['2018/10/05', '2018-10-05'],
    ['2018.10.05', '2018-10-05'],
    ['20181005', '2018-10-05'],
    ['201810', '2018-10'],
    ['2018-6-1', '2018-06-01'],
    ['2018/10', '2018-10'],
    ['12/2016', '2016-12'],
    ['25/12/2016', '2016-12-25'],
    ['12/25/2016', '2016-12-25'],
    ['05/05/2016', '2016-05-05'],
    ['Dec 2016', '2016-12'],
    ['December 5, 2016', '2016-12-05'],
    ['Sept. 5th 2016', '2016-09-05'],
    ['5 de diciembre de 2016', '2016-12-05'],
    ['1er août 2018', '2018-08-01'],
    ['２０１８－１０', '2018-10'],
    [' 2018', '2018'],
    ['circa 1900', '1900~'],
    ['c. 1900', '1900~'],
    ['Dec 2016?', '2016-12?'],
    ['the 2010s', '201X'],
    ['199u', '199X'],
    ['2018-xx', '2018-XX'],
    ['Autumn 2018', '2018-23'],
    ['2018-10-05 10:30', '2018-10-05'],
    ['2016–2018', '2016/2018'],
    ['1984..2000', '1984/2000'],
    ['from Dec 2016 to Jan 2017', '2016-12/2017-01'],
    ['2025-01-20/open', '2025-01-20/..'],
    ['unknown/1960', '/1960'],
    // Intervals
    ['2020-07-28/2020-04-12', '2020-04-12/2020-07-28'],
    ['2019/2018-12', '2018-12/2019'],
    ['2004-01-01T10:10:10Z/2005', '2004-01-01/2005'],
    // Level 2, where level 1 can say it
    ['2018-33', '2018-01/2018-03'],
    ['2018-39', '2018-09/2018-12'],
    ['2018-41~', '2018-07~/2018-12~'],
    ['2018-26', '2018-22'],
    ['2004-06-XX/2004-07-03', '2004-06/2004-07-03'],
  ])('refuses %s and offers %s', (text, nearest) => {
    expect(faultOf(text)).toEqual({ problem: expect.stringMatching(/^".*".*[^.]\.$/), nearest });
  });

  test.each([
    ['2018-02-29/2019', '"29" in "2018-02-29" is no day of that month, which has 28.'],
    ['2018-13', '"13" in "2018-13" is no month: months run from 01 to 12, seasons from 21 to 24.'],
    ['2018-10?~', '"?~" in "2018-10?~" is more than one mark; uncertain and approximate together are "%".'],
    ['03/04/2016', '"03/04/2016" may mean 2016-03-04 or 2016-04-03.'],
    ['1900s', '"1900s" may mean 190X or 19XX.'],
    ['/', '"/" says nothing: neither side of the slash is a date.'],
    ['../..', '"../.." says nothing: neither side of the slash is a date.'],
    ['/..', '"/.." says nothing: neither side of the slash is a date.'],
    ['', '"" is no date: nothing is written.'],
    ['2020-07-28/2020-04-12', '"2020-07-28/2020-04-12" ends before it starts: "2020-04-12" comes before "2020-07-28".'],
    [
      'Dec-16',
      '"Dec-16" is no EDTF date: it has none of the forms 2018, 2018-10, 2018-10-05 and their like. Is it a month or a day, and of which year? Write the year with four digits, such as "Dec 2016".',
    ],
    [
      '16-dic',
      '"16-dic" is no EDTF date: it has none of the forms 2018, 2018-10, 2018-10-05 and their like. Is it a month or a day, and of which year? Write the year with four digits, such as "Dec 2016".',
    ],
    [
      'Sept 16',
      '"Sept 16" is no EDTF date: it has none of the forms 2018, 2018-10, 2018-10-05 and their like. Is it a month or a day, and of which year? Write the year with four digits, such as "Dec 2016".',
    ],
    [
      '42705',
      '"42705" is no EDTF date: it has none of the forms 2018, 2018-10, 2018-10-05 and their like. Is it a count of days? Have the spreadsheet show the cell as a date.',
    ],
    [
      'Winter 1811',
      '"Winter 1811" is no EDTF date: it has none of the forms 2018, 2018-10, 2018-10-05 and their like. A winter lies in two years: write its months, such as 2016-12/2017-02.',
    ],
    ['soon', '"soon" is no EDTF date: it has none of the forms 2018, 2018-10, 2018-10-05 and their like.'],
    ['1'.repeat(200), '"11111111111111111111…" is no EDTF date: it has 200 characters.'],
  ])('says what is wrong with %s', (text, problem) => {
    expect(faultOf(text).problem).toBe(problem);
  });

  test.each(['-1985', '-0044-03-15', 'Y170000002', 'Y-170000002', '-0044/0014', '9999-24'])(
    'says that %s lies outside the years that it compares',
    (text) => {
      expect(faultOf(text)).toEqual({
        problem: expect.stringContaining('outside the years 0000 to 9999'),
        nearest: null,
      });
    },
  );

  test.each([
    ['Y-17E7'],
    ['1950S2'],
    ['Y171010000S3'],
    ['Y3388E2S3'],
    ['2001-34'],
    ['[1667,1668,1670..1672]'],
    ['[..1760-12-03]'],
    ['[1760-12..]'],
    ['{1667,1668,1670..1672}'],
    ['{..1984}'],
    ['?2018'],
    ['2004-06~-11'],
    ['2004?-06-11'],
    ['?2004-06-~11'],
    ['2004-%06-11'],
    ['156X-12-25'],
    ['15XX-12-25'],
    ['XXXX'],
    ['XXXX-12-XX'],
    ['1XXX-XX'],
    ['1XXX-12'],
    ['1984-1X'],
    ['2004-06-~01/2004-06-~20'],
    ['2004-06-XX/2004-07-03'],
  ])('says that %s is level 2', (text) => {
    expect(faultOf(text).problem).toContain('EDTF level 2, which is not read here');
  });

  test('never throws, and offers only what it reads', () => {
    const almost = fc.string({ unit: fc.constantFrom(...'0123456789-/?~%XTZ:.YES[{ xu') });
    const words = fc.array(
      fc.constantFrom('Dec', 'mai', '5', '05', '2016', '18', 'to', '/', '-', ' ', '~', 'c.', 'er'),
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      almost,
      words.map((some) => some.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const parsed = parseDate(text);
        if (!('date' in parsed) && parsed.nearest !== null) dateOf(parsed.nearest);
      }),
      { numRuns: 2000 },
    );
  });

  test('covers every day that a notation was made from', () => {
    fc.assert(
      fc.property(coveringNotation, ({ day, edtf }) => {
        const { earliest, latest } = dateOf(edtf);
        expect(earliest !== null && earliest <= day).toBe(true);
        expect(latest !== null && latest >= day).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('covers every day between the dates of an interval', () => {
    fc.assert(
      fc.property(fc.tuple(coveringSide, coveringSide, aDay), (sides) => {
        const [one, other, third] = [sides[0], sides[1], { day: sides[2], edtf: sides[2] }];
        const [start, middle, end] = [one, other, third].sort((a, b) => (a.day < b.day ? -1 : 1));
        if (start === undefined || middle === undefined || end === undefined) throw new Error('three went in');
        const both = dateOf(`${start.edtf}/${end.edtf}`);
        expect(possiblyWithin(both, middle.day, middle.day)).toBe(true);
        expect(possiblyWithin(dateOf(`../${end.edtf}`), middle.day, middle.day)).toBe(true);
        expect(possiblyWithin(dateOf(`${start.edtf}/`), middle.day, middle.day)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the npm package edtf, as a second opinion', () => {
  interface Opinion {
    min: number | null;
    max: number | null;
  }
  const { default: edtf } = jest.requireActual<{ default: (text: string) => Opinion }>('edtf');
  const dayOf = (time: number | null) =>
    Number.isFinite(time) ? new Date(time ?? 0).toISOString().slice(0, 10) : null;
  const opinion = (text: string) => [dayOf(edtf(text).min), dayOf(edtf(text).max)];
  const ours = (text: string) => range(text).slice(0, 2);

  test('agrees on first and last days', () => {
    const withoutSeasons = coveringNotation.filter(({ edtf: text }) => !/-2[1-4][?~%]?$/.test(text));
    // It takes no mark after an unspecified digit.
    const readByBoth = withoutSeasons.map(({ edtf: text }) => (text.includes('X') ? text.replace(/[?~%]/, '') : text));
    fc.assert(
      fc.property(readByBoth, (text) => expect(ours(text)).toEqual(opinion(text))),
      { numRuns: 150 },
    );
  });

  test.each(['/1960', '../1960', '2025-01-20/..', '2025-01-20/', '2004-06/2006-08', '1984~/2004-06'])(
    'agrees on %s',
    (text) => expect(ours(text)).toEqual(opinion(text)),
  );

  // Where it is wrong, or where the standard leaves the matter open and it decides otherwise.
  test.each([
    ['2018-02-29', '2018-03-01', 'a day that does not exist'],
    ['1900-02-29', '1900-03-01', 'a day that does not exist'],
    ['2018-02-29~', '2018-03-01', 'a day that does not exist'],
    ['2001-21', '2001-01-01', 'a season taken for a quarter'],
  ])('is known to read %s as %s: %s', (text, first) => {
    expect(opinion(text)[0]).toBe(first);
    const parsed = parseDate(text);
    expect('date' in parsed ? parsed.date.earliest : null).not.toBe(first);
  });

  test.each(['201X~', '2018-XX?', '2018-10-XX%'])('is known to refuse %s', (text) => {
    expect(() => opinion(text)).toThrow();
    expect(parseDate(text)).toHaveProperty('date');
  });
});

describe('dateOf(edtf)', () => {
  test('throws an error that quotes what does not read', () => {
    expect(() => dateOf('2018-02-29')).toThrow(
      'Expected an EDTF date that was checked, but got: "2018-02-29". "29" in "2018-02-29" is no day of that month, which has 28.',
    );
  });
});

describe('dateText(edtf, lang)', () => {
  test.each([
    ['2016', '2016', '2016', '2016'],
    ['2018-XX', '2018', '2018', '2018'],
    ['2018-10', 'October 2018', 'octubre de 2018', 'octobre 2018'],
    ['2018-10-XX', 'October 2018', 'octubre de 2018', 'octobre 2018'],
    ['2018-10-05', 'October 5, 2018', '5 de octubre de 2018', '5 octobre 2018'],
    ['2018-08-01', 'August 1, 2018', '1 de agosto de 2018', '1er août 2018'],
    ['2018-08-01T23:59:59-08', 'August 1, 2018', '1 de agosto de 2018', '1er août 2018'],
    ['201X', 'the 2010s', 'la década de 2010', 'les années 2010'],
    ['19XX', 'some time from 1900 to 1999', 'en algún momento de 1900 a 1999', 'à un moment de 1900 à 1999'],
    ['2018-21', 'spring 2018', 'primavera de 2018', 'printemps 2018'],
    ['2018-22', 'summer 2018', 'verano de 2018', 'été 2018'],
    ['2018-23', 'fall 2018', 'otoño de 2018', 'automne 2018'],
    ['2018-24', 'winter 2018-2019', 'invierno de 2018-2019', 'hiver 2018-2019'],
    ['0005-02', 'February 0005', 'febrero de 0005', 'février 0005'],
    // Marks
    ['2018~', 'about 2018', 'hacia 2018', 'vers 2018'],
    ['2018-10-05~', 'about October 5, 2018', 'hacia el 5 de octubre de 2018', 'vers le 5 octobre 2018'],
    ['2018-22~', 'about summer 2018', 'hacia el verano de 2018', 'vers l’été 2018'],
    ['201X~', 'about the 2010s', 'hacia la década de 2010', 'vers les années 2010'],
    ['19XX~', 'about 1900 to 1999', 'hacia 1900 a 1999', 'vers 1900 à 1999'],
    ['2019?', '2019 (date uncertain)', '2019 (fecha incierta)', '2019 (date incertaine)'],
    [
      '2018-10%',
      'about October 2018 (date uncertain)',
      'hacia octubre de 2018 (fecha incierta)',
      'vers octobre 2018 (date incertaine)',
    ],
    // Intervals
    [
      '2018-04-19/2018-05-31',
      'April 19 to May 31, 2018',
      '19 de abril al 31 de mayo de 2018',
      '19 avril au 31 mai 2018',
    ],
    ['2018-08-01/2018-08-04', 'August 1 to 4, 2018', '1 al 4 de agosto de 2018', '1er au 4 août 2018'],
    [
      '2022-12-29/2023-01-02',
      'December 29, 2022 to January 2, 2023',
      '29 de diciembre de 2022 al 2 de enero de 2023',
      '29 décembre 2022 au 2 janvier 2023',
    ],
    ['2018-04/2018-05', 'April to May 2018', 'abril a mayo de 2018', 'avril à mai 2018'],
    [
      '2020-10/2021-09',
      'October 2020 to September 2021',
      'octubre de 2020 a septiembre de 2021',
      'octobre 2020 à septembre 2021',
    ],
    ['2016/2018', '2016 to 2018', '2016 a 2018', '2016 à 2018'],
    ['2016/2016', '2016', '2016', '2016'],
    ['2017/2019-06', '2017 to June 2019', 'desde 2017 hasta junio de 2019', '2017 à juin 2019'],
    ['2017/2019-06-05', '2017 to June 5, 2019', 'desde 2017 hasta el 5 de junio de 2019', '2017 au 5 juin 2019'],
    [
      '2018-22/2018-23',
      'summer 2018 to fall 2018',
      'desde el verano de 2018 hasta el otoño de 2018',
      'été 2018 à automne 2018',
    ],
    ['2019~/2021~', 'about 2019 to about 2021', 'desde hacia 2019 hasta hacia 2021', 'vers 2019 jusque vers 2021'],
    [
      '2023-11?/2024-01',
      'November 2023 (date uncertain) to January 2024',
      'desde noviembre de 2023 (fecha incierta) hasta enero de 2024',
      'novembre 2023 (date incertaine) à janvier 2024',
    ],
    [
      '0000-12-31/0001-01-02',
      'December 31, 0000 to January 2, 0001',
      'desde el 31 de diciembre de 0000 hasta el 2 de enero de 0001',
      '31 décembre 0000 au 2 janvier 0001',
    ],
    // Open and unknown sides
    [
      '2025-01-20/..',
      'since January 20, 2025, still running',
      'desde el 20 de enero de 2025, sigue en curso',
      'depuis le 20 janvier 2025, toujours en cours',
    ],
    [
      '2025-01-20/',
      'from January 20, 2025, end not known',
      'desde el 20 de enero de 2025, final desconocido',
      'dès le 20 janvier 2025, fin inconnue',
    ],
    ['2025~/', 'from about 2025, end not known', 'desde hacia 2025, final desconocido', 'dès vers 2025, fin inconnue'],
    ['/1960', 'until 1960, beginning not known', 'hasta 1960, comienzo desconocido', 'jusqu’en 1960, début inconnu'],
    [
      '../1960',
      'until 1960, with no set beginning',
      'hasta 1960, sin comienzo fijado',
      'jusqu’en 1960, sans début fixé',
    ],
    [
      '../1960-05-01',
      'until May 1, 1960, with no set beginning',
      'hasta el 1 de mayo de 1960, sin comienzo fijado',
      'jusqu’au 1er mai 1960, sans début fixé',
    ],
    [
      '/2018-22',
      'until summer 2018, beginning not known',
      'hasta el verano de 2018, comienzo desconocido',
      'jusqu’à l’été 2018, début inconnu',
    ],
    [
      '/2018-24~',
      'until about winter 2018-2019, beginning not known',
      'hasta hacia el invierno de 2018-2019, comienzo desconocido',
      'jusque vers l’hiver 2018-2019, début inconnu',
    ],
  ])('says %s', (edtf, ...expected) => {
    expect(languages.map((lang) => dateText(edtf, lang))).toEqual(expected);
  });

  test('takes a tag for the language that it begins with, and English for any other', () => {
    expect(['fr-CA', 'FR', 'es-MX', 'es-419'].map((lang) => dateText('2018-10', lang))).toEqual([
      'octobre 2018',
      'octobre 2018',
      'octubre de 2018',
      'octubre de 2018',
    ]);
    expect(['en-CA', 'de', 'est', 'constructor', ''].map((lang) => dateText('2018-10', lang))).toEqual(
      Array(5).fill('October 2018'),
    );
  });

  test('tells still running from an end that is not known, and no beginning from one that is not known', () => {
    const running =
      /ongoing|open|present|today|running|abiert|en curso|vigente|actual|hoy|ouvert|en cours|présent|aujourd|toujours/i;
    fc.assert(
      fc.property(coveringSide, fc.constantFrom(...languages), ({ edtf }, lang) => {
        expect(dateText(`${edtf}/..`, lang)).toMatch(running);
        expect(dateText(`${edtf}/`, lang)).not.toMatch(running);
        expect(dateText(`../${edtf}`, lang)).not.toBe(dateText(`/${edtf}`, lang));
      }),
    );
  });

  test('never claims more precision than there is', () => {
    fc.assert(
      fc.property(coveringNotation, fc.constantFrom(...languages), ({ edtf }, lang) => {
        const { precision } = dateOf(edtf);
        const found = precisionSaid(dateText(edtf, lang), lang);
        expect(found).toEqual({
          days: precision === 'DAY' ? 1 : 0,
          months: ['DAY', 'MONTH'].includes(precision) ? 1 : 0,
        });
      }),
      { numRuns: 500 },
    );
  });

  test('claims no more precision for an interval than its two sides have', () => {
    fc.assert(
      fc.property(coveringSide, coveringSide, fc.constantFrom(...languages), (one, other, lang) => {
        const [start, end] = one.day < other.day ? [one, other] : [other, one];
        const found = precisionSaid(dateText(`${start.edtf}/${end.edtf}`, lang), lang);
        const sides = [start, end].map(({ edtf }) => dateOf(edtf).precision);
        expect(found.days).toBeLessThanOrEqual(sides.filter((precision) => precision === 'DAY').length);
        expect(found.months).toBeLessThanOrEqual(
          sides.filter((precision) => ['DAY', 'MONTH'].includes(precision)).length,
        );
      }),
      { numRuns: 300 },
    );
  });

  test('uses plain spaces only', () => {
    fc.assert(
      fc.property(coveringSide, coveringSide, fc.constantFrom(...languages), (one, other, lang) => {
        const [start, end] = one.day < other.day ? [one, other] : [other, one];
        expect(dateText(`${start.edtf}/${end.edtf}`, lang)).not.toMatch(/[^\S ]| {2}|^ | $/);
      }),
    );
  });

  test('throws an error that quotes what does not read', () => {
    expect(() => dateText('2018-13', 'fr')).toThrow('Expected an EDTF date that was checked, but got: "2018-13".');
  });
});

describe('isDay(text)', () => {
  test.each([
    ['2016-02-29', true],
    ['2018-02-29', false],
    ['2018-10', false],
    ['2018-10-05~', false],
    ['2018-10-05T10:10:10Z', false],
    ['2018-10-05\n', false],
    ['2018-1-5', false],
    ['', false],
  ])('%j: %s', (text, expected) => expect(isDay(text)).toBe(expected));
});

describe('boundDay(text, side)', () => {
  test.each([
    ['2016', '2016-01-01', '2016-12-31'],
    ['2016-02', '2016-02-01', '2016-02-29'],
    ['2018-02', '2018-02-01', '2018-02-28'],
    ['2018-04', '2018-04-01', '2018-04-30'],
    ['2018-04-19', '2018-04-19', '2018-04-19'],
    ['2018-04-31', null, null],
    ['2018-13', null, null],
    ['2018-21', null, null],
    ['201X', null, null],
    ['2018~', null, null],
    ['2018/2019', null, null],
    ['', null, null],
  ])('%j: from %s, until %s', (text, from, until) => {
    expect([boundDay(text, 'from'), boundDay(text, 'until')]).toEqual([from, until]);
  });
});

describe('possiblyWithin(range, from, until) and certainlyWithin(range, from, until)', () => {
  const unknownStart = ['/1960', '../1960', '/1960-05'];
  const running = ['2025-01-20/..', '2025-01-20/', '2025-01-20'];
  const coarse = ['2016', '201X', '19XX', '2018-XX', '2018-10-XX'];

  test.each([
    [unknownStart, '1950-01-01', '1955-12-31', unknownStart, []],
    [unknownStart, null, '1960-12-31', unknownStart, unknownStart],
    [unknownStart, '1961-01-01', null, [], []],
    [running, '2030-01-01', null, ['2025-01-20/..', '2025-01-20/'], []],
    [running, '2025-01-01', '2025-12-31', running, ['2025-01-20']],
    [coarse, '2016-06-01', '2016-06-30', ['2016', '201X'], []],
    [coarse, '2016-01-01', '2016-12-31', ['2016', '201X'], ['2016']],
    [coarse, null, null, coarse, coarse],
  ])('%j from %s until %s: possibly %j, certainly %j', (dates, from, until, possibly, certainly) => {
    expect(dates.filter((edtf) => possiblyWithin(dateOf(edtf), from, until))).toEqual(possibly);
    expect(dates.filter((edtf) => certainlyWithin(dateOf(edtf), from, until))).toEqual(certainly);
  });

  test('what is certain is possible', () => {
    const dates = coveringSide.chain(({ edtf }) => fc.constantFrom(edtf, `${edtf}/..`, `/${edtf}`, `../${edtf}`));
    fc.assert(
      fc.property(dates, fc.option(aDay), fc.option(aDay), (edtf, from, until) => {
        const date = dateOf(edtf);
        if (certainlyWithin(date, from, until)) expect(possiblyWithin(date, from, until)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('sortKey(edtf, day)', () => {
  test('sorts by first day, then last day, a date without a first day before all', () => {
    const dates = ['1900-01-01/1905', '1899-12-31', '/1901', '1900', '1900-06-15', '1900-01-01/..', '1900-01'];
    const sorted = dates.sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
    expect(sorted).toEqual([
      '/1901',
      '1899-12-31',
      '1900-01',
      '1900',
      '1900-01-01/1905',
      '1900-01-01/..',
      '1900-06-15',
    ]);
  });

  test('is the same for a date and its approximation', () => {
    expect(sortKey('1900~')).toBe(sortKey('1900'));
  });

  test('prefers the day that is given', () => {
    expect([sortKey('2018-10', '2018-10-05'), sortKey('2018-10', null), sortKey('2018-10')]).toEqual([
      '2018-10-05/2018-10-31',
      '2018-10-01/2018-10-31',
      '2018-10-01/2018-10-31',
    ]);
  });

  test('keeps the order of plain days', () => {
    fc.assert(fc.property(aDay, aDay, (one, other) => expect(sortKey(one) < sortKey(other)).toBe(one < other)));
  });
});

describe('under any time zone', () => {
  const dates = [
    '2018-01-01',
    '2018-12-31',
    '2016',
    '2018-10',
    '2018-03-11',
    '2018-11-04/2018-11-05',
    '2018-10-05T23:30:00Z',
    '201X',
    '2018-24/..',
  ];
  const answers = `(dates) => ({ dateOf, dateText }) =>
    dates.map((edtf) => [dateOf(edtf), ...['en', 'es', 'fr'].map((lang) => dateText(edtf, lang))])`;

  test.each(['America/Los_Angeles', 'UTC', 'Pacific/Auckland'])('says the same under TZ=%s', (timeZone) => {
    // Node takes its time zone from the environment it starts in; Jest hands tests a copy of it.
    const script = `
      const { transformFileSync } = require('@swc/core');
      const options = { jsc: { target: 'es2023', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } };
      require.extensions['.ts'] = (module, file) => module._compile(transformFileSync(file, options).code, file);
      const answers = (${answers})(${JSON.stringify(dates)})(require('./src/answers/dates.ts'));
      console.log(JSON.stringify({ offset: new Date(2018, 0, 1).getTimezoneOffset(), answers }));`;
    const output = execFileSync(process.execPath, ['-e', script], {
      cwd: join(__dirname, '..', '..'),
      env: { ...process.env, TZ: timeZone },
      encoding: 'utf8',
    });
    expect(JSON.parse(output)).toEqual({
      offset: { 'America/Los_Angeles': 480, UTC: 0, 'Pacific/Auckland': -780 }[timeZone],
      answers: dates.map((edtf) => [dateOf(edtf), ...languages.map((lang) => dateText(edtf, lang))]),
    });
  });
});

/** A day of the years 1000 to 9998: the notations of one day cover no day beyond them. */
const aDay = fc
  .date({ min: new Date('1000-01-01'), max: new Date('9998-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** A notation that may stand in an interval, and a day that it covers. */
const coveringSide = notations(([year, month, day]) => [
  `${year}-${month}-${day}`,
  `${year}-${month}`,
  season(year, month),
  year,
]);

/** Any notation of a single date, and a day that it covers. */
const coveringNotation = notations(([year, month, day]) => [
  `${year}-${month}-${day}`,
  `${year}-${month}`,
  season(year, month),
  year,
  `${year}-${month}-XX`,
  `${year}-XX`,
  `${year}-XX-XX`,
  `${year.slice(0, 3)}X`,
  `${year.slice(0, 2)}XX`,
]);

function notations(of: (parts: [year: string, month: string, day: string]) => string[]) {
  return aDay.chain((day) => {
    const [year = '', month = '', dayOfMonth = ''] = day.split('-');
    const marked = fc.tuple(fc.constantFrom(...of([year, month, dayOfMonth])), fc.constantFrom('', '', '?', '~', '%'));
    return marked.map(([edtf, mark]) => ({ day, edtf: edtf + mark }));
  });
}

function season(year: string, month: string): string {
  const number = Number(month);
  if (number < 3) return `${Number(year) - 1}`.padStart(4, '0').concat('-24');
  return `${year}-${20 + Math.floor(number / 3)}`;
}

/** How many days and months a text names: numbers of one or two digits ("1er" too), and names of months. */
function precisionSaid(text: string, lang: string) {
  const names = Array.from({ length: 12 }, (_, month) =>
    new Intl.DateTimeFormat(lang, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2001, month)).toLowerCase(),
  );
  const words = text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
  return {
    days: words.filter((word) => /^\d{1,2}(?:er)?$/.test(word)).length,
    months: words.filter((word) => names.includes(word)).length,
  };
}
