import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../src/config';
import { checkDataset, formatProblem, inOrder } from '../src/dataset/check';
import { readDataset } from '../src/dataset/read';
import { northAmericanAsylum, tinyStory } from './support/datasets';
import { endPrograms, type Program, runProgram, serveProgram, startProgram } from './support/program';
import { temporaryFolder } from './support/temporary';

const broken = (name: string) => join(__dirname, 'dataset', 'broken', name);

jest.setTimeout(30_000);

afterEach(endPrograms);

async function run(args: string[], environment?: Record<string, string>) {
  const { code, out, err } = await runProgram(args, environment);
  return { code, out, err };
}

const serve = (args: string[], environment?: Record<string, string>) => serveProgram(environment, args);

async function stop({ child, ended }: Program, signal: NodeJS.Signals) {
  const asked = performance.now();
  child.kill(signal);
  const end = await ended;
  return { ...end, inTime: performance.now() - asked < 2_000 };
}

const clean = { code: 0, signal: null, inTime: true };

const ask = async (url: string, query: string) => {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return response.json();
};

const tiny = ['serve', '--port', '0', '--data', tinyStory];

describe('serve', () => {
  it('says what was loaded and where to point a browser, and answers there', async () => {
    const server = await serve(['serve', '--port', '0']);
    const lines = server.out().trimEnd().split('\n');
    expect(lines.at(0)).toMatch(/^Loaded \d+ events, \d+ links and \d+ claims in \d+ ms \(.+, version .+\)\.$/);
    expect(lines.at(-1)).toMatch(/^Ready after \d+ ms: open http:\/\/127\.0\.0\.1:\d+\/ in a browser\.$/);
    expect(lines.slice(1, -1).every((line) => /^Its check has \d+ warnings: npm run check/.test(line))).toBe(true);

    const asked = '{ events { totalCount } links { totalCount } claims { totalCount } }';
    const answer = (await ask(server.url, asked)) as { data: Record<string, { totalCount: number }> };
    const { events, links, claims } = answer.data;
    expect(lines[0]).toContain(
      `Loaded ${events?.totalCount} events, ${links?.totalCount} links and ${claims?.totalCount} claims in `,
    );
    const page = await fetch(`${server.url}/graphql`, { headers: { accept: 'text/html' } });
    expect(await page.text()).toMatch(/^<!doctype html>/);

    expect(await stop(server, 'SIGTERM')).toEqual(clean);
    expect(server.err()).toBe('');
  });

  it('is what happens without a command, and takes its address from the environment', async () => {
    const server = await serve(['--data', tinyStory], { PORT: '0', HOST: 'localhost' });
    expect(new URL(server.url).hostname).toBe('localhost');
    expect(await ask(server.url, '{ dataset { id } }')).toEqual({ data: { dataset: { id: 'tiny-story' } } });
    expect(await stop(server, 'SIGINT')).toEqual(clean);
  });

  it('heeds an option before the environment', async () => {
    const server = await serve([...tiny, '--host', '127.0.0.1'], { PORT: 'nonsense', HOST: '203.0.113.7' });
    expect(await stop(server, 'SIGTERM')).toEqual(clean);
  });
});

test('graphql-js is loaded for production, in which it does not look for a second copy of itself in every value', async () => {
  // For development it throws, since this says that it is a schema, but of another copy.
  const probe = `import { createRequire } from 'node:module';
    process.on('exit', () => {
      const { isSchema } = createRequire(process.cwd() + '/')('graphql');
      console.log(isSchema({ [Symbol.toStringTag]: 'GraphQLSchema' }));
    });`;
  const program = startProgram(['--help'], {}, ['--import', `data:text/javascript,${encodeURIComponent(probe)}`]);
  expect(await program.ended).toMatchObject({ code: 0 });
  expect(program.out()).toMatch(/\nfalse\n$/);
});

