import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildASTSchema, isEnumType } from 'graphql';
import { packageRoot } from '../../src/config';
import { type Lang, langs } from '../../src/page/language';
import { labelOf } from '../../src/page/words/api';
import { readSchema } from '../../src/server/graphql';

// Each part of the page says the same things in all its languages, and nothing in English by mistake.

const schema = buildASTSchema(readSchema());

const page = join(packageRoot, 'src', 'page');

/** Every table of words: a thing that has an entry for each language. */
const tables: [name: string, table: Record<string, unknown>][] = readdirSync(page, {
  recursive: true,
  encoding: 'utf8',
})
  .filter((file) => /(^|\/)words(\/\w+)?\.ts$/.test(file))
  .flatMap((file) =>
    Object.entries<unknown>(require(join(page, file))).flatMap(([name, value]) =>
      isTable(value) ? [[`${file} ${name}`, value] as [string, Record<string, unknown>]] : [],
    ),
  );

/** What is the same word in two languages. */
const same: Readonly<Record<string, readonly string[]>> = {
  es: ['Actor'],
  fr: ['Causes', 'Date', 'Direction', 'Note', 'Notes', 'Source', 'Sources', 'Type', 'certain'],
};

test('tables of words are found', () => {
  expect(tables.length).toBeGreaterThan(5);
});

describe.each(tables)('%s', (_, table) => {
  it.each(['es', 'fr'])('says in %s what it says in English', (lang) => {
    expect(shapeOf(table[lang])).toEqual(shapeOf(table.en));
  });

  it.each(['es', 'fr'])('has nothing in English where it speaks %s', (lang) => {
    const english = textsOf(table.en);
    const equal = Object.entries(textsOf(table[lang])).filter(
      ([path, text]) => /\p{L}/u.test(text) && english[path] === text,
    );
    expect(equal.filter(([, text]) => !same[lang]?.includes(text))).toEqual([]);
  });
});

describe('labelOf(word, lang)', () => {
  const shown = [
    ...['LinkFamily', 'LinkType', 'Evidence', 'Stance', 'EventKind', 'Verification', 'ActorRole', 'PolicyEffect'],
    ...['PolicyStatus', 'SourceKind', 'ContentNote'],
  ];

  it.each(shown)('knows every word of %s in each language', (name) => {
    const type = schema.getType(name);
    const words = isEnumType(type) ? type.getValues().map(({ value }) => String(value)) : [];
    expect(words.length).toBeGreaterThan(0);
    const unknown = words.filter((word) => ['es', 'fr'].every((lang) => labelOf(word, lang as Lang) === plain(word)));
    expect(unknown).toEqual([]);
    expect(labelOf('NO_SUCH_WORD', 'fr')).toBe(plain('NO_SUCH_WORD'));
  });
});

describe('the guard', () => {
  it('sees a word that is missing, and one left in English', () => {
    expect(shapeOf({ a: 'x', b: () => 'y' })).not.toEqual(shapeOf({ a: 'x' }));
    expect(textsOf({ a: 'x', b: { c: (n: number) => `${n} more` } })).toEqual({ a: 'x', 'b.c': '1 more' });
  });
});

/** What stands for a word that has no label. */
const plain = (word: string): string => word.toLowerCase().replaceAll('_', ' ');

function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && langs.every((lang) => lang in value);
}

/** The names of a table's words, whatever they say. */
function shapeOf(words: unknown): unknown {
  if (typeof words === 'function') return 'function';
  if (typeof words !== 'object' || words === null) return typeof words;
  return Object.fromEntries(Object.entries(words).map(([name, word]) => [name, shapeOf(word)]));
}

/** What is said under each name; a sentence with gaps is said with ones in them. */
function textsOf(words: unknown, path = ''): Record<string, string> {
  if (typeof words === 'string') return { [path]: words };
  if (typeof words === 'function') return { [path]: saidBy(words as (...gaps: unknown[]) => unknown) };
  if (typeof words !== 'object' || words === null) return {};
  return Object.assign(
    {},
    ...Object.entries(words).map(([name, word]) => textsOf(word, path === '' ? name : `${path}.${name}`)),
  );
}

function saidBy(sentence: (...gaps: unknown[]) => unknown): string {
  return String(sentence(...Array.from({ length: sentence.length }, () => 1)));
}
