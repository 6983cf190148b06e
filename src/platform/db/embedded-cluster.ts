import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { type Account, giveTo, runAs } from './embedded-account.ts';
import { type Binaries, EmbeddedServerError } from './embedded-binaries.ts';

/** The bootstrap superuser: it makes the roles and the database, nothing else ever signs in as it. */
export const SUPERUSER = 'kith_super';

/**
 * Makes the cluster in `clusterDir` unless it is there. Two first starts at once are safe: each makes its own
 * beside it, one rename wins, the other throws its copy away.
 * @throws EmbeddedServerError with what `initdb` said, or when the data needs another major version.
 */
export async function ensureCluster(
  binaries: Binaries,
  account: Account,
  clusterDir: string,
  durable: boolean,
): Promise<void> {
  const versionFile = join(clusterDir, 'PG_VERSION');
  if (existsSync(versionFile)) {
    const made = Number(readFileSync(versionFile, 'utf8').trim());
    if (made !== binaries.majorVersion) {
      throw new EmbeddedServerError(
        `The database in ${clusterDir} was made by PostgreSQL ${made}, and this Kith brings ${binaries.majorVersion}. Export it with the Kith that made it, then import it here.`,
      );
    }
    return;
  }
  sweepSiblings(clusterDir);
  const sibling = `${clusterDir}.new-${randomBytes(6).toString('hex')}`;
  mkdirSync(sibling, { mode: 0o700 });
  try {
    giveTo(account, sibling);
    const made = await runAs(account, binaries.initdb, [
      '--pgdata',
      sibling,
      '--username',
      SUPERUSER,
      '--auth-local=trust',
      '--auth-host=reject',
      '--encoding=UTF8',
      ...localeOf(binaries),
      '--no-instructions',
      ...(durable ? [] : ['--no-sync']),
    ]);
    if (made.code !== 0) {
      throw new EmbeddedServerError(`The database could not be made in ${clusterDir}: ${made.said}`);
    }
    await rename(sibling, clusterDir);
  } catch (error) {
    rmSync(sibling, { recursive: true, force: true });
    const code = (error as NodeJS.ErrnoException).code;
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error;
  }
}

/** 17 brought its own C.UTF-8; before that the system's has the same order and the same upper and lower case. */
function localeOf(binaries: Binaries): string[] {
  if (binaries.majorVersion >= 17)
    return ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  return ['--locale=C', '--lc-ctype=C.UTF-8'];
}

/** Half-made clusters of first starts that were killed. */
function sweepSiblings(clusterDir: string): void {
  const prefix = `${basename(clusterDir)}.new-`;
  for (const name of readdirSync(dirname(clusterDir))) {
    if (!name.startsWith(prefix)) continue;
    const sibling = join(dirname(clusterDir), name);
    const found = lstatSync(sibling, { throwIfNoEntry: false });
    if (found && Date.now() - found.mtimeMs > 600_000) rmSync(sibling, { recursive: true, force: true });
  }
}

/**
 * The private folder (0700) of the server's socket. Whoever may enter it may sign in as anyone, so this folder
 * is the lock of the whole database.
 * @throws EmbeddedServerError when a folder of that name belongs to somebody else.
 */
export function ensureSocketDir(account: Account, dataDir: string): string {
  const socketDir = socketDirOf(dataDir);
  mkdirSync(socketDir, { recursive: true, mode: 0o700 });
  const found = lstatSync(socketDir);
  const me = process.getuid?.() ?? found.uid;
  if (!found.isDirectory() || (found.uid !== me && found.uid !== account.owner?.uid)) {
    throw new EmbeddedServerError(
      `The folder ${socketDir} belongs to somebody else. Remove it, then start again.`,
    );
  }
  chmodSync(socketDir, 0o700);
  giveTo(account, socketDir);
  return socketDir;
}

/**
 * A socket's path may be about 104 bytes long, and the setting that names its folder reads commas, quotes and
 * backslashes its own way: such a place gets a folder in the temporary directory, named after the data folder.
 */
export function socketDirOf(dataDir: string): string {
  const near = join(dataDir, 'socket');
  if (Buffer.byteLength(join(near, '.s.PGSQL.5432')) < 100 && /^[\p{L}\p{N}/ ._+@=-]+$/u.test(near))
    return near;
  const hash = createHash('sha256').update(dataDir).digest('hex').slice(0, 16);
  return join(tmpdir(), `kith-${process.getuid?.() ?? 0}-${hash}`);
}

/**
 * Starts the server of a cluster and waits until it answers. Returns null, or what was said where it did not
 * start (another start may have been faster: the caller tries to connect before it believes this).
 */
export async function startServer(
  binaries: Binaries,
  account: Account,
  clusterDir: string,
  socketDir: string,
  durable: boolean,
): Promise<string | null> {
  removeStalePid(clusterDir);
  const log = join(clusterDir, 'server.log');
  const settings: Record<string, string> = {
    listen_addresses: '',
    unix_socket_directories: socketDir,
    unix_socket_permissions: '0700',
    port: '5432',
    timezone: 'UTC',
    log_timezone: 'UTC',
    jit: 'off',
    random_page_cost: '1.1',
    // What goes wrong with a statement can hold a person's name; the log keeps the server's own news only.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    ...(durable ? {} : FAST_AND_FORGETFUL),
  };
  const options = Object.entries(settings).map(([name, value]) => `-c ${name}=${forShell(value)}`);
  const started = await runAs(account, binaries.pgCtl, [
    'start',
    '--pgdata',
    clusterDir,
    '--log',
    log,
    '--wait',
    '--timeout=60',
    '--silent',
    '-o',
    options.join(' '),
  ]);
  if (started.code === 0) return null;
  const tail = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').slice(-4).join('\n') : '';
  return `${started.said}\n${tail}`.trim();
}

const FAST_AND_FORGETFUL = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  autovacuum: 'off',
  max_connections: '200',
};

/** pg_ctl hands its options to a shell. */
function forShell(value: string): string {
  return `'${value.replaceAll("'", "'\\''")}'`;
}

/**
 * After a power cut the pid file names a process that is gone; where that number now belongs to another
 * program, or to a dead child nobody collected (a container without an init), the server would believe it
 * lives and refuse to start for ever. Only Linux lets us tell; elsewhere the file stays.
 */
function removeStalePid(clusterDir: string): void {
  const file = join(clusterDir, 'postmaster.pid');
  try {
    const pid = readFileSync(file, 'utf8').split('\n')[0] ?? '';
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [, program, state] = /\((.*)\) (\S)/s.exec(stat) ?? [];
    if (program !== undefined && (program !== 'postgres' || state === 'Z')) rmSync(file, { force: true });
  } catch {
    // No file, or no such process: the server sees that by itself.
  }
}
