import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { summaryOf, summaryText, type Table } from '../../src/dataset/summary';
import { northAmericanAsylum, readSound, tinyStory } from '../support/datasets';
import { folderOf } from './folders';

describe('the summary of a data set', () => {
  test('is one text to the letter', () => {
    const expected = readFileSync(join(__dirname, 'tiny-story-summary.txt'), 'utf8');
    expect(`${summaryText(summaryOf(readSound(tinyStory)))}\n`).toBe(expected);
  });

  test('of little is short', () => {
    const tables = summaryOf(readSound(folderOf({ 'events.csv': 'title,date\nA,/1900\nB,1900-01-01\n' })));
    expect(cellsIn(tables, 'Events by the year in which they begin')).toEqual({ 1900: [1], 'by 1900': [1] });
    expect(cellsIn(tables, 'Events by country of those who decide, once in each')).toEqual({ 'no jurisdiction': [2] });
    expect(cellsIn(tables, 'Shares')).toMatchObject({
      'links that somebody disputes or denies': [0, 0, 0],
      'facts without a source': [2, 2, 100],
    });
    expect(cellsIn(tables, 'Links by family and evidence')).toEqual({ all: [0, 0, 0, 0] });
  });
});

describe('the summary of the shipped data set', () => {
  const tables = summaryOf(readSound(northAmericanAsylum));
  const cells = (title: string) => cellsIn(tables, title);
  const events = lines('events');
  const links = lines('links');
  const claims = lines('claims');

  test('counts rows as lines are counted', () => {
    const text = ['es', 'fr'].flatMap((lang) => lines(`text/${lang}`));
    expect(cells('Rows')).toMatchObject({
      events: [events.length],
      links: [links.length],
      claims: [claims.length],
      policies: [lines('policies').length],
      actors: [lines('actors').length],
      places: [lines('places').length],
      sources: [lines('sources').length],
      translations: [text.length],
    });
  });

  test('counts words as they stand', () => {
    expect(cells('Events by kind')).toEqual(frequencies(events, 'kind'));
    expect(cells('Events by verification')).toEqual(frequencies(events, 'verification'));
    expect(cells('Claims by stance')).toEqual(frequencies(claims, 'stance'));
    expect(cells('Sources by kind')).toEqual(frequencies(lines('sources'), 'kind'));
    const legal = links.filter(({ family }) => family === 'LEGAL');
    const { DOCUMENTED, ASSERTED, INFERRED } = frequencies(legal, 'evidence');
    expect(cells('Links by family and evidence').LEGAL).toEqual(
      [DOCUMENTED, ASSERTED, INFERRED, [legal.length]].map((count) => count?.[0] ?? 0),
    );
  });

  test('finds the disputed and the singly sourced', () => {
    const disputing = claims.filter(({ stance }) => stance === 'DISPUTES' || stance === 'DENIES');
    const disputed = links.filter(({ id }) => disputing.some(({ about }) => about === id));
    const shares = cells('Shares');
    expect(shares['links that somebody disputes or denies']?.slice(0, 2)).toEqual([disputed.length, links.length]);
    const single = shares['facts with a single source'] ?? [];
    expect(single[2]).toBeCloseTo((100 * (single[0] ?? 0)) / (single[1] ?? 0), 1);
  });

  test('gives each event one year and each country its events', () => {
    const years = Object.values(cells('Events by the year in which they begin')).map(([count]) => count ?? 0);
    expect(years.reduce((sum, count) => sum + count)).toBe(events.length);
    const decided = events.filter(({ jurisdictions }) =>
      (jurisdictions as string[]).some((place) => place === 'MX' || place.startsWith('MX-')),
    );
    expect(cells('Events by country of those who decide, once in each')['Mexico (MX)']).toEqual([decided.length]);
  });

  test('counts as translated what fits its original', () => {
    const { es, fr } = cells('Texts by language, of those of the columns that are translated');
    expect([es?.[0], fr?.[0]]).toEqual([lines('text/es').length, lines('text/fr').length]);
    expect(es?.[1]).toBe(fr?.[1]);
  });
});

const cellsIn = (tables: readonly Table[], title: string): Record<string, readonly number[]> => {
  const table = tables.find((one) => one.title === title);
  if (!table) throw new Error(`Expected a table "${title}"`);
  return Object.fromEntries(table.rows.map(({ name, cells }) => [name, cells]));
};

/** The rows of a file of the shipped data set, read as plainly as can be. */
function lines(name: string): Record<string, unknown>[] {
  const text = readFileSync(join(northAmericanAsylum, `${name}.jsonl`), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

function frequencies(rows: readonly Record<string, unknown>[], column: string): Record<string, number[]> {
  const counts: Record<string, number[]> = {};
  for (const row of rows) counts[String(row[column])] = [(counts[String(row[column])]?.[0] ?? 0) + 1];
  return counts;
}
