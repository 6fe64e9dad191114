import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildASTSchema, parse, validate } from 'graphql';
import { packageRoot } from '../../src/config';
import { readSchema } from '../../src/server/graphql';
import type { RunningServer } from '../support/server';
import { startServer } from '../support/server';

// The page is a stranger to the server: each question that it asks must be one that the schema knows and the limits
// let through, also when a reader opens it in the playground.

const schema = buildASTSchema(readSchema());

const page = join(packageRoot, 'src', 'page');

/** Every text of the page's modules of questions that holds an operation, by the name it is exported under. */
const questions: [name: string, query: string][] = readdirSync(page, { recursive: true, encoding: 'utf8' })
  .filter((file) => /uestions?\.ts$/.test(file))
  .flatMap((file) => Object.entries<unknown>(require(join(page, file))))
  .filter((entry): entry is [string, string] => typeof entry[1] === 'string' && /^query\s/m.test(entry[1]));

/** What each question is asked with here: ids of the shipped data set, and what a control of the page starts with. */
const variables: Readonly<Record<string, unknown>> = {
  lang: 'fr',
  event: 'ca-mexico-visa-lifted-2016',
  start: 'ca-mexico-visa-lifted-2016',
  to: 'ca-mexico-visa-reimposed-2024',
  with: 'ca-mexico-visa-reimposed-2024',
  story: 'story-mexican-visa',
  date: '2021-03-01',
  statuses: ['IN_FORCE', 'SUSPENDED'],
  metric: 'asylum-claims-airport',
  every: 'MONTH',
  text: 'visa',
  where: { places: ['CA'], from: '2016', until: '2025' },
  lanes: 'PLACE',
  links: { minEvidence: 'ASSERTED', families: ['CAUSAL', 'LEGAL'], disputed: false },
  forKinds: { places: ['CA'] },
  policy: 'safe-third-country-agreement',
  link: 'ca-mexico-visa-imposed-2009--caused--ca-mexican-claims-fall-2010',
};

test('the questions of the page are found', () => {
  expect(questions.length).toBeGreaterThan(2);
});

describe.each(questions)('%s', (_, query) => {
  it('fits the schema', () => {
    expect(validate(schema, parse(query)).map(({ message }) => message)).toEqual([]);
  });

  it('says in its first line what it asks', () => {
    expect(query).toMatch(/^# \p{Lu}/u);
  });
});

describe('asked over HTTP', () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server?.close());

  it.each(questions)('%s is answered without errors', async (_, query) => {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables: needed(query) }),
    });
    const { errors } = (await response.json()) as { errors?: unknown };
    expect({ status: response.status, errors }).toEqual({ status: 200, errors: undefined });
  });
});

/** The variables that a question declares. One that has no value here, and no default, would be an error of its own. */
function needed(query: string): Record<string, unknown> {
  const declared = [...query.matchAll(/\$(\w+): /g)].map(([, name = '']) => name);
  return Object.fromEntries(declared.filter((name) => name in variables).map((name) => [name, variables[name]]));
}
