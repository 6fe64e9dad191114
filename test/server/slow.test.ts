import { createConnection, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { endPrograms, type Served, serveProgram } from '../support/program';
import { post } from './send';

jest.setTimeout(120_000);

let server: Served;
const sockets: Socket[] = [];
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
  endPrograms();
});

interface Slow {
  socket: Socket;
  text: string;
  closed: boolean;
  timer: NodeJS.Timeout;
}

/** A connection on which a request comes byte by byte. */
function drip(head: string, everyMs: number): Slow {
  const { hostname, port } = new URL(server.url);
  const socket = createConnection({ host: hostname, port: Number(port) });
  sockets.push(socket);
  let sent = 0;
  const timer = setInterval(() => socket.writable && socket.write(head[sent++ % head.length] as string), everyMs);
  const slow: Slow = { socket, text: '', closed: false, timer };
  socket.on('data', (chunk) => {
    slow.text += chunk;
  });
  socket.on('error', () => {});
  socket.on('close', () => {
    clearInterval(timer);
    slow.closed = true;
  });
  return slow;
}

const endless = `POST /graphql HTTP/1.1\r\nhost: x\r\nx-more: ${'y'.repeat(10_000)}`;

describe('500 clients that send a byte a second', () => {
  it('keep nobody waiting, and are sent away', async () => {
    server = await serveProgram({ CACHE_BYTES: '0' });
    const slow = Array.from({ length: 500 }, () => drip(endless, 1_000));
    await wait(1_500);
    const times: number[] = [];
    for (let at = 0; at < 200; at++) {
      const began = performance.now();
      const { status } = await post(server.url, { query: '{ events(first: 10) { nodes { id title } } }' });
      expect(status).toBe(200);
      times.push(performance.now() - began);
    }
    times.sort((a, b) => a - b);
    const [median = 0, p99 = 0] = [times[100], times[197]];
    console.info(`200 requests beside 500 slow clients: median ${median.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`);
    expect(p99).toBeLessThan(500);
    // Their heads must be there within ten seconds, which is looked at every five.
    const began = performance.now();
    while (slow.some(({ closed }) => !closed) && performance.now() - began < 25_000) await wait(250);
    expect(slow.filter(({ closed }) => !closed)).toHaveLength(0);
    for (const { text } of slow) {
      expect(text).toMatch(/^HTTP\/1\.1 408 /);
      expect(text).toContain('{"errors":[{"message":"The request did not come to its end in time."');
    }
    expect(server.err()).toBe('');
  });
});

describe('more connections than MAX_CONNECTIONS', () => {
  it('are closed unheard, until others have gone', async () => {
    server = await serveProgram({ MAX_CONNECTIONS: '20' });
    const held = Array.from({ length: 20 }, () => drip(endless, 1_000));
    await wait(500);
    const refused = drip(endless, 50);
    while (!refused.closed) await wait(20);
    expect(refused.text).toBe('');
    for (const { socket } of held) socket.destroy();
    await wait(200);
    expect((await post(server.url, { query: '{ dataset { id } }' })).status).toBe(200);
  });
});

describe('a connection', () => {
  const talk = async (text: string, until: RegExp): Promise<string> => {
    const { hostname, port } = new URL(server.url);
    const socket = createConnection({ host: hostname, port: Number(port) });
    sockets.push(socket);
    let got = '';
    socket.on('data', (chunk) => {
      got += chunk;
    });
    const ended = new Promise<void>((resolve) => socket.on('close', () => resolve()));
    socket.on('error', () => {});
    socket.write(text);
    while (!until.test(got) && !socket.destroyed) await Promise.race([wait(10), ended]);
    return got;
  };
  const posted = (query: string, more = '') => {
    const body = JSON.stringify({ query });
    return `POST /graphql HTTP/1.1\r\nhost: x\r\n${more}content-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
  };
  beforeEach(async () => {
    server = await serveProgram();
  });
  afterEach(() => expect(server.err()).toBe(''));

  it('may bring many requests at once, and gets the answers in their order', async () => {
    const count = 100;
    const all = Array.from({ length: count }, (_, at) => posted(`{ a${at}: dataset { id } }`)).join('');
    const got = await talk(all, new RegExp(`"a${count - 1}"`));
    expect([...got.matchAll(/\{"data":\{"a(\d+)"/g)].map(([, at]) => Number(at))).toEqual(
      Array.from({ length: count }, (_, at) => at),
    );
  });

  it('is told to go on where it asks first', async () => {
    const [head = '', body = ''] = posted('{ dataset { id } }', 'expect: 100-continue\r\n').split(/(?<=\r\n\r\n)/);
    expect(await talk(head + body, /"data"/)).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 /);
  });

  it.each([
    ['a head of 20 kB', `GET / HTTP/1.1\r\nhost: x\r\n${'x: yyyyyyyyyyyyyyyy\r\n'.repeat(1_000)}\r\n`, 431],
    ['a header of 20 kB', `GET / HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`, 431],
    ['no HTTP', 'HELO x\r\n\r\n', 400],
    ['TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', 400],
    ['two lengths', 'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n{}', 400],
    [
      'a length and portions',
      'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
    ['no host', 'GET /healthz HTTP/1.1\r\n\r\n', 400],
    ['a header that ends another', 'GET /healthz HTTP/1.1\r\nhost: x\r\nx: a\nb\r\n\r\n', 400],
  ])('is refused in the form of every refusal where it brings %s', async (_, text, status) => {
    const got = await talk(text, /\}$/);
    expect(got).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(got).not.toMatch(/<html|node_modules|\n\s*at /i);
    const [, body = ''] = got.split('\r\n\r\n');
    if (body.startsWith('{')) expect(JSON.parse(body).errors[0].extensions.code).toBe('BAD_REQUEST');
  });
});
