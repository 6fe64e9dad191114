import type { Dataset } from '../../src/dataset/format';
import { caseFolder, type Variant } from '../support/cases';
import { readAndCheck } from './folders';

const caseOf = (name: string, variant?: Variant) => readAndCheck(caseFolder(name, variant));

const placesOf = (lines: string[]) => lines.map((line) => /^[^:]+:\d+/.exec(line)?.[0]);

const cellsOf = (rows: Dataset['rows']['events'], name: string) => rows.map(({ values }) => values[name]);

describe('days that do not exist (C02)', () => {
  test('are named with the nearest that do', () => {
    const { errors } = caseOf('C02');
    expect(placesOf(errors)).toEqual([2, 3, 6, 7, 8].map((line) => `events.csv:${line}`));
    const nearest = ['2018-02-28', '1900-02-28', '2018-02-28~', '2018-04-30', '2018-10%'];
    expect(errors.map((error) => /Did you mean "(.*)"\?$/.exec(error)?.[1])).toEqual(nearest);
  });
});

describe('fuzzy dates without a day to sort by (C05)', () => {
  test('load as they are', () => {
    const { errors, dataset } = caseOf('C05');
    expect(errors).toEqual([]);
    expect(cellsOf(dataset.rows.events, 'edtf')).toEqual([
      '1900-01-01/1905',
      '1899-12-31',
      '/1901',
      '1900~',
      '1900',
      '1900-06-15',
    ]);
  });
});

describe('a policy whose end comes before its start (C06)', () => {
  test('is named with both lines', () => {
    const { errors } = caseOf('C06', { of: 'policy-changes-with-typo.csv', as: 'policy-changes.csv' });
    expect(errors).toEqual([
      'policy-changes.csv:3: "q" ends (2020-04-12) before it begins (2020-07-28, policy-changes.csv:2). ' +
        'Is one of the dates a slip?',
    ]);
  });

  test('is no matter of two changes on one day', () => {
    expect(caseOf('C06').errors).toEqual([]);
  });
});

describe('a file saved by a European spreadsheet (C11)', () => {
  test('is read by its heading, and decimal commas are said and not guessed', () => {
    const { errors, dataset } = caseOf('C11');
    expect(errors).toEqual([
      'observations.csv:3: value "12,5" is no number. Expected "12.5".',
      'observations.csv:5: value "1.250,5" is no number. Expected "1250.5".',
    ]);
    expect(cellsOf(dataset.rows.observations, 'id')).toEqual(['obs-1', 'obs-2', 'obs-3', 'obs-4']);
    expect(cellsOf(dataset.rows.observations, 'value')).toEqual([12, undefined, undefined, undefined]);
    expect(dataset.rows.observations[1]?.values.sources).toEqual(['src-a', 'src-b']);
  });

  test('loads with points', () => {
    const { errors, dataset } = caseOf('C11', { of: 'observations-clean.csv', as: 'observations.csv' });
    const { observations } = dataset.rows;
    expect(errors).toEqual([]);
    expect(cellsOf(observations, 'value')).toEqual([12, 12.5, undefined]);
    expect(observations.map(({ line }) => line)).toEqual([2, 3, 4]);
    expect(cellsOf(observations, 'note')).toEqual(['first, of four', undefined, 'not published, yet']);
  });
});

describe('an open quote (C12)', () => {
  test('is told once, by the line it opens on', () => {
    const { lines, dataset } = caseOf('C12/open-quote');
    expect(placesOf(lines)).toEqual(['events.csv:3']);
    expect(dataset.rows.events).toEqual([]);
  });

  test('is suspected where it swallowed rows', () => {
    const { errors } = caseOf('C12/swallowed-rows');
    expect(placesOf(errors)).toEqual(['events.csv:3']);
    expect(errors[0]).toContain('ev-3,Third rule,2018-03-07');
  });

  test('does not shift the lines of rows after a cell of several', () => {
    const { errors } = caseOf('C12/line-numbers');
    expect(placesOf(errors)).toEqual(['events.csv:4', 'events.csv:5', 'events.csv:8']);
    expect(errors[0]).toContain('2018-13');
    expect(errors[1]).toContain('"src-nope". Did you mean "src-a"');
    expect(errors[2]).toContain('2018-04-31');
  });
});

describe('a ring of links (C15)', () => {
  test('is no error while the dates allow it', () => {
    expect(caseOf('C15').errors).toEqual([]);
  });

  test('may not be made of one event', () => {
    const { errors } = caseOf('C15', { of: 'links-to-itself.csv', as: 'links.csv' });
    expect(errors).toEqual(['links.csv:2: leads from "a" to itself. A link joins two events.']);
  });
});
