import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { defaultLimits, packageRoot } from '../src/config';
import { checkDataset, countByRule } from '../src/dataset/check';
import { readDataset } from '../src/dataset/read';
import type { Engine } from '../src/engine/engine';
import { errorCodes } from '../src/errors';
import { fanOut } from '../src/loaders/index';
import { defaultPage } from '../src/resolvers/connections';
import { ask } from './support/ask';
import { northAmericanAsylum, openWith } from './support/datasets';
import { ENGINES } from './support/engines';

const readme = readFileSync(join(packageRoot, 'README.md'), 'utf8');
const settings = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8'));

describe('README.md', () => {
  let engine: Engine;
  beforeAll(async () => {
    const [embedded] = ENGINES;
    if (!embedded) throw new Error('Expected an engine to ask, but there is none');
    engine = await openWith(embedded, northAmericanAsylum);
  });
  afterAll(() => engine.close());

  test('names only paths that exist', () => {
    expect(pathsIn(readme).length).toBeGreaterThan(60);
    expect(missingPaths(readme)).toEqual([]);
  });

  test('leads only to headings that it has', () => {
    expect(missingHeadings(readme)).toEqual([]);
  });

  test('has every room in its map', () => {
    expect(roomsWithoutRow(readme)).toEqual([]);
  });

  test('names only scripts of package.json', () => {
    expect(unknownScripts(readme)).toEqual([]);
  });

  test('says of every package its version and why, and of no other', () => {
    const { dependencies, devDependencies, overrides } = settings;
    expect(pairsIn(readme, 'Package', 'Version')).toEqual({ ...dependencies, ...devDependencies });
    expect(pairsIn(readme, 'Package', 'Held at')).toEqual(overrides);
  });

  test('gives the codes of src/errors.ts with their status', () => {
    expect(pairsIn(readme, 'Code', 'Status')).toEqual(textsOf(errorCodes));
  });

  test('gives the limits of src/config.ts', () => {
    expect(pairsIn(readme, 'Limit', 'Value')).toEqual(textsOf(defaultLimits));
    expect(readme).toContain(`more than ${fanOut} matching links is cut to the first ${fanOut}`);
  });

  test('names every setting of src/config.ts', () => {
    const config = readFileSync(join(packageRoot, 'src', 'config.ts'), 'utf8');
    expect(settingsIn(config)).toEqual(expect.arrayContaining(['PORT', 'NEO4J_URI', 'MAX_COST', 'LOG_REQUESTS']));
    const missing = (text: string) => settingsIn(config).filter((name) => !text.includes(`\`${name}\``));
    expect(missing(readme)).toEqual([]);
    expect(missing(readme.replaceAll('`METRICS`', '`METRIC`'))).toEqual(['METRICS']);
  });

  test('counts the warnings of the shipped data set by rule', () => {
    const { dataset, problems } = readDataset(northAmericanAsylum);
    const counts = countByRule([...problems, ...checkDataset(dataset)]);
    expect(counts.filter(({ level }) => level === 'error')).toEqual([]);
    const byRule = Object.fromEntries(counts.map(({ rule, count }) => [rule, count]));
    expect(pairsIn(readme, 'Rule', 'Warnings')).toEqual(textsOf(byRule));
    expect(pairsIn(readme.replace('are backed | 47 |', 'are backed | 46 |'), 'Rule', 'Warnings')).not.toEqual(
      textsOf(byRule),
    );
  });

  test('gives the bounds that the API enforces', async () => {
    expect(boundsIn(readme).length).toBeGreaterThan(6);
    expect(await wrongBounds(engine, readme)).toEqual([]);
    expect(await wrongBounds(engine, readme.replace('| 3 | 0 | 40 |', '| 3 | 1 | 40 |'))).toEqual([
      'whatFollowed(depth:)',
      'whatLedTo(depth:)',
    ]);
  });

  test('shows a query that runs, and its true answer', async () => {
    expect(await answerFaults(engine, readme)).toEqual([]);
    const faultsAfter = (right: string, wrong: string) => answerFaults(engine, readme.replace(right, wrong));
    expect(await faultsAfter('disputed\n', 'contested\n')).toEqual([expect.stringContaining('"contested"')]);
    expect(await faultsAfter('"DOCUMENTED"', '"ASSERTED"')).toEqual([expect.stringContaining('no item like')]);
    expect(await faultsAfter('"notFollowed": 4', '"notFollowed": 5')).toEqual([expect.stringContaining('shown as 5')]);
  });

  test('counts what the data set holds', async () => {
    const { data } = await ask(engine, '{ dataset { title version counts { what count } } }');
    expect(missingCounts(readme, data.dataset)).toEqual([]);
    expect(missingCounts(readme.replace(/Loaded \d+/, 'Loaded 1'), data.dataset)).toHaveLength(1);
  });
});

