import { type OwnLanguage, ownLanguages } from '../../src/answers/languages';
import { allWords, type Words } from '../../src/lessons/words';
import { readingLevel, syllablesOf } from './readingLevel';

/** What a reader of fifteen can be given; the measures are described in readingLevel.ts. */
const bounds: Readonly<Record<OwnLanguage, (value: number) => boolean>> = {
  en: (grade) => grade <= 9,
  es: (inflesz) => inflesz >= 65,
  fr: (ease) => ease >= 60,
};
const told: Readonly<Record<OwnLanguage, string>> = { en: 'at most 9', es: 'at least 65', fr: 'at least 60' };

/** What pupils read: everything on a sheet but names, titles and claims. */
const pupilsWords = ({ activities, ...words }: Words): string[] => [
  ...Object.values(activities).flatMap(({ task, questions }) => [...task, ...questions]),
  words.noOtherCause,
  words.moreCauses(2),
  words.noOther,
  ...words.iceberg,
  ...words.sides,
  ...words.sourcing,
  ...words.withoutIt,
];

/** What teachers read. */
const teachersWords = ({ activities, teach, ...words }: Words): string[] => [
  ...Object.values(activities).flatMap(({ sentence, keyNote, plan, rubric, refusal }) => [
    sentence,
    keyNote,
    ...plan,
    ...rubric,
    refusal(2),
  ]),
  ...words.rubric.flat(),
  words.opening(true),
  words.opening(false),
  words.closing,
  words.noOwnStories,
  teach.intro,
  teach.whyNoOwnStories,
  teach.offline,
];

test.each(allWords.map((words): [string, Words] => [words.lang, words]))(
  'what pupils read in %s suits a reader of fifteen, and so does what teachers read',
  (_, words) => {
    const { lang } = words;
    const rows = [
      ...Object.values(words.activities).map(({ name, task, questions }) => [name, [...task, ...questions]] as const),
      ['all that pupils read', pupilsWords(words)] as const,
      ['all that teachers read', teachersWords(words)] as const,
    ].map(([name, texts]) => ({ name, ...readingLevel(texts, lang) }));
    const lines = rows.map(({ name, measure, value }) => `  ${measure} ${value.toFixed(1)} (${told[lang]}): ${name}`);
    process.stdout.write(`Reading level, ${lang}\n${lines.join('\n')}\n`);
    expect(rows.filter(({ value }) => !bounds[lang](value))).toEqual([]);
  },
);

test('a hard text fails', () => {
  const hard: Readonly<Record<OwnLanguage, string>> = {
    en: 'Notwithstanding considerable administrative reorganization, extraterritorial determinations necessitated comprehensive interinstitutional collaboration regarding eligibility.',
    es: 'Independientemente de la reorganización administrativa, las determinaciones extraterritoriales necesitaron una colaboración interinstitucional extraordinariamente considerable.',
    fr: 'Indépendamment de la réorganisation administrative, les déterminations extraterritoriales nécessitaient une collaboration interinstitutionnelle particulièrement considérable.',
  };
  for (const lang of ownLanguages) expect(bounds[lang](readingLevel([hard[lang]], lang).value)).toBe(false);
});

test.each([
  [
    'en',
    {
      cards: 1,
      placed: 1,
      event: 2,
      recorded: 3,
      possible: 3,
      causes: 2,
      weighs: 1,
      reason: 2,
      evidence: 3,
      compared: 2,
    },
  ],
  ['es', { tarjeta: 3, causa: 2, guía: 2, oír: 2, ciudad: 2, hecho: 2, línea: 3, peor: 2, todavía: 4, quien: 1 }],
  ['fr', { carte: 1, cartes: 1, lien: 1, cause: 1, élève: 2, données: 2, parlent: 1, réponse: 2, eau: 1, feuille: 1 }],
] as const)('syllables in %s are counted as a person would', (lang, words) => {
  const counted = Object.fromEntries(Object.keys(words).map((word) => [word, syllablesOf(word, lang)]));
  expect(counted).toEqual(words);
});
