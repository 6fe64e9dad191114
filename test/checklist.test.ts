import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { groupBy } from '../src/answers/groups';
import { parseCsv } from '../src/dataset/csv';
import type { Dataset } from '../src/dataset/format';
import type { Engine } from '../src/engine/engine';
import { ask } from './support/ask';
import { northAmericanAsylum, openWith, readSound } from './support/datasets';
import { ENGINES } from './support/engines';

/**
 * What the five articles say, row by row: `rows.csv` names the rows of the checklist, `carried.csv` the query whose
 * answer carries each of them. The answers are those of `queries/`, the same on every engine (queries.test.ts).
 */
const table = (name: string): Record<string, string>[] => {
  const [head, ...records] = parseCsv(readFileSync(join(__dirname, 'checklist', `${name}.csv`), 'utf8'), ',').records;
  return records.map(({ cells }) => Object.fromEntries(cells.map((cell, column) => [head?.cells[column] ?? '', cell])));
};

interface ChecklistRow {
  row: string;
  kind: string;
  /** `must` or `should`; empty where the checklist ranks nothing, because the whole of that list must be held. */
  priority: string;
}

/** Where in the answer of which query a row stands, and words of which one value there must have all. */
interface Carried {
  row: string;
  query: string;
  /** The id of a thing, or `*` for the whole answer; then, if need be, the fields that lead from it to the value. */
  at: string;
  /** Parted by `;`. */
  says: string;
}

const rows = table('rows') as unknown as ChecklistRow[];
const carried = table('carried') as unknown as Carried[];

type Json = string | number | boolean | null | Json[] | { [field: string]: Json };

