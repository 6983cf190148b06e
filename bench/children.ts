import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { repositoryRoot } from '#platform/root.ts';
import type { BareOrder } from './bare.ts';

/** A server running as a program of its own. */
export interface Child {
  readonly origin: string;
  readonly stop: () => Promise<void>;
  /** As a machine that loses its power: no signal that it could answer. */
  readonly kill: () => Promise<void>;
}

const WITHIN_MS = 60_000;

const ready = (child: ChildProcess, line: RegExp): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = '';
    const late = setTimeout(() => reject(new Error(`It was not ready in time. It said: ${said}`)), WITHIN_MS);
    const hear = (bytes: Buffer) => {
      said += bytes.toString('utf8');
      const found = line.exec(said)?.[1];
      if (!found) return;
      clearTimeout(late);
      resolve(found);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', () => {
      clearTimeout(late);
      reject(new Error(`It stopped before it was ready. It said: ${said}`));
    });
  });

const start = async (
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  line: RegExp,
): Promise<Child> => {
  const child = spawn(process.execPath, args, {
    cwd: repositoryRoot(),
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  // Whatever becomes of the one who started it, it does not live on alone.
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  const origin = await ready(child, line).catch((error: unknown) => {
    child.kill('SIGKILL');
    throw error;
  });
  return {
    origin,
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
    stop: async () => {
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
      await gone;
      clearTimeout(late);
    },
  };
};

/** The built Kith, as `kith start` starts it, on a port the machine chooses. KITH_BENCH_PROFILE=FOLDER writes where its time goes. */
export const startKith = (env: Readonly<Record<string, string>>): Promise<Child> => {
  const folder = process.env.KITH_BENCH_PROFILE;
  return start(
    [
      ...(folder ? ['--cpu-prof', `--cpu-prof-dir=${folder}`] : []),
      join(repositoryRoot(), 'bin', 'kith.mjs'),
      'start',
      '--empty',
    ],
    { ...env, PORT: '0', HOST: '127.0.0.1', TRUST_PROXY: 'yes' },
    /Kith is ready after .*?: (http:\S+)/,
  );
};

/** The bare routes. */
export const startBare = (order: BareOrder): Promise<Child> =>
  start(
    ['--import', 'tsx', join(repositoryRoot(), 'bench', 'bare.ts')],
    { KITH_BENCH_ORDER: JSON.stringify(order) },
    /ready (http:\S+)/,
  );
