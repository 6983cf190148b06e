import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { type Account, chooseAccount, giveTo, spawnAs } from './embedded-account.ts';
import { type Binaries, EmbeddedServerError, findBinaries } from './embedded-binaries.ts';
import { ensureCluster, ensureSocketDir, SUPERUSER, startServer } from './embedded-cluster.ts';

export { EmbeddedServerError } from './embedded-binaries.ts';

/** Another `kith start` is at work on the same data. */
export class DataInUseError extends EmbeddedServerError {
  override readonly name = 'DataInUseError';
}

export interface EmbeddedServerOptions {
  /** Folder for everything this installation keeps; the cluster lies in `postgres` inside it. */
  readonly dataDir: string;
  /** False only for tests: a power cut may then cost everything. */
  readonly durable: boolean;
  /** True for `kith start`: throws DataInUseError where another owns the data. Others simply join. */
  readonly mustOwn?: boolean;
  /** Removes `dataDir` once the server has stopped, even when this process is killed. */
  readonly temporary?: boolean;
  /** Folder of another PostgreSQL's programs; without it, those of the npm package. */
  readonly binaries?: string;
  readonly onProgress?: (sentence: string) => void;
}

export interface Superuser {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
}

export interface EmbeddedServer {
  readonly superuser: Superuser;
  /** The owner's `stop` stops the server; one who joined only lets go. */
  readonly role: 'owner' | 'joined';
  readonly majorVersion: number;
  stop(): Promise<void>;
}

/** Holding this session lock in the database `postgres` is what owning the data means: a kill frees it, a pid file would not. */
const OWNER_LOCK = 7_105_484;
const PATIENCE_MS = 90_000;

/**
 * Brings up PostgreSQL on `dataDir` and answers once it takes connections: makes the cluster the first time,
 * adopts a server whose owner was killed, joins one that has an owner, waits for one that is just stopping.
 * @throws DataInUseError when `mustOwn` and another process owns the data.
 * @throws EmbeddedServerError with a plain sentence when no server can run here.
 */
export async function startEmbeddedServer(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const dataDir = resolve(options.dataDir);
  const clusterDir = join(dataDir, 'postgres');
  const binaries = findBinaries(options.binaries);
  const account = await prepareFolders(binaries, dataDir, clusterDir, options.temporary === true);
  const socketDir = ensureSocketDir(account, dataDir);
  const superuser = { host: socketDir, port: 5432, user: SUPERUSER, database: 'postgres' };
  const cluster: Cluster = { binaries, account, clusterDir, dataDir, superuser, options };

  const deadline = Date.now() + PATIENCE_MS;
  let refusal = 'It does not answer.';
  for (;;) {
    const client = await connect(superuser);
    if (client) {
      const server = await ownOrJoin(client, cluster);
      if (server) return server;
    } else {
      if (!existsSync(join(clusterDir, 'PG_VERSION')))
        options.onProgress?.('Making the database for the first time');
      await ensureCluster(binaries, account, clusterDir, options.durable);
      trimLog(clusterDir);
      const said = await startServer(binaries, account, clusterDir, socketDir, options.durable);
      if (said === null) continue;
      refusal = said;
    }
    if (Date.now() > deadline) {
      throw new EmbeddedServerError(`The database in ${clusterDir} does not start. ${refusal}`);
    }
    await pause(100);
  }
}

interface Cluster {
  readonly binaries: Binaries;
  readonly account: Account;
  readonly clusterDir: string;
  readonly dataDir: string;
  readonly superuser: Superuser;
  readonly options: EmbeddedServerOptions;
}