describe('a server that is told to stop', () => {
  const connected = async (url: string): Promise<{ socket: Socket; received(): string }> => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk;
    });
    // A server that stops may cut a connection; that is what is tested here.
    socket.on('error', () => {});
    await new Promise((resolve) => socket.on('connect', resolve));
    return { socket, received: () => text };
  };
  const until = async (isSo: () => boolean | Promise<boolean>) => {
    for (let tries = 0; tries < 200 && !(await isSo()); tries++)
      await new Promise((resolve) => setTimeout(resolve, 10));
  };
  const request = 'GET /healthz HTTP/1.1\r\nhost: localhost\r\n\r\n';

  it.each(['SIGTERM', 'SIGINT'] as const)('by %s does so while a client keeps its connection open', async (signal) => {
    const server = await serve(tiny);
    const { socket, received } = await connected(server.url);
    socket.write(request);
    await until(() => received().includes('"ok"'));
    expect(await stop(server, signal)).toEqual(clean);
    expect(server.err()).toBe('');
  });

  it.each([
    ['has sent half a request', 'GET /healthz HTTP/1.1\r\nhost: loc'],
    [
      'has sent half a body',
      'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n{',
    ],
  ])('does not wait for a client that %s', async (_, half) => {
    const server = await serve(tiny);
    const { socket, received } = await connected(server.url);
    socket.write(request);
    await until(() => received().includes('"ok"'));
    socket.write(half);
    // A request after it on another connection: by its answer the half has been read as well.
    await fetch(`${server.url}/healthz`);
    expect(await stop(server, 'SIGTERM')).toEqual(clean);
  });

  it('answers what is under way', async () => {
    const server = await serve(tiny);
    const { socket, received } = await connected(server.url);
    const body = '{"query":"{ dataset { id } }"}';
    socket.write(
      `POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n{`,
    );
    await fetch(`${server.url}/healthz`);
    const stopped = stop(server, 'SIGTERM');
    const takesNoMore = () =>
      fetch(`${server.url}/healthz`).then(
        () => false,
        () => true,
      );
    await until(takesNoMore);
    socket.write(body.slice(1));
    expect(await stopped).toEqual(clean);
    expect(received()).toMatch(/^HTTP\/1\.1 200 OK[\s\S]*\nconnection: close[\s\S]*"id":"tiny-story"/);
  });

  it('does so once, however often it is told', async () => {
    const server = await serve(tiny);
    server.child.kill('SIGINT');
    server.child.kill('SIGINT');
    expect(await stop(server, 'SIGTERM')).toEqual(clean);
  });
});

describe('export', () => {
  const chain = ['--data', tinyStory, '--event', 'street-closed', '--depth', '1'];

  it('writes a file under a name of its own choice, and says what was lost', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'export-'));
    const file = join(folder, 'street.ics');
    const { code, out, err } = await run(['export', '--format', 'icalendar', ...chain, '--lang', 'fr', '--out', file]);
    const text = readFileSync(file, 'utf8');
    rmSync(folder, { recursive: true });
    expect([code, out]).toEqual([0, `Wrote ${file}, ${Buffer.byteLength(text)} bytes.\n`]);
    expect(text.match(/^BEGIN:VEVENT/gm)).toHaveLength(3);
    expect(
      err
        .trimEnd()
        .split('\n')
        .every((line) => /^Lost or changed: [a-z ]+, \d+\. .+\.$/.test(line)),
    ).toBe(true);
    expect(err).toContain('Lost or changed: approximate dates, 1. Elles ne sont');
  });

  it('writes to the standard output, and no progress where nobody sees it', async () => {
    const all = await run(['export', '--format', 'graphml', '--data', tinyStory, '--out', '-']);
    expect([all.code, all.err]).toEqual([0, '']);
    expect(all.out).toMatch(/^<\?xml[\s\S]*<\/graphml>\n$/);
    const some = await run([
      'export',
      '--format',
      'csv-flat',
      '--data',
      tinyStory,
      '--where',
      'kinds=PROTEST',
      '--out',
      '-',
    ]);
    expect(some.out.match(/^(shops-march|walkers-picnic),/gm)).toHaveLength(2);
  });

  it('names what it does not know, with the nearest', async () => {
    const refused = async (...args: string[]) => {
      const { code, out, err } = await run(['export', '--data', tinyStory, '--out', '-', ...args]);
      return [code, out, err];
    };
    expect(await refused('--format', 'vis')).toEqual([
      1,
      '',
      'There is no format "vis". Did you mean "vis-timeline"?\n',
    ]);
    expect(await refused('--format', 'html', '--story', 'story-market')).toEqual([
      1,
      '',
      'No story has the id "story-market". Did you mean "story-market-street"?\n',
    ]);
    expect(await refused('--format', 'html', '--where', 'kinds')).toEqual([
      1,
      '',
      '--where takes a name and a value, such as places=MX, but got: "kinds"\n',
    ]);
  });
});

