import { connect, type Socket } from 'node:net';
import { parentPort, Worker } from 'node:worker_threads';

/** What a server is to be asked: these bodies by turns, over so many connections, until the time is over. */
export interface Load {
  port: number;
  bodies: readonly string[];
  connections: number;
  forMs: number;
}

export interface Loaded {
  /** How long each request took, in milliseconds. */
  times: number[];
  elapsedMs: number;
}

export interface LoadMaker {
  run(load: Load): Promise<Loaded>;
  close(): Promise<void>;
}

/** Asks in a thread of its own, so that asking takes no time from the servers of this one. */
export function openLoadMaker(): LoadMaker {
  const worker = new Worker(__filename);
  return {
    run: (load) =>
      new Promise((resolve, reject) => {
        worker.once('error', reject);
        worker.once('message', (loaded: Loaded) => {
          worker.off('error', reject);
          resolve(loaded);
        });
        worker.postMessage(load);
      }),
    close: async () => {
      await worker.terminate();
    },
  };
}

parentPort?.on('message', async (load: Load) => parentPort?.postMessage(await make(load)));

async function make({ port, bodies, connections, forMs }: Load): Promise<Loaded> {
  const requests = bodies.map(requestOf);
  const open = await Promise.all(Array.from({ length: connections }, () => openConnection(port)));
  const times: number[] = [];
  const begin = performance.now();
  let next = 0;
  await Promise.all(
    open.map(async (connection) => {
      while (performance.now() - begin < forMs) {
        const start = performance.now();
        await connection.ask(requests[next++ % requests.length] as Buffer);
        times.push(performance.now() - start);
      }
    }),
  );
  const elapsedMs = performance.now() - begin;
  for (const connection of open) connection.close();
  return { times, elapsedMs };
}

const requestOf = (body: string) =>
  Buffer.from(
    `POST /graphql HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );

/** One question at a time. A client that parses no more than it must, since it shares the machine with what it measures. */
async function openConnection(port: number): Promise<{ ask(request: Buffer): Promise<void>; close(): void }> {
  const socket = await new Promise<Socket>((resolve, reject) => {
    const opened = connect(port, '127.0.0.1', () => resolve(opened));
    opened.once('error', reject);
    opened.setNoDelay(true);
  });
  let settle: { resolve(): void; reject(error: Error): void } | undefined;
  let head: Buffer = Buffer.alloc(0);
  let missing = -1;

  socket.on('error', (error) => settle?.reject(error));
  socket.on('close', () => settle?.reject(new Error(`The server at ${port} hung up`)));
  socket.on('data', (chunk) => {
    if (missing < 0) {
      head = head.length === 0 ? chunk : Buffer.concat([head, chunk]);
      const end = head.indexOf('\r\n\r\n');
      if (end < 0 || head.length < end + 4 + answerBegins.length) return;
      const fault = faultOf(head, end);
      if (fault) return settle?.reject(new Error(fault));
      missing = lengthOf(head, end) - (head.length - end - 4);
    } else missing -= chunk.length;
    if (missing > 0) return;
    head = Buffer.alloc(0);
    missing = -1;
    settle?.resolve();
  });
  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        settle = { resolve, reject };
        socket.write(request);
      }),
    close: () => {
      settle = undefined;
      socket.destroy();
    },
  };
}

const answerBegins = '{"data":{';

/** What is wrong with an answer: an error must never be timed as if it were one. */
function faultOf(answer: Buffer, headEnd: number): string | null {
  const isGood =
    answer.toString('latin1', 0, 12) === 'HTTP/1.1 200' &&
    answer.toString('latin1', headEnd + 4, headEnd + 4 + answerBegins.length) === answerBegins;
  return isGood ? null : `Expected an answer without errors, but got: ${answer.toString('utf8', 0, 2000)}`;
}

function lengthOf(answer: Buffer, headEnd: number): number {
  const length = /\r\ncontent-length: (\d+)/i.exec(answer.toString('latin1', 0, headEnd))?.[1];
  if (length === undefined) throw new Error('Expected an answer that says its length');
  return Number(length);
}
