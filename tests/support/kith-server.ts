import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { repositoryRoot } from '#platform/root.ts';
import { type Letterbox, openLetterbox } from './letterbox.ts';

/** The real program on a database of its own, filled with the demonstration. */
export interface KithServer {
  readonly origin: string;
  /** Every e-mail it has sent since it started. */
  readonly letterbox: Letterbox;
  /** Reads as the superuser, past every policy: to prove what is, or is not, written down. */
  readonly rows: <Row extends pg.QueryResultRow>(query: string, values?: unknown[]) => Promise<Row[]>;
  /** Runs `kith` with these words on the same database, and gives what it said. */
  readonly says: (...words: readonly string[]) => Promise<string>;
  readonly stop: () => Promise<void>;
}

const FILLED = 'kith_filled';
const SECRET = 'a secret of the journeys, long enough to be one';
/** Filling takes about a quarter of this on a machine that has nothing else to do. */
const PATIENCE = 180_000;

/**
 * Starts Kith over a copy of the demonstration, which the first journey of a run fills and all later ones copy.
 * Nothing that one journey does can be met by another. Call it in `beforeAll` and `stop` it in `afterAll`.
 */
export async function openKith(): Promise<KithServer> {
  await build();
  await fillOnce();
  const name = `journey_${process.pid}_${Date.now()}`;
  await asSuperuser(`create database ${name} template ${FILLED} strategy file_copy owner kith_owner`);
  const letterbox = await openLetterbox();
  const port = await freePort();
  // A passkey belongs to a name: browsers refuse it at a bare address.
  const origin = `http://localhost:${port}`;
  const kith = await start(name, {
    PORT: String(port),
    PUBLIC_URL: origin,
    SMTP_URL: letterbox.url,
    MAIL_FROM: 'hello@kith.example',
  });
  const rows: KithServer['rows'] = async (query, values) => {
    const client = new pg.Client({ ...inject('superuser'), database: name });
    await client.connect();
    try {
      return (await client.query(query, values)).rows;
    } finally {
      await client.end();
    }
  };
  return {
    origin,
    letterbox,
    rows,
    says: async (...words) => {
      const child = run(name, words, { PUBLIC_URL: origin });
      const said = listen(child);
      await ended(child);
      if (child.exitCode !== 0) throw new Error(`kith ${words[0]} did not work.\n${said()}`);
      return said();
    },
    stop: async () => {
      await stopChild(kith);
      await letterbox.close();
      await asSuperuser(`drop database if exists ${name} with (force)`);
    },
  };
}

/** Journeys walk through what people are given: the built program, and never one that is older than its source. */
export async function build(): Promise<void> {
  const root = repositoryRoot();
  const built = join(root, 'dist', 'server', 'main.js');
  const newest = Math.max(...['src', 'seeds'].map((folder) => newestIn(join(root, folder))));
  if (existsSync(built) && statSync(built).mtimeMs > newest) return;
  const child = spawn(process.execPath, [join(root, 'bin', 'build.mjs')], { stdio: 'pipe' });
  const said = listen(child);
  await ended(child);
  if (child.exitCode !== 0) throw new Error(`Kith could not be built.\n${said()}`);
}

const newestIn = (folder: string): number =>
  Math.max(
    0,
    ...readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((each) => each.isFile() && !each.name.includes('.test.'))
      .map((each) => statSync(join(each.parentPath, each.name)).mtimeMs),
  );

async function fillOnce(): Promise<void> {
  const there = await asSuperuser(`select 1 from pg_database where datname = '${FILLED}'`);
  if (there.rowCount) return;
  const filling = `${FILLED}_half`;
  await asSuperuser(`drop database if exists ${filling} with (force)`);
  await asSuperuser(
    `create database ${filling} template ${inject('template')} strategy file_copy owner kith_owner`,
  );
  const kith = await start(filling, { PORT: '0', WORKER: 'apart' });
  await stopChild(kith);
  await asSuperuser(`alter database ${filling} rename to ${FILLED}`);
}

function run(database: string, words: readonly string[], settings: Record<string, string>): ChildProcess {
  const { host } = inject('superuser');
  const url = (login: string) =>
    `postgres://${login}@localhost/${database}?host=${encodeURIComponent(host ?? '')}`;
  return spawn(process.execPath, [join(repositoryRoot(), 'bin', 'kith.mjs'), ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH ?? '',
      NODE_ENV: 'production',
      DATABASE_OWNER_URL: url('kith_owner'),
      DATABASE_APP_URL: url('kith_app'),
      DATABASE_SIGN_IN_URL: url('kith_sign_in'),
      KITH_SECRET: SECRET,
      ...settings,
    },
  });
}

async function start(database: string, settings: Record<string, string>): Promise<ChildProcess> {
  const child = run(database, ['start', '--demo'], settings);
  const said = listen(child);
  // Whatever happens to the test, the program does not outlive it.
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  const until = Date.now() + PATIENCE;
  while (!said().includes('Kith is ready')) {
    if (child.exitCode !== null || child.signalCode !== null || Date.now() > until) {
      child.kill('SIGKILL');
      throw new Error(`Kith did not start.\n${said()}`);
    }
    await pause(50);
  }
  return child;
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = ended(child);
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 15_000);
  await gone;
  clearTimeout(late);
}

function listen(child: ChildProcess): () => string {
  let said = '';
  const hear = (words: Buffer) => {
    said = (said + words.toString()).slice(-20_000);
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  return () => said;
}

const ended = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
};

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('There was no free port.');
  return address.port;
}

async function asSuperuser(statement: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ ...inject('superuser') });
  await client.connect();
  try {
    return await client.query(statement);
  } finally {
    await client.end();
  }
}
