import {
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLNamedOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

/** Gives numbers from 0 to below 1, always the same row of them for one seed. */
export type Random = () => number;

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface RandomQuery {
  query: string;
  variables: Record<string, unknown>;
}

/** Values to draw arguments from. */
export interface Pools {
  /** Ids of the data, of every kind. */
  ids: readonly string[];
  /** Words that stand in its texts. */
  words: readonly string[];
}

export const junk = [
  '',
  ' ',
  'x',
  "'",
  '"',
  '`',
  '\\',
  '$keys',
  '*/ DETACH DELETE n //',
  "'}) DETACH DELETE (n) //",
  '__proto__',
  'constructor',
  '<script>alert(1)</script>',
  '\0',
  '\u202e',
  '\ud800',
  '\u{1f600}',
  'a\nb',
  '\u2018\uff07',
  '../../etc/passwd',
  'y'.repeat(300),
];

const days = ['2016', '2016-12', '2016-12-01', '2018-04-19', '2025-01-20', '1999', '0001', '9999-12-31'];
const wrongDays = [
  '2018-02-30',
  '0000',
  '-0044-03',
  'Y20000',
  '2018-13',
  '\uff12\uff10\uff11\uff18',
  '2018-1',
  '10000',
  '2019/2018',
];
const counts = [0, 1, 1, 2, 2, 2, 3, 3, 5, 20];
const wrongCounts = [-1, 501, 2_000, 2_147_483_647, -2_147_483_648];

/** How often an argument is given that need not be: a filter and a length mostly, so that answers are short. */
const usually: Readonly<Record<string, number>> = { where: 0.6, first: 0.9, maxEvents: 0.9, maxItems: 0.9 };

/**
 * A query that the schema knows, with fields nested `depth` deep at most. Most of its arguments make sense, some do not.
 */
export function randomQuery(schema: GraphQLSchema, random: Random, { ids, words }: Pools, depth = 6): RandomQuery {
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  const chance = (share: number) => random() < share;
  const declared: string[] = [];
  const variables: Record<string, unknown> = {};
  let names = 0;

  const textOf = (type: string, name: string): unknown => {
    if (type === 'Date' || type === 'DateBound')
      return chance(0.9) ? pick(type === 'Date' ? days.filter((day) => day.length === 10) : days) : pick(wrongDays);
    if (name === 'lang') return chance(0.8) ? pick(['en', 'es', 'fr', 'fr-CA', 'es-MX']) : pick(['de', 'xx', ...junk]);
    if (name === 'after' || name === 'before')
      return chance(0.7) ? null : pick([...junk, Buffer.from('at1\n2016\nx').toString('base64url')]);
    if (chance(0.08)) return pick(junk);
    return type === 'ID' ? pick(ids) : pick(words);
  };

  function inputOf(type: GraphQLInputType, name: string): unknown {
    if (!isNonNullType(type) && chance(0.04)) return null;
    const inner = getNullableType(type);
    if (isListType(inner)) return Array.from({ length: Math.floor(random() * 3.2) }, () => inputOf(inner.ofType, name));
    if (isInputObjectType(inner)) {
      const chosen = Object.values(inner.getFields()).filter(({ type: of }) => isNonNullType(of) || chance(0.12));
      return Object.fromEntries(chosen.map((field) => [field.name, inputOf(field.type, field.name)]));
    }
    if (isEnumType(inner)) return pick(inner.getValues()).name;
    if (inner.name === 'Boolean') return chance(0.5);
    if (inner.name === 'Int') return chance(0.94) ? pick(counts) : pick(wrongCounts);
    if (inner.name === 'Float') return pick([0, 1.5, -1e308]);
    return textOf(inner.name, name);
  }

  function argumentsOf(list: readonly GraphQLArgument[]): string {
    const chosen = list.filter((argument) => isRequiredArgument(argument) || chance(usually[argument.name] ?? 0.3));
    const texts = chosen.map((argument) => {
      const value = inputOf(argument.type, argument.name);
      // A name of a word can be written as it is; everything else is as good in a variable.
      if (
        typeof value === 'number' ||
        value === null ||
        (typeof value === 'string' && chance(0.5) && !/[^\x20-\x7e]|["\\]/.test(value))
      ) {
        const isWord = isEnumType(getNamedType(argument.type));
        return `${argument.name}: ${typeof value === 'string' && !isWord ? `"${value}"` : value}`;
      }
      const variable = `v${++names}`;
      declared.push(`$${variable}: ${argument.type}`);
      variables[variable] = value;
      return `${argument.name}: $${variable}`;
    });
    return texts.length > 0 ? `(${texts.join(', ')})` : '';
  }

  function selectionOf(type: GraphQLNamedOutputType, left: number): string {
    if (isAbstractType(type)) {
      const possible = schema.getPossibleTypes(type).filter(() => chance(0.5));
      return ['__typename', ...possible.map((one) => `... on ${one.name} { ${selectionOf(one, left)} }`)].join(' ');
    }
    if (!isObjectType(type)) return '__typename';
    const all = Object.values(type.getFields());
    const usable = all.filter((field) => left > 1 || isLeaf(field.type));
    const leaves = usable.filter(({ type: of }) => isLeaf(of));
    const branches = usable.filter(({ type: of }) => !isLeaf(of));
    const chosen = [
      ...Array.from({ length: Math.ceil(random() * 4) }, () => leaves),
      ...Array.from({ length: branches.length > 0 ? Math.ceil(random() * 2) : 0 }, () => branches),
    ].flatMap((of) => (of.length > 0 ? [pick(of)] : []));
    if (chosen.length === 0) return '__typename';
    return chosen
      .map((field) => {
        const below = isLeaf(field.type) ? '' : ` { ${selectionOf(getNamedType(field.type), left - 1)} }`;
        return `f${++names}: ${field.name}${argumentsOf(field.args)}${below}`;
      })
      .join(' ');
  }

  const root = schema.getQueryType();
  const body = root ? selectionOf(root, depth) : '';
  const head = declared.length > 0 ? `query (${declared.join(', ')})` : 'query';
  return { query: `${head} { ${body} }`, variables };
}

const isLeaf = (type: Parameters<typeof getNamedType>[0]): boolean => {
  const named = getNamedType(type);
  return !isObjectType(named) && !isAbstractType(named);
};
