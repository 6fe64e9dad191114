import { spawn, spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { endPrograms, serveProgram } from '../support/program';
import { send } from './send';

/** The program that asks: the one that SCHEMATHESIS names, else one on the path. */
const schemathesis = process.env.SCHEMATHESIS ?? 'schemathesis';
const isHere = spawnSync(schemathesis, ['--version']).status === 0;

jest.setTimeout(600_000);
afterAll(endPrograms);

if (isHere) it('what schemathesis asks is answered or refused, never failed', answersSchemathesis);
else {
  it('schemathesis is not installed, so nothing was asked', () => {
    process.stderr.write('Skipped the questions of schemathesis: pip install schemathesis==4.32.5\n');
  });
}

/** Random questions by another maker, who knows nothing of ours but the schema. */
async function answersSchemathesis() {
  const server = await serveProgram({ CACHE_BYTES: '0' });
  const asking = spawn(
    schemathesis,
    [
      'run',
      `${server.url}/graphql`,
      ...['--phases', 'fuzzing', '--max-examples', '20', '--seed', '1', '--checks', 'not_a_server_error'],
      ...['--continue-on-failure', '--no-color', '--suppress-health-check', 'all'],
      ...['--generation-database', 'none', '--no-shrink'],
    ],
    { cwd: tmpdir() },
  );
  let said = '';
  for (const stream of [asking.stdout, asking.stderr]) {
    stream.on('data', (chunk) => {
      said += chunk;
    });
  }
  await new Promise((resolve) => asking.on('close', resolve));
  const { text } = await send(server.url, { path: '/metrics' });
  const counts = (pattern: RegExp) => [...text.matchAll(pattern)].reduce((sum, [, count]) => sum + Number(count), 0);
  const answered = counts(/http_request_seconds_count\{route="\/graphql",method="POST",status="[24]xx"\} (\d+)/g);
  console.info(`${answered} questions were answered or refused. Schemathesis said at the end: ${said.slice(-400)}`);
  expect(answered).toBeGreaterThan(200);
  expect(text).not.toMatch(/status="5xx"|code="(INTERNAL_SERVER_ERROR|DATABASE_FAILED)"/);
  expect(server.err()).toBe('');
}
