import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getIntrospectionQuery } from 'graphql';
import { formats } from '../../src/exports';
import { type Measured, serveMeasured } from '../support/measured';
import { endPrograms } from '../support/program';
import { leaks } from './refusal';
import { json, post, preflight, type Received, type Sent, send } from './send';

/** No request of 100 kB or less may hold up the others for longer, in milliseconds. */
const longestBlock = 50;

let server: Measured;
/** The same program over twenty diamonds in a row, through which a million ways lead, and 5,000 events in all. */
let diamonds: Measured;
const folder = mkdtempSync(join(tmpdir(), 'diamonds-'));

/** Most events that a timeline takes. */
const mostMoments = 5_000;

function writeDiamonds(count: number): void {
  const day = (step: number) => new Date(Date.UTC(2000, 0, 1 + step)).toISOString().slice(0, 10);
  const events = Array.from({ length: count + 1 }, (_, at) => [`j${at},Join ${at},${day(2 * at)}`]);
  const links: string[] = [];
  for (let at = 0; at < count; at++) {
    for (const side of ['a', 'b']) {
      events.push([`${side}${at},Side ${side}${at},${day(2 * at + 1)}`]);
      links.push(`j${at},${side}${at},CAUSED,CAUSAL,INFERRED`, `${side}${at},j${at + 1},CAUSED,CAUSAL,INFERRED`);
    }
  }
  for (let at = events.length; at < mostMoments; at++) events.push([`e${at},Event ${at},${day(4_000 + at)}`]);
  writeFileSync(join(folder, 'events.csv'), `id,title,edtf\n${events.join('\n')}\n`);
  writeFileSync(join(folder, 'links.csv'), `from,to,type,family,evidence\n${links.join('\n')}\n`);
}

beforeAll(async () => {
  writeDiamonds(20);
  diamonds = await serveMeasured({ CACHE_BYTES: '0' }, folder);
  // Remembering nothing, so that each request is worked out however often it is sent.
  server = await serveMeasured({ CACHE_BYTES: '0' });
  // The words of the graph are indexed a second after the start, in turns; after that nothing is left to be made ready.
  await ask('{ search(text: "border") { totalCount } events(first: 500) { nodes { id } } }');
});
afterAll(() => {
  // A server that was asked the worst still has nothing to complain of but what the requests below are meant to show.
  const complaints = server.err() + diamonds.err();
  endPrograms();
  rmSync(folder, { recursive: true });
  expect(complaints).toBe('');
});

const ask = (query: string, variables?: unknown) => post(server.url, { query, variables });
const times = (count: number, text: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => text(at)).join(' ');
const posted = (body: string | Buffer, headers: Sent['headers'] = json): Sent => ({ method: 'POST', headers, body });
const query = (text: string, variables?: unknown): Sent => posted(JSON.stringify({ query: text, variables }));
const byGet = (text: string, headers: Sent['headers'] = preflight): Sent => ({
  path: `/graphql?${new URLSearchParams({ query: text })}`,
  headers,
});

interface Attack {
  name: string;
  sent: () => Sent;
  status: number;
  /** The code of the first error; null where the whole answer is data. */
  code: string | null;
}

const attack = (name: string, sent: Sent | (() => Sent), status: number, code: string | null): Attack => ({
  name,
  sent: typeof sent === 'function' ? sent : () => sent,
  status,
  code,
});

const doubling = (levels: number, on: string, inner: string, leaf: string) =>
  `${times(levels, (at) => `fragment f${at} on ${on} { ${inner.replaceAll('%', `f${at + 1}`)} }`)}
   fragment f${levels} on ${on} { ${leaf} }`;
const nested = (levels: number): string =>
  levels === 0 ? 'id' : `followedBy(first: 2) { nodes { to { ${nested(levels - 1)} } } }`;
const event = 'ca-mexico-visa-lifted-2016';

