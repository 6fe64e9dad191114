import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { packageRoot } from '../src/config';

/**
 * Who may import whom. A room is a folder or a file of src; `types` may be imported as types alone. Rooms that think
 * import no room that touches: what they need of the world is handed in.
 */
interface Rule {
  room: string;
  may: string[];
  types?: string[];
  packages: string[];
}

const rules: Rule[] = [
  { room: 'errors', may: [], packages: ['fastest-levenshtein'] },
  { room: 'latest', may: [], packages: [] },
  { room: 'turns', may: [], packages: [] },
  { room: 'config', may: [], packages: ['node:fs', 'node:path'] },
  { room: 'cypher', may: ['errors', 'config'], packages: ['node:fs', 'node:path'] },
  {
    room: 'engine',
    may: ['engine', 'answers', 'errors', 'latest', 'turns'],
    types: ['cypher'],
    packages: ['@grafeo-db/js', 'neo4j-driver', 'node:crypto', 'node:fs', 'node:path', 'node:timers'],
  },
  { room: 'answers', may: ['answers'], types: [], packages: [] },
  {
    room: 'exports',
    // What a data set's own files look like, which the export as CSV writes.
    may: ['exports', 'answers', 'dataset/format', 'dataset/columns', 'dataset/cells', 'dataset/translations'],
    types: ['dataset/vocabulary'],
    packages: ['fflate', 'node:util', 'node:zlib'],
  },
  { room: 'lessons', may: ['lessons', 'answers'], packages: [] },
  {
    room: 'dataset',
    may: ['dataset', 'answers', 'cypher', 'config', 'errors'],
    types: ['engine'],
    packages: ['graphql', 'node:buffer', 'node:crypto', 'node:fs', 'node:path'],
  },
  {
    room: 'loaders',
    may: ['loaders', 'answers', 'cypher', 'errors'],
    types: ['engine', 'turns'],
    packages: ['dataloader'],
  },
  {
    room: 'resolvers',
    may: ['resolvers', 'answers', 'exports', 'lessons', 'errors'],
    types: ['server', 'loaders'],
    packages: ['graphql', 'node:buffer'],
  },
  {
    room: 'server',
    may: [
      'server',
      'resolvers',
      'loaders',
      'lessons',
      'errors',
      'config',
      'latest',
      'turns',
      'engine/engine',
      'exports/markup',
    ],
    types: ['cypher'],
    packages: [
      '@apollo/server',
      '@as-integrations/fastify',
      '@fastify/compress',
      '@fastify/cors',
      '@fastify/static',
      'fastify',
      'graphql',
      'graphql-tag',
      'helmet',
      'lru-cache',
      'node:crypto',
      'node:fs',
      'node:http',
      'node:net',
      'node:path',
      'node:util',
      'prom-client',
    ],
  },
  {
    room: 'main',
    may: ['config', 'cypher', 'dataset', 'engine', 'errors', 'server'],
    packages: ['commander', 'node:crypto', 'node:fs', 'node:path'],
  },
  {
    room: 'page',
    may: ['page'],
    packages: [
      '@dagrejs/dagre',
      '@graphiql/plugin-doc-explorer',
      '@graphiql/plugin-history',
      '@graphiql/react',
      'graphiql',
      'd3-scale',
      'd3-selection',
      'd3-shape',
      'd3-zoom',
      'graphql',
      'preact',
      'react',
      'react-dom',
      'vite',
    ],
  },
];

const source = join(packageRoot, 'src');

interface Import {
  file: string;
  target: string;
  isType: boolean;
}

