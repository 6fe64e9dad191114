import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { formats } from '../../src/dataset/format';
import { readDataset } from '../../src/dataset/read';
import { readTable } from '../../src/dataset/tables';
import { chunksOf, faultOfText, portionsOf } from '../../src/dataset/texts';
import { readVocabulary } from '../../src/dataset/vocabulary';
import { temporaryFolder } from '../support/temporary';
import { folderOf } from './folders';

const path = join(temporaryFolder('texts'), 'some.jsonl');
const sizes = fc.integer({ min: 1, max: 9 });
const written = (content: string | Uint8Array) => writeFileSync(path, content);

describe('a file that is read in portions', () => {
  const texts = fc.array(fc.constantFrom('a', 'é', '\n', '\r\n', '\r', '𝄞', ' '), { maxLength: 40 });

  it('has all its bytes in them, and each ends where a line does', () => {
    fc.assert(
      fc.property(texts, sizes, (parts, size) => {
        written(parts.join(''));
        const portions = [...portionsOf(path, size)].map(String);
        expect(portions.join('')).toBe(parts.join(''));
        expect(Buffer.concat([...chunksOf(path, size)]).toString()).toBe(parts.join(''));
        for (const portion of portions.slice(0, -1)) expect(portion).toMatch(/\n$/);
        expect(portions).not.toContain('');
      }),
    );
  });

  const lines = fc.constantFrom('{"id":"a","title":"A","edtf":"2016"}', '{"id":1}', '{"odd":2', '', '[]', '{');
  it('has the same rows and faults, on the same lines, as one that is read at once', () => {
    const read = (portions: Iterable<string>) => {
      const faults: string[] = [];
      const report = (line: number, message: string) => void faults.push(`${line}: ${message}`);
      return { ...readTable('events.jsonl', portions, formats.events, readVocabulary, report), faults: faults.sort() };
    };
    fc.assert(
      fc.property(fc.array(lines, { maxLength: 12 }), fc.constantFrom('\n', '\r\n'), sizes, (all, end, size) => {
        written(all.join(end));
        expect(read([...portionsOf(path, 10 * size)].map(String))).toEqual(read([all.join(end)]));
      }),
    );
  });

  it.each([
    ['that is empty', '', 0, /^is empty/],
    ['of nothing but blanks', ' \n\n\t\n  \n', 0, /^is empty/],
    [
      'that is no UTF-8 from its third line on',
      Buffer.from('a long line\nanother\n\xff\n', 'latin1'),
      3,
      /^is not UTF-8\./,
    ],
    ['with the character U+0000 in its last line', 'a long line\nanother\nc\0', 3, /U\+0000/],
    ['in UTF-16', Buffer.from('\ufeffa\nb\n', 'utf16le'), 0, /UTF-16/],
  ])('tells the line of the fault in one %s', (_, content, line, message) => {
    written(content);
    for (const size of [1, 4, 1000]) {
      expect(faultOfText(path, size)).toEqual({ line, message: expect.stringMatching(message) });
    }
  });
});

it('a CSV file that is larger than a text may be is told so, and how to mend it', () => {
  const folder = folderOf({ 'events.csv': 'id,title\n' });
  truncateSync(join(folder, 'events.csv'), 2 ** 29);
  const { dataset, problems } = readDataset(folder);
  expect(problems.map(({ file, line, message }) => `${file}:${line} ${message}`)).toEqual([
    'events.csv:0 is larger than 512 MB. Save its rows as .jsonl, which is read line by line and may have any size.',
  ]);
  expect(dataset.unread).toEqual(['events', 'sources']);
}, 120_000);
