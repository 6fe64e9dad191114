import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

export const NO_CHROMIUM =
  'no Chromium starts here: install one (apt-get install chromium) or set CHROMIUM_PATH; on Linux x64 `npm install` brings one';

/** The path of a Chromium that starts, or null. */
export function findChromium(): string | null {
  const { CHROMIUM_PATH } = process.env;
  if (CHROMIUM_PATH) return starts(CHROMIUM_PATH) ? CHROMIUM_PATH : null;
  return ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(starts) ?? findUnpacked();
}

export async function openBrowser(executablePath = findChromium()): Promise<Browser> {
  if (!executablePath) throw new Error(`Expected a browser, but ${NO_CHROMIUM}.`);
  return chromium.launch({ executablePath, args: FLAGS });
}

/** Like `describe`; where there is no Chromium the tests say so and are skipped, or fail where CI is set. */
export function describeInBrowser(name: string, tests: (executablePath: string) => void): void {
  const executablePath = findChromium();
  if (executablePath) {
    describe(name, () => tests(executablePath));
  } else if (process.env.CI) {
    it(`finds a Chromium for ${name}`, () => {
      throw new Error(`Expected a browser, but ${NO_CHROMIUM}.`);
    });
  } else {
    process.stderr.write(`Skipped ${name}: ${NO_CHROMIUM}.\n`);
    // Jest runs no hook of a skipped group, so the path is never read.
    describe.skip(`${name} (skipped: ${NO_CHROMIUM})`, () => tests(''));
  }
}

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function starts(path: string): boolean {
  return existsSync(path) && spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0;
}

/** The Chromium that comes by npm for Linux x64, unpacked once (200 MB) into the folder for temporary files. */
function findUnpacked(): string | null {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const folder = join(tmpdir(), 'policy-timelines-chromium-147');
  const launcher = join(folder, 'launch');
  if (!existsSync(launcher)) unpack(folder);
  return starts(launcher) ? launcher : null;
}

/** Unpacks beside the folder and moves the whole into place, so that no other test run finds half a browser. */
function unpack(folder: string): void {
  const fresh = mkdtempSync(`${folder}-`);
  // In a process of its own: the package reads TMPDIR, and brings the libraries that a bare Linux lacks only where it
  // believes to be in a Lambda.
  const script = "require('@sparticuz/chromium').executablePath()";
  const env = { ...process.env, TMPDIR: fresh, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' };
  try {
    spawnSync(process.execPath, ['-e', script], { cwd: __dirname, env, timeout: 120_000 });
    writeFileSync(join(fresh, 'fonts', 'fonts.conf'), fontsOf(folder));
    writeFileSync(join(fresh, 'launch'), LAUNCHER, { mode: 0o755 });
    renameSync(fresh, folder);
  } catch {
    // The package is missing, or another run was faster and its folder serves as well: the caller looks what is there.
    rmSync(fresh, { recursive: true, force: true });
  }
}

const LAUNCHER = `#!/bin/sh
here=$(dirname "$0")
export LD_LIBRARY_PATH="$here/al2023/lib"
[ -e /etc/fonts/fonts.conf ] || export FONTCONFIG_PATH="$here/fonts"
exec "$here/chromium" "$@"
`;

function fontsOf(folder: string): string {
  return `<?xml version="1.0"?><fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/font-cache</cachedir></fontconfig>`;
}
