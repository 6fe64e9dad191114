import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/config';

/** The command line as built, in a process of its own. */
const main = join(packageRoot, 'dist', 'src', 'main.js');

export interface Program {
  child: ChildProcess;
  /** What was printed so far. */
  out(): string;
  err(): string;
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

export interface Served extends Program {
  url: string;
  /** How long it took until it said that it is ready, in milliseconds. */
  readyMs: number;
}

const running = new Set<ChildProcess>();

/** Ends at once whatever was started here and still runs. */
export function endPrograms(): void {
  for (const child of running) child.kill('SIGKILL');
}

/** Starts it with nothing in the environment but what is given; arguments of Node itself come with a channel to it. */
export function startProgram(
  args: string[],
  environment: Record<string, string> = {},
  nodeArguments: string[] = [],
): Program {
  if (!existsSync(main)) throw new Error(`Expected ${main}, but it is not there: run \`npm run build\`.`);
  const child = spawn(process.execPath, [...nodeArguments, main, ...args], {
    cwd: packageRoot,
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'pipe', 'pipe', ...(nodeArguments.length > 0 ? (['ipc'] as const) : [])],
  });
  running.add(child);
  let out = '';
  let err = '';
  child.stdout?.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    err += chunk;
  });
  const ended: Program['ended'] = new Promise((resolve) => {
    child.on('close', (code, signal) => {
      running.delete(child);
      resolve({ code, signal });
    });
  });
  return { child, out: () => out, err: () => err, ended };
}

export async function runProgram(args: string[], environment?: Record<string, string>) {
  const started = performance.now();
  const { ended, out, err } = startProgram(args, environment);
  const { code } = await ended;
  return { code, out: out(), err: err(), ms: performance.now() - started };
}

/** A server that has said that it is ready, and where; on a free port of this machine unless the arguments say otherwise. */
export async function serveProgram(
  environment: Record<string, string> = {},
  args = ['serve', '--port', '0'],
  nodeArguments: string[] = [],
): Promise<Served> {
  const started = performance.now();
  const server = startProgram(args, environment, nodeArguments);
  const url = await new Promise<string>((resolve, reject) => {
    server.child.stdout?.on('data', () => {
      const ready = /open (http:\S+)\/ in a browser/.exec(server.out());
      if (ready?.[1]) resolve(ready[1]);
    });
    server.ended.then(({ code }) => reject(new Error(`Expected a server, but got exit ${code}: ${server.err()}`)));
  });
  return { ...server, url, readyMs: performance.now() - started };
}