/** What a document can be made of to cost a server more than its author. */
const documents: Attack[] = [
  attack(
    '10,000 aliases of a field',
    () => query(`{ ${times(10_000, (at) => `a${at}: dataset { id }`)} }`),
    413,
    'REQUEST_TOO_LARGE',
  ),
  attack(
    '3,000 aliases of a field',
    () => query(`{ ${times(3_000, (at) => `a${at}: dataset { id }`)} }`),
    400,
    'GRAPHQL_PARSE_FAILED',
  ),
  attack(
    '300 aliases of a field',
    () => query(`{ ${times(300, (at) => `a${at}: dataset { id }`)} }`),
    400,
    'QUERY_TOO_COMPLEX',
  ),
  attack(
    '50,000 repeats of a field',
    () => query(`{ dataset { ${times(50_000, () => 'id')} } }`),
    413,
    'REQUEST_TOO_LARGE',
  ),
  attack(
    '30,000 repeats of a field',
    () => query(`{ dataset { ${times(30_000, () => 'id')} } }`),
    400,
    'GRAPHQL_PARSE_FAILED',
  ),
  attack(
    '1,900 repeats of a field',
    () => query(`{ dataset { ${times(1_900, () => 'id')} } }`),
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ),
  attack(
    '200 repeats of a field with fields',
    () => query(`{ ${times(200, () => 'events { nodes { id title } }')} }`),
    400,
    'QUERY_TOO_COMPLEX',
  ),
  attack(
    '60 repeats of a field with fields',
    () => query(`{ ${times(60, () => 'events { nodes { id title } }')} }`),
    400,
    'QUERY_TOO_COMPLEX',
  ),
  attack(
    '5,000 unknown directives',
    () => query(`{ dataset { id ${times(5_000, () => '@aa')} } }`),
    400,
    'GRAPHQL_PARSE_FAILED',
  ),
  attack(
    '900 unknown directives',
    () => query(`{ dataset { id ${times(900, () => '@aa')} } }`),
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ),
  attack(
    '270 times @include',
    () => query(`{ dataset { id ${times(270, () => '@include(if: true)')} } }`),
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ),
  attack(
    'a fragment that contains itself',
    query('{ dataset { ...a } } fragment a on Dataset { ...b } fragment b on Dataset { ...a }'),
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ),
  attack(
    'fragments that double, 25 deep',
    () => query(`{ dataset { ...f0 } } ${doubling(25, 'Dataset', '...% ...%', 'id')}`),
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ),
  attack(
    'fragments that double, 150 deep',
    () => query(`{ dataset { ...f0 } } ${doubling(150, 'Dataset', '...% ...%', 'id')}`),
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ),
  attack(
    'fragments that double below fields',
    () =>
      query(
        `{ event(id: "x") { ...f0 } } ${doubling(6, 'Event', 'a: whatFollowed { start { ...% } } b: whatFollowed { start { ...% } }', 'id')}`,
      ),
    400,
    'QUERY_TOO_COMPLEX',
  ),
  attack(
    'fragments that double below the same field',
    () =>
      query(
        `{ event(id: "x") { ...f0 } } ${doubling(6, 'Event', 'whatFollowed { start { ...% } } whatLedTo { start { ...% } }', 'id')}`,
      ),
    200,
    null,
  ),
  attack(
    '300 fragments',
    () =>
      query(
        `{ dataset { ${times(300, (at) => `...f${at}`)} } } ${times(300, (at) => `fragment f${at} on Dataset { id }`)}`,
      ),
    400,
    'GRAPHQL_PARSE_FAILED',
  ),
  attack(
    '200 fragments that each other use',
    () =>
      query(
        `{ dataset { ...f0 } } ${times(200, (at) => `fragment f${at} on Dataset { id ${at < 199 ? `...f${at + 1}` : ''} }`)}`,
      ),
    200,
    null,
  ),
  attack('lists of two, 15 deep', () => query(`{ event(id: "${event}") { ${nested(5)} } }`), 400, 'DEPTH_LIMIT'),
  attack('lists of two, as deep as may be', () => query(`{ event(id: "${event}") { ${nested(4)} } }`), 200, null),
  attack('fields 3,000 deep', () => query(`${'{ a'.repeat(3_000)}${'}'.repeat(3_000)}`), 400, 'GRAPHQL_PARSE_FAILED'),
  attack('brackets 20,000 deep', () => query(`{ event(id: ${'['.repeat(20_000)}`), 400, 'GRAPHQL_PARSE_FAILED'),
  attack(
    'a value 900 deep',
    () => query(`{ event(id: ${'['.repeat(900)}${']'.repeat(900)}) { id } }`),
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ),
  attack(
    'variables 45,000 deep',
    () => posted(`{"query":"{ dataset { id } }","variables":{"v":${'['.repeat(45_000)}${']'.repeat(45_000)}}}`),
    400,
    'BAD_USER_INPUT',
  ),
  attack(
    'a name of operation 20,000 deep',
    () => posted(`{"query":"{ dataset { id } }","operationName":${'['.repeat(20_000)}${']'.repeat(20_000)}}`),
    400,
    'BAD_REQUEST',
  ),
  attack('first: 300000', query('{ events(first: 300000) { nodes { id } } }'), 400, 'QUERY_TOO_COMPLEX'),
  attack('first: 501', query('{ events(first: 501) { nodes { id } } }'), 200, 'BAD_USER_INPUT'),
  attack('first: -5', query('{ events(first: -5) { nodes { id } } }'), 200, 'BAD_USER_INPUT'),
  attack(
    'first: 99999999999',
    query('{ events(first: 99999999999) { nodes { id } } }'),
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ),
  attack(
    'first: 1e300 as a variable',
    query('query ($n: Int) { events(first: $n) { nodes { id } } }', { n: 1e300 }),
    400,
    'QUERY_TOO_COMPLEX',
  ),
  attack(
    'the schema in circles',
    query('{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }'),
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ),
  attack('the schema', () => query(getIntrospectionQuery()), 200, null),
  attack(
    'the schema twice',
    () => query(`{ one: __schema { ...All } two: __schema { ...All } } ${allOfSchema}`),
    400,
    'QUERY_TOO_COMPLEX',
  ),
  attack(
    'a type nine times',
    () => query(`{ ${times(9, (at) => `a${at}: __type(name: "Query") { ...FullType }`)} } ${typeOfSchema}`),
    200,
    null,
  ),
  attack(
    'a type ten times',
    () => query(`{ ${times(10, (at) => `a${at}: __type(name: "Query") { ...FullType }`)} } ${typeOfSchema}`),
    400,
    'QUERY_TOO_COMPLEX',
  ),
  attack(
    '1,900 unknown fields',
    () => query(`{ dataset { ${times(1_900, (at) => `a${at}`)} } }`),
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ),
  attack(
    '400 unknown types',
    () => query(`{ dataset { ${times(400, (at) => `... on A${at} { a }`)} } }`),
    400,
    'GRAPHQL_PARSE_FAILED',
  ),
  attack(
    '450 unused variables',
    () => query(`query (${times(450, (at) => `$a${at}: Int`)}) { dataset { id } }`),
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ),
  attack('a name of 90,000 letters', () => query(`{ ${'a'.repeat(90_000)} }`), 400, 'GRAPHQL_VALIDATION_FAILED'),
  attack('a text of 90,000 letters', () => query(`{ event(id: "${'a'.repeat(90_000)}") { id } }`), 200, null),
  attack(
    'a number of 90,000 digits',
    () => query(`{ events(first: ${'1'.repeat(90_000)}) { totalCount } }`),
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ),
  attack('a comment of 90,000 letters', () => query(`# ${'a'.repeat(90_000)}\n{ dataset { id } }`), 200, null),
  attack('30,000 comments', () => query(`${'#\n'.repeat(30_000)}{ dataset { id } }`), 200, null),
  attack('commas alone', () => query(`{ dataset { id ${','.repeat(90_000)} } }`), 200, null),
  attack('an open block string', () => query(`{ event(id: """${'\\"""'.repeat(10_000)}`), 400, 'GRAPHQL_PARSE_FAILED'),
  attack('a comment of 2 MB', () => query(`# ${'a'.repeat(2_000_000)}\n{ dataset { id } }`), 413, 'REQUEST_TOO_LARGE'),
  attack('a mutation', query('mutation { a }'), 400, 'GRAPHQL_VALIDATION_FAILED'),
  attack('a subscription', query('subscription { a }'), 400, 'GRAPHQL_VALIDATION_FAILED'),
];

