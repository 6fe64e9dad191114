import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { buildASTSchema, parse, validate } from 'graphql';
import { packageRoot } from '../../src/config';
import { readSchema } from '../../src/server/graphql';
import { tinyStory } from '../support/datasets';
import { type RunningServer, startServer } from '../support/server';
import { expectRefusal, refusalOf } from './refusal';
import { json, post, preflight, type Received, type Sent, send } from './send';

let server: RunningServer;
beforeAll(async () => {
  server = await startServer(tinyStory);
});
afterAll(() => server.close());
// What is refused is the caller's fault: none of it may look like one of ours.
afterEach(() => expect(server.log).toEqual([]));

const ask = (sent: Sent) => send(server.url, sent);
const asBrowser = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };
const query = '{ dataset { id } }';
const answer = { data: { dataset: { id: 'tiny-story' } } };
const get = (parameters: Record<string, string>, headers: Sent['headers'] = preflight) =>
  ask({ path: `/graphql?${new URLSearchParams(parameters)}`, headers });

describe('POST and GET /graphql', () => {
  it('answers a query by POST', async () => {
    const { status, headers, text } = await post(server.url, { query });
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    expect(JSON.parse(text)).toEqual(answer);
  });

  it('answers by GET to a caller that no foreign page can be', async () => {
    const { status, headers, text } = await get({
      query: 'query One($id: ID!) { event(id: $id) { id } } query Two { dataset { id } }',
      variables: '{"id":"street-closed"}',
      operationName: 'Two',
    });
    expect({ status, vary: headers.vary }).toEqual({ status: 200, vary: 'accept' });
    expect(JSON.parse(text)).toEqual(answer);
  });

  it.each(['application/json', 'application/graphql-response+json'])(
    'answers in the type asked for: %s',
    async (accept) => {
      const { headers, text } = await post(server.url, { query }, { accept });
      expect(headers['content-type']).toBe(`${accept}; charset=utf-8`);
      expect(JSON.parse(text)).toEqual(answer);
    },
  );

  it.each([
    ['with a slash at the end', { path: '/graphql/' }],
    ['with a type that names its encoding', { headers: { 'content-type': 'application/json; charset="UTF-8"' } }],
    ['compressed', { headers: { ...json, 'content-encoding': 'gzip' }, body: gzipSync(JSON.stringify({ query })) }],
    ['of exactly 100,000 bytes', { body: JSON.stringify({ query }).padEnd(100_000) }],
  ])('reads a body %s', async (_, sent: Sent) => {
    const { text } = await ask({ method: 'POST', headers: json, body: JSON.stringify({ query }), ...sent });
    expect(JSON.parse(text)).toEqual(answer);
  });

  it('says which methods it knows', async () => {
    const { status, headers } = await ask({ method: 'OPTIONS' });
    expect({ status, allow: headers.allow }).toEqual({ status: 204, allow: 'GET, HEAD, POST, OPTIONS' });
  });
});

