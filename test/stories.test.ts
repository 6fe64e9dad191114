import { createHash } from 'node:crypto';
import type { Engine } from '../src/engine/engine';
import { folderOf } from './dataset/folders';
import { ask } from './support/ask';
import { openWith } from './support/datasets';
import { ENGINES } from './support/engines';

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 8);

const change = (version: string, date: string) => ({ version, date, note: `To ${version}.`, changedIds: ['a'] });

/** Two stories in words that are partly translated, and words of its own that the data set does not explain. */
const files = {
  'dataset.json': JSON.stringify({
    version: '1.10',
    changes: [change('1.9', '2026-03-01'), change('1.8', '2026-01-01'), change('1.10', '2026-03-01')],
    vocabulary: { PLACE_ROLE: [{ word: 'SITE', label: 'Where', label_fr: 'Où' }, { word: 'ORIGIN' }] },
  }),
  'events.csv': 'id,title,edtf\na,A,2016\nb,B,2017\nc,C,2018\nd,D,2019\n',
  'links.csv': 'from,to,type,evidence\na,b,CAUSED,ASSERTED\na,d,CAUSED,ASSERTED\nb,d,CAUSED,ASSERTED\n',
  'places.csv': 'id,name\nx,X\n',
  'event-places.csv': 'event,place,role\na,x,SITE\nb,x,SITE\n',
  'policies.csv': 'id,name,kind\np,P,LOCAL_RULE\nq,Q,LOCAL_RULE\nr,R,\n',
  'stories.csv':
    'id,title,steps\nzebra,Zebra,a:First;b:Second;c:Third:true;d\napple,Apple,a;b:Marked in spite of its link:true\n',
  'glossary.csv': 'id,term,definition\none,Élan,Goes first.\ntwo,moose,Goes second.\nthree,zoo,Stays behind.\n',
  'text/fr.csv': [
    'id,field,text,of',
    `zebra,caption:a,Premier,${hashOf('First')}`,
    `zebra,caption:b,Vieux,${hashOf('Second, before it was changed')}`,
    `two,term,orignal,${hashOf('moose')}`,
    `two,definition,Vient avant.,${hashOf('Goes second.')}`,
    `three,term,animaux,${hashOf('zoo')}`,
    `one,definition,Vient après.,${hashOf('Goes first.')}\n`,
  ].join('\n'),
};

for (const testEngine of ENGINES) {
  describe(`on ${testEngine.name}`, () => {
    let engine: Engine;
    beforeAll(async () => {
      engine = await openWith(testEngine, folderOf(files));
    });
    afterAll(() => engine.close());

    const answer = async (query: string) => {
      const { data, errors } = await ask(engine, query);
      expect(errors).toBeUndefined();
      return data;
    };

    test('stories stand by title, and say no more of a step than there is', async () => {
      const { stories } = await answer(
        '{ stories { id question summary contentNotes steps { caption(lang: "fr") context via { from { id } } } } }',
      );
      const via = (...ids: string[]) => ids.map((id) => ({ from: { id } }));
      expect(stories).toEqual([
        {
          id: 'apple',
          question: null,
          summary: '',
          contentNotes: [],
          steps: [
            { caption: '', context: false, via: [] },
            { caption: 'Marked in spite of its link', context: false, via: via('a') },
          ],
        },
        {
          id: 'zebra',
          question: null,
          summary: '',
          contentNotes: [],
          steps: [
            { caption: 'Premier', context: false, via: [] },
            { caption: 'Second', context: false, via: via('a') },
            { caption: 'Third', context: true, via: [] },
            { caption: '', context: false, via: via('a', 'b') },
          ],
        },
      ]);
    });

    test('an event is in the stories that tell it, and links are those among the steps', async () => {
      const data = await answer(
        '{ a: event(id: "a") { stories { id } } c: event(id: "c") { stories { id } } story(id: "apple") { links { id } } }',
      );
      expect(data).toEqual({
        a: { stories: [{ id: 'apple' }, { id: 'zebra' }] },
        c: { stories: [{ id: 'zebra' }] },
        story: { links: [{ id: 'a--caused--b' }] },
      });
    });

    test('a term is in one language whole, and stands where that language has it', async () => {
      const { glossary, fr } = await answer(
        '{ glossary { nodes { term lang } } fr: glossary(lang: "fr-CA") { nodes { term definition lang } } }',
      );
      expect(glossary.nodes.map(({ term }: { term: string }) => term)).toEqual(['Élan', 'moose', 'zoo']);
      expect(fr.nodes).toEqual([
        { term: 'Élan', definition: 'Goes first.', lang: 'en' },
        { term: 'orignal', definition: 'Vient avant.', lang: 'fr' },
        { term: 'zoo', definition: 'Stays behind.', lang: 'en' },
      ]);
    });

    test('words that the data set does not explain stand after those that it does', async () => {
      const { dataset } = await answer(
        `{ dataset {
          kinds: vocabulary(of: POLICY_KIND) { word label description count }
          roles: vocabulary(of: PLACE_ROLE) { word label(lang: "fr") description count }
        } }`,
      );
      expect(dataset.kinds).toEqual([
        { word: 'LOCAL_RULE', label: 'Local rule', description: '', count: 2 },
        { word: 'OTHER', label: 'Other', description: '', count: 1 },
      ]);
      expect(dataset.roles).toEqual([
        { word: 'SITE', label: 'Où', description: '', count: 2 },
        { word: 'ORIGIN', label: 'Origin', description: '', count: 0 },
      ]);
    });

    test.each([
      ['', ['1.8', '1.9', '1.10']],
      ['(since: "1.8")', ['1.9', '1.10']],
      ['(since: "1.10")', []],
    ])('changes%s are told, the oldest first', async (since, versions) => {
      const { dataset } = await answer(`{ dataset { changes${since} { version } } }`);
      expect(dataset.changes.map(({ version }: { version: string }) => version)).toEqual(versions);
    });

    test('an edition that there never was is an error', async () => {
      const { errors } = await ask(engine, '{ dataset { changes(since: "2.0.0") { note } } }');
      expect(errors?.[0]?.message).toBe('The data set had no version "2.0.0". The one served is "1.10".');
    });
  });
}

test('the edition of a data set without a list of changes has nothing after it', async () => {
  const engine = await openWith(
    ENGINES[0] as (typeof ENGINES)[number],
    folderOf({ 'events.csv': 'title,date\nA,2016\n' }),
  );
  const { data } = await ask(engine, '{ dataset { version changes { note } } }');
  const since = await ask(engine, `{ dataset { changes(since: "${data.dataset.version}") { note } } }`);
  expect([data.dataset.changes, since.data.dataset.changes]).toEqual([[], []]);
  await engine.close();
});
