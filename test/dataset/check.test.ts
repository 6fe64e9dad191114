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
      'events.csv': events('a,A,2016-01', 'a2,A2,2016-06', 'b,B,2017-02', 'c,C,2018-03'),
      'claims.csv': 'by,stance,about,text,edtf,sources\ns,DEMANDS,p,Wants it.,2017,s\n',
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

  test.each<[string, string[]]>([
    ['be brought back where nobody says who made it', ['p,a,REINSTATES,IN_FORCE,']],
    [
      'be in force in the month in which it is created',
      ['p,a,REINSTATES,IN_FORCE,', 'p,b,CREATES,IN_FORCE,2016-01-20'],
    ],
    ['reach back to days before it was passed', ['p,a,IMPLEMENTS,IN_FORCE,', 'p,b,CREATES,IN_FORCE,2015']],
    ['end in part', ['p,a,CREATES,IN_FORCE,', 'p,b,ENDS,PARTLY_IN_FORCE,']],
    [
      'be the object of an end that comes to nothing',
      ['p,a,CREATES,IN_FORCE,', 'p,b,ENDS,,', 'p,c,SUSPENDS,SUSPENDED,'],
    ],
    [
      'stand as before after a plan or a call',
      ['p,a,CREATES,IN_FORCE,', 'p,b,PROPOSES,IN_FORCE,', 'p,c,CALLS_FOR,IN_FORCE,'],
    ],
    [
      'be blocked before its second start',
      ['p,a,CREATES,IN_FORCE,', 'p,a2,ENDS,ENDED,', 'p,b,REINSTATES,IN_FORCE,2018-06', 'p,c,BLOCKS,BLOCKED,'],
    ],
    ['be extended after it had run out', ['p,a,CREATES,IN_FORCE,', 'p,a2,ENDS,ENDED,', 'p,c,AMENDS,IN_FORCE,']],
    [
      'be suspended in the year in which it ends',
      ['p,a,CREATES,IN_FORCE,', 'p,b,ENDS,ENDED,2018', 'p,c,SUSPENDS,SUSPENDED,2018'],
    ],
    [
      'be changed twice on a day whose order is told by the dates of the events',
      ['p,a,CREATES,IN_FORCE,2018', 'p,c,SUSPENDS,SUSPENDED,2018'],
    ],
  ])('may %s', (_, changes) => {
    expect(life(...changes)).toEqual([]);
  });

  test.each<[string, string[]]>([
    ['be in force before the year in which it is created', ['p,a,IMPLEMENTS,IN_FORCE,', 'p,b,CREATES,ANNOUNCED,']],
    ['be created a second time', ['p,a,CREATES,IN_FORCE,', 'p,b,CREATES,,']],
    ['be changed by a call', ['p,a,CREATES,IN_FORCE,', 'p,b,CALLS_FOR,ENDED,']],
    ['be in force by a plan', ['p,a,PROPOSES,IN_FORCE,']],
    ['be blocked after its end', ['p,a,CREATES,IN_FORCE,', 'p,b,ENDS,ENDED,', 'p,c,BLOCKS,BLOCKED,']],
  ])('may not %s', (_, changes) => {
    expect(life(...changes)).toHaveLength(1);
  });

  test('may not be put to work after the end that was set from the start', () => {
    const lines = check({
      'events.csv': events('a,A,2016-01', 'b,B,2017-02'),
      'policies.csv': 'id,name\np,P\n',
      'policy-changes.csv':
        'policy,event,effect,statusAfter,effectiveUntil,sources\np,a,CREATES,IN_FORCE,2016-12-31,s\np,b,IMPLEMENTS,IN_FORCE,,s\n',
    });
    expect(lines).toEqual([
      expect.stringMatching(/^policy-changes\.csv:3: "p" is IN_FORCE \(2017-02\), but it had ended/),
    ]);
  });

  test('is judged by the plain meaning of the effects where the data set names no status', () => {
    expect(life('p,a,CREATES,,', 'p,b,ENDS,,', 'p,c,IMPLEMENTS,,')).toHaveLength(1);
    expect(life('p,a,CREATES,,', 'p,b,ENDS,,', 'p,c,REINSTATES,,')).toEqual([]);
  });
});

describe('an observation', () => {
  const observed = (...rows: string[]) =>
    check({
      'events.csv': events('a,A,2016-05-10', 'b,B,2016-05'),
      'metrics.csv': 'id,label,unit,kind\nf,Claims,claims,FLOW\nt,Cases,cases,STOCK\n',
      'observations.csv': `metric,period,value,role,events,preferred,sources\n${rows.map((row) => `${row},s\n`).join('')}`,
    });

  test.each([
    ['2023-04', '2023-04-01/2023-04-30'],
    ['2023', '2023-01/2023-12'],
    ['2023-04', '2023-04~'],
  ])('of %s is of the same period as one of %s', (one, other) => {
    expect(observed(`f,${one},1,,,yes`, `f,${other},2,,,`)).toEqual([]);
    expect(observed(`f,${one},1,,,`, `f,${other},2,,,`)).toHaveLength(1);
    expect(observed(`f,${one},1,,,yes`, `f,${other},2,,,yes`)).toHaveLength(1);
  });

  test('of another period needs no preference', () => {
    expect(observed('f,2023-04,1,,,', 'f,2023-04-01/2023-04-29,2,,,')).toEqual([]);
  });

  test('may end before its event, which it is a baseline of, or not, of which it is an outcome', () => {
    expect(observed('f,2016-04,1,BASELINE,a;b,', 'f,2016-05,1,OUTCOME,a;b,', 'f,2015/2016,1,OUTCOME,a,')).toEqual([]);
    expect(observed('f,2016-05,1,BASELINE,b,', 'f,2016-04,1,OUTCOME,b,')).toHaveLength(2);
  });

  test('of a stock is of a day, however sure', () => {
    expect(observed('t,2016-05-10,1,,,', 't,2016-06-10~,1,,,', 'f,2016,1,,,')).toEqual([]);
    expect(observed('t,2016-05,1,,,')).toHaveLength(1);
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
