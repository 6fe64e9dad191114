import { getIntrospectionQuery } from 'graphql';
import { defaultLimits } from '../../src/config';
import { readSamples } from '../../src/server/samples';
import { tinyStory } from '../support/datasets';
import { type RunningServer, startServer } from '../support/server';
import { expectRefusal, refusalOf } from './refusal';
import { post } from './send';

let server: RunningServer;
beforeAll(async () => {
  server = await startServer(tinyStory);
});
afterAll(() => server.close());
// What is too large is the caller's fault: none of it may look like one of ours.
afterEach(() => expect(server.log).toEqual([]));

const ask = (query: string, variables?: Record<string, unknown>) => post(server.url, { query, variables });
const times = (count: number, text: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => text(at)).join(' ');

describe('the number of tokens', () => {
  // Braces and names: `{ dataset { id … id } }` has five tokens beside the inner names.
  const ofTokens = (tokens: number) => `{ dataset { ${times(tokens - 5, (at) => `a${at}`)} } }`;

  it('is bounded, and the refusal says by what', async () => {
    const over = await ask(ofTokens(defaultLimits.tokens + 1));
    expect(expectRefusal(over, 400, 'GRAPHQL_PARSE_FAILED')).toMatch(/more that 2000 tokens/);
  });

  it('may be the limit itself', async () => {
    // It is read to its end, where nothing but its fields is wrong.
    expect(refusalOf(await ask(ofTokens(defaultLimits.tokens)))[0]?.message).toMatch(/Cannot query field "a0"/);
  });

  it.each([
    ['aliases', `{ ${times(1_000, (at) => `a${at}: dataset { id }`)} }`],
    ['directives', `{ dataset { id ${times(2_500, () => '@include(if: true)')} } }`],
    ['values of an object', `{ events(where: ${'{a:'.repeat(5_000)}`],
    ['fragments', times(700, (at) => `fragment f${at} on Event { id }`)],
  ])('bounds %s', async (_, document) => {
    expect(expectRefusal(await ask(document), 400, 'GRAPHQL_PARSE_FAILED')).toMatch(/2000 tokens/);
  });
});

describe('the depth of fields', () => {
  const { depth: limit } = defaultLimits;
  // A chain and its start make two levels, and begin again.
  const below = (levels: number): string =>
    levels === 1 ? 'id' : levels === 2 ? 'date { text }' : `whatFollowed { start { ${below(levels - 2)} } }`;
  const ofDepth = (depth: number) => `{ event(id: "street-closed") { ${below(depth - 1)} } }`;

  it('may be the limit itself', async () => {
    const { status, text } = await ask(ofDepth(limit));
    expect({ status, errors: JSON.parse(text).errors }).toEqual({ status: 200, errors: undefined });
  });

  it('is bounded, and the refusal says how deep and by what', async () => {
    const over = await ask(ofDepth(limit + 1));
    expect(expectRefusal(over, 400, 'DEPTH_LIMIT')).toBe(
      `This query nests fields ${limit + 1} deep; the limit is ${limit}. Ask in two queries.`,
    );
    expect(refusalOf(over)[0]?.extensions).toEqual({ code: 'DEPTH_LIMIT', depth: limit + 1, limit });
  });

  it('is counted through fragments', async () => {
    const throughFragments = (count: number, inner: string) =>
      `{ event(id: "street-closed") { ...f0 } }
      ${times(count, (at) => `fragment f${at} on Event { whatFollowed { start { ...f${at + 1} } } }`)}
      fragment f${count} on Event { ${inner} }`;
    expect(JSON.parse((await ask(throughFragments(6, 'id'))).text).errors).toBeUndefined();
    const over = await ask(throughFragments(6, 'date { text }'));
    expect(expectRefusal(over, 400, 'DEPTH_LIMIT')).toMatch(/15 deep; the limit is 14/);
  });

  it('is counted through fragments in place, which are no depth themselves', async () => {
    const inPlace = (inner: string) =>
      `{ event(id: "street-closed") { ${'... on Event { '.repeat(20)} ${inner} ${'} '.repeat(20)} } }`;
    expect(JSON.parse((await ask(inPlace(below(limit - 1)))).text).errors).toBeUndefined();
    expectRefusal(await ask(inPlace(below(limit))), 400, 'DEPTH_LIMIT');
  });

  it('is that of the deepest of several operations', async () => {
    const query = `query Flat { dataset { id } } query Deep ${ofDepth(limit + 1)}`;
    expectRefusal(await post(server.url, { query, operationName: 'Flat' }), 400, 'DEPTH_LIMIT');
  });

  it.each([
    ['contains itself', '{ event(id: "x") { ...a } } fragment a on Event { ...a }'],
    [
      'contains itself by way of another',
      '{ event(id: "x") { ...a } } fragment a on Event { ...b } fragment b on Event { ...a }',
    ],
    [
      'contains itself below fields',
      `{ event(id: "x") { ...a } } fragment a on Event { whatFollowed { start { ...a } } }`,
    ],
  ])('comes to an end where a fragment %s', async (_, document) => {
    expect(expectRefusal(await ask(document), 400, 'GRAPHQL_VALIDATION_FAILED')).toMatch(/within itself/);
  });
});

