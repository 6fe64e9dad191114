import fc from 'fast-check';
import { buildASTSchema, buildSchema, type GraphQLSchema, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { defaultLimits } from '../../src/config';
import { type Price, priceOf } from '../../src/server/cost';
import { readSchema } from '../../src/server/graphql';
import { readSamples } from '../../src/server/samples';

const page = 3;

function price(
  schema: GraphQLSchema,
  query: string,
  variables: Record<string, unknown> = {},
  pageLength = page,
): Price {
  const { definitions } = parse(query);
  const operation = definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION) as OperationDefinitionNode;
  const fragments = Object.fromEntries(
    definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])),
  );
  return priceOf(operation, { schema, fragments, variables, page: pageLength });
}

const small = buildSchema(`
  type Query { item(id: ID): Item  items(first: Int, last: Int): Items  all: [Item!]!  these(ids: [ID!]!): [Item]!  walk(maxEvents: Int! = 4): Walk }
  type Items { nodes: [Item!]!  edges: [Edge!]!  total: Int }
  type Edge { node: Item!  cursor: String }
  type Walk { start: Item!  steps: [Item!]! }
  type Item { id: ID!  tags: [String!]!  parts: [Item!]!  more(first: Int): Items! }
`);

/** Lists that no argument bounds count as so many. */
const plain = 5;

/** A field as it is asked for, and how it is written down. */
interface Asked {
  name: string;
  alias: boolean;
  /** The number that an argument says, where the field takes one. */
  count: number | null;
  /** Straight in the selection, in a fragment in place, or in one of its own. */
  written: 'plain' | 'inline' | 'fragment';
  inner: Asked[];
}

type TypeName = 'Query' | 'Items' | 'Edge' | 'Walk' | 'Item';

/** Of each field: what it leads to, whether that is a list, and whether an argument says how long the lists below are. */
const fields: Record<TypeName, Record<string, { to: TypeName | null; list?: true; counts?: string }>> = {
  Query: {
    item: { to: 'Item' },
    items: { to: 'Items', counts: 'first' },
    all: { to: 'Item', list: true },
    these: { to: 'Item', list: true, counts: 'ids' },
    walk: { to: 'Walk', counts: 'maxEvents' },
  },
  Items: { nodes: { to: 'Item', list: true }, edges: { to: 'Edge', list: true }, total: { to: null } },
  Edge: { node: { to: 'Item' }, cursor: { to: null } },
  Walk: { start: { to: 'Item' }, steps: { to: 'Item', list: true } },
  Item: {
    id: { to: null },
    tags: { to: null },
    parts: { to: 'Item', list: true },
    more: { to: 'Items', counts: 'first' },
  },
};

const selection = (type: TypeName, depth: number): fc.Arbitrary<Asked[]> => {
  const usable = Object.entries(fields[type]).filter(([, { to }]) => to === null || depth > 0);
  const one = fc.constantFrom(...usable).chain(([name, { to, counts }]) =>
    fc.record({
      name: fc.constant(name),
      alias: fc.boolean(),
      count: counts ? fc.option(fc.nat(4), { nil: counts === 'ids' ? 2 : null }) : fc.constant(null),
      written: fc.constantFrom('plain' as const, 'inline' as const, 'fragment' as const),
      inner: to === null ? fc.constant<Asked[]>([]) : selection(to, depth - 1),
    }),
  );
  return fc.array(one, { minLength: usable.length > 0 ? 1 : 0, maxLength: 3 });
};

/** The selection as a document in which some numbers are variables, and the values of these. */
function written(asked: Asked[]): { query: string; variables: Record<string, number> } {
  const fragments: string[] = [];
  const variables: Record<string, number> = {};
  let names = 0;
  const argument = ({ count }: Asked, how?: string) => {
    if (!how || count === null) return '';
    if (how === 'ids') return `(ids: [${Array(count).fill('"x"').join(' ')}])`;
    if (count % 2 === 0) return `(${how}: ${count})`;
    variables[`v${++names}`] = count;
    return `(${how}: $v${names})`;
  };
  const write = (list: Asked[], type: TypeName): string =>
    list
      .map((one) => {
        const { to, counts } = fields[type][one.name] as { to: TypeName | null; counts?: string };
        const text = `${one.alias ? `a${++names}: ` : ''}${one.name}${argument(one, counts)}`;
        const field = to === null || one.inner.length === 0 ? text : `${text} { ${write(one.inner, to)} }`;
        if (one.written === 'plain') return field;
        if (one.written === 'inline') return `... on ${type} { ${field} }`;
        fragments.push(`fragment f${++names} on ${type} { ${field} }`);
        return `...f${names}`;
      })
      .join(' ');
  const body = write(asked, 'Query');
  const declared = Object.keys(variables).map((name) => `$${name}: Int`);
  const head = declared.length > 0 ? `query (${declared.join(', ')})` : 'query';
  return { query: `${head} { ${body} } ${fragments.join(' ')}`, variables };
}

