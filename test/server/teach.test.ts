import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { html } from '../../src/server/html';
import { lessonArguments } from '../../src/server/teach';
import { tinyStory } from '../support/datasets';
import { type RunningServer, startServer } from '../support/server';
import { temporaryFolder } from '../support/temporary';

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const get = async (path: string) => {
  const response = await fetch(server.url + path);
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
};

const visa = 'story=story-mexican-visa&withContentNotes=VIOLENCE';

describe('/teach', () => {
  it('explains the six activities, says why no pupil is asked for a story, and begins with the Mexican visa', async () => {
    const { status, type, text } = await get('/teach');
    expect([status, type]).toEqual([200, 'text/html; charset=utf-8']);
    expect(text.match(/<dt>/g)).toHaveLength(6);
    expect(text).toContain('No sheet asks pupils for their own or their family’s story');
    const [first] = /<a href="\/teach\/[^"]*">[^<]*<\/a>/.exec(text) ?? [];
    expect(first).toBe(
      '<a href="/teach/weighing?story=story-mexican-visa&amp;lang=en&amp;withContentNotes=VIOLENCE">Weigh the claims: Did lifting the Mexican visa cause the rise in claims?</a>',
    );
  });

  it('begins with the story that is asked for, and refuses one that there is not', async () => {
    const { text } = await get('/teach?story=story-cbp-one&lang=es');
    const [, first] = /<a href="\/teach\/[a-z-]*\?story=([a-z-]*)&/.exec(text) ?? [];
    expect(first).toBe('story-cbp-one');
    expect(text).toContain('<input type="hidden" name="story" value="story-cbp-one">');
    const refused = await get('/teach?story=story-cpb-one');
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('Did you mean &quot;story-cbp-one&quot;');
    expect((await get('/teach?stroy=x')).text).toContain('Did you mean &quot;story&quot;?');
  });

  it('names what each pack speaks of before it is opened, and leads back to the page', async () => {
    const { text } = await get('/teach?lang=fr-CA');
    expect(text).toContain('<html lang="fr">');
    expect(text).toContain('Avec des faits sur ces sujets\u00a0: violence');
    expect(text).toContain('<a href="/?lang=fr">Vers les récits');
  });

  it('links only to packs that there are', async () => {
    const { text } = await get('/teach?lang=es');
    const links = [...text.matchAll(/<a href="(\/teach\/[^"]*)"/g)].map(([, path = '']) =>
      path.replaceAll('&amp;', '&'),
    );
    expect(links.length).toBeGreaterThan(30);
    const some = links.filter((_, at) => at % 6 === 0);
    const statuses = await Promise.all(some.map(async (path) => (await get(path)).status));
    expect(statuses).toEqual(some.map(() => 200));
  });

  it('offers packs about events where a data set has no stories, and none that cannot be made', async () => {
    const folder = temporaryFolder('no-stories');
    const file = (name: string, lines: string[]) => writeFileSync(join(folder, name), `${lines.join('\n')}\n`);
    file('events.csv', ['id,title,date', ...['bridge', 'strike', 'queue'].map((id, at) => `${id},The ${id},200${at}`)]);
    const offered = async () => {
      const own = await startServer(folder);
      const text = await (await fetch(`${own.url}/teach`)).text();
      const links = [...text.matchAll(/<a href="(\/teach\/[^"]*)"/g)].map(([, path = '']) =>
        path.replaceAll('&amp;', '&'),
      );
      const statuses = await Promise.all(links.map(async (path) => (await fetch(own.url + path)).status));
      await own.close();
      expect(statuses).toEqual(links.map(() => 200));
      return links;
    };
    expect(await offered()).toEqual(['/teach/sequence?events=bridge%2Cqueue%2Cstrike&lang=en']);
    file('links.csv', ['from,to,type,evidence', 'bridge,queue,CAUSED,INFERRED', 'strike,queue,CAUSED,INFERRED']);
    expect(await offered()).toEqual([
      '/teach/sequence?events=bridge%2Cqueue%2Cstrike&lang=en',
      '/teach/iceberg?event=queue&lang=en',
      '/teach/without-it?event=bridge&lang=en',
    ]);
  });

  it('refuses a language that there is not, with those that there are', async () => {
    const { status, text } = await get('/teach?lang=de');
    expect(status).toBe(400);
    expect(text).toContain('There is no text in the language &quot;de&quot;. There is: en, es, fr.');
  });
});