describe('missingPaths(text)', () => {
  test.each([
    ['`src/loader/index.ts`', ['src/loader/index.ts']],
    ['`sources/`', ['sources/']],
    ['`conifg.ts`', ['conifg.ts']],
    ['[how](seeds/north-american/README.md)', ['seeds/north-american/README.md']],
    ['`cypher/reads/<question>.cypher`', ['cypher/reads/']],
    ['`src/Errors.ts`', ['src/Errors.ts']],
    ['`test`, `src/errors.ts`, `cypher/read/<question>.cypher`, `dist/graphs/`', []],
    ['`/graphql`, `2018-04/2018-05`, `@apollo/server`, [up](#run-it), [out](https://example.org/x.md)', []],
  ])('of %s', (text, missing) => {
    expect(missingPaths(text)).toEqual(missing);
  });
});

test('missingHeadings(text) names a link without its heading', () => {
  expect(missingHeadings('## How, and why\n[a](#how-and-why) [b](#why)')).toEqual(['why']);
});

test('roomsWithoutRow(text) names a room that the map leaves out', () => {
  expect(roomsWithoutRow(readme.replace('| `src/answers/` |', '| `src/elsewhere/` |'))).toEqual(['src/answers']);
});

test('unknownScripts(text) names what package.json does not have', () => {
  expect(unknownScripts('`npm run chekc -- x`, `npm run --silent types`, `npm test`, `npm ci`')).toEqual(['chekc']);
});

describe('pairsIn(text, first, second)', () => {
  const table =
    '| Code | Status | When |\n|---|--:|---|\n| `NOT_FOUND` | 404 | never |\n| `A_B` | 1,000 | |\n\n| x | y |';
  test('reads the table with these columns', () => {
    expect(pairsIn(table, 'Code', 'Status')).toEqual({ NOT_FOUND: '404', A_B: '1000' });
  });
  test('differs for a wrong version, a missing row and a row too many', () => {
    const versions = { ...settings.dependencies, ...settings.devDependencies };
    const read = (text: string) => pairsIn(text, 'Package', 'Version');
    expect(read(readme.replace('| `graphql` | 16.15.0 |', '| `graphql` | 17.1.0 |'))).not.toEqual(versions);
    expect(read(readme.replace(/^\| `jest` .*\n/m, ''))).not.toEqual(versions);
    expect(read(readme.replace(/^(\| `jest` .*\n)/m, '$1| `mocha` | 1.0.0 | x |\n'))).not.toEqual(versions);
    expect(pairsIn(readme.replace('`NOT_FOUND` | 404', '`NOT_FOUND` | 400'), 'Code', 'Status')).not.toEqual(
      textsOf(errorCodes),
    );
    expect(pairsIn(readme.replace('| 2,000 | tokens', '| 3,000 | tokens'), 'Limit', 'Value')).not.toEqual(
      textsOf(defaultLimits),
    );
  });
});

