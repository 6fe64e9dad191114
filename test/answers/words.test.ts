import fc from 'fast-check';
import { type Evidence, type HopWords, hopInWords, type LinkType, pathInWords } from '../../src/answers/words';

const types: LinkType[] = [
  'CAUSED',
  'TRIGGERED',
  'ENABLED',
  'CONTRIBUTED_TO',
  'PROMPTED_RESPONSE',
  'INTENDED',
  'PREVENTED',
  'AMENDED_BY',
  'REVERSED_BY',
  'IMPLEMENTED_BY',
  'CHALLENGED_BY',
  'PRECEDED',
];
const legal: LinkType[] = ['AMENDED_BY', 'REVERSED_BY', 'IMPLEMENTED_BY', 'CHALLENGED_BY'];
const evidences: Evidence[] = ['DOCUMENTED', 'ASSERTED', 'INFERRED'];
const languages = ['en', 'es', 'fr'];

const hop = (parts: Partial<HopWords>): HopWords => ({
  type: 'CONTRIBUTED_TO',
  evidence: 'ASSERTED',
  from: 'The visa ends',
  to: 'Claims rise',
  assertedBy: [],
  disputedBy: [],
  qualifiedBy: [],
  lang: 'en',
  ...parts,
});

const say = (parts: Partial<HopWords>) => languages.map((lang) => plainSpaces(hopInWords(hop({ ...parts, lang }))));

// French sets unbreakable spaces inside its marks; the sentences below are typed with plain ones.
const plainSpaces = (text: string) => text.replaceAll('\u00a0', ' ');

