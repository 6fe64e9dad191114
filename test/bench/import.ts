import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Neo4jServer } from '../support/neo4jServer';
import { startProgram } from '../support/program';
import { type GraphSize, writePolicyGraph } from './graphs';

/** Memory for the importer and for Neo4j, in megabytes. */
const importerHeap = 8000;
export const neo4jMemory = { heap: 2500, pageCache: 3000 };

/**
 * Writes a graph as the folder of a data set and has the program import it twice, the second time with nothing to write.
 * Tells time and memory.
 */
export async function measureImport(
  size: GraphSize,
  dataset: string,
  server: Neo4jServer,
  data: string,
): Promise<void> {
  writePolicyGraph(dataset, size);
  console.log(`${size.events} events in ${megabytes(sizeOf(dataset))} MB of text.\n`);
  for (const turn of ['first', 'second']) {
    const before = cpuSeconds(server.pid);
    const began = performance.now();
    const { child, ended, out, err } = startProgram(['import', dataset], {
      NEO4J_URI: server.uri,
      NODE_OPTIONS: `--max-old-space-size=${importerHeap}`,
    });
    let peak = 0;
    let cpu = 0;
    const watch = setInterval(() => {
      peak = Math.max(peak, peakMemory(child.pid as number));
      cpu = Math.max(cpu, cpuSeconds(child.pid as number));
    }, 500);
    const { code } = await ended;
    clearInterval(watch);
    const seconds = (performance.now() - began) / 1000;
    if (code !== 0) throw new Error(`The import failed: ${err()}`);
    console.log(out().trim());
    console.log(
      `The ${turn} import: ${seconds.toFixed(1)} s; importer ${cpu.toFixed(0)} s of processor and at most ${megabytes(peak)} MB, ` +
        `Neo4j ${(cpuSeconds(server.pid) - before).toFixed(0)} s and at most ${megabytes(peakMemory(server.pid))} MB, ` +
        `its store ${megabytes(sizeOf(join(data, 'data', 'databases')))} MB.\n`,
    );
  }
}

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(0);

/** The bytes of all files in a folder, however deep. */
function sizeOf(folder: string): number {
  let sum = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) sum += sizeOf(path);
    else if (entry.isFile()) sum += statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  }
  return sum;
}

/** The most memory that a process ever held, in bytes; 0 where the system does not say, or no more. */
function peakMemory(pid: number): number {
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(processFile(pid, 'status')) ?? [];
  return Number(kilobytes ?? 0) * 1024;
}

/** How long a process has been at work on a processor; 0 where the system does not say, or no more. */
function cpuSeconds(pid: number): number {
  // The name of the program, in brackets, may hold spaces. A tick is a hundredth of a second.
  const fields = processFile(pid, 'stat')
    .replace(/^.*\) /s, '')
    .split(' ');
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / 100;
}

function processFile(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return '';
  }
}