test('boundsIn(text) reads every argument of a row', () => {
  const table =
    '| Argument | Default | Least | Most |\n|---|---|---|---|\n| `a(b:)`, `c(d:)`, and others | 3 | 0 | 1,000 |\n';
  const told = { default: 3, least: 0, most: 1000 };
  expect(boundsIn(table)).toEqual([
    { field: 'a', argument: 'b', told },
    { field: 'c', argument: 'd', told },
  ]);
});

describe('disagreements(shown, actual)', () => {
  test.each([
    [{ a: 1, b: ['x'] }, { a: 1, b: ['x'] }, []],
    [['a', '…', 'd', '…'], ['a', 'b', 'c', 'd', 'e'], []],
    ['The beginning of …', 'The beginning of it all', []],
    [{ a: 1 }, { a: 2 }, ['.a is 2, but is shown as 1']],
    [{ a: 1 }, { a: 1, b: 2 }, ['.b is left out without a mark']],
    [{ a: 1, b: 2 }, { a: 1 }, ['.b is shown, but is not there']],
    [['a'], ['a', 'b'], [' has 2 items, but 1 are shown without a mark']],
    [['…', 'x'], ['a', 'b'], [' has no item like "x" from 0 on']],
    [['…', 'b', 'a', '…'], ['a', 'b'], [' has no item like "a" from 2 on']],
    [['…', 'a'], ['a', 'b'], [' goes on after the last item shown, without a mark']],
    ['The end …', 'The beginning', [' is "The beginning", but is shown as "The end …"']],
    [['…', '…'], [], [' has two marks in a row']],
  ])('of %j and %j', (shown, actual, found) => {
    expect(disagreements(shown, actual)).toEqual(found);
  });
});

// ---------------------------------------------------------------- paths, links, scripts

const rooms = ['.ci', 'cypher', 'schema', 'seeds', 'src', 'test'];
const fileName = /\.(ts|tsx|mts|graphql|cypher|json|jsonl|csv|txt|md)$/;
// What the build and the walk through a new data set make is not there before; a data set's own files are named without
// their folder.
const elsewhere = /^(dist\/|my-timeline\/|(dataset\.json|expected\.txt)$)/;

/** What looks like a path of the repository, in backticks or as a link's target: by its room, its ending or a last `/`. */
function pathsIn(text: string): string[] {
  const prose = text.replace(/^```[\s\S]*?^```$/gm, '');
  const marked = [...prose.matchAll(/`([^`\n]+)`|\]\(([^)#\s]+)[^)]*\)/g)].map(([, code, link]) => code ?? link ?? '');
  return marked.filter(
    (name) =>
      /^(\.\w|\w|<)[\w./<>-]*$/.test(name) &&
      !/^\.\w+$/.test(name) &&
      (rooms.includes(name.split('/')[0] ?? '') || fileName.test(name) || (name.endsWith('/') && !/^\d/.test(name))) &&
      !elsewhere.test(name),
  );
}

/** The paths that do not exist, exactly so written; of one with a `<placeholder>` the folders before it. */
function missingPaths(text: string): string[] {
  return [...new Set(pathsIn(text).map((path) => path.replace(/[^/]*<.*$/, '')))].filter((path) => !exists(path));
}

/** On disks that take `Src` for `src`, a path still has to be spelt as it is. */
function exists(path: string): boolean {
  const parts = path.split('/').filter((part) => part !== '');
  const isSpeltSo = parts.every((part, at) => {
    const folder = join(packageRoot, ...parts.slice(0, at));
    return existsSync(folder) && statSync(folder).isDirectory() && readdirSync(folder).includes(part);
  });
  return isSpeltSo && (!path.endsWith('/') || statSync(join(packageRoot, path)).isDirectory());
}

/** The targets of links within the page that no heading has. */
function missingHeadings(text: string): string[] {
  const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\w\s-]/g, '')
      .replaceAll(' ', '-'),
  );
  const targets = [...text.matchAll(/\]\(#([^)]+)\)/g)].map(([, target = '']) => target);
  return targets.filter((target) => !headings.includes(target));
}

/** The folders at the top, and the files and folders of src, that begin no row of a table. */
function roomsWithoutRow(text: string): string[] {
  const named = [...text.matchAll(/^\| (`.*?) \|/gm)].flatMap(([, cell = '']) => cell.match(/[\w./-]+/g) ?? []);
  const top = ['cypher', 'schema', 'seeds', 'test'];
  const all = [...top, ...readdirSync(join(packageRoot, 'src')).map((name) => `src/${name}`)];
  return all.filter((room) => !named.some((name) => name === room || name.startsWith(`${room}/`)));
}