const allOfSchema = getIntrospectionQuery()
  .replace(/^\s*query IntrospectionQuery \{\s*__schema/, 'fragment All on __Schema')
  .replace(/\}\s*(?=fragment FullType)/, '');
const typeOfSchema = getIntrospectionQuery().replace(/^[\s\S]*?(?=fragment FullType)/, '');

/** What a body, its head or its variables can be made of. */
const requests: Attack[] = [
  attack(
    '100,000 values of a variable',
    () => query('query ($i: [ID!]!) { nodes(ids: $i) { id } }', { i: Array(100_000).fill('x') }),
    413,
    'REQUEST_TOO_LARGE',
  ),
  attack(
    '20,000 values of a variable',
    () => query('query ($i: [ID!]!) { nodes(ids: $i) { id } }', { i: Array(20_000).fill('x') }),
    200,
    'BAD_USER_INPUT',
  ),
  attack(
    '24,000 wrong values of a variable',
    () => query('query ($i: [ID!]!) { nodes(ids: $i) { id } }', { i: Array(24_000).fill({}) }),
    400,
    'BAD_USER_INPUT',
  ),
  attack(
    '500 ids that nothing has',
    () =>
      query('query ($i: [ID!]!) { nodes(ids: $i) { id } }', { i: Array.from({ length: 500 }, (_, at) => `x${at}`) }),
    200,
    null,
  ),
  attack(
    '500 unknown ids in each of a filter',
    () =>
      query('query ($w: EventFilter) { events(where: $w) { totalCount } }', {
        w: Object.fromEntries(
          ['ids', 'places', 'actors', 'policies'].map((name) => [
            name,
            Array.from({ length: 500 }, (_, at) => `us-${at}-long-name-of-an-event`),
          ]),
        ),
      }),
    200,
    'BAD_USER_INPUT',
  ),
  attack(
    '30 long ids that nothing has',
    () =>
      query(
        `{ ${times(30, (at) => `a${at}: whatFollowed(event: "${'abcdefghij'.repeat(19)}${at}") { start { id } }`)} }`,
      ),
    200,
    'BAD_USER_INPUT',
  ),
  attack(
    '30 ids that are nearly right',
    () =>
      query(
        `{ ${times(30, (at) => `a${at}: whatFollowed(event: "ca-mexico-visa-lifted-20${at}x") { start { id } }`)} }`,
      ),
    200,
    'BAD_USER_INPUT',
  ),
  attack(
    'a text of 90,000 letters to search for',
    () => query('query ($t: String!) { search(text: $t) { totalCount } }', { t: 'asylum '.repeat(12_000) }),
    200,
    'BAD_USER_INPUT',
  ),
  attack(
    '4,000 keys that hash alike',
    () => posted(`{"query":"{ dataset { id } }","variables":{${colliding(4_000)}}}`),
    200,
    null,
  ),
  attack(
    '8,000 numbers as keys',
    () =>
      posted(
        `{"query":"{ dataset { id } }","variables":{${Array.from({ length: 8_000 }, (_, at) => `"${at}":1`).join(',')}}}`,
      ),
    200,
    null,
  ),
  attack(
    '__proto__ among the variables',
    posted('{"query":"{ dataset { id } }","variables":{"__proto__":{"x":1}}}'),
    400,
    'BAD_REQUEST',
  ),
  attack(
    'constructor among the variables',
    posted('{"query":"{ dataset { id } }","variables":{"constructor":{"prototype":{"x":1}}}}'),
    400,
    'BAD_REQUEST',
  ),
  attack('__proto__ as an id', query('{ node(id: "__proto__") { id } }'), 200, null),
  attack(
    'a lone surrogate as an id',
    query('query ($i: ID!) { node(id: $i) { id } }', { i: '\ud800' }),
    400,
    'BAD_USER_INPUT',
  ),
  attack(
    'NUL, a mark that turns text round, an emoji',
    query('query ($i: [ID!]!) { nodes(ids: $i) { id } }', { i: ['\0', '\u202e', '\u{1f600}'] }),
    200,
    null,
  ),
  attack(
    'a batch of a thousand',
    () => posted(JSON.stringify(Array(1_000).fill({ query: '{ dataset { id } }' }))),
    400,
    'BAD_REQUEST',
  ),
  attack('no JSON', posted('{"query":'), 400, 'BAD_REQUEST'),
  attack('JSON 45,000 deep', () => posted('['.repeat(45_000) + ']'.repeat(45_000)), 400, 'BAD_REQUEST'),
  attack(
    'another character set',
    posted('{}', { 'content-type': 'application/json; charset=utf-16' }),
    415,
    'UNSUPPORTED_MEDIA_TYPE',
  ),
  attack('query: 42', posted('{"query":42}'), 400, 'BAD_REQUEST'),
  attack('variables: "x"', posted('{"query":"{ dataset { id } }","variables":"x"}'), 400, 'BAD_REQUEST'),
  attack(
    'an unknown operation',
    posted('{"query":"{ dataset { id } }","operationName":"\\nX"}'),
    400,
    'OPERATION_RESOLUTION_FAILURE',
  ),
  attack(
    'text/plain',
    posted('{"query":"{ dataset { id } }"}', { 'content-type': 'text/plain' }),
    415,
    'UNSUPPORTED_MEDIA_TYPE',
  ),
  attack(
    'a form',
    posted('query={dataset{id}}', { 'content-type': 'application/x-www-form-urlencoded' }),
    415,
    'UNSUPPORTED_MEDIA_TYPE',
  ),
  attack('GET as a foreign page sends it', byGet('{ dataset { id } }', {}), 400, 'BAD_REQUEST'),
  attack('500 kB', () => posted(' '.repeat(500_000)), 413, 'REQUEST_TOO_LARGE'),
  attack(
    'a wrong hash of a kept query',
    posted(
      JSON.stringify({ query: '{ dataset { id } }', extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } } }),
    ),
    200,
    'PERSISTED_QUERY_NOT_SUPPORTED',
  ),
  attack('PUT', { method: 'PUT', headers: json, body: '{}' }, 405, 'METHOD_NOT_ALLOWED'),
  attack('a path out of the folder', { path: '/graphql/..%2f..%2fetc/passwd' }, 404, 'NOT_FOUND'),
  attack('a file out of the folder', { path: '/assets/..%2f..%2f..%2fpackage.json' }, 404, 'NOT_FOUND'),
];