describe('a browser', () => {
  it.each(['/graphql', '/graphql/', `/graphql?${new URLSearchParams({ query })}`, '/graphql/plain'])(
    'gets a page at %s, with a policy that lets nothing leave',
    async (path) => {
      const { status, headers, text } = await ask({ path, headers: asBrowser });
      expect(status).toBe(200);
      expect(headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' });
      expect(headers.vary).toMatch(/^accept\b/);
      expect(text).toMatch(/^<!doctype html>/);
      expect(String(headers['content-security-policy']).split(';').sort()).toEqual([
        "base-uri 'none'",
        "default-src 'self'",
        "font-src 'self' data:",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "img-src 'self' data:",
        "object-src 'none'",
        "style-src 'self' 'unsafe-inline'",
        "worker-src 'self' blob:",
      ]);
      // The policy has no 'unsafe-inline' for scripts, so each must come from a file of ours.
      const scripts = [...text.matchAll(/<script\b([^>]*)>/g)].map(([, attributes]) => attributes);
      expect(scripts.length).toBeGreaterThan(0);
      for (const attributes of scripts) expect(attributes).toMatch(/ src="\/assets\//);
    },
  );

  it('learns by HEAD what GET would give it', async () => {
    const { status, headers, text } = await ask({ method: 'HEAD', headers: asBrowser });
    expect({ status, type: headers['content-type'], text }).toEqual({
      status: 200,
      type: 'text/html; charset=utf-8',
      text: '',
    });
  });

  it('is shown the page at /, whatever host it names', async () => {
    const { status, headers, text } = await ask({ path: '/', headers: { ...asBrowser, host: 'evil.example' } });
    expect({ status, type: headers['content-type'] }).toEqual({ status: 200, type: 'text/html; charset=utf-8' });
    expect(text).not.toContain('evil.example');
  });

  it.each([
    [undefined, '*'],
    ['https://school.example, https://*.museum.example:8443', 'https://school.example https://*.museum.example:8443'],
    ['none', "'none'"],
  ])('may be shown /embed in a frame, and nothing else, where EMBED_ORIGINS is %s', async (setting, ancestors) => {
    const framed = await startServer(tinyStory, setting === undefined ? {} : { EMBED_ORIGINS: setting });
    const ancestorsOf = async (path: string) => {
      const { headers } = await send(framed.url, { path, headers: asBrowser });
      const said = /frame-ancestors ([^;]*)/.exec(String(headers['content-security-policy']))?.[1];
      return { said, older: headers['x-frame-options'] };
    };
    expect(await ancestorsOf('/embed')).toEqual({
      said: ancestors,
      older: setting === 'none' ? 'SAMEORIGIN' : undefined,
    });
    for (const path of ['/', '/graphql']) {
      expect(await ancestorsOf(path)).toEqual({ said: "'none'", older: 'SAMEORIGIN' });
    }
    await framed.close();
  });

  it('keeps the files of the pages for a year', async () => {
    for (const path of ['/', '/graphql', '/graphql/plain']) {
      const { text } = await ask({ path, headers: asBrowser });
      const files = [...text.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, file]) => file);
      expect(files.length).toBeGreaterThan(0);
      for (const file of files) {
        const { status, headers } = await ask({ path: file });
        expect({ file, status, cache: headers['cache-control'] }).toEqual({
          file,
          status: 200,
          cache: 'public, max-age=31536000, immutable',
        });
      }
    }
  });

  it.each([
    ['gzip', gunzipSync],
    ['br', brotliDecompressSync],
  ])('gets files and answers compressed by %s', async (encoding, decompress) => {
    const folder = join(packageRoot, 'dist', 'page', 'assets');
    const file = readdirSync(folder).find((name) => name.endsWith('.css')) ?? '';
    const { headers, bytes } = await ask({ path: `/assets/${file}`, headers: { 'accept-encoding': encoding } });
    expect({ encoding: headers['content-encoding'], vary: headers.vary }).toEqual({
      encoding,
      vary: 'accept-encoding',
    });
    expect(decompress(bytes)).toEqual(readFileSync(join(folder, file)));

    const long = await get(
      { query: '{ events { nodes { id title summary label } } }' },
      { ...preflight, 'accept-encoding': encoding },
    );
    expect({ encoding: long.headers['content-encoding'], vary: long.headers.vary }).toEqual({
      encoding,
      vary: 'accept, accept-encoding',
    });
    expect(JSON.parse(decompress(long.bytes).toString()).data.events.nodes.length).toBeGreaterThan(0);
  });

  it('is offered samples that are files of test/queries and that this schema knows', async () => {
    const { status, text } = await ask({ path: '/playground/samples.json' });
    expect(status).toBe(200);
    const samples: { name: string; title: string; query: string }[] = JSON.parse(text);
    expect(samples.length).toBeGreaterThan(10);
    const schema = buildASTSchema(readSchema());
    for (const sample of samples) {
      const file = readFileSync(join(packageRoot, 'test', 'queries', `${sample.name}.graphql`), 'utf8');
      // The one to open with asks about an event of this data set.
      if (sample !== samples[0]) expect(file.replace(/^# sample: .*\n/m, '')).toBe(sample.query);
      expect({ name: sample.name, errors: validate(schema, parse(sample.query)) }).toEqual({
        name: sample.name,
        errors: [],
      });
    }
  });
});

describe('the state of the server', () => {
  it('/healthz says that the process answers', async () => {
    const { status, text } = await ask({ path: '/healthz' });
    expect({ status, text }).toEqual({ status: 200, text: '{"status":"ok"}' });
  });

  it('/readyz says what is served', async () => {
    const { status, text } = await ask({ path: '/readyz' });
    expect(status).toBe(200);
    expect(JSON.parse(text)).toEqual({
      status: 'ready',
      dataset: 'tiny-story',
      version: expect.any(String),
      engine: 'grafeo',
    });
  });
});

describe('a request that cannot be read', () => {
  const posted = (body: string | Buffer, type: string | null = 'application/json', more = {}) =>
    ask({ method: 'POST', headers: { ...(type === null ? {} : { 'content-type': type }), ...more }, body });

  it.each([
    ['empty', ''],
    ['half', '{"query":'],
    ['GraphQL', '{ dataset { id } }'],
    ['JavaScript', "{'query': '{dataset{id}}'}"],
    ['followed by more', '{"query": "{dataset{id}}"} x'],
    ['nested without an end', '['.repeat(40_000)],
  ])('is refused where the body is no JSON: %s', async (_, body) => {
    expect(expectRefusal(await posted(body), 400, 'BAD_REQUEST')).toMatch(/no JSON/);
  });

  it.each(['{"query":"{dataset{id}}","variables":{"__proto__":{"x":1}}}', '{"__proto__":{"query":"{dataset{id}}"}}'])(
    'is refused where a key would reach a prototype: %s',
    async (body) => {
      expectRefusal(await posted(body), 400, 'BAD_REQUEST');
      expect(Object.keys(Object.prototype)).toEqual([]);
    },
  );

  it.each([
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/plain',
    'text/plain;charset=utf-8',
    'application/graphql',
    'application/json; charset=latin1',
    'application/json; charset=utf-16',
    'application/jsonp',
    'nonsense',
  ])('is refused where its type is %s', async (type) => {
    const message = expectRefusal(await posted(JSON.stringify({ query }), type), 415, 'UNSUPPORTED_MEDIA_TYPE');
    expect(message).toBe('Send the query as application/json in UTF-8.');
  });

  it('is refused where its compression is unknown or broken', async () => {
    expectRefusal(await posted('x', 'application/json', { 'content-encoding': 'x' }), 415, 'UNSUPPORTED_MEDIA_TYPE');
    expectRefusal(await posted('x', 'application/json', { 'content-encoding': 'gzip' }), 400, 'BAD_REQUEST');
  });

  it.each([
    ['a byte longer than 100,000', JSON.stringify({ query }).padEnd(100_001), {}],
    ['small but large once it is decompressed', gzipSync(Buffer.alloc(5_000_000, ' ')), { 'content-encoding': 'gzip' }],
  ])('is refused where it is %s', async (_, body: string | Buffer, headers) => {
    const message = expectRefusal(await posted(body, 'application/json', headers), 413, 'REQUEST_TOO_LARGE');
    expect(message).toBe('The body is larger than 100,000 bytes, the most that this server reads.');
  });

  it.each([
    ['query: 42', { query: 42 }],
    ['no query', {}],
    ['an empty query', { query: '' }],
    ['null', null],
    ['a string', 'x'],
    ['variables: "x"', { query, variables: 'x' }],
    ['variables: [1]', { query, variables: [1] }],
    ['operationName: 4', { query, operationName: 4 }],
    ['extensions: "x"', { query, extensions: 'x' }],
    ['a batch', [{ query }, { query }]],
    ['a batch of a thousand', Array.from({ length: 1_000 }, () => ({ query }))],
  ])('is refused where the body is %s', async (_, body) => {
    expectRefusal(await post(server.url, body), 400, 'BAD_REQUEST');
  });

  it.each([
    ['a syntax error', '{', 'GRAPHQL_PARSE_FAILED', 'Syntax Error: Expected Name, found <EOF>.'],
    ['an unknown field', '{ evnts }', 'GRAPHQL_VALIDATION_FAILED', /Did you mean "events"/],
    ['a mutation', 'mutation { a }', 'GRAPHQL_VALIDATION_FAILED', 'This server answers queries; it has no mutations.'],
    ['a subscription', 'subscription { a }', 'GRAPHQL_VALIDATION_FAILED', /it has no subscriptions/],
    [
      'two queries and no name',
      'query A { dataset { id } } query B { dataset { id } }',
      'OPERATION_RESOLUTION_FAILURE',
      /name/,
    ],
  ])('is refused in words for %s', async (_, document, code, words) => {
    expect(expectRefusal(await post(server.url, { query: document }), 400, code)).toMatch(words);
  });

  it('is refused where it names an unknown operation', async () => {
    const received = await post(server.url, { query, operationName: 'No' });
    expect(expectRefusal(received, 400, 'OPERATION_RESOLUTION_FAILURE')).toBe('Unknown operation named "No".');
  });

  it('is refused where it names a query kept from before', async () => {
    const extensions = { persistedQuery: { version: 1, sha256Hash: '0'.repeat(64) } };
    expectRefusal(await post(server.url, { extensions }), 200, 'PERSISTED_QUERY_NOT_SUPPORTED');
  });

  it.each([
    ['unread variables', { query, variables: '{' }],
    ['no query', {}],
    ['a mutation', { query: 'mutation { a }' }],
  ])('is refused by GET with %s', async (_, parameters: Record<string, string>) => {
    const received = await get(parameters);
    expectRefusal(
      received,
      400,
      parameters.query?.startsWith('mutation') ? 'GRAPHQL_VALIDATION_FAILED' : 'BAD_REQUEST',
    );
  });

  it('is refused by GET with two queries', async () => {
    expectRefusal(await ask({ path: '/graphql?query=a&query=b', headers: preflight }), 400, 'BAD_REQUEST');
  });

  it.each([
    ['GET without a header of its own', { path: `/graphql?${new URLSearchParams({ query })}` }],
    ['GET of an image', { path: `/graphql?${new URLSearchParams({ query })}`, headers: { accept: 'image/*' } }],
    ['POST of nothing', { method: 'POST' }],
  ])('is refused where a foreign page could have made it: %s', async (_, sent: Sent) => {
    expect(expectRefusal(await ask(sent), 400, 'BAD_REQUEST')).toMatch(/Cross-Site Request Forgery/);
  });

  it.each(['[', 'a b', '%'])('is refused where it names the host "%s"', async (host) => {
    const sent = { method: 'POST', headers: { ...json, host }, body: JSON.stringify({ query }) };
    expect(expectRefusal(await ask(sent), 400, 'BAD_REQUEST')).toBe('The header "host" names no host.');
  });
});

describe('an address or a method that nothing answers', () => {
  it.each(['PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND'])(
    'is told the methods of /graphql after %s',
    async (method) => {
      const received = await ask({ method });
      expect(expectRefusal(received, 405, 'METHOD_NOT_ALLOWED')).toBe('GraphQL is asked by POST, or by GET.');
      expect(received.headers.allow).toBe('GET, HEAD, POST, OPTIONS');
    },
  );

  it('is told of the method, not of the body', async () => {
    const received = await ask({ method: 'PUT', headers: json, body: '{' });
    expectRefusal(received, 405, 'METHOD_NOT_ALLOWED');
  });

  it.each([
    ['GET', '/nothing/here?query=x', {}],
    ['GET', '/nothing', asBrowser],
    ['POST', '/nothing', json],
    ['POST', '/', json],
    ['POST', '/healthz', json],
    ['DELETE', '/readyz', {}],
    ['OPTIONS', '/nothing', {}],
    ['GET', '/<script>alert(1)</script>', asBrowser],
  ])('is not found: %s %s', async (method, path, headers) => {
    const body = headers === json ? '{' : undefined;
    const message = expectRefusal(await ask({ method, path, headers, body }), 404, 'NOT_FOUND');
    expect(message).toBe(`Nothing answers ${method} ${path.split('?')[0]}. Ask GraphQL at /graphql.`);
  });

  it('is told in few words, however long the address is', async () => {
    const received = await ask({ path: `/${'x'.repeat(10_000)}` });
    expect(expectRefusal(received, 404, 'NOT_FOUND').length).toBeLessThan(300);
  });

  it.each([
    '/graphql/..%2f',
    '/graphql/..%2fpackage.json',
    '/graphql/../package.json',
    '/graphql%00',
    '//graphql',
    '/assets',
    '/assets/',
    '/assets/nothing.js',
    '/assets/../../package.json',
    '/assets/..%2f..%2fpackage.json',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/assets/..%5c..%5cpackage.json',
    '/assets/....//....//package.json',
    '/assets//etc/passwd',
    '/assets/%2fetc%2fpasswd',
    '/assets/%00',
    '/assets/.%00./package.json',
    '/playground/../package.json',
    '/playground/index.html',
  ])('leads out of no folder: %s', async (path) => {
    expectRefusal(await ask({ path }), 404, 'NOT_FOUND');
  });

  it.each(['/%', '/assets/%', '/assets/%zz', '/assets/%c0%ae%c0%ae/package.json', '/graphql/%'])(
    'is no address: %s',
    async (path) => {
      expect(expectRefusal(await ask({ path }), 400, 'BAD_REQUEST')).toBe('The request could not be read.');
    },
  );
});

describe('a page of another origin', () => {
  const origin = 'https://classroom.example';
  const preflightOf = (from: string): Sent => ({
    method: 'OPTIONS',
    headers: {
      origin: from,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type',
    },
  });

  it('may not ask by default', async () => {
    for (const sent of [preflightOf(origin), { headers: { origin, ...preflight } }]) {
      const { headers } = await ask(sent);
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });

  describe('where origins are configured', () => {
    let open: RunningServer;
    beforeAll(async () => {
      open = await startServer(tinyStory, { CORS_ORIGINS: `${origin}, https://other.example` });
    });
    afterAll(() => open.close());

    it('may ask from one of them', async () => {
      const before = await send(open.url, preflightOf(origin));
      expect(before.status).toBe(204);
      expect(before.headers).toMatchObject({
        'access-control-allow-origin': origin,
        'access-control-allow-headers': 'content-type',
      });
      const { headers, text } = await post(open.url, { query }, { origin });
      expect(headers).toMatchObject({ 'access-control-allow-origin': origin, vary: 'Origin' });
      expect(headers['access-control-allow-credentials']).toBeUndefined();
      expect(JSON.parse(text)).toEqual(answer);
      const byGet = await send(open.url, { headers: { ...asBrowser, origin } });
      expect(byGet.headers.vary).toMatch(/^Origin, accept\b/);
    });

    it.each(['https://evil.example', `${origin}.evil.example`, 'null', 'http://classroom.example'])(
      'may not ask from %s',
      async (other) => {
        const { headers } = await send(open.url, preflightOf(other));
        expect(headers['access-control-allow-origin']).toBeUndefined();
      },
    );
  });
});

test('no answer says what serves it or repeats a header, but for the id of the request', async () => {
  const marks = {
    'x-request-id': 'kept-1',
    'x-correlation-id': 'mark-1',
    'request-id': 'mark-2',
    referer: 'https://mark-3.example',
    cookie: 'mark=4',
  };
  const { headers, text } = await post(server.url, { query }, { ...marks, host: 'mark-5.example' });
  expect(JSON.stringify(headers) + text).not.toMatch(/mark/);
  expect(headers['x-request-id']).toBe('kept-1');
  expect(headers['x-powered-by']).toBeUndefined();
  expect(headers.server).toBeUndefined();
  expect(headers['x-content-type-options']).toBe('nosniff');
});

test('a leak in a refusal is found', async () => {
  const received = await ask({ path: '/nothing' });
  const saying = (message: string): Received => ({
    ...received,
    text: JSON.stringify({ errors: [{ message, extensions: { code: 'NOT_FOUND' } }] }),
  });
  expect(refusalOf(saying('Nothing is here'))).toHaveLength(1);
  for (const leak of [join(packageRoot, 'src'), 'at /a/b.js:1:2', '<html>', 'in node_modules']) {
    expect(() => refusalOf(saying(leak))).toThrow();
  }
});