/** The names of environment variables in a source. */
function settingsIn(source: string): string[] {
  const names = [...source.matchAll(/\benvironment\.([A-Z\d_]+)|'([A-Z]+(?:_[A-Z]+)+)'|\b([A-Z][A-Z\d]*_[A-Z]+): /g)];
  return [...new Set(names.map(([, read, named, taken]) => read ?? named ?? taken ?? ''))].sort();
}

/** The scripts that are run in a text but stand in no package.json. */
function unknownScripts(text: string): string[] {
  const named = [...text.matchAll(/\bnpm (?:run (?:--silent )?([\w:-]+)|(start|test)\b)/g)];
  return named.map(([, run, own]) => run ?? own ?? '').filter((script) => !(script in settings.scripts));
}

// ---------------------------------------------------------------- tables

/** The rows of the table whose first columns bear these names; cells without backticks, numbers without commas. */
function rowsIn(text: string, ...columns: string[]): string[][] {
  const lines = text.split('\n');
  const head = lines.findIndex((line) => line.startsWith(`| ${columns.join(' | ')} |`));
  if (head < 0) return [];
  const body = lines.slice(head + 2);
  const end = body.findIndex((line) => !line.startsWith('|'));
  return body.slice(0, end < 0 ? undefined : end).map((line) =>
    line
      .split('|')
      .slice(1)
      .map((cell) => cell.trim()),
  );
}

const bare = (cell: string) => cell.replaceAll('`', '').replace(/(?<=\d),(?=\d{3})/g, '');

function pairsIn(text: string, first: string, second: string): Record<string, string> {
  return Object.fromEntries(rowsIn(text, first, second).map(([a = '', b = '']) => [bare(a), bare(b)]));
}

const textsOf = (numbers: object) =>
  Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, String(value)]));

interface Bounds {
  default: number | null;
  least: number;
  most: number;
}

function boundsIn(text: string): { field: string; argument: string; told: Bounds }[] {
  return rowsIn(text, 'Argument', 'Default', 'Least', 'Most').flatMap(([names = '', ...numbers]) => {
    const [usual = 0, least = 0, most = 0] = numbers.map((number) => Number(bare(number)));
    return [...names.matchAll(/`(\w+)\((\w+):\)`/g)].map(([, field = '', argument = '']) => ({
      field,
      argument,
      told: { default: usual, least, most },
    }));
  });
}

/** The arguments whose bounds are told otherwise than the API enforces them. */
async function wrongBounds(engine: Engine, text: string): Promise<string[]> {
  const wrong: string[] = [];
  for (const { field, argument, told } of boundsIn(text)) {
    const real = await boundsOf(engine, field, argument);
    const isTrue = real.default === told.default && real.least === told.least && real.most === told.most;
    if (!isTrue) wrong.push(`${field}(${argument}:)`);
  }
  return wrong;
}

const example = 'ca-mexico-visa-lifted-2016';
const requiredArguments: Record<string, string> = {
  whatFollowed: `event: "${example}"`,
  whatLedTo: `event: "${example}"`,
  paths: `from: "${example}", to: "ca-mexico-visa-reimposed-2024"`,
};

