import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import fc from 'fast-check';
import { checkDataset } from '../../src/dataset/check';
import { fileNames, type Row } from '../../src/dataset/format';
import { readDataset } from '../../src/dataset/read';
import { folderOf, readAndCheck } from './folders';

const valuesOf = (rows: readonly Row[]) => rows.map(({ values }) => values);

function read(files: Readonly<Record<string, string | Uint8Array>>) {
  const { dataset, problems } = readDataset(folderOf(files));
  expect(problems).toEqual([]);
  return dataset;
}

describe('readDataset(folder)', () => {
  test('reads the same rows from CSV as from JSONL', () => {
    const csv = read({
      'events.csv':
        'id,title,edtf,actors,jurisdictions,contentNotes,sources\n' +
        'a,"A title, with a comma",2016,court:DECIDER:one: two; us:AFFECTED,US; CA,DEATH,\n',
      'observations.csv': 'id,metric,period,value,preferred\no,claims,2016,-12.5,no\n',
    });
    const jsonl = read({
      'events.jsonl': `${JSON.stringify({
        id: 'a',
        title: 'A title, with a comma',
        edtf: '2016',
        actors: [
          { actor: 'court', role: 'DECIDER', detail: 'one: two' },
          { actor: 'us', role: 'AFFECTED' },
        ],
        jurisdictions: ['US', 'CA'],
        contentNotes: ['DEATH'],
        summary: null,
      })}\n`,
      'observations.jsonl': '{"id":"o","metric":"claims","period":"2016","value":-12.5,"preferred":false}\n',
    });
    for (const name of fileNames) expect(valuesOf(csv.rows[name])).toEqual(valuesOf(jsonl.rows[name]));
  });

  test('takes headings in any case, with spaces, and columns that only the SDL knows', () => {
    const { rows } = read({
      'events.csv':
        '\ufeffID;Title;Date;Source URL;SOURCE_TITLE\r\n\r\na;A;2016;https://example.org/a;Gazette\r\n;;;;\r\n',
      'sources.csv': 'id,url,title,language,archived url\ns,https://example.org/s,S,fr,https://example.org/archive\n',
    });
    expect(valuesOf(rows.events)).toEqual([{ id: 'a', title: 'A', date: '2016', edtf: '2016', sources: ['gazette'] }]);
    expect(rows.events[0]?.line).toBe(3);
    expect(rows.sources[0]?.values).toMatchObject({ language: 'fr', archivedUrl: 'https://example.org/archive' });
  });

  test('takes the guard against formulas off a text, and leaves other apostrophes', () => {
    const { rows } = read({ 'events.csv': "title,date\n'=1+1,2016\n'- withdrawn,2016\n'quoted' rule,2016\n" });
    expect(rows.events.map(({ values }) => values.title)).toEqual(['=1+1', '- withdrawn', "'quoted' rule"]);
  });

  test('keeps letters as they are, composed or not', () => {
    const { rows } = read({ 'events.csv': 'title,date\nMontre\u0301al,2016\nMontr\u00e9al,2016\n' });
    expect(rows.events.map(({ values }) => values.title)).toEqual(['Montre\u0301al', 'Montr\u00e9al']);
    expect(rows.events.map(({ values }) => values.id)).toEqual(['montreal', 'montreal-2']);
  });

  test('reads translations, with `of` or without', () => {
    const { translations } = read({
      'events.csv': 'id,title,date\na,A,2016\n',
      'text/es.csv': 'id,field,text\na,title,"Una ""A"""\n',
      'text/fr-CA.jsonl': '{"id":"a","field":"title","text":"Un A","of":"559aead0"}\n',
    });
    expect(translations).toEqual([
      { file: 'text/es.csv', line: 2, lang: 'es', id: 'a', field: 'title', text: 'Una "A"', of: '' },
      { file: 'text/fr-CA.jsonl', line: 1, lang: 'fr-CA', id: 'a', field: 'title', text: 'Un A', of: '559aead0' },
    ]);
  });

  test('says that there is no such folder', () => {
    const folder = join(__dirname, 'no-such-folder');
    expect(readAndCheck(folder).lines).toEqual([
      'no-such-folder: is no folder. A data set is a folder with at least a file events.csv or events.jsonl.',
    ]);
  });

  test('gives the same checksum for the same files, and another when a byte or a name differs', () => {
    const files = { 'events.csv': 'title,date\nA,2016\n', 'places.csv': 'id,name\nCA,Canada\n' };
    const { checksum } = read(files);
    expect(read(files).checksum).toBe(checksum);
    expect(read({ ...files, 'places.csv': 'id,name\nCA,Canadá\n' }).checksum).not.toBe(checksum);
    expect(read({ 'events.csv': files['events.csv'] }).checksum).not.toBe(checksum);
  });

  test('never throws, whatever the bytes', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.string({
        unit: fc.constantFrom(
          '{',
          '}',
          '[',
          ']',
          '"',
          ':',
          ',',
          ';',
          'id',
          'title',
          'date',
          '__proto__',
          '\\u0000',
          '\n',
          '5',
        ),
        maxLength: 60,
      }),
    );
    const file = fc.constantFrom(
      'events.csv',
      'events.jsonl',
      'links.jsonl',
      'dataset.json',
      'text/es.jsonl',
      'stories.csv',
    );
    fc.assert(
      fc.property(fc.dictionary(file, bytes, { noNullPrototype: true }), (files) => {
        checkDataset(readDataset(folderOf(files)).dataset);
      }),
      { numRuns: 100 },
    );
  });

  test('does not lose its way in deep nesting', () => {
    const deep = '['.repeat(50_000);
    const { lines } = readAndCheck(folderOf({ 'events.jsonl': `{"title": ${deep}\n`, 'dataset.json': deep }));
    expect(lines).toHaveLength(2);
  });

  test('does not drown in thousands of wrong ids', () => {
    const rows = Array.from(
      { length: 3000 },
      (_, index) => `event-${index},2016,nowhere-${randomBytes(4).toString('hex')}`,
    );
    const started = performance.now();
    const { errors } = readAndCheck(folderOf({ 'events.csv': `title,date,jurisdictions\n${rows.join('\n')}\n` }));
    expect(errors).toHaveLength(3000);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe('what a data set leaves out', () => {
  const dataset = read({
    'events.csv':
      'title,date,source_url,source_title\n' +
      'Entente sur les tiers pays sûrs,2004-12-29,https://example.org/a,Gazette\n' +
      'Entente sur les tiers pays sûrs,2023-03,https://example.org/a,\n' +
      '難民,2023,https://example.org/b,\n',
    'links.csv': 'from,to,type,evidence\nentente-sur-les-tiers-pays-surs,event,PROMPTED_RESPONSE,INFERRED\n',
    'claims.csv': 'by,stance,about,text,date\nun,DISPUTES,event,No.,2023\nun,DISPUTES,event,No again.,2023\n',
    'metrics.csv': 'label,unit\nClaims made,people\n',
    'observations.csv':
      'metric,place,period,value\nclaims-made,CA,2016/2017,5\nclaims-made,CA,2018,\nclaims-made,CA,2019,1\nclaims-made,CA,2019,2\n',
  });
  const ids = (name: keyof typeof dataset.rows) => dataset.rows[name].map(({ values }) => values.id);

  test('gets ids from titles and names', () => {
    expect(ids('events')).toEqual(['entente-sur-les-tiers-pays-surs', 'entente-sur-les-tiers-pays-surs-2', 'event']);
    expect(ids('links')).toEqual(['entente-sur-les-tiers-pays-surs--prompted_response--event']);
    expect(ids('claims')).toEqual(['event--disputes--un', 'event--disputes--un-2']);
    expect(ids('metrics')).toEqual(['claims-made']);
    expect(ids('observations').slice(0, 2)).toEqual(['claims-made-ca-2016_2017', 'claims-made-ca-2018']);
  });

  test('gets sources from addresses, one for each', () => {
    expect(valuesOf(dataset.rows.sources)).toEqual([
      { id: 'gazette', url: 'https://example.org/a', title: 'Gazette' },
      { id: 'example-org', url: 'https://example.org/b', title: 'example.org' },
    ]);
    expect(dataset.rows.events.map(({ values }) => values.sources)).toEqual([
      ['gazette'],
      ['gazette'],
      ['example-org'],
    ]);
  });

  test('gets dates, families, units and bounds', () => {
    expect(dataset.rows.events.map(({ values }) => values.edtf)).toEqual(['2004-12-29', '2023-03', '2023']);
    expect(dataset.rows.links[0]?.values.family).toBe('CAUSAL');
    expect(valuesOf(dataset.rows.observations)).toMatchObject([
      { unit: 'people', bound: 'EXACT', preferred: true },
      { unit: 'people', preferred: true },
      { preferred: false },
      { preferred: false },
    ]);
    expect(dataset.rows.observations[1]?.values).not.toHaveProperty('bound');
  });

  test('gets a title, version and citation of its own', () => {
    const { head, checksum } = dataset;
    expect(head).toMatchObject({ license: 'unknown', language: 'en', version: checksum.slice(0, 8), changes: [] });
    expect(head.citeAs).toBe(`${head.title}. Version ${head.version}.`);
  });
});