describe('/teach/<activity>', () => {
  it('is one page that loads nothing: sheet, cards, key, plan and rubric, each on paper of its own', async () => {
    const { status, text } = await get(`/teach/weighing?${visa}&seed=3`);
    expect(status).toBe(200);
    expect([...text.matchAll(/<section class="part[^"]*" aria-labelledby="(\w+)"/g)].map(([, id]) => id)).toEqual([
      'sheet',
      'cards',
      'key',
      'plan',
    ]);
    expect(text).not.toMatch(/<script|<link(?! rel="icon" href="data:,")|<img|@import|url\(|src=/);
    const [sheet = ''] = text.split('aria-labelledby="cards"');
    expect(sheet).not.toContain('This speaks for the link');
    expect(text).toContain('Sheet 3.');
  });

  it('keeps the choice when another language or number is asked for', async () => {
    const { text } = await get(`/teach/weighing?${visa}&seed=3`);
    expect(text).toContain('<input type="hidden" name="story" value="story-mexican-visa">');
    expect(text).toContain('<input type="hidden" name="withContentNotes" value="VIOLENCE">');
    expect(text).toContain('name="seed" type="number" step="1" value="3"');
  });

  it.each([
    ['/teach/wieghing?story=x', 'There is no activity &quot;WIEGHING&quot;. Did you mean &quot;WEIGHING&quot;?'],
    ['/teach/weighing', 'A lesson is made from one of story, event, link, events, but got: none.'],
    ['/teach/weighing?story=a&event=b', 'but got: story and event.'],
    ['/teach/weighing?story=story-mexican-vias', 'Did you mean &quot;story-mexican-visa&quot;?'],
    ['/teach/weighing?story=story-tps-courts', 'This fits: {chain: {event: '],
    ['/teach/weighing?story=a&sede=2', 'There is no parameter &quot;sede&quot;. Did you mean &quot;seed&quot;?'],
    ['/teach/weighing?story=a&seed=1.5', '&quot;seed&quot; is a whole number'],
    ['/teach/weighing?story=a&withContentNotes=VIOLENCES', 'Did you mean &quot;VIOLENCE&quot;'],
    ['/teach/diamond?story=story-mexican-visa&cards=5', '&quot;cards&quot; is 4 or 9 for DIAMOND, but got: 5.'],
    ['/teach/weighing?event=ca-mexican-claims-record-2023', 'withContentNotes: [VIOLENCE]'],
  ])('%s is refused with what is wrong', async (path, words) => {
    const { status, type, text } = await get(path);
    expect([status, type]).toEqual([400, 'text/html; charset=utf-8']);
    expect(text).toContain(words);
  });

  it('shows what a caller wrote only as text', async () => {
    const { text } = await get(`/teach/weighing?story=${encodeURIComponent('<script>alert(1)</script>')}`);
    expect(text).toContain('&lt;script&gt;');
    expect(text).not.toContain('<script>');
  });
});

test('another data set has lessons, too', async () => {
  const tiny = await startServer(tinyStory);
  try {
    const index = await (await fetch(`${tiny.url}/teach`)).text();
    const [, path = ''] = /<a href="(\/teach\/[^"]*)"/.exec(index) ?? [];
    expect((await fetch(tiny.url + path.replaceAll('&amp;', '&'))).status).toBe(200);
  } finally {
    await tiny.close();
  }
});

test('an address says all that the field takes', () => {
  expect(
    lessonArguments('without-it', {
      event: 'a',
      direction: 'backward',
      depth: '2',
      cards: '4',
      lang: 'es',
      withContentNotes: 'death, violence',
    }),
  ).toEqual({
    activity: 'WITHOUT_IT',
    of: { chain: { event: 'a', direction: 'BACKWARD', depth: 2 } },
    cards: 4,
    seed: 1,
    lang: 'es',
    withContentNotes: ['DEATH', 'VIOLENCE'],
  });
  expect(lessonArguments('SEQUENCE', { events: 'a,b' }).of).toEqual({ events: ['a', 'b'] });
});

test('texts in HTML are escaped, HTML in HTML is not, and nothing is nothing', () => {
  const bold = html`<b>${'a & b'}</b>`;
  expect(html`<p title="${'"x"'}">${bold}${null}${[bold, '<']}${3}</p>`.html).toBe(
    '<p title="&quot;x&quot;"><b>a &amp; b</b><b>a &amp; b</b>&lt;3</p>',
  );
});