describe('hopInWords(hop)', () => {
  test.each<[LinkType, Evidence, string, string, string]>([
    [
      'CONTRIBUTED_TO',
      'DOCUMENTED',
      '“The visa ends” is said in documents and by Ana Ruiz to have contributed to “Claims rise”.',
      'Según los documentos y Ana Ruiz, “The visa ends” contribuyó a “Claims rise”.',
      'Selon les documents et Ana Ruiz, « The visa ends » a contribué à « Claims rise ».',
    ],
    [
      'CONTRIBUTED_TO',
      'ASSERTED',
      '“The visa ends” is said by Ana Ruiz to have contributed to “Claims rise”.',
      'Según lo dicho por Ana Ruiz, “The visa ends” habría contribuido a “Claims rise”.',
      'D’après Ana Ruiz, « The visa ends » aurait contribué à « Claims rise ».',
    ],
    [
      'CONTRIBUTED_TO',
      'INFERRED',
      '“The visa ends” may have contributed to “Claims rise”: inferred from time and topic.',
      '“The visa ends” pudo haber contribuido a “Claims rise”: se infiere de la fecha y el tema.',
      '« The visa ends » pourrait avoir contribué à « Claims rise » : déduit de la date et du sujet.',
    ],
    [
      'CAUSED',
      'DOCUMENTED',
      '“The visa ends” is said in documents and by Ana Ruiz to have caused “Claims rise”.',
      'Según los documentos y Ana Ruiz, “The visa ends” causó “Claims rise”.',
      'Selon les documents et Ana Ruiz, « The visa ends » a causé « Claims rise ».',
    ],
    [
      'CAUSED',
      'ASSERTED',
      '“The visa ends” is said by Ana Ruiz to have caused “Claims rise”.',
      'Según lo dicho por Ana Ruiz, “The visa ends” habría causado “Claims rise”.',
      'D’après Ana Ruiz, « The visa ends » aurait causé « Claims rise ».',
    ],
    [
      'INTENDED',
      'DOCUMENTED',
      '“The visa ends” is said in documents and by Ana Ruiz to have been meant by its makers to bring about “Claims rise”.',
      'Según los documentos y Ana Ruiz, “The visa ends” tuvo como propósito, para sus autores, llegar a “Claims rise”.',
      'Selon les documents et Ana Ruiz, « The visa ends » a été conçu par ses auteurs pour aboutir à « Claims rise ».',
    ],
    [
      'PROMPTED_RESPONSE',
      'INFERRED',
      '“The visa ends” may have drawn the response “Claims rise”: inferred from time and topic.',
      '“The visa ends” pudo haber motivado como respuesta “Claims rise”: se infiere de la fecha y el tema.',
      '« The visa ends » pourrait avoir suscité en réponse « Claims rise » : déduit de la date et du sujet.',
    ],
    [
      'REVERSED_BY',
      'DOCUMENTED',
      '“The visa ends” was undone or halted, at least in part, by “Claims rise”.',
      '“The visa ends” se revirtió o se detuvo, al menos en parte, con “Claims rise”.',
      '« The visa ends » a été annulé ou suspendu, au moins en partie, par « Claims rise ».',
    ],
    [
      'AMENDED_BY',
      'ASSERTED',
      '“The visa ends” is said by Ana Ruiz to have been amended by “Claims rise”.',
      'Según lo dicho por Ana Ruiz, “The visa ends” habría sido modificado con “Claims rise”.',
      'D’après Ana Ruiz, « The visa ends » aurait été modifié par « Claims rise ».',
    ],
    [
      'CHALLENGED_BY',
      'INFERRED',
      '“The visa ends” may have been challenged by “Claims rise”: inferred from time and topic.',
      '“The visa ends” pudo haber sido impugnado con “Claims rise”: se infiere de la fecha y el tema.',
      '« The visa ends » pourrait avoir été contesté par « Claims rise » : déduit de la date et du sujet.',
    ],
  ])('says %s, %s', (type, evidence, ...expected) => {
    expect(say({ type, evidence, assertedBy: ['Ana Ruiz'] })).toEqual(expected);
  });

  test('names documents alone where no speaker is known', () => {
    expect(say({ evidence: 'DOCUMENTED', type: 'ENABLED' })).toEqual([
      '“The visa ends” is said in documents to have made possible “Claims rise”.',
      'Según los documentos, “The visa ends” hizo posible “Claims rise”.',
      'Selon les documents, « The visa ends » a rendu possible « Claims rise ».',
    ]);
  });

  test('says that no speaker is recorded of what somebody asserts', () => {
    expect(say({})).toEqual([
      '“The visa ends” is said to have contributed to “Claims rise”, though it is not recorded by whom.',
      'Se afirma, sin que conste quién, que “The visa ends” habría contribuido a “Claims rise”.',
      'On affirme, sans qu’il soit consigné qui, que « The visa ends » aurait contribué à « Claims rise ».',
    ]);
  });

  test.each(evidences)('warns that order alone is no evidence, for PRECEDED that is %s', (evidence) => {
    expect(say({ type: 'PRECEDED', evidence, assertedBy: ['Ana Ruiz'] })).toEqual([
      '“The visa ends” came before “Claims rise”; order alone is no evidence that one led to the other.',
      '“The visa ends” fue anterior a “Claims rise”; el orden por sí solo no indica que lo uno llevara a lo otro.',
      '« The visa ends » a précédé « Claims rise »; l’ordre à lui seul n’indique pas que l’un ait mené à l’autre.',
    ]);
  });

  test('goes on to say who disputes and who qualifies it', () => {
    expect(say({ assertedBy: ['Ana Ruiz'], disputedBy: ['Pedro Paz', 'Inés Gil'], qualifiedBy: ['Guy Roy'] })).toEqual([
      '“The visa ends” is said by Ana Ruiz to have contributed to “Claims rise”; the link is disputed by Pedro Paz and Inés Gil; reservations are made by Guy Roy.',
      'Según lo dicho por Ana Ruiz, “The visa ends” habría contribuido a “Claims rise”; el vínculo es cuestionado por Pedro Paz e Inés Gil; hay reservas por parte de Guy Roy.',
      'D’après Ana Ruiz, « The visa ends » aurait contribué à « Claims rise »; le lien est contesté par Pedro Paz et Inés Gil; des réserves sont émises par Guy Roy.',
    ]);
  });

  test.each([
    [['A', 'B', 'C', 'D'], 'A, B, C, and D', 'A, B, C y D', 'A, B, C et D'],
    [['A', 'B', 'C', 'D', 'E'], 'A, B, C, and 2 others', 'A, B, C y 2 más', 'A, B, C et 2 autres'],
  ])('names up to four speakers: %j', (assertedBy, ...expected) => {
    const lists = say({ assertedBy }).map(
      (sentence) => /(?:said by|dicho por|D’après) (.*?)(?: to have|, [“«])/.exec(sentence)?.[1],
    );
    expect(lists).toEqual(expected);
  });

  test('sets unbreakable spaces where French has them', () => {
    expect(hopInWords(hop({ evidence: 'INFERRED', lang: 'fr-CA' }))).toBe(
      '«\u00a0The visa ends\u00a0» pourrait avoir contribué à «\u00a0Claims rise\u00a0»\u00a0: déduit de la date et du sujet.',
    );
  });

  test('speaks English where it does not know the language', () => {
    expect(hopInWords(hop({ lang: 'nah' }))).toBe(hopInWords(hop({ lang: 'en' })));
  });
});

