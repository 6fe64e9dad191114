import { defaultLimits, readConfig } from '../src/config';

describe('the settings', () => {
  it('are the documented ones where the environment says nothing', () => {
    const { limits, maxConnections, cacheBytes } = readConfig({});
    expect(limits).toEqual(defaultLimits);
    expect({ maxConnections, cacheBytes }).toEqual({ maxConnections: 2_000, cacheBytes: 32_000_000 });
  });

  it.each([
    ['MAX_BODY_BYTES', 'bodyBytes'],
    ['MAX_TOKENS', 'tokens'],
    ['MAX_DEPTH', 'depth'],
    ['MAX_ROOT_FIELDS', 'rootFields'],
    ['MAX_ALIASES', 'aliases'],
    ['MAX_COST', 'cost'],
    ['DEADLINE_MS', 'deadlineMs'],
  ])('%s moves one limit and leaves the others', (setting, limit) => {
    expect(readConfig({ [setting]: '1234' }).limits).toEqual({ ...defaultLimits, [limit]: 1234 });
    expect(readConfig({ [setting]: '' }).limits).toEqual(defaultLimits);
  });

  it.each(['0', '-1', '1.5', '1e6', ' 5', '0x10', 'many', '1'.repeat(10)])(
    'quote what is no number of things: "%s"',
    (text) => {
      const words = `MAX_COST is a whole number from 1, but got: "${text}"`;
      expect(() => readConfig({ MAX_COST: text })).toThrow(words);
    },
  );

  it('CACHE_BYTES may be 0, which keeps nothing', () => {
    expect(readConfig({ CACHE_BYTES: '0' }).cacheBytes).toBe(0);
    expect(() => readConfig({ CACHE_BYTES: '-1' })).toThrow('CACHE_BYTES is a whole number from 0, but got: "-1"');
  });

  it.each([
    ['', ['*']],
    ['none', []],
    ['https://school.example, http://localhost:8080', ['https://school.example', 'http://localhost:8080']],
  ])('EMBED_ORIGINS may be "%s"', (text, origins) => {
    expect(readConfig({ EMBED_ORIGINS: text }).embedOrigins).toEqual(origins);
  });

  it.each(['school.example', "https://a.example; script-src 'unsafe-inline'", '*, self'])(
    'EMBED_ORIGINS may not be "%s"',
    (text) => {
      expect(() => readConfig({ EMBED_ORIGINS: text })).toThrow(/^EMBED_ORIGINS is "none", "\*" or origins such as/);
    },
  );

  it.each(['', '0', '65535'])('PORT may be "%s"', (text) => {
    const port = text === '' ? undefined : text;
    expect(readConfig({ PORT: port }).port).toBe(Number(port ?? 4000));
  });

  it.each(['65536', '-1', '80a'])('PORT may not be "%s"', (text) => {
    expect(() => readConfig({ PORT: text })).toThrow(`PORT is a whole number from 0 to 65535, but got: "${text}"`);
  });
});
