import fc from 'fast-check';
import { ownLanguages } from '../../src/answers/languages';
import type { Engine } from '../../src/engine/engine';
import type { CallerError } from '../../src/errors';
import { activities, activityOf, canMake, isRefusal, makeLesson } from '../../src/lessons';
import { longestCard, wordsIn } from '../../src/lessons/card';
import { cardsMarkdown, markdownOf } from '../../src/lessons/markdown';
import { allowed, causesOf, type Material } from '../../src/lessons/material';
import type { ActivityName, Pack } from '../../src/lessons/pack';
import { wordsOf } from '../../src/lessons/words';
import { type LessonSelection, lessonFrom, lessonsFor, materialOf } from '../../src/resolvers/lesson';
import { type Context, contextMaker } from '../../src/server/context';
import { limits } from '../support/ask';
import { northAmericanAsylum, openWith, readSound } from '../support/datasets';
import { embedded } from '../support/engines';
import { readingLevel } from './readingLevel';

const notes = ['DEATH', 'VIOLENCE', 'SEXUAL_VIOLENCE', 'FAMILY_SEPARATION', 'DETENTION_OF_CHILDREN', 'DISTRESS'];
const { rows } = readSound(northAmericanAsylum);
const stories = rows.stories.map(({ values }) => String(values.id));
const events = rows.events.map(({ values }) => String(values.id));
const links = rows.links.filter(({ values }) => values.type !== 'PRECEDED').map(({ values }) => String(values.id));

let engine: Engine;
beforeAll(async () => {
  engine = await openWith(embedded, northAmericanAsylum);
});
afterAll(() => engine.close());

const context = (): Promise<Context> => contextMaker(engine, limits.deadlineMs)();

/** The same material in every language. */
async function inEveryLanguage(of: LessonSelection): Promise<Material[]> {
  const asked = await context();
  return Promise.all(ownLanguages.map((lang) => materialOf(of, { lang }, asked)));
}

/** What no sheet, key or plan may say of causes, or ask of a pupil. */
const banned = [
  /would (?:never |not )?have (?:happened|come|occurred)/i,
  /habría (?:ocurrido|sucedido|pasado)/i,
  /(?:n’)?aurait pas (?:eu lieu|été arrivé)/i,
  // Only by somebody's word.
  /(?<!to have )\bcaused\b/,
  /\b(?:your|their) (?:own|family)/i,
  /\b(?:tu|su) (?:propia )?familia\b/i,
  /\bta famille\b/i,
  /imagine (?:that )?you/i,
  /pretend|role.?play|play the (?:part|role)/i,
];

const textsOf = (pack: Pack) => [pack.sheet, pack.key, pack.rubric, pack.plan].map(markdownOf);

/** Everything that holds of any pack of this material. */
function check(pack: Pack, material: Material, withContentNotes: readonly string[]): void {
  const words = wordsOf(material.lang);
  const sheet = markdownOf(pack.sheet);
  const shown = allowed(material, withContentNotes).material;
  for (const { number, item, speaker, text } of pack.cards) {
    expect(wordsIn(`${speaker ?? ''} ${text}`).length).toBeLessThanOrEqual(longestCard);
    expect([number, speaker === null]).toEqual([number, item.of === 'event']);
  }
  // Whoever speaks stands before the claim, at the head of the card.
  const lines = cardsMarkdown(pack.cards).trim().split('\n');
  expect(lines).toHaveLength(pack.cards.length);
  for (const [at, line] of lines.entries()) {
    const isClaim = pack.cards[at]?.speaker !== null;
    expect(line).toMatch(
      isClaim ? new RegExp(`^${at + 1}\\. \\*\\*.+[:]\\*\\* `) : new RegExp(`^${at + 1}\\. (?!\\*\\*)`),
    );
  }
  // Rival causes, or that none are recorded; the table of WITHOUT_IT holds all recorded causes.
  const causes = [...causesOf(shown).values()].flat();
  const isToldThatNone = sheet.includes(words.noOtherCause) || sheet.includes(words.moreCauses(1).slice(-20));
  const isCauseNamed = causes.some(({ from }) =>
    sheet.includes(markdownOf([{ kind: 'text', text: String(shown.events.get(from)?.title) }]).trim()),
  );
  expect(isToldThatNone || isCauseNamed).toBe(true);
  // The key never stands in the sheet, and what was left out is on neither.
  expect(sheet).not.toContain(words.activities[pack.activity].keyNote);
  for (const { event } of pack.leftOut) {
    const title = String(material.events.get(event)?.title);
    const others = [...shown.events.values()].some((one) => one.title.includes(title));
    if (!others) for (const text of textsOf(pack)) expect(text).not.toContain(`“${title}”`);
  }
  if (pack.leftOut.length > 0) expect(markdownOf(pack.key)).toContain(words.leftOut(pack.leftOut.length));
  expect(pack.leftOut.every(({ event }) => !pack.events.includes(event))).toBe(true);
}

