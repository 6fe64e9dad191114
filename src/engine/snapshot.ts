import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type GrafeoEngine, openGrafeoFile } from './grafeo';

/** What stands beside a saved graph. `key` says what it was made from, `hash` is the SHA-256 of the file's bytes. */
interface Manifest<About> {
  key: string;
  hash: string;
  about: About;
}

/**
 * Saves a graph, so that a start need not build it again. The data set's text files stay the truth: a graph made from
 * other files, or a file that has lost a bit, is not opened.
 */
export function saveSnapshot<About>(engine: GrafeoEngine, path: string, key: string, about: About): void {
  mkdirSync(dirname(path), { recursive: true });
  const fresh = `${path}.${process.pid}`;
  rmSync(fresh, { force: true });
  engine.save(fresh);
  const manifest: Manifest<About> = { key, hash: hashOf(fresh), about };
  // A server that has the old file open keeps it: a rename leaves its bytes alone.
  renameSync(fresh, path);
  writeFileSync(manifestOf(path), JSON.stringify(manifest));
}

/** The saved graph and what was noted with it; null where there is none of this key that is whole. */
export function openSnapshot<About>(path: string, key: string): { engine: GrafeoEngine; about: About } | null {
  if (!existsSync(path) || !existsSync(manifestOf(path))) return null;
  try {
    const manifest = JSON.parse(readFileSync(manifestOf(path), 'utf8')) as Manifest<About>;
    if (manifest.key !== key || manifest.hash !== hashOf(path)) return null;
    return { engine: openGrafeoFile(path), about: manifest.about };
  } catch {
    // A half-written manifest or a file of another release: the text files are there to build from.
    return null;
  }
}

const manifestOf = (path: string) => `${path}.json`;
const hashOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');