/** The imports of a file: paths below src without their ending for our own, names for packages. */
function importsOf(file: string, text: string): Import[] {
  const pattern = /^(?:import|export)\s+(type\s)?(?:([^'"();]*?)\sfrom\s+)?['"]([^'"]+)['"]/gm;
  return [...text.matchAll(pattern)].map(([, keyword, names, specifier = '']) => {
    const isType = Boolean(keyword) || /^\{(\s*type\s[^,}]+,?)+\s*\}$/.test(names ?? '');
    const isOurs = specifier.startsWith('.');
    const target = isOurs ? normalize(join(dirname(file), specifier)) : packageOf(specifier);
    return { file, target: isOurs ? `./${target.replaceAll('\\', '/')}` : target, isType };
  });
}

const packageOf = (specifier: string) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

const within = (path: string, room: string) => path === room || path.startsWith(`${room}/`);

/** What an import breaks, in words; nothing when it is allowed. */
function faultOf({ file, target, isType }: Import, rule: Rule): string[] {
  const said = `${file} imports ${isType ? 'types of ' : ''}${target.replace('./', '')}`;
  if (!target.startsWith('./')) return rule.packages.includes(target) ? [] : [said];
  const path = target.slice(2);
  const allowed = [...rule.may, ...(isType ? (rule.types ?? []) : [])];
  return allowed.some((room) => within(path, room)) ? [] : [said];
}

function faults(files: ReadonlyMap<string, string>): string[] {
  return [...files].flatMap(([file, text]) => {
    const rule = rules.find(({ room }) => within(file, room) || file === `${room}.ts`);
    if (!rule) return [`${file} stands in no room`];
    return importsOf(file, text).flatMap((one) => faultOf(one, rule));
  });
}

const files = new Map(
  readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.m?tsx?$/.test(file))
    .map((file): [string, string] => [
      relative('.', file).replaceAll('\\', '/'),
      readFileSync(join(source, file), 'utf8'),
    ]),
);

test('each room imports only what its rule allows', () => {
  expect(files.size).toBeGreaterThan(60);
  expect(faults(files)).toEqual([]);
});

test('an import against the rule is named', () => {
  const bad = (file: string, text: string) => faults(new Map([[file, text]]));
  expect(bad('answers/chain.ts', "import { readFileSync } from 'node:fs';")).toEqual([
    'answers/chain.ts imports node:fs',
  ]);
  expect(bad('resolvers/event.ts', "import { cypher } from '../cypher';")).toEqual([
    'resolvers/event.ts imports cypher',
  ]);
  expect(bad('resolvers/event.ts', "import { createAsk } from '../loaders/ask';")).toEqual([
    'resolvers/event.ts imports loaders/ask',
  ]);
  expect(bad('server/http.ts', "import { openGrafeo } from '../engine/grafeo';")).toEqual([
    'server/http.ts imports engine/grafeo',
  ]);
  expect(bad('loaders/keyed.ts', "import type { Engine } from '../engine/engine';")).toEqual([]);
  expect(bad('loaders/keyed.ts', "import { Engine } from '../engine/engine';")).toEqual([
    'loaders/keyed.ts imports engine/engine',
  ]);
  expect(bad('dataset/write.ts', "import {\n  a,\n  b,\n} from '../resolvers/event';")).toEqual([
    'dataset/write.ts imports resolvers/event',
  ]);
  expect(bad('page/playground/main.tsx', "import '../../server/http';")).toEqual([
    'page/playground/main.tsx imports server/http',
  ]);
  expect(bad('stray.ts', '')).toEqual(['stray.ts stands in no room']);
});

test('nobody imports the command line', () => {
  const importers = [...files].flatMap(([file, text]) =>
    importsOf(file, text).flatMap(({ target }) => (target === './main' ? file : [])),
  );
  expect(importers).toEqual([]);
});

test('only the command line acts when it is loaded', () => {
  const acting = [...files].filter(
    ([file, text]) => file !== 'main.ts' && !file.startsWith('page/') && /^(await|void|console|process)\b/m.test(text),
  );
  expect(acting.map(([file]) => file)).toEqual([]);
});

test('no source names the clock or chance where answers are worked out', () => {
  const moody = [...files].filter(
    ([file, text]) => /^(answers|exports|lessons)\//.test(file) && /Date\.now|new Date\(\)|Math\.random/.test(text),
  );
  expect(moody.map(([file]) => file)).toEqual([]);
});