/** Keys of one length that a simple hash gives the same value. */
const colliding = (count: number) =>
  Array.from({ length: count }, (_, at) => at.toString(2).padStart(13, '0').replaceAll('0', 'Aa').replaceAll('1', 'BB'))
    .map((key) => `"${key}":1`)
    .join(',')
    .slice(0, 99_000)
    .replace(/,[^,]*$/, '');

/** Dates that are none, or that another program would take for one. */
const dates: Attack[] = [
  '2018-02-30',
  '0000',
  '-0044-03',
  'Y20000',
  '2018-13',
  '２０１８',
  '2019-02-29',
  '10000',
  '2019/2018',
  '2018-01-01T00:00:00Z',
  '2018-1-1',
  '',
].map((date) =>
  attack(
    `the date "${date}"`,
    query('query ($d: DateBound) { events(where: { from: $d }) { totalCount } }', { d: date }),
    date === '0000' ? 200 : 400,
    date === '0000' ? null : 'BAD_USER_INPUT',
  ),
);

const words = ['asylum', 'border', 'claims', 'mexico', 'canada', 'states', 'agreement', 'minister'];
const scalars =
  'id title summary label kind verification languages recordedCauses date { edtf earliest latest precision uncertain approximate text }';

/** The largest answers that the limits let through. */
const costly: Attack[] = [
  attack('500 events with all their words', query(`{ events(first: 500) { nodes { ${scalars} } } }`), 200, null),
  attack(
    '20 lists of 500 events',
    () => query(`{ ${times(20, (at) => `a${at}: events(first: 500) { nodes { id title } }`)} }`),
    200,
    null,
  ),
  attack(
    '10 lists of 500 links in words',
    () => query(`{ ${times(10, (at) => `a${at}: links(first: 500) { nodes { id label basis } }`)} }`),
    200,
    null,
  ),
  attack(
    '500 events with five lists each',
    query(
      '{ events(first: 500) { nodes { id jurisdictions { id name } affects { id name } sources { id title } participations { role actor { id name } } policyChanges { effect policy { id name } } } } }',
    ),
    200,
    null,
  ),
  attack(
    '500 links with claims',
    query(
      '{ links(first: 500) { nodes { id label from { id title } to { id title } type evidence basis disputed claims(first: 10) { nodes { id text } } } } }',
    ),
    200,
    null,
  ),
  attack(
    '500 sources with what cites them',
    query('{ sources(first: 500) { nodes { id title citedBy(first: 20) { nodes { id label } } } } }'),
    200,
    null,
  ),
  attack(
    '500 actors with what they did and said',
    query(
      '{ actors(first: 500) { nodes { id name participations(first: 10) { nodes { role event { id title date { text } } } } claims(first: 5) { nodes { text } } } } }',
    ),
    200,
    null,
  ),
  attack(
    '500 numbers, nine times',
    () =>
      query(
        `{ ${times(9, (at) => `a${at}: observations(first: 500) { nodes { id value label metric { label unit } place { name } sources { title } } }`)} }`,
      ),
    200,
    null,
  ),
  attack(
    '500 chains in a list',
    query(
      '{ events(first: 500) { nodes { a: whatFollowed(depth: 40, maxEvents: 80) { truncated { by } } b: whatLedTo(depth: 40, maxEvents: 80) { truncated { by } } } } }',
    ),
    200,
    null,
  ),
  attack(
    '100 chains with their steps',
    query(
      '{ events(first: 100) { nodes { whatFollowed(depth: 10, maxEvents: 50) { steps { depth event { id title } } } } } }',
    ),
    200,
    null,
  ),
  attack(
    'the longest chain',
    query(
      `{ whatFollowed(event: "${event}", depth: 40, maxEvents: 2000) { steps { depth event { id title } via { id label } } links { id type label } loops { id } } }`,
    ),
    200,
    null,
  ),
  attack(
    '300 paths',
    query(
      `{ paths(from: "${event}", to: "ca-mexico-visa-reimposed-2024", depth: 40, first: 300) { total paths { events { id title } links { id label } inWords evidence disputed families } } }`,
    ),
    200,
    null,
  ),
  attack(
    'a timeline of 2,000 with links',
    query(
      '{ timeline(maxItems: 2000) { total links { id label type } items { ... on EventItem { event { id title } } } lanes { id label } } }',
    ),
    200,
    null,
  ),
  attack(
    'a timeline of clusters with facets',
    query(
      '{ timeline(maxItems: 20) { items { ... on ClusterItem { count kinds events(first: 10) { facets { of values { value label count } } } } } } }',
    ),
    200,
    null,
  ),
  attack(
    '28 times all facets',
    () => query(`{ ${times(28, (at) => `a${at}: events(first: 1) { facets { of values { value label count } } }`)} }`),
    200,
    null,
  ),
  attack(
    '28 times all policies on a day',
    () =>
      query(
        `{ ${times(28, (at) => `a${at}: policiesOn(date: "2020-06-${10 + (at % 20)}", statuses: [IN_FORCE, ENDED, SUSPENDED, UNKNOWN], first: 100) { nodes { policy { id name } status by { id } } }`)} }`,
      ),
    200,
    null,
  ),
  attack(
    '28 comparisons',
    () =>
      query(
        `{ ${times(28, (at) => `a${at}: beforeAndAfter(event: "ca-stca-protocol-effective-2023", metric: "asylum-claims-land-border", place: "CA", months: ${at + 6}) { comparable problems { code message } tryInstead { why } rivals { id title } }`)} }`,
      ),
    200,
    null,
  ),
  attack(
    '28 searches for eight words',
    () =>
      query(
        `{ ${times(28, (at) => `a${at}: search(text: "${words.join(' ')} ${at}", first: 50) { edges { snippet node { id } } }`)} }`,
      ),
    200,
    null,
  ),
  attack(
    '28 searches for small words',
    () =>
      query(
        `{ ${times(28, (at) => `a${at}: search(text: "the of and to in on a for by with from as is was ${at}", first: 1) { totalCount }`)} }`,
      ),
    200,
    null,
  ),
  attack(
    '500 hits with what stands around the words',
    query('{ search(text: "the", first: 500) { nodes { id label } edges { snippet matched } } }'),
    200,
    null,
  ),
  attack(
    '28 lists of events found by words',
    () =>
      query(
        `{ ${times(28, (at) => `a${at}: events(where: { text: "asylm clam bordr ${words[at % 8]}" }) { totalCount }`)} }`,
      ),
    200,
    null,
  ),
  attack(
    '20 glossaries',
    () => query(`{ ${times(20, (at) => `a${at}: glossary(first: 500) { nodes { term definition } }`)} }`),
    200,
    null,
  ),
  ...Object.keys(formats).map((format) =>
    attack(`all events as ${format}`, query(`{ export(of: { events: {} }, format: ${format}) { body } }`), 200, null),
  ),
  attack(
    'places in places in places',
    query('{ places(first: 100) { nodes { id places { id places { id places { id name } } } } } }'),
    200,
    null,
  ),
  attack(
    '30 unknown languages',
    () => query(`{ ${times(30, (at) => `a${at}: events(first: 100) { nodes { title(lang: "x${at}") } }`)} }`),
    200,
    'BAD_USER_INPUT',
  ),
];