/** The fields of the largest answer, counted one by one as if it were there. */
function fieldsOf(asked: Asked[], type: TypeName, around: number | null): number {
  let count = 0;
  for (const { name, count: said, inner } of asked) {
    count += 1;
    const { to, list, counts } = fields[type][name] as { to: TypeName | null; list?: true; counts?: string };
    if (to === null) continue;
    const told = counts ? (said ?? (counts === 'maxEvents' ? 4 : page)) : null;
    // A walk takes its time although nothing of what it reaches is asked for.
    if (counts === 'maxEvents') count += 10 + Number(told);
    const length = list ? (told ?? around ?? plain) : 1;
    for (let at = 0; at < length; at++) count += fieldsOf(inner, to, list ? null : told);
  }
  return count;
}

const aliasesOf = (asked: Asked[]): number =>
  asked.reduce((sum, one) => sum + Number(one.alias) + aliasesOf(one.inner), 0);

describe('the price of a query', () => {
  it('is the number of fields of the largest answer and the events that its walks can reach, however the query is written', () => {
    fc.assert(
      fc.property(selection('Query', 4), (asked) => {
        const { query, variables } = written(asked);
        const { cost, aliases, rootFields } = price(small, query, variables);
        expect({ cost, aliases, rootFields }).toEqual({
          cost: fieldsOf(asked, 'Query', null),
          aliases: aliasesOf(asked),
          rootFields: asked.length,
        });
      }),
      { numRuns: 500 },
    );
  });

  it('names the selection that costs most', () => {
    const { dearest } = price(small, '{ items(first: 100) { nodes { id parts { id tags } } } all { id } }');
    expect(dearest).toEqual({ path: 'items.nodes.parts', cost: 1_000 });
  });

  it('takes the default of a variable that is not given, and what is given before it', () => {
    const query = 'query ($n: Int = 10) { items(first: $n) { nodes { id } } }';
    expect(price(small, query).cost).toBe(12);
    expect(price(small, query, { n: 20 }).cost).toBe(22);
  });

  it.each([['null'], ['-5'], ['"many"']])('takes a page where the number is %s, which is refused later', (value) => {
    expect(price(small, `{ items(first: ${value}) { nodes { id } } }`).cost).toBe(2 + page);
  });

  it('counts how often the schema is asked for, and takes much for a type', () => {
    expect(price(small, '{ a: __schema { types { name } } b: __schema { types { name } } }')).toMatchObject({
      schemas: 2,
      cost: 2,
    });
    expect(price(small, '{ __type(name: "Item") { name } }')).toMatchObject({
      cost: 10_001,
      dearest: { path: '__type', cost: 10_000 },
    });
  });

  it('takes the larger of two numbers', () => {
    expect(price(small, '{ items(first: 2, last: 100) { nodes { id } } }').cost).toBe(102);
  });

  it('of facets grows with the values asked for of each, not with the page of events', () => {
    const own = buildASTSchema(readSchema());
    const of = (events: string, facets: string) =>
      price(own, `{ events${events} { facets${facets} { of values { value } } } }`).cost;
    expect(of('', '(first: 2)')).toBe(500 + 2 + 6 * (2 + 2));
    expect(of('(first: 500)', '(first: 2)')).toBe(of('(first: 1)', '(first: 2)'));
    expect(of('', '(first: 500)')).toBe(of('', ''));
  });

  it('of an export grows with the events that it can hold', () => {
    const own = buildASTSchema(readSchema());
    const of = (selection: string) => price(own, `{ export(of: {${selection}}, format: MARKDOWN) { body } }`).cost;
    expect(of('events: {ids: ["a", "b"]}')).toBe(2 + 2 * 20);
    expect(of('events: {}')).toBe(2 + 2_000 * 20);
    expect(of('chain: {event: "a"}')).toBe(of('events: {}'));
    expect(of('story: "a"')).toBe(2 + 200 * 20);
    const query = 'query ($of: ExportSelection!) { export(of: $of, format: MARKDOWN) { body } }';
    expect(price(own, query, { of: { events: { ids: ['a'] } } }).cost).toBe(2 + 20);
    expect(price(own, query, { of: 'nonsense' }).cost).toBe(of('events: {}'));
    expect(of('events: {}')).toBeLessThan(defaultLimits.cost);
  });

  it.each([
    ['a search', '{ search(text: "x", first: 1) { totalCount } }', 500],
    ['a list found by words', '{ sources(where: { text: "x" }, first: 1) { totalCount } }', 500],
    ['a timeline', '{ timeline(maxItems: 1) { total } }', 1_000],
    ['policies on a day', '{ policiesOn(date: "2020-01-01") { totalCount } }', 500],
    ['a search for ways', '{ paths(from: "a", to: "b") { total } }', 1_000],
    ['a walk, as far as it may go', '{ whatFollowed(event: "a", maxEvents: 2000) { start { id } } }', 2_010],
    ['a comparison', '{ beforeAndAfter(event: "a", metric: "b") { comparable } }', 200],
    ['other events of a comparison', '{ beforeAndAfter(event: "a", metric: "b") { rivals { id } } }', 700],
    ['walks in a list', '{ events(first: 400) { nodes { whatFollowed { start { id } } } } }', 400 * 210],
    ['ways in a list', '{ events(first: 10) { nodes { whatFollowed { paths(to: "a") { total } } } } }', 10 * 310],
    ['all series of metrics', '{ metrics(first: 100) { nodes { seriesList { first } } } }', 10_000],
  ])('takes into account what the answer does not tell: %s', (_, query, work) => {
    const own = buildASTSchema(readSchema());
    const { cost } = price(own, query);
    expect(cost).toBeGreaterThanOrEqual(work);
    // The fields themselves are a small part.
    expect(cost).toBeLessThan(work + 1_800);
  });

  it('of ways grows with their depth', () => {
    const own = buildASTSchema(readSchema());
    const of = (depth: string) =>
      price(own, `{ paths(from: "a", to: "b", first: 10${depth}) { paths { events { id } links { id } } } }`).cost;
    const base = 1_000 + 2 + 10 * 2;
    expect(of('')).toBe(base + 10 * (9 + 8));
    expect(of(', depth: 40')).toBe(base + 10 * (41 + 40));
    const inWords = price(own, '{ paths(from: "a", to: "b", first: 10, depth: 40) { paths { inWords } } }').cost;
    expect(inWords).toBe(1_000 + 2 + 10 * (1 + 40));
  });

  it('of nothing is nothing', () => {
    expect(price(small, 'mutation { x }')).toEqual({
      cost: 0,
      dearest: { path: '', cost: 0 },
      rootFields: 0,
      aliases: 0,
      schemas: 0,
    });
  });
});

describe('the samples of the playground', () => {
  const schema = buildASTSchema(readSchema());
  const prices = readSamples().map(({ name, query }) => ({ name, ...price(schema, query, {}, 50) }));

  it('cost, each far enough below the limits:', () => {
    const rows = prices.map(({ name, cost, rootFields, aliases }) => ({ name, cost, rootFields, aliases }));
    const columns = ({ name, cost, rootFields, aliases }: (typeof rows)[number]) =>
      `${name.padEnd(40)} ${cost.toLocaleString('en-US').padStart(9)} ${String(rootFields).padStart(4)} ${String(aliases).padStart(4)}`;
    console.info(['sample                                        cost  top  aliases', ...rows.map(columns)].join('\n'));
    expect(rows.filter(({ cost }) => cost > defaultLimits.cost)).toEqual([]);
    expect(rows.filter(({ rootFields }) => rootFields > defaultLimits.rootFields)).toEqual([]);
    expect(rows.filter(({ aliases }) => aliases > defaultLimits.aliases)).toEqual([]);
  });
});
