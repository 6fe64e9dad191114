import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { parseCsv } from '../../src/dataset/csv';

const ends = ['\n', '\r\n', '\r'];
const separators = [',', ';', '\t'];

/** A cell, and whether it is written in quotes although it need not be. */
const cell = fc.tuple(
  fc.oneof(
    fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', ';', '\t', '\n', '\r', ' ', '\u{1f600}') }),
    fc.string(),
  ),
  fc.boolean(),
);

const written = ([text, quoted]: [string, boolean]): string =>
  quoted || /["\n\r,;\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

describe('parseCsv(text, separator)', () => {
  test('reads back what was written, with any quoting, separators and line ends', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 6 }),
        fc.constantFrom(...separators),
        fc.constantFrom(...ends),
        fc.boolean(),
        (rows, separator, end, endsWithOne) => {
          const lines = rows.map((row) => row.map(written).join(separator));
          const text = lines.join(end) + (endsWithOne ? end : '');
          const { records, strayQuotes, openQuote } = parseCsv(text, separator);
          expect(records.map(({ cells }) => cells)).toEqual(rows.map((row) => row.map(([one]) => one)));
          expect([strayQuotes, openQuote]).toEqual([[], undefined]);

          let line = 1;
          const starts = lines.map((one) => {
            const start = line;
            line += `${one}${end}`.match(/\r\n|\n|\r/g)?.length ?? 0;
            return start;
          });
          expect(records.map((record) => record.line)).toEqual(starts);
        },
      ),
    );
  });

  test('agrees with csv-parse on the records of any text that both can read', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '"', '""', ',', '\n', '\r\n', ' '), maxLength: 40 });
    fc.assert(
      fc.property(text, (csv) => {
        const ours = parseCsv(csv, ',');
        if (ours.openQuote || ours.strayQuotes.length > 0) return;
        const theirs = parse(csv, { relax_column_count: true, record_delimiter: ['\r\n', '\n'] });
        expect(ours.records.map(({ cells }) => cells)).toEqual(theirs);
      }),
    );
  });

  test('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseCsv(text)));
  });

  test('names the line on which a quote opened, not the one where that was noticed', () => {
    const { records, openQuote } = parseCsv('a,b\r\n"1\r\n2",x\r\ny,"open\r\n3,4\r\n5,"six"\r\n');
    expect(records).toHaveLength(2);
    expect(openQuote).toEqual({ line: 4, begins: 'open' });
  });

  test.each([
    ['id;title', ';'],
    ['id\ttitle', '\t'],
    ['"a;b;c",d', ','],
    ['id', ','],
    ['\n\nid;title', ';'],
  ])('takes the separator of %j from the heading alone', (heading, separator) => {
    const [record] = parseCsv(`${heading}\n1,2,3,4,5\n`).records.filter(({ cells }) => cells.join('') !== '');
    expect(record?.cells).toEqual(
      heading
        .trim()
        .split(separator)
        .map((one) => one.replaceAll('"', '')),
    );
  });
});