describe('brackets', () => {
  it.each(['[', '{a:', '{a', '(', '@a(', '!'])(
    'are refused in words when 20,000 of "%s" are nested',
    async (bracket) => {
      for (const document of [`{ event(id: ${bracket.repeat(20_000)}`, bracket.repeat(20_000)]) {
        expect(expectRefusal(await ask(document), 400, 'GRAPHQL_PARSE_FAILED')).toMatch(/^Syntax Error: /);
      }
    },
  );

  it('are refused in words where they nest too deeply and close again', async () => {
    const value = `${'['.repeat(900)}${']'.repeat(900)}`;
    const type = `${'['.repeat(900)}ID${']'.repeat(900)}`;
    expectRefusal(await ask(`{ event(id: ${value}) { id } }`), 400, 'GRAPHQL_VALIDATION_FAILED');
    expectRefusal(await ask(`query ($id: ${type}) { event(id: $id) { id } }`), 400, 'GRAPHQL_VALIDATION_FAILED');
  });
});

describe('the number of errors', () => {
  it('is bounded for a document', async () => {
    const errors = refusalOf(await ask(`{ dataset { ${times(900, (at) => `a${at}`)} } }`));
    expect(errors).toHaveLength(11);
    expect(errors.at(-1)?.message).toBe('Too many validation errors, error limit reached. Validation aborted.');
  });

  it('is bounded for variables', async () => {
    const received = await ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
      ids: Array.from({ length: 5_000 }, () => ({})),
    });
    const errors = refusalOf(received);
    expect(received.status).toBe(400);
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(Array(11).fill('BAD_USER_INPUT'));
    expect(errors.at(-1)?.message).toBe(
      'Too many errors processing variables, error limit reached. Execution aborted.',
    );
  });
});

describe('the work that a short document can make', () => {
  it('is bounded where fragments double', async () => {
    const document = `{ dataset { ...f0 } }
      ${times(24, (at) => `fragment f${at} on Dataset { ...f${at + 1} ...f${at + 1} }`)}
      fragment f24 on Dataset { id }`;
    expect(expectRefusal(await ask(document), 400, 'GRAPHQL_VALIDATION_FAILED')).toBe(
      'This document asks for more than 10,000 fields when its fragments are written out.',
    );
  });

  it('is bounded where fields repeat', async () => {
    const received = await ask(`{ dataset { ${times(1_900, () => 'id')} } }`);
    expect(expectRefusal(received, 400, 'GRAPHQL_VALIDATION_FAILED')).toBe(
      'This document repeats fields or fragments too often to be checked.',
    );
  });

  it.each([
    ['{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }', /introspection/i],
    ['{ __type(name: "Event") { fields { type { fields { type { fields { name } } } } } } }', /introspection/i],
  ])('is bounded where the schema is asked for in circles: %s', async (document, words) => {
    expect(expectRefusal(await ask(document), 400, 'GRAPHQL_VALIDATION_FAILED')).toMatch(words);
  });
});

describe('what must pass', () => {
  it('is the query by which tools read the schema, with all it may ask for', async () => {
    const query = getIntrospectionQuery({
      descriptions: true,
      specifiedByUrl: true,
      directiveIsRepeatable: true,
      schemaDescription: true,
      inputValueDeprecation: true,
      oneOf: true,
    });
    const { status, text } = await ask(query);
    const { data, errors } = JSON.parse(text);
    expect({ status, errors }).toEqual({ status: 200, errors: undefined });
    expect(data.__schema.types.length).toBeGreaterThan(30);
  });

  it.each(readSamples().map(({ name, query }) => [name, query]))('is the sample %s', async (_, query) => {
    const { status, text } = await ask(query ?? '');
    // The small data set has not what the samples name; what it says of that is no refusal of the document.
    const codes = (JSON.parse(text).errors ?? []).map(
      ({ extensions }: { extensions: { code: string } }) => extensions.code,
    );
    expect(status).toBe(200);
    expect(codes.filter((code: string) => code !== 'BAD_USER_INPUT')).toEqual([]);
  });
});

describe('numbers of things', () => {
  const refusalOfValue = async (query: string) => {
    const { status, text } = await ask(query);
    const { errors } = JSON.parse(text);
    expect(status).toBe(200);
    expect(errors).toHaveLength(1);
    expect(errors[0].extensions.code).toBe('BAD_USER_INPUT');
    return errors[0].message as string;
  };

  it.each([
    ['events(first: 501) { totalCount }', '"first" is a whole number from 0 to 500, but got: 501.'],
    ['events(first: -1) { totalCount }', '"first" is a whole number from 0 to 500, but got: -1.'],
    ['claims(last: 2147483647) { totalCount }', '"last" is a whole number from 0 to 500, but got: 2147483647.'],
    [
      'whatFollowed(event: "cars-counted", depth: 41) { start { id } }',
      '"depth" is a whole number from 0 to 40, but got: 41.',
    ],
    [
      'whatLedTo(event: "cars-counted", depth: -1) { start { id } }',
      '"depth" is a whole number from 0 to 40, but got: -1.',
    ],
    [
      'whatFollowed(event: "cars-counted", maxEvents: 2001) { start { id } }',
      '"maxEvents" is a whole number from 1 to 2,000, but got: 2001.',
    ],
    [
      'paths(from: "cars-counted", to: "street-closed", depth: 0) { total }',
      '"depth" is a whole number from 1 to 40, but got: 0.',
    ],
    [
      'paths(from: "cars-counted", to: "street-closed", first: 501) { total }',
      '"first" is a whole number from 1 to 500, but got: 501.',
    ],
  ])('are bounded by words that name the bound: %s', async (field, words) => {
    expect(await refusalOfValue(`{ ${field} }`)).toBe(words);
  });

  it('are whole numbers of 32 bits', async () => {
    const message = expectRefusal(
      await ask('{ events(first: 99999999999) { totalCount } }'),
      400,
      'GRAPHQL_VALIDATION_FAILED',
    );
    expect(message).toMatch(/32-bit/);
  });
});