describe('every hop in words', () => {
  const names = fc.uniqueArray(fc.constantFrom('Ana Ruiz', 'Inés Gil', 'UNHCR', 'Government of Mexico'), {
    maxLength: 4,
  });
  const titles = fc.stringMatching(/^[A-Z][a-z]{2,8}( [a-zé]{2,8}){1,4}$/);
  const hops = fc.record({
    type: fc.constantFrom(...types),
    evidence: fc.constantFrom(...evidences),
    from: titles,
    to: titles,
    assertedBy: names,
    disputedBy: names,
    qualifiedBy: names,
    lang: fc.constantFrom('en', 'es-MX', 'fr-CA'),
  });

  const frames: Record<string, RegExp> = {
    en: /^“[^”]*” is said in documents (?:and by .+ )?to have /,
    es: /^Según /,
    fr: /^Selon /,
  };
  const hedges: Record<string, RegExp> = {
    en: / is said (?:by .+ )?to have | may have /,
    es: / habría | pudo haber /,
    fr: / aurait | pourrait avoir /,
  };

  test('attributes or hedges every verb of cause, and every legal one that is not documented', () => {
    fc.assert(
      fc.property(hops, (some) => {
        const language = some.lang.slice(0, 2);
        const sentence = hopInWords(some);
        if (some.type === 'PRECEDED' || (legal.includes(some.type) && some.evidence === 'DOCUMENTED')) return;
        expect(sentence).toMatch((some.evidence === 'DOCUMENTED' ? frames[language] : hedges[language]) ?? /^$/);
      }),
      { numRuns: 500 },
    );
  });

  test('never is a bare "caused"', () => {
    for (const lang of languages) {
      for (const type of types) {
        for (const evidence of evidences) {
          for (const assertedBy of [[], ['Ana Ruiz']]) {
            const sentence = hopInWords(hop({ type, evidence, assertedBy, disputedBy: ['Guy Roy'], lang }));
            expect(sentence).not.toMatch(/^[“«][^”»]*[”»] (?:caused|causó|a causé)/);
            if (evidence !== 'DOCUMENTED' || lang === 'en')
              expect(sentence).not.toMatch(/[”»] (?:caused|causó|a causé)/);
          }
        }
      }
    }
  });

  test('holds both titles, the earlier event first, and everybody who disputes or qualifies it', () => {
    fc.assert(
      fc.property(hops, (some) => {
        const sentence = plainSpaces(hopInWords(some));
        const [open, close] = some.lang === 'fr-CA' ? ['« ', ' »'] : ['“', '”'];
        const places = [some.from, some.to].map((title) => sentence.indexOf(`${open}${title}${close}`));
        expect(places[0]).toBeGreaterThanOrEqual(0);
        if (some.from !== some.to) expect(places[1]).toBeGreaterThan(places[0] ?? 0);
        const [, ...additions] = sentence.split(/; (?!order|el orden|l’ordre)/);
        expect(additions).toHaveLength([some.disputedBy, some.qualifiedBy].filter((who) => who.length > 0).length);
        const said = additions.join(' ');
        for (const name of [...some.disputedBy, ...some.qualifiedBy]) expect(said).toContain(name);
      }),
      { numRuns: 500 },
    );
  });

  test('is one sentence: one full stop, at its end', () => {
    fc.assert(
      fc.property(hops, (some) => {
        expect(hopInWords(some)).toMatch(/^[^.]+\.$/);
      }),
    );
  });
});

describe('pathInWords(hops)', () => {
  test('says the hops one after the other', () => {
    const path = [
      hop({ assertedBy: ['Ana Ruiz'] }),
      hop({ type: 'REVERSED_BY', evidence: 'DOCUMENTED', from: 'Claims rise', to: 'The visa returns' }),
    ];
    expect(pathInWords(path)).toBe(
      '“The visa ends” is said by Ana Ruiz to have contributed to “Claims rise”. “Claims rise” was undone or halted, at least in part, by “The visa returns”.',
    );
  });

  test('says nothing of a path without hops', () => {
    expect(pathInWords([])).toBe('');
  });
});

describe('names and dates that leave something open', () => {
  const hop = {
    type: 'CONTRIBUTED_TO',
    evidence: 'ASSERTED',
    from: 'A',
    to: 'B',
    assertedBy: ['Marc Miller', 'Immigration, Refugees and Citizenship Canada', 'CBSA'],
    disputedBy: [],
    qualifiedBy: [],
    lang: 'en',
  } as const;

  test('names that hold commas of their own stand between semicolons', () => {
    expect(hopInWords({ ...hop, assertedBy: [...hop.assertedBy], disputedBy: [], qualifiedBy: [] })).toBe(
      '“A” is said by Marc Miller; Immigration, Refugees and Citizenship Canada; and CBSA to have contributed to “B”.',
    );
  });

  test('an order that the dates leave open is not stated', () => {
    const said = (['en', 'es', 'fr'] as const).map((lang) =>
      hopInWords({
        ...hop,
        assertedBy: [],
        disputedBy: [],
        qualifiedBy: [],
        type: 'PRECEDED',
        mayCoincide: true,
        lang,
      }),
    );
    expect(said[0]).toMatch(/^“A” came before “B”, or at about the same time; /);
    expect(said[1]).toMatch(/, o más o menos simultáneo; /);
    expect(said[2]).toMatch(/, ou a eu lieu à peu près en même temps; /);
  });
});