describe('what a person can mend is told without a stack', () => {
  it('a port that is taken, in one line', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.on('listening', resolve));
    const { port } = other.address() as AddressInfo;
    const refused = await run([...tiny, '--port', String(port)]);
    other.close();
    expect(refused).toEqual({
      code: 1,
      out: '',
      err: `Port ${port} on 127.0.0.1 is taken. Stop what listens there, or choose another: PORT=${port + 1} npm start\n`,
    });
  });

  it.each<[string, string[], Record<string, string>, string]>([
    ['a port that is none', ['--port', 'nonsense'], {}, 'PORT is a whole number from 0 to 65535, but got: "nonsense"'],
    [
      'a port that is too large',
      ['serve', '--port', '65536'],
      {},
      'PORT is a whole number from 0 to 65535, but got: "65536"',
    ],
    [
      'a port that is none, in the environment',
      [],
      { PORT: '-1' },
      'PORT is a whole number from 0 to 65535, but got: "-1"',
    ],
    ['a switch that is none', [], { METRICS: 'maybe' }, 'METRICS is on or off, but got: "maybe"'],
    ['a form of the log that is none', [], { LOG: 'xml' }, 'LOG is json or text, but got: "xml"'],
    [
      'the address of another machine',
      tiny,
      { HOST: '203.0.113.7' },
      'This machine has no address 203.0.113.7 to listen on.',
    ],
    [
      'a command with a slip',
      ['chekc'],
      {},
      'No command "chekc". Did you mean "check"? All of them: npm start -- --help',
    ],
    ['a command that is none', ['serve', 'nonsense'], {}, 'No command "nonsense". All of them: npm start -- --help'],
  ])('%s, in one line', async (_, args, environment, line) => {
    expect(await run(args, environment)).toEqual({ code: 1, out: '', err: `${line}\n` });
  });

  it.each([
    [['serve', '--prot', '1'], "error: unknown option '--prot'\n(Did you mean --port?)\n"],
    [['check', '--nope'], "error: unknown option '--nope'\n"],
    [['--port'], "error: option '--port <number>' argument missing\n"],
    [['check', 'one', 'two'], "error: too many arguments for 'check'. Expected 1 argument but got 2.\n"],
  ])('%j, with the usage', async (args, words) => {
    const { code, out, err } = await run(args);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err.startsWith(words)).toBe(true);
    expect(err).toMatch(/\nUsage: policy-timelines /);
    expect(err).not.toMatch(/\n\s+at /);
  });

  it('the commands, when asked for', async () => {
    const { code, out, err } = await run(['--help']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^Usage: policy-timelines [\s\S]*\n {2}serve [\s\S]*\n {2}check /);
  });
});