/** The default of an argument by introspection, and its bounds by what the API says when they are passed. */
async function boundsOf(engine: Engine, field: string, argument: string): Promise<Bounds> {
  const given = [requiredArguments[field], `${argument}: 1000000`].filter(Boolean).join(', ');
  const { data, errors } = await ask(
    engine,
    `{ __schema { queryType { fields { name args { name defaultValue } } } } ${field}(${given}) { __typename } }`,
  );
  const { args } = data.__schema.queryType.fields.find(({ name }: { name: string }) => name === field);
  const usual = args.find(({ name }: { name: string }) => name === argument).defaultValue;
  const { least, most } = errors?.[0]?.extensions ?? {};
  return { default: usual === null ? defaultPage : Number(usual), least: Number(least), most: Number(most) };
}

// ---------------------------------------------------------------- the query and its answer

/** The first fenced block of a language. */
function blockIn(text: string, language: string): string {
  const block = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(text)?.[1];
  if (block === undefined) throw new Error(`Expected a block of ${language}, but there is none`);
  return block;
}

/** What is wrong with the query and the answer that a text shows. */
async function answerFaults(engine: Engine, text: string): Promise<string[]> {
  const answer = await ask(engine, blockIn(text, 'graphql'));
  if (answer.errors) return answer.errors.map(({ message }) => message);
  return disagreements(JSON.parse(blockIn(text, 'json')), answer);
}

interface Counted {
  title: string;
  version: string;
  counts: { what: string; count: number }[];
}

/** The sentences with counts that a text should have, and has not. */
function missingCounts(text: string, { title, version, counts }: Counted): string[] {
  const count = (what: string) => counts.find((one) => one.what === what)?.count.toLocaleString('en-US');
  const sum = `${count('events')} events, ${count('links')} links`;
  return [
    `holds ${sum}, ${count('claims')} claims and ${count('sources')} sources`,
    `Loaded ${sum} and ${count('claims')} claims in … ms (${title}, version ${version})`,
  ].filter((sentence) => !text.includes(sentence));
}

const mark = '…';

/**
 * Where a shortened answer says something else than the true one. An item `"…"` of a list stands for any number of items
 * left out there, and `…` at the end of a text for the rest of it. Everything else must be equal, and no field may be
 * missing.
 */
function disagreements(shown: unknown, actual: unknown, path = ''): string[] {
  const differ = () => [`${path} is ${JSON.stringify(actual)}, but is shown as ${JSON.stringify(shown)}`];
  if (Array.isArray(shown)) return Array.isArray(actual) ? listDisagreements(shown, actual, path) : differ();
  if (isObject(shown)) {
    if (!isObject(actual)) return differ();
    return [...new Set([...Object.keys(shown), ...Object.keys(actual)])].flatMap((name) => {
      const at = `${path}.${name}`;
      if (!(name in shown)) return [`${at} is left out without a mark`];
      if (!(name in actual)) return [`${at} is shown, but is not there`];
      return disagreements(shown[name], actual[name], at);
    });
  }
  if (typeof shown === 'string' && shown.endsWith(mark) && typeof actual === 'string') {
    return actual.startsWith(shown.slice(0, -mark.length)) ? [] : differ();
  }
  return shown === actual ? [] : differ();
}

function listDisagreements(shown: unknown[], actual: unknown[], path: string): string[] {
  if (!shown.includes(mark)) {
    if (shown.length !== actual.length) {
      return [`${path} has ${actual.length} items, but ${shown.length} are shown without a mark`];
    }
    return shown.flatMap((item, at) => disagreements(item, actual[at], `${path}[${at}]`));
  }
  let next = 0;
  for (const [at, item] of shown.entries()) {
    if (item === mark) {
      if (shown[at - 1] === mark) return [`${path} has two marks in a row`];
      continue;
    }
    // After a mark an item may stand anywhere further on; otherwise it is the very next.
    const mayBeFurther = shown[at - 1] === mark;
    const found = actual.findIndex(
      (one, place) => place >= next && (mayBeFurther || place === next) && disagreements(item, one).length === 0,
    );
    if (found < 0) return [`${path} has no item like ${JSON.stringify(item)} from ${next} on`];
    next = found + 1;
  }
  const isOpen = shown.at(-1) === mark;
  return isOpen || next === actual.length ? [] : [`${path} goes on after the last item shown, without a mark`];
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