/** Questions to which the ways are more than anybody could list, and the events as many as a timeline takes. */
const manyWays: Attack[] = [
  attack(
    'a timeline of 2,000 items of 5,000 events',
    query(
      '{ timeline(maxItems: 2000) { total items { ... on EventItem { event { id title } } ... on ClusterItem { count firstDay: from } } lanes { id label } } }',
    ),
    200,
    null,
  ),
  attack(
    'a timeline of 5,000 events in 20 items',
    query(
      '{ timeline(maxItems: 20) { total items { ... on ClusterItem { count events(first: 50) { nodes { id } } } } } }',
    ),
    200,
    null,
  ),
  attack(
    '28 timelines of 5,000 events',
    () => query(`{ ${times(28, (at) => `a${at}: timeline(maxItems: ${1_900 + at}, lanes: KIND) { total }`)} }`),
    200,
    null,
  ),
  attack(
    'the chain through twenty diamonds',
    query(
      '{ whatFollowed(event: "j0", depth: 40, maxEvents: 2000) { steps { depth } links { id } truncated { by } } }',
    ),
    200,
    null,
  ),
  attack(
    '500 of a million paths, in words',
    query(
      '{ paths(from: "j0", to: "j20", depth: 40, first: 500) { total totalIsExact paths { inWords evidence families } } }',
    ),
    200,
    null,
  ),
  attack(
    '500 of a million paths, with events and links',
    query(
      '{ paths(from: "j0", to: "j20", depth: 40, first: 500) { paths { events { id title } links { id type } } } }',
    ),
    200,
    null,
  ),
  attack(
    '29 times a million paths',
    () => query(`{ ${times(29, (at) => `a${at}: paths(from: "j0", to: "j20", depth: 40, first: 10) { total }`)} }`),
    200,
    null,
  ),
  attack(
    'paths in a chain in a list',
    query(
      '{ events(first: 500) { nodes { whatFollowed(depth: 40, maxEvents: 10) { paths(to: "j20", first: 10) { total } } } } }',
    ),
    200,
    null,
  ),
];

