import { folderOf, readAndCheck } from './folders';

const source = { 'sources.csv': 'id,url,title,kind\ns,https://example.org/s,S,PRIMARY\n' };
const events = (...rows: string[]) => `id,title,edtf,kind,sources\n${rows.map((row) => `${row},REPORT,s\n`).join('')}`;

/** The messages of a small data set whose facts all cite a primary source `s`. */
const check = (files: Readonly<Record<string, string>>) => readAndCheck(folderOf({ ...source, ...files })).lines;

describe('a link in time', () => {
  const link = (from: string, to: string) =>
    check({
      'events.csv': events(`a,A,${from}`, `b,B,${to}`),
      'links.csv': 'from,to,type,evidence,sources\na,b,CAUSED,DOCUMENTED,s\n',
    });

  test.each([
    ['2016-05-02', '2016-05'],
    ['2016', '2016-01-01'],
    ['2016-05-02', '2016-05-02'],
    ['2016/..', '2016-01-01'],
    ['/2016', '2015'],
    ['2020', '2016/..'],
  ])('may lead from %s to %s', (from, to) => {
    expect(link(from, to)).toEqual([]);
  });

  test.each([
    ['2016-05-02', '2016-05-01'],
    ['2016-05-02/..', '2016-04'],
    ['2017', '/2016'],
  ])('may not lead from %s to %s', (from, to) => {
    expect(link(from, to)).toHaveLength(1);
  });
});

describe('a pair of events', () => {
  test('may have a link of each family, and one back', () => {
    const links = ['a,b,CAUSED', 'a,b,AMENDED_BY', 'b,a,CAUSED'].map((row) => `${row},DOCUMENTED,s\n`).join('');
    const lines = check({
      'events.csv': events('a,A,2016', 'b,B,2016'),
      'links.csv': `from,to,type,evidence,sources\n${links}`,
    });
    expect(lines).toEqual([]);
  });
});

describe('an id of a file that could not be read', () => {
  test('is not held against the rows that name it', () => {
    const lines = check({
      'events.csv': events('a,A,2016').replace('a,A', 'a,"A'),
      'links.csv': 'from,to,type,evidence,sources\na,b,CAUSED,DOCUMENTED,s\n',
      'text/es.jsonl': '{"id":"a","field":"title","text":"A","of":"00000000"}\n',
    });
    expect(lines).toHaveLength(1);
  });
});

describe('a policy', () => {
  const life = (...changes: string[]) =>
    check({
      'events.csv': events('a,A,2016-01', 'b,B,2017-02', 'c,C,2018-03'),
      'policies.csv': 'id,name\np,P\n',
      'policy-changes.csv': `policy,event,effect,statusAfter,effectiveFrom,sources\n${changes.map((row) => `${row},s\n`).join('')}`,
    });

  test('may be announced, ended before it applied, and made again', () => {
    expect(life('p,a,CREATES,ANNOUNCED,', 'p,b,ENDS,ENDED,', 'p,c,REINSTATES,IN_FORCE,')).toEqual([]);
  });

  test('may end in the month in which it began', () => {
    expect(life('p,b,CREATES,IN_FORCE,2017-02-20', 'p,c,ENDS,ENDED,2017-02')).toEqual([]);
  });

  test('may not end before the day on which it is in force', () => {
    expect(life('p,a,CREATES,IN_FORCE,2017-06', 'p,b,ENDS,,')).toHaveLength(1);
  });
});

describe('a ring of places', () => {
  test('is told once, however many lead into it', () => {
    const lines = check({
      'events.csv': events('a,A,2016'),
      'places.csv': 'id,name,within\nx,X,y\ny,Y,z\nz,Z,y\nw,W,x\n',
    });
    expect(lines).toEqual(['places.csv:3: within goes round in a ring: y → z → y.']);
  });
});

describe('what an article states', () => {
  const article = { 'sources.csv': `${source['sources.csv']}seed-002,https://example.org/seed,Seed,NEWS\n` };

  test('may stand for a claim about it and for a place in it', () => {
    const lines = check({
      ...article,
      'events.csv': 'id,title,edtf,sources,seedRows\na,A,2016,seed-002,A2-E01\nb,B,2017,seed-002,X06\n',
      'actors.csv': 'id,name\nx,X\n',
      'places.csv': 'id,name\nCA,Canada\n',
      'claims.csv': 'by,stance,about,text,date,sources\nx,ASSERTS,a,Says so.,2016,seed-002\n',
      'event-places.csv': 'event,place,role,sources\nb,CA,SITE,seed-002\n',
    });
    expect(lines).toEqual([]);
  });

  test('does not stand for what another article states', () => {
    const lines = check({
      ...article,
      'events.csv': 'id,title,edtf,sources,seedRows\na,A,2016,seed-002,A20-E01;A0-E01\n',
    });
    expect(lines).toHaveLength(1);
  });
});

describe('a translation', () => {
  test('may be of a scope, a place in an event, and a step of a story', () => {
    const lines = check({
      'events.csv': events('a,A,2016'),
      'places.csv': 'id,name\nCA,Canada\n',
      'policies.csv': 'id,name\np,P\n',
      'policy-changes.csv': 'policy,event,effect,scope,sources\np,a,CREATES,all,s\n',
      'event-places.csv': 'event,place,role,basis,sources\na,CA,SITE,here,s\n',
      'stories.jsonl': '{"id":"story","title":"T","steps":[{"event":"a","caption":"First"}]}\n',
      'text/es.csv':
        'id,field,text\na--p,scope,todos\na--CA,basis,aquí\nstory,caption:a,Primero\nstory,caption:b,Segundo\n',
    });
    expect(lines).toEqual(['text/es.csv:5: warning: translates "caption:b" of "story", which has no such text.']);
  });
});
