import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, realpathSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { socketDirOf } from './embedded-cluster.ts';
import {
  DataInUseError,
  type EmbeddedServer,
  type Superuser,
  startEmbeddedServer,
} from './embedded-server.ts';

const binaries = process.env.KITH_TEST_POSTGRES_BIN;
let folder: string;
let dataDir: string;
const running: EmbeddedServer[] = [];
const children: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(realpathSync(tmpdir()), "kith's own "));
  dataDir = join(folder, 'data, and more');
});

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const server of running.splice(0)) await server.stop();
  await gone(() => existsSync(join(dataDir, 'postgres', 'postmaster.pid')));
  rmSync(socketDirOf(dataDir), { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

async function start(more: { mustOwn?: boolean; temporary?: boolean; dataDir?: string } = {}) {
  const server = await startEmbeddedServer({
    dataDir,
    durable: false,
    ...(binaries ? { binaries } : {}),
    ...more,
  });
  running.push(server);
  return server;
}

async function ask(superuser: Superuser, text: string): Promise<unknown> {
  const client = new pg.Client({ ...superuser });
  await client.connect();
  try {
    const { rows } = await client.query(text);
    return rows[0];
  } finally {
    await client.end();
  }
}

/** Another process that owns the data until it is killed. */
async function ownerElsewhere(): Promise<ChildProcess> {
  const script = `
    import { startEmbeddedServer } from '${new URL('./embedded-server.ts', import.meta.url).href}';
    const server = await startEmbeddedServer(JSON.parse(process.argv[1]));
    console.log(server.role);
    process.stdin.resume();`;
  const options = JSON.stringify({
    dataDir,
    durable: false,
    mustOwn: true,
    ...(binaries ? { binaries } : {}),
  });
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, options], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  children.push(child);
  const [said] = await new Promise<[Buffer]>((resolve, reject) => {
    child.stdout?.once('data', (text: Buffer) => resolve([text]));
    child.once('exit', () => reject(new Error('the other owner did not start')));
  });
  expect(said.toString().trim()).toBe('owner');
  return child;
}

async function gone(there: () => boolean): Promise<void> {
  for (let left = 200; left > 0 && there(); left--) await pause(50);
  expect(there()).toBe(false);
}

const postmaster = (superuser: Superuser) =>
  ask(superuser, 'select pg_postmaster_start_time()::text as since') as Promise<{ since: string }>;

describe('the database server of our own', () => {
  it('starts in a folder with spaces, quotes and commas, keeps what it is given, and stops', async () => {
    const first = await start();
    expect(first.role).toBe('owner');
    await ask(first.superuser, 'create table kept (word text)');
    await ask(first.superuser, `insert into kept values ('still here')`);
    expect(statSync(first.superuser.host).mode & 0o777).toBe(0o700);
    await first.stop();
    expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false);
    expect(readdirSync(join(dataDir, 'postgres')).filter((name) => name.startsWith('kith-guard'))).toEqual(
      [],
    );

    const second = await start();
    expect(await ask(second.superuser, 'select word from kept')).toEqual({ word: 'still here' });
  });

  it('is joined by other commands, and refuses a second owner in plain words', async () => {
    const owner = await start({ mustOwn: true });
    const guest = await start();
    expect(guest.role).toBe('joined');
    await expect(start({ mustOwn: true })).rejects.toThrow(DataInUseError);
    await expect(start({ mustOwn: true })).rejects.toThrow(/Another Kith is running on the data/);
    await guest.stop();
    expect(await ask(owner.superuser, 'select 1 as one')).toEqual({ one: 1 });
  });

  it('lets two first starts at once end with one owner', async () => {
    const both = await Promise.all([start(), start()]);
    expect(both.map(({ role }) => role).sort()).toEqual(['joined', 'owner']);
    expect(readdirSync(dataDir).filter((name) => name.includes('.new-'))).toEqual([]);
  });

  it('stops by itself when its owner is killed', async () => {
    const child = await ownerElsewhere();
    child.kill('SIGKILL');
    await gone(() => existsSync(join(dataDir, 'postgres', 'postmaster.pid')));
  });

  it('is adopted or started anew right after its owner was killed, and then stays', async () => {
    const child = await ownerElsewhere();
    child.kill('SIGKILL');
    const heir = await start({ mustOwn: true });
    expect(heir.role).toBe('owner');
    const before = await postmaster(heir.superuser);
    // The guard of the one who was killed must not stop it under its heir.
    await pause(1_000);
    expect(await postmaster(heir.superuser)).toEqual(before);
  });

  it('takes its lock again when the server has dropped every connection', async () => {
    const owner = await start({ mustOwn: true });
    const holder = () =>
      ask(
        owner.superuser,
        `select pid from pg_locks join pg_stat_activity using (pid)
          where locktype = 'advisory' and application_name = 'kith owner'`,
      );
    const before = await holder();
    await ask(
      owner.superuser,
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'kith owner'`,
    );
    await expect
      .poll(async () => {
        const now = await holder();
        return now !== undefined && JSON.stringify(now) !== JSON.stringify(before);
      })
      .toBe(true);
    await expect(start({ mustOwn: true })).rejects.toThrow(DataInUseError);
  });

  it('leaves nothing of a temporary folder', async () => {
    const passing = await start({ temporary: true });
    await passing.stop();
    expect(existsSync(dataDir)).toBe(false);
  });
});
