import { EngineError } from '../../src/engine/engine';
import { formatWords } from '../../src/server/export';
import { tinyStory } from '../support/datasets';
import { type RunningServer, startServer } from '../support/server';

describe('GET /export/<format>', () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startServer(tinyStory);
  });
  afterAll(() => server.close());

  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${server.url}/export/${path}`, { headers });
  const refused = async (path: string) => {
    const response = await get(path);
    const { errors } = (await response.json()) as {
      errors: { message: string; extensions: Record<string, unknown> }[];
    };
    return { status: response.status, message: errors[0]?.message, ...errors[0]?.extensions };
  };

  test.each(formatWords.map((word) => [word]))('gives %s as a file with a safe name', async (word) => {
    const response = await get(`${word}?story=story-market-street`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="story-market-street\.[a-z.]+"$/,
    );
    expect(response.headers.get('etag')).toMatch(/^W\/"[\w-]{20,}"$/);
    expect(Array.isArray(JSON.parse(response.headers.get('x-losses') ?? ''))).toBe(true);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(100);
  });

  test('gives the very body that GraphQL gives', async () => {
    const chain =
      '{chain: {event: "street-closed", direction: BACKWARD, depth: 2, where: {families: [CAUSAL, LEGAL]}}}';
    const answer = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: `{ export(of: ${chain}, format: MARKDOWN, lang: "fr") { body } }` }),
    });
    const { data } = (await answer.json()) as { data: { export: { body: string } } };
    const asked = 'markdown?event=street-closed&direction=BACKWARD&depth=2&families=CAUSAL,LEGAL&lang=fr';
    expect(await (await get(asked)).text()).toBe(data.export.body);
    expect(await (await get(asked.replace('CAUSAL,LEGAL', 'CAUSAL&families=LEGAL'))).text()).toBe(data.export.body);
  });

  test('takes the fields of a filter of events, and all events without one', async () => {
    const calendar = async (params: string) =>
      ((await (await get(`icalendar${params}`)).text()).match(/^BEGIN:VEVENT/gm) ?? []).length;
    expect(await calendar('')).toBe(14);
    expect(await calendar('?kinds=PROTEST')).toBe(2);
    expect(await calendar('?from=2019-10&until=2019-10&dateMatch=CERTAIN')).toBe(3);
    expect(await calendar('?ids=bus-starts,cars-counted')).toBe(2);
    expect(await calendar('?ids=')).toBe(0);
  });

  test('is not sent again to who has it', async () => {
    const tag = (await get('html?story=story-market-street')).headers.get('etag') ?? '';
    const again = await get('html?story=story-market-street', { 'if-none-match': tag });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  test('refuses what it does not know, by name and with the nearest', async () => {
    expect(await refused('ical')).toMatchObject({
      status: 400,
      code: 'BAD_USER_INPUT',
      message: 'There is no format "ical". Did you mean "icalendar"?',
      nearest: ['icalendar'],
    });
    expect(await refused('html?plases=alder')).toMatchObject({ status: 400, argument: 'plases', nearest: ['places'] });
    expect(await refused('html?story=story-market-stret')).toMatchObject({
      status: 400,
      argument: 'of.story',
      nearest: ['story-market-street'],
    });
    expect(await refused('html?story=story-market-street&kinds=PROTEST')).toMatchObject({
      status: 400,
      argument: 'kinds',
    });
    expect(await refused('html?kinds=PROTESTS')).toMatchObject({
      status: 400,
      message: expect.stringMatching(/^There is an invalid value "PROTESTS" at "of\.events\.kinds\[0\]".*"PROTEST"/),
    });
    expect(await refused('html?event=street-closed&depth=many')).toMatchObject({
      status: 400,
      message: expect.stringContaining('of.chain.depth'),
    });
    expect(await refused('html?event=street-closed&depth=41')).toMatchObject({
      status: 400,
      argument: 'depth',
      most: 40,
    });
    expect(await refused('html?lang=pt')).toMatchObject({ status: 400, argument: 'lang' });
    expect(await refused('html?__proto__=1')).toMatchObject({ status: 400 });
    expect(await refused('__proto__')).toMatchObject({ status: 400 });
  });

  test('is refused by the limits of GraphQL', async () => {
    const narrow = await startServer(tinyStory, { MAX_COST: '1000' });
    const response = await fetch(`${narrow.url}/export/markdown`);
    const { errors } = (await response.json()) as { errors: { message: string; extensions: { code: string } }[] };
    await narrow.close();
    expect([response.status, errors[0]?.extensions.code]).toEqual([400, 'QUERY_TOO_COMPLEX']);
  });

  test('says so where the database is away', async () => {
    const away = await startServer(tinyStory, {}, (engine) => ({
      ...engine,
      version: async () => {
        throw new EngineError('test', 'version', 'DATABASE_UNAVAILABLE', null, 2_000);
      },
    }));
    const response = await fetch(`${away.url}/export/markdown`);
    await away.close();
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '2']);
  });
});