describe('check', () => {
  const problemsOf = (folder: string) => {
    const { dataset, problems } = readDataset(folder);
    return inOrder([...problems, ...checkDataset(dataset)]);
  };

  it('passes the shipped data set and sums it up', async () => {
    const { code, out, err } = await run(['check', northAmericanAsylum, '--quiet']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^\S+: \d+ events, \d+ links, \d+ claims; 0 errors, \d+ warnings\.\n$/);
  });

  it('checks the shipped data set where no folder is named', async () => {
    const { code, out } = await run(['check']);
    expect(code).toBe(0);
    expect(out.trimEnd().split('\n').at(-1)).toMatch(/north-american-asylum: .* 0 errors/);
  });

  it.each(['13-cells', '22-ids', '36-evidence'])('says everything that is wrong with %s', async (name) => {
    const { code, out } = await run(['check', broken(name)]);
    const problems = problemsOf(broken(name));
    const [told, byRule, sum] = out.split('\n\n');
    expect(told?.split('\n')).toEqual(problems.map(formatProblem));
    const counts = byRule?.split('\n').map((line) => Number(/^ *(\d+) (error|warning)s?: [a-z]/.exec(line)?.[1]));
    expect(counts?.reduce((all, count) => all + count)).toBe(problems.length);
    const errors = problems.filter(({ level }) => level === 'error').length;
    expect(sum).toContain(`; ${errors} errors, ${problems.length - errors} warnings.`);
    expect(code).toBe(errors > 0 ? 1 : 0);
  });

  it('prints the numbers of a data set, and its errors instead where it has any', async () => {
    const { code, out, err } = await run(['check', tinyStory, '--summary']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const tables = readFileSync(join(__dirname, 'dataset', 'tiny-story-summary.txt'), 'utf8');
    expect(out).toBe(`The quiet street: a tiny story, version 1.0.0\n\n${tables}`);
    const shipped = await run(['check', '--summary']);
    expect(shipped.out).toMatch(/^Asylum and migration policy in North America, .*\n\nRows\n {2}events +464\n/);

    const refused = await run(['check', broken('22-ids'), '--summary']);
    expect({ code: refused.code, out: refused.out }).toEqual({ code: 1, out: '' });
    expect(refused.err).toMatch(/^places\.csv:3: [\s\S]*3 errors in .*22-ids: nothing was loaded\.\n$/);
  });

  it('is what decides whether serve loads anything: a broken data set is told in full and not served', async () => {
    const folder = broken('22-ids');
    const errors = problemsOf(folder).filter(({ level }) => level === 'error');
    expect(await run(['serve', '--port', '0', '--data', folder])).toEqual({
      code: 1,
      out: '',
      err: `${errors.map(formatProblem).join('\n')}\n${errors.length} errors in ${folder}: nothing was loaded.\n`,
    });
  });

  it.each(['serve --port 0 --data', 'check'])('says that there is no such folder: %s', async (command) => {
    const folder = join(packageRoot, 'no-such-folder');
    const { code, out, err } = await run([...command.split(' '), folder]);
    expect(code).toBe(1);
    expect(out + err).toMatch(/no-such-folder: is no folder\./);
    expect(out + err).not.toMatch(/\n\s+at |ENOENT/);
  });
});

describe('lesson', () => {
  const visa = ['--activity', 'weighing', '--story', 'story-mexican-visa', '--with-content-notes', 'VIOLENCE'];

  it('writes a pack to a file and says so, or to the standard output and says nothing else', async () => {
    const file = join(temporaryFolder('lesson'), 'pack.html');
    const written = await run(['lesson', ...visa, '--lang', 'es', '--seed', '7', '--out', file]);
    const page = readFileSync(file, 'utf8');
    expect(written).toEqual({ code: 0, out: `Wrote ${file}, ${Buffer.byteLength(page)} bytes.\n`, err: '' });
    expect(page).toMatch(/^<!doctype html>\n<html lang="es">/);
    expect(page).not.toContain('<nav>');
    const told = await run(['lesson', ...visa, '--lang', 'es', '--seed', '7', '--out', '-']);
    expect(told).toEqual({ code: 0, out: page, err: '' });
  });

  it('is made of any data set', async () => {
    const { code, out } = await run([
      ...['lesson', '--activity', 'weighing', '--story', 'story-market-street'],
      ...['--data', tinyStory, '--out', '-'],
    ]);
    expect(code).toBe(0);
    expect(out).toContain('<h1 id="sheet">Weigh the claims: Did the closed street hurt the shops?');
  });

  it.each([
    [['--activity', 'wieghing', '--story', 'x'], 'There is no activity "WIEGHING". Did you mean "WEIGHING"?\n'],
    [['--activity', 'weighing'], 'A lesson is made from one of story, event, link, events, but got: none.\n'],
    [
      ['--activity', 'weighing', '--story', 'story-mexican-vias'],
      'No story has the id "story-mexican-vias". Did you mean "story-mexican-visa"?\n',
    ],
  ])('says in a line what is wrong: %j', async (options, err) => {
    expect(await run(['lesson', ...options, '--out', '-'])).toEqual({ code: 1, out: '', err });
  });
});