async function prepareFolders(
  binaries: Binaries,
  dataDir: string,
  clusterDir: string,
  temporary: boolean,
): Promise<Account> {
  try {
    // Root's server runs as another account, which must be able to walk through; the cluster itself is 0700.
    mkdirSync(dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
  } catch (cause) {
    throw new EmbeddedServerError(
      `Kith cannot make the folder ${dataDir}. Set DATA_DIR to a folder this account may write.`,
      { cause },
    );
  }
  const account = await chooseAccount(binaries, dataDir, clusterDir);
  if (temporary) giveTo(account, dataDir);
  return account;
}

/** A connection, or null while nobody listens or the server is coming up or going down. */
async function connect(superuser: Superuser): Promise<pg.Client | null> {
  const client = new pg.Client({
    ...superuser,
    application_name: 'kith owner',
    connectionTimeoutMillis: 5_000,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.end().catch(() => {});
    const code = (error as { code?: string }).code ?? '';
    if (['ENOENT', 'ECONNREFUSED', 'ECONNRESET', '57P03'].includes(code)) return null;
    if (code === '' && error instanceof Error && /terminated|timeout/i.test(error.message)) return null;
    if (code === 'EACCES')
      throw new EmbeddedServerError(
        `The database in ${dirname(superuser.host)} belongs to another account of this machine. Start Kith from the account that made it, or set DATA_DIR to another folder.`,
        { cause: error },
      );
    throw error;
  }
}

/** Null when the server was on its way down: look again. */
async function ownOrJoin(client: pg.Client, cluster: Cluster): Promise<EmbeddedServer | null> {
  const { superuser, binaries, options } = cluster;
  const common = { superuser, majorVersion: binaries.majorVersion };
  try {
    // The lock of a process that was killed this instant is freed when its connection is noticed to be gone.
    const tries = options.mustOwn === true ? 10 : 1;
    for (let left = tries; left > 0; left--) {
      if (await takeLock(client)) {
        if (!(await disarmGuards(client, cluster))) {
          await client.end().catch(() => {});
          return null;
        }
        return { ...common, role: 'owner', stop: guard(client, cluster) };
      }
      if (left > 1) await pause(100);
    }
  } catch {
    await client.end().catch(() => {});
    return null;
  }
  await client.end().catch(() => {});
  if (options.mustOwn === true)
    throw new DataInUseError(
      `Another Kith is running on the data in ${cluster.dataDir}. Stop it first, or give this one a folder of its own with DATA_DIR.`,
    );
  return { ...common, role: 'joined', stop: async () => {} };
}

async function takeLock(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [
    OWNER_LOCK,
  ]);
  return rows[0]?.held === true;
}

const GUARD = 'kith-guard-';
const STOPPING = '.stopping';

/**
 * A guard is a small shell that waits for our pipe to close, however we end, and then stops the server, so that
 * none is ever orphaned. Renaming its token file is what it and the next owner race for: whoever gets it decides.
 */
function guard(lock: pg.Client, cluster: Cluster): () => Promise<void> {
  const { account, clusterDir, binaries, dataDir, options } = cluster;
  const token = join(clusterDir, `${GUARD}${randomBytes(8).toString('hex')}`);
  writeFileSync(token, '');
  const script = [
    'read _',
    `mv "$1" "$1${STOPPING}" 2>/dev/null || exit 0`,
    '"$2" stop --pgdata "$3" --mode=fast --wait --timeout=60 >/dev/null 2>&1',
    `rm -f "$1${STOPPING}"`,
    'if [ -n "$4" ]; then rm -rf "$4"; fi',
  ].join('\n');
  const removed = options.temporary === true ? dataDir : '';
  const child = spawnAs(
    account,
    '/bin/sh',
    ['-c', script, 'kith-guard', token, binaries.pgCtl, clusterDir, removed],
    { stdio: ['pipe', 'ignore', 'ignore'], detached: true },
  );
  child.unref();
  child.stdin?.on('error', () => {});

  const keeper = keepLock(lock, cluster);
  let stopping: Promise<void> | undefined;
  return () => {
    stopping ??= (async () => {
      await keeper.letGo();
      await ended(child);
    })();
    return stopping;
  };
}

async function ended(guardian: ChildProcess): Promise<void> {
  if (guardian.exitCode !== null || guardian.signalCode !== null) return;
  const over = new Promise<void>((done) => guardian.once('exit', () => done()));
  guardian.ref();
  guardian.stdin?.end();
  await over;
}

/** PostgreSQL drops every connection when one of its own processes crashes; the lock is then taken again. */
function keepLock(first: pg.Client, { superuser }: Cluster): { letGo(): Promise<void> } {
  let client = first;
  let over = false;
  const retake = async () => {
    for (let left = 100; left > 0 && !over; left--) {
      const again = await connect(superuser).catch(() => null);
      if (again && (await takeLock(again).catch(() => false))) {
        client = again;
        client.once('end', onEnd);
        return;
      }
      await again?.end().catch(() => {});
      await pause(300, undefined, { ref: false });
    }
  };
  const onEnd = () => {
    if (!over) void retake();
  };
  client.once('end', onEnd);
  return {
    async letGo() {
      over = true;
      await client.end().catch(() => {});
    },
  };
}

/** True when no guard of an earlier owner can stop this server any more; false when one is stopping it now. */
async function disarmGuards(client: pg.Client, { clusterDir }: Cluster): Promise<boolean> {
  for (const name of guards(clusterDir)) {
    // Where the guard renamed it first, it is found again below.
    if (!name.endsWith(STOPPING)) rmSync(join(clusterDir, name), { force: true });
  }
  const { rows } = await client.query<{ ms: number }>(
    'select (extract(epoch from pg_postmaster_start_time()) * 1000)::float8 as ms',
  );
  const startedMs = rows[0]?.ms ?? 0;
  let alive = true;
  for (const name of guards(clusterDir).filter((each) => each.endsWith(STOPPING))) {
    const file = join(clusterDir, name);
    const found = statSync(file, { throwIfNoEntry: false });
    // Left by a power cut while an earlier server was stopping: it means nothing for this one.
    if (found && found.ctimeMs < startedMs) rmSync(file, { force: true });
    else alive = false;
  }
  return alive;
}

function guards(clusterDir: string): string[] {
  return readdirSync(clusterDir).filter((name) => name.startsWith(GUARD));
}

function trimLog(clusterDir: string): void {
  const log = join(clusterDir, 'server.log');
  const found = statSync(log, { throwIfNoEntry: false });
  if (found && found.size > 5_000_000) truncateSync(log, 0);
}