interface Row {
  name: string;
  status: number;
  code: string;
  block: number;
  bytes: number;
}

const rows: Row[] = [];
afterAll(() => {
  const line = ({ name, status, code, block, bytes }: Row) =>
    `${name.padEnd(50)} ${status}  ${code.padEnd(30)} ${block.toFixed(1).padStart(6)} ms ${bytes.toLocaleString('en-US').padStart(10)} bytes`;
  console.info(['attack, answer, longest block of the event loop, size of the answer', ...rows.map(line)].join('\n'));
});

describe.each<[string, Attack[]]>([
  ['a document', documents],
  ['a request', requests],
  ['a date', dates],
  ['a costly question', costly],
  ['a question with a million ways', manyWays],
])('%s', (_, attacks) => {
  it.each(attacks.map((one): [string, Attack] => [one.name, one]))('%s', async (name, { sent, status, code }) => {
    const asked = attacks === manyWays ? diamonds : server;
    const request = sent();
    const isSmall = Buffer.byteLength(request.body ?? '') <= 100_000;
    let received: Received | undefined;
    let block = Number.POSITIVE_INFINITY;
    for (let round = 0; round < 4 && (round === 0 || block > longestBlock); round++) {
      const seen = await asked.blockOf(async () => {
        received = await send(asked.url, request);
      });
      block = Math.min(block, seen);
    }
    const { text, headers, status: got } = received as Received;
    const { errors = [], data } = JSON.parse(text);
    const codes = errors.map(({ extensions }: { extensions: { code: string } }) => extensions.code);
    rows.push({ name, status: got, code: codes[0] ?? 'data', block, bytes: Buffer.byteLength(text) });
    expect({ status: got, code: codes[0] ?? null }).toEqual({ status, code });
    expect(headers['content-type']).toMatch(/^application\/json; charset=utf-8$/);
    // A page that was asked for as a file is no leak.
    if (!name.endsWith('as HTML')) expect(text).not.toMatch(leaks);
    expect(codes.filter((one: string) => one === 'INTERNAL_SERVER_ERROR')).toEqual([]);
    if (status !== 200) expect({ data, size: text.length < 5_000 }).toEqual({ data: undefined, size: true });
    if (isSmall) expect(block).toBeLessThan(longestBlock);
  });
});
