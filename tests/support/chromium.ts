import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright';

const run = promisify(execFile);

/** Nothing but the pages under test: no updates, no background traffic, no first-run tour. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A headless Chromium of this test's own; close it when done. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await findChromium(), args: QUIET, headless: true });
}

let found: Promise<string> | undefined;

/**
 * The path of a Chromium that runs: the one KITH_CHROMIUM names, one of this machine, or Playwright's own. Where
 * there is none one is installed: Debian's package as root, else Playwright's download.
 * @throws Error that says what to do when none can be had: browser tests are never left out in silence.
 */
export function findChromium(): Promise<string> {
  found ??= search();
  return found;
}

async function search(): Promise<string> {
  const named = process.env.KITH_CHROMIUM;
  if (named !== undefined && named !== '') {
    if (await runs(named)) return named;
    throw new Error(
      `KITH_CHROMIUM names ${named}, which does not run. Set it to a Chromium, or leave it out.`,
    );
  }
  const there = await firstThatRuns();
  if (there !== null) return there;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await loudly('apt-get', ['-q', 'update'], env);
    await loudly('apt-get', ['-q', '-y', 'install', '--no-install-recommends', 'chromium'], env);
    const installed = await firstThatRuns();
    if (installed !== null) return installed;
  }
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright/package.json')), 'cli.js');
  await loudly(process.execPath, [cli, 'install', 'chromium', '--no-shell'], process.env);
  if (await runs(chromium.executablePath())) return chromium.executablePath();
  throw new Error(
    'The browser tests need a Chromium and none could be installed. Install one (on Debian, as root: apt-get install chromium) or set KITH_CHROMIUM to its path.',
  );
}

async function firstThatRuns(): Promise<string | null> {
  const folders = ['/usr/bin', '/usr/local/bin', '/snap/bin'];
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const usual = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  const mac = [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ];
  for (const path of [...usual, ...mac, chromium.executablePath()])
    if (existsSync(path) && (await runs(path))) return path;
  return null;
}

/** Being there is not enough: a library may be missing, or the file may only say which package to install. */
async function runs(path: string): Promise<boolean> {
  const profile = await mkdtemp(join(tmpdir(), 'kith-chromium-'));
  try {
    const page = 'data:text/html,<title>x</title><p>kith';
    const args = ['--headless', ...QUIET, `--user-data-dir=${profile}`, '--dump-dom', page];
    const { stdout } = await run(path, args, { timeout: 60_000 });
    return stdout.includes('kith');
  } catch {
    return false;
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** What it says goes to the error stream: the last line of our own output is the path. */
function loudly(program: string, args: string[], env: NodeJS.ProcessEnv): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
    child.stdout.pipe(process.stderr);
    child.on('error', () => resolve());
    child.on('exit', () => resolve());
  });
}

if (import.meta.main) {
  try {
    console.log(await findChromium());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