const selections = fc.oneof(
  fc.constantFrom(...stories).map((story): LessonSelection => ({ story })),
  fc.constantFrom(...links).map((link): LessonSelection => ({ link })),
  fc.subarray(events, { minLength: 3, maxLength: 12 }).map((events): LessonSelection => ({ events })),
  fc
    .record({ event: fc.constantFrom(...events), direction: fc.constantFrom('FORWARD' as const, 'BACKWARD' as const) })
    .map((chain): LessonSelection => ({ chain: { ...chain, depth: 3 } })),
);

test('any lesson of any selection keeps the promises, and has the same cards in every language', async () => {
  const made = new Map<ActivityName, number>();
  await fc.assert(
    fc.asyncProperty(
      selections,
      fc.constantFrom(...activities.map(({ name }) => name)),
      fc.subarray(notes),
      fc.integer({ min: -5, max: 5 }),
      async (of, activity, withContentNotes, seed) => {
        const materials = await inEveryLanguage(of);
        const options = { activity, cards: null, seed, withContentNotes };
        const packs = materials.map((material) => makeLesson(material, options));
        const [first] = packs;
        if (first === undefined || isRefusal(first)) {
          expect(packs.every((pack) => JSON.stringify(pack) === JSON.stringify(first))).toBe(true);
          return;
        }
        made.set(activity, (made.get(activity) ?? 0) + 1);
        const cards = packs.map((pack) =>
          'cards' in pack ? pack.cards.map(({ number, item }) => [number, item.id]) : [],
        );
        expect(cards).toEqual(cards.map(() => cards[0]));
        expect(first.cards.map(({ number }) => number)).toEqual(first.cards.map((_, at) => at + 1));
        expect(makeLesson(materials[0] as Material, options)).toEqual(first);
        packs.forEach((pack, at) => {
          if (!isRefusal(pack)) check(pack, materials[at] as Material, withContentNotes);
        });
      },
    ),
    { numRuns: 40, seed: 1 },
  );
  expect([...made.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(10);
});

test('another seed gives other numbers to the same cards', async () => {
  const [material] = await inEveryLanguage({ story: 'story-mexican-visa' });
  const numbered = [1, 2].map((seed) => {
    const pack = makeLesson(material as Material, { activity: 'SEQUENCE', cards: null, seed, withContentNotes: notes });
    return isRefusal(pack) ? [] : pack.cards.map(({ item }) => item.id);
  });
  expect(numbered[0]).not.toEqual(numbered[1]);
  expect([...(numbered[0] ?? [])].sort()).toEqual([...(numbered[1] ?? [])].sort());
});

test('every story gives packs, none of which says what is banned', async () => {
  const table: string[] = [];
  for (const story of stories) {
    const materials = await inEveryLanguage({ story });
    const fitting = activities.filter(({ name }) =>
      canMake(materials[0] as Material, { activity: name, cards: null, seed: 1, withContentNotes: notes }),
    );
    table.push(`  ${story}: ${fitting.map(({ name }) => name).join(' ')}`);
    expect(fitting.length).toBeGreaterThanOrEqual(2);
    for (const { name } of fitting) {
      for (const material of materials) {
        const pack = makeLesson(material, { activity: name, cards: null, seed: 1, withContentNotes: notes });
        if (isRefusal(pack)) throw new Error('Expected a lesson in every language');
        check(pack, material, notes);
        for (const text of textsOf(pack)) {
          const said = banned.flatMap((pattern) => pattern.exec(withoutData(text, material))?.[0] ?? []);
          expect({ story, name, said }).toEqual({ story, name, said: [] });
        }
      }
    }
  }
  process.stdout.write(`What can be made of each story\n${table.join('\n')}\n`);
});

/** A text without the data set's own titles, bases and claims, which are not ours to word, and without the ban itself. */
function withoutData(text: string, { events, links, lang }: Material): string {
  const own = [
    wordsOf(lang).noOwnStories,
    ...[...events.values()].map(({ title }) => title),
    ...links.flatMap(({ basis, claims }) => [
      basis,
      ...claims.flatMap(({ text, hedge, sources }) => [text, hedge ?? '', ...sources.map(({ title }) => title)]),
    ]),
  ];
  return own
    .filter(Boolean)
    .map((one) => markdownOf([{ kind: 'text', text: one }]).trim())
    .reduce((left, one) => left.replaceAll(one, ''), text);
}

test('a banned sentence is found', () => {
  for (const text of [
    'Without the visa, the rise would not have happened.',
    'The visa caused the rise.',
    'Tell about your own family.',
    'Imagine you flee.',
    'Sin la visa no habría ocurrido.',
  ]) {
    expect(banned.some((pattern) => pattern.test(text))).toBe(true);
  }
});

test('the sheet and cards about the Mexican visa can be read at fifteen, with the words of the data set', async () => {
  const bounds = {
    en: (value: number) => value <= 9,
    es: (value: number) => value >= 55,
    fr: (value: number) => value >= 55,
  };
  for (const material of await inEveryLanguage({ story: 'story-mexican-visa' })) {
    const pack = makeLesson(material, { activity: 'WEIGHING', cards: null, seed: 1, withContentNotes: ['VIOLENCE'] });
    if (isRefusal(pack)) throw new Error('Expected a lesson');
    const lang = material.lang as keyof typeof bounds;
    const texts = markdownOf(pack.sheet)
      .replace(/[\\_*#]+/g, '')
      .split('\n')
      .filter(Boolean);
    const { measure, value } = readingLevel([...texts, ...pack.cards.map(({ text }) => text)], lang);
    process.stdout.write(`The first pack, ${lang}: ${measure} ${value.toFixed(1)}\n`);
    expect({ lang, value, isEasy: bounds[lang](value) }).toEqual({ lang, value, isEasy: true });
  }
});

test('what is offered can be made, and the nearest fits as an error says', async () => {
  const asked = await context();
  for (const event of ['ca-mexico-visa-lifted-2016', 'intl-refugee-convention-1951']) {
    for (const { activity, made, nearest } of await lessonsFor({ event }, asked)) {
      const { direction } = activityOf(activity);
      const about = (event: string) =>
        lessonFrom({ activity, of: { chain: { event, direction, depth: 3 } }, seed: 1, withContentNotes: [] }, asked);
      if (!isRefusal(made)) {
        expect((await about(event)).cards.map(({ item }) => item.id)).toEqual(made.cards.map(({ item }) => item.id));
        continue;
      }
      const refusal = await about(event).catch((error: CallerError) => error.extensions);
      const [instead] = 'nearest' in refusal ? (refusal.nearest as string[]) : [];
      for (const one of [nearest, instead]) expect((await about(String(one))).cards.length).toBeGreaterThan(1);
    }
  }
});
