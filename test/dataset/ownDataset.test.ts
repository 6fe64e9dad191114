import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkDataset } from '../../src/dataset/check';
import { dateOfCell } from '../../src/dataset/dateCells';
import { readDataset } from '../../src/dataset/read';
import { writeTemplate } from '../../src/dataset/template';
import { writeIds } from '../../src/dataset/writeIds';
import { northAmericanAsylum } from '../support/datasets';
import { temporaryFolder } from '../support/temporary';

const problemsOf = (folder: string) => {
  const { dataset, problems } = readDataset(folder);
  return [...problems, ...checkDataset(dataset)].map(({ file, line, message }) => `${file}:${line} ${message}`);
};

describe('the template of a data set', () => {
  it('has two events, a link and a claim, and nothing to warn of', () => {
    const folder = join(temporaryFolder('template'), 'My own Timeline');
    const files = writeTemplate(folder);
    expect(readdirSync(folder).sort()).toEqual([...files].sort());
    const { dataset } = readDataset(folder);
    expect(dataset.head.id).toBe('my-own-timeline');
    expect([dataset.rows.events.length, dataset.rows.links.length, dataset.rows.claims.length]).toEqual([2, 1, 1]);
    expect(problemsOf(folder)).toEqual([]);
  });

  it('is told of one fault alone where its events were saved in the encoding of an old spreadsheet', () => {
    const folder = join(temporaryFolder('template'), 'timeline');
    writeTemplate(folder);
    const path = join(folder, 'events.csv');
    writeFileSync(path, Buffer.from(`${readFileSync(path, 'utf8')}Müller opens a mill,2020\n`, 'latin1'));
    expect(problemsOf(folder)).toEqual(['events.csv:4 is not UTF-8. Save the file again with the encoding UTF-8.']);
  });

  it('is never written over files that stand there', () => {
    const folder = temporaryFolder('template');
    writeFileSync(join(folder, 'events.csv'), 'title,date\nMine,2020\n');
    expect(() => writeTemplate(folder)).toThrow(`${folder} is not empty: nothing was written.`);
    expect(readdirSync(folder)).toEqual(['events.csv']);
  });

  it('explains each column that it uses', () => {
    const folder = temporaryFolder('template');
    writeTemplate(folder);
    const readme = readFileSync(join(folder, 'README.md'), 'utf8');
    for (const file of ['events.csv', 'links.csv', 'claims.csv']) {
      const [heading = ''] = readFileSync(join(folder, file), 'utf8').split('\n');
      const row = readme.split('\n').find((line) => line.startsWith(`| \`${file}\``)) ?? '';
      const unexplained = heading.split(',').filter((column) => !row.includes(column) && !/^source_/.test(column));
      expect({ file, unexplained }).toEqual({ file, unexplained: [] });
    }
  });
});

describe('dates as spreadsheets write them', () => {
  it.each([
    ['2016-12', '2016-12'],
    ['Dec 2016', '2016-12'],
    ['5 December 2016', '2016-12-05'],
    ['5 de diciembre de 2016', '2016-12-05'],
    ['1er août 2018', '2018-08-01'],
    ['2016-12-05 00:00:00', '2016-12-05'],
    ['2016-12-05T00:00:00.000Z', '2016-12-05'],
    ['2016/12/5', '2016-12-05'],
    ['about December 2016', '2016-12~'],
  ])('takes %j for %j', (cell, edtf) => {
    expect(dateOfCell(cell)).toBe(edtf);
  });

  it.each(['03/04/2016', 'Dec-16', '2016-12-05 14:30', '30 February 2016', 'soon', '2016-13', '12/2016'])(
    'leaves %j to the check, which names it',
    (cell) => {
      expect(dateOfCell(cell)).toBe(cell);
    },
  );

  it('names a date with two readings with both', () => {
    const folder = temporaryFolder('readings');
    writeFileSync(join(folder, 'events.csv'), '\ufeffTitle;DATE\r\nA day;03/04/2016\r\nAnother;Dec 2016\r\n');
    const { dataset } = readDataset(folder);
    expect(dataset.rows.events.map(({ values }) => values.edtf)).toEqual(['03/04/2016', '2016-12']);
    const [about] = problemsOf(folder).filter((text) => text.startsWith('events.csv:2') && text.includes('03/04/2016'));
    expect(about).toContain('2016-03-04');
    expect(about).toContain('2016-04-03');
  });
});

describe('ids made from titles, written into the files', () => {
  const write = (file: string, text: string) => {
    const folder = temporaryFolder('ids');
    writeFileSync(join(folder, file), text);
    const { dataset } = readDataset(folder);
    const written = writeIds(folder, dataset);
    return { folder, written, text: readFileSync(join(folder, file), 'utf8'), before: dataset };
  };

  it('become a first column; every other byte stays', () => {
    const text = '\ufefftitle;date;summary\r\n"A; b";2020;"two\r\nlines"\r\n\r\nLast;2021;';
    const { written, text: after } = write('events.csv', text);
    expect(written).toEqual([{ path: 'events.csv', count: 2 }]);
    expect(after).toBe('\ufeffid;title;date;summary\r\na-b;"A; b";2020;"two\r\nlines"\r\n\r\nlast;Last;2021;');
  });

  it('fill the empty cells of a column that is there', () => {
    const { written, text } = write('events.csv', 'title,Id,date\nA,,2020\nB,mine,2021\n"C, d",,2022\n');
    expect(written).toEqual([{ path: 'events.csv', count: 2 }]);
    expect(text).toBe('title,Id,date\nA,a,2020\nB,mine,2021\n"C, d",c-d,2022\n');
  });

  it('stand first in a row of JSON', () => {
    const { text } = write(
      'events.jsonl',
      '{"title": "A", "date": "2020"}\n{"id": "b", "title": "B", "date": "2021"}\n',
    );
    expect(text).toBe('{"id": "a", "title": "A", "date": "2020"}\n{"id": "b", "title": "B", "date": "2021"}\n');
  });

  it('are those that were there before, and are written once', () => {
    const folder = temporaryFolder('ids');
    writeTemplate(folder);
    const { dataset } = readDataset(folder);
    expect(writeIds(folder, dataset).map(({ path }) => path)).toEqual(['events.csv', 'links.csv', 'claims.csv']);
    const after = readDataset(folder).dataset;
    for (const name of ['events', 'links', 'claims'] as const) {
      expect(after.rows[name].map(({ values }) => values.id)).toEqual(
        dataset.rows[name].map(({ values }) => values.id),
      );
    }
    expect(problemsOf(folder)).toEqual([]);
    expect(writeIds(folder, after)).toEqual([]);
  });
});

test('who found a wrong fact finds its line by the id, as the README of the shipped data set says', () => {
  const readme = readFileSync(join(northAmericanAsylum, 'README.md'), 'utf8');
  const [, pattern = '', file = ''] = /`grep -n '([^']+)' ([\w.]+)`/.exec(readme) ?? [];
  const lines = readFileSync(join(northAmericanAsylum, file), 'utf8').split('\n');
  expect(lines.filter((line) => line.includes(pattern))).toHaveLength(1);
  expect(lines.filter((line) => line !== '' && !line.startsWith('{"id": "'))).toEqual([]);
});