const isObject = (value: Json): value is { [field: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const contents = (value: Json): Json[] => (Array.isArray(value) ? value : isObject(value) ? Object.values(value) : []);

/** The values to which a path leads; a list on the way, or at its end, gives each of its items. */
const valuesAt = (value: Json, path: string[]): Json[] => {
  if (Array.isArray(value)) return value.flatMap((item) => valuesAt(item, path));
  const [field, ...rest] = path;
  if (field === undefined) return [value];
  const inner = isObject(value) ? value[field] : undefined;
  return inner === undefined ? [] : valuesAt(inner, rest);
};

/** A value as one line: an object with all that it holds. */
const lineOf = (value: Json): string => {
  const inner = contents(value);
  return inner.length > 0 ? inner.map(lineOf).join(' ') : String(value);
};

/** Whole words only, so that 5 does not stand in 155. */
const stands = (line: string, words: string) =>
  new RegExp(`(?<!\\w)${words.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}(?!\\w)`, 'u').test(line);

const queries = join(__dirname, 'queries');

/** The answer of a query, as `*`, and everything in it by its id: the same thing may stand there more than once. */
type Answer = Map<string, Json[]>;

const answers = new Map<string, Answer>();
const thingsIn = (query: string): Answer => {
  const known = answers.get(query);
  if (known) return known;
  const whole = JSON.parse(readFileSync(join(queries, `${query}.json`), 'utf8')).data as Json;
  const things: Answer = new Map([['*', [whole]]]);
  const collect = (value: Json) => {
    const id = isObject(value) ? value.id : undefined;
    if (typeof id === 'string') things.set(id, [...(things.get(id) ?? []), value]);
    contents(value).forEach(collect);
  };
  collect(whole);
  answers.set(query, things);
  return things;
};
const answerOf = (query: string): Json => thingsIn(query).get('*')?.[0] ?? null;

/** What the answer has where the row should stand: an empty list where nothing has that id or field. */
const linesAt = ({ query, at }: Carried): string[] => {
  const [id = '', path = ''] = at.split(' ');
  return (thingsIn(query).get(id) ?? [])
    .flatMap((thing) => valuesAt(thing, path === '' ? [] : path.split('.')))
    .map(lineOf);
};

/** Rows of these kinds tell what the articles must not be credited with; each has a question below. */
const isOwnTest = ({ kind }: ChecklistRow) => kind === 'forbidden link' || kind === 'absence';

describe('every row of the checklist is answered by a query', () => {
  const byRow = groupBy(carried, ({ row }) => row);

  test('every row that must be held has a line', () => {
    const needed = rows.filter((row) => row.priority !== 'should' && !isOwnTest(row));
    expect(needed.filter(({ row }) => !byRow.has(row)).map(({ row }) => row)).toEqual([]);
  });

  test('no line stands for a row that there is not', () => {
    const known = new Set(rows.map(({ row }) => row));
    expect(carried.filter(({ row }) => !known.has(row))).toEqual([]);
  });

  test.each([...byRow])('%s', (_, lines) => {
    for (const line of lines) {
      const words = line.says.split(';');
      const found = linesAt(line);
      const carriers = found.filter((text) => words.every((piece) => stands(text, piece)));
      if (carriers.length === 0)
        throw new Error(`${JSON.stringify(line)} is not so. There stands: ${found.join(' / ')}`);
    }
  });

  afterAll(() => process.stdout.write(`Rows of the checklist that a query answers\n  ${coverage().join('\n  ')}\n`));

  const coverage = () =>
    [...groupBy(rows, ({ kind }) => kind)].map(([kind, all]) => {
      const shares = ['must', '', 'should'].flatMap((priority) => {
        const ranked = all.filter((row) => row.priority === priority);
        const has = ranked.filter((row) => isOwnTest(row) || byRow.has(row.row));
        return ranked.length > 0 ? [`${has.length} of ${ranked.length} ${priority || 'unranked'}`] : [];
      });
      return `${kind}: ${shares.join(', ')}`;
    });
});

/** Which questions of `not-in-the-articles-…` test which row. */
const absences: Record<string, string[]> = {
  Z01: ['roxhamRoad', 'fourteenDays', 'updateDay'],
  Z02: ['visaBack', 'visaBackDay', 'mexicanClaims'],
  Z03: ['courtOnTransitRule', 'injunctionDay'],
  Z04: ['courtOnAgreement', 'courtByName', 'courtSpeaks'],
  Z05: ['namesInEvents', 'namesInClaims', 'sessions', 'lopezObrador', 'sheinbaum', 'petro', 'carney'],
  Z06: ['temporaryProtectedStatus', 'protectedStatusPolicies', 'executiveOrders'],
  Z07: ['endOfZeroTolerance', 'endOfZeroToleranceDay'],
  Z08: ['interceptionsSince', 'lacolleBefore', 'lacolleAfter'],
  Z09: ['officialsDefend', 'measuresDefended'],
  Z10: ['afterTheReview'],
};

/** Each link that must not be drawn, from and to, by the alias in `links-not-drawn` that asks for it. */
const forbidden: Record<string, [row: string, from: string, to: string]> = {
  ruleToInterceptions: ['X11', 'us-third-country-transit-rule-2019', 'ca-irregular-crossings-rise-2017'],
  visaToInterceptions: ['X12', 'ca-mexico-visa-lifted-2016', 'ca-irregular-crossings-rise-2017'],
  updateToFall: ['X13', 'ca-stca-protocol-effective-2023', 'ca-irregular-crossings-collapse-2023'],
  colombiaToColombians: ['X14', 'us-colombia-tariff-threat-2025', 'us-migrants-head-north-2025'],
  colombiaToLacolle: ['X14', 'us-colombia-tariff-threat-2025', 'ca-lacolle-july-surge-2025'],
  jumpToRemovals: ['X15', 'ca-lacolle-july-surge-2025', 'ca-returns-to-us-h1-2025'],
  detentionLawToArrests: ['X16', 'us-laken-riley-passed-2025', 'us-immigration-arrests-stepped-up-2025'],
  jointMeasuresToVisa: ['X17', 'ca-mx-joint-measures-2023', 'ca-mexico-visa-reimposed-2024'],
  appToJump: ['X18', 'us-cbp-one-shutdown-2025', 'ca-lacolle-july-surge-2025'],
  appToJumpAsCause: ['X18', 'us-cbp-one-shutdown-2025', 'ca-lacolle-july-surge-2025'],
};

const notInTheArticles = ['events', 'courts', 'names', 'numbers'].map((subject) => `not-in-the-articles-${subject}`);
const absent = Object.assign({}, ...notInTheArticles.map(answerOf)) as Record<string, Json>;

const question = (name: string) => readFileSync(join(queries, `${name}.graphql`), 'utf8');

describe('what the articles do not say is not credited to them', () => {
  const [grafeo] = ENGINES;
  let engine: Engine;
  let dataset: Dataset;
  beforeAll(async () => {
    dataset = readSound(northAmericanAsylum);
    if (!grafeo) throw new Error('There is no engine to test on');
    engine = await openWith(grafeo, drawForbidden(dataset));
  });
  afterAll(() => engine.close());

  test('every row of absence or of a forbidden link has a question', () => {
    const tested = [...Object.keys(absences), ...Object.values(forbidden).map(([row]) => row)];
    expect([...new Set(tested)].sort()).toEqual(
      rows
        .filter(isOwnTest)
        .map(({ row }) => row)
        .sort(),
    );
    const aliases = Object.values(absences).flat();
    expect(Object.keys(absent).sort()).toEqual(aliases.sort());
  });

  test.each(Object.entries(absences))('%s: nothing, and no guess', (_, aliases) => {
    for (const alias of aliases) expect({ [alias]: absent[alias] }).toEqual({ [alias]: { totalCount: 0, nodes: [] } });
  });

  // The text filter also finds an event by a place that only its other sources name.
  test('Z01: no event of theirs names Roxham Road in its own words', () => {
    const naming = dataset.rows.events.filter(({ values }) => /roxham/i.test(`${values.title} ${values.summary}`));
    const sources = naming.flatMap(({ values }) => values.sources as string[]);
    expect(naming.length).toBeGreaterThan(0);
    expect(sources.filter((source) => /^seed-00[0-4]$/.test(source))).toEqual([]);
  });

  test.each(notInTheArticles)('%s finds something once it is asked of every source', async (name) => {
    const everywhere = question(name).replace(/sources: \[[^\]]*\],?/g, '');
    const { data, errors } = await ask(engine, everywhere);
    expect(errors).toBeUndefined();
    expect(Object.keys(data).filter((alias) => data[alias].totalCount === 0)).toEqual([]);
  });

  test.each(Object.entries(forbidden))('%s is no link on the word of the articles', (alias) => {
    expect((answerOf('links-not-drawn') as Record<string, Json>)[alias]).toEqual({ total: 0 });
  });

  test('such a link would show if somebody drew it', async () => {
    const { data, errors } = await ask(engine, question('links-not-drawn'));
    expect(errors).toBeUndefined();
    expect(Object.keys(forbidden).filter((alias) => data[alias].total === 0)).toEqual([]);
  });

  test('the update of 2023 brought the fall on the word of others, and the app reaches Lacolle by inference alone', () => {
    const answer = answerOf('links-not-drawn');
    const sources = valuesAt(answer, ['updateToFallByOthers', 'paths', 'links', 'sources', 'id']);
    expect(sources.length).toBeGreaterThan(0);
    expect(sources.filter((source) => String(source).startsWith('seed-'))).toEqual([]);
    const evidence = valuesAt(answer, ['appToJumpInferred', 'paths', 'evidence']);
    expect(new Set(evidence)).toEqual(new Set(['INFERRED']));
  });
});

/** The data set with each of the forbidden links drawn as a cause, on the word of an article. */
function drawForbidden(dataset: Dataset): Dataset {
  const [example] = dataset.rows.links;
  if (!example) throw new Error('The data set has no link to go by');
  const drawn = Object.entries(forbidden).map(([alias, [, from, to]]) => ({
    ...example,
    values: {
      id: `drawn-${alias}`,
      from,
      to,
      type: 'CAUSED',
      family: 'CAUSAL',
      evidence: 'ASSERTED',
      sources: ['seed-000'],
    },
  }));
  return { ...dataset, rows: { ...dataset.rows, links: [...dataset.rows.links, ...drawn] } };
}
