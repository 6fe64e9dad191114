import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkDataset, rules } from '../../src/dataset/check';
import { checkedOf } from '../../src/dataset/check/checked';
import { readDataset } from '../../src/dataset/read';
import { readVocabulary } from '../../src/dataset/vocabulary';
import { readAndCheck } from './folders';

const root = join(__dirname, 'broken');
const sets = readdirSync(root).sort();

describe('a broken data set', () => {
  test.each(sets)('%s is told from every other by its messages', (name) => {
    const folder = join(root, name);
    const { lines } = readAndCheck(folder);
    expect(lines.map((line) => `${line}\n`).join('')).toBe(readFileSync(join(folder, 'expected.txt'), 'utf8'));
  });

  test('gives messages of its own', () => {
    const expected = sets.map((name) => readFileSync(join(root, name, 'expected.txt'), 'utf8'));
    expect(new Set(expected).size).toBe(sets.length);
    expect(expected.every((text) => text !== '')).toBe(true);
    expect(sets.length).toBeGreaterThanOrEqual(20);
  });
});

describe('rules', () => {
  test('are each seen red by one of the broken data sets', () => {
    const checked = sets.map((name) => checkedOf(readDataset(join(root, name)).dataset, readVocabulary()));
    const green = rules.filter((rule) => checked.every((one) => rule(one).length === 0));
    expect(green.map(({ name }) => name)).toEqual([]);
  });

  test('are each in the list', () => {
    const files = readdirSync(join(__dirname, '../../src/dataset/check'));
    const helpers = ['checked.ts', 'index.ts', 'lives.ts', 'repeatedRows.ts'];
    expect(rules.map(({ name }) => `${name}.ts`).sort()).toEqual(
      files.filter((file) => !helpers.includes(file)).sort(),
    );
  });

  test('give their problems by file and line', () => {
    const problems = checkDataset(readDataset(join(root, '24-words')).dataset);
    const places = problems.map(({ file, line }) => `${file}:${line}`);
    expect(places).toEqual([...places].sort());
  });
});
