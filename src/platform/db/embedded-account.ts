import { type ChildProcess, execFile, type SpawnOptions, spawn } from 'node:child_process';
import { chownSync, statSync } from 'node:fs';
import { promisify } from 'node:util';
import { type Binaries, EmbeddedServerError } from './embedded-binaries.ts';

const run = promisify(execFile);

/** Under which account the server's programs run. PostgreSQL refuses to run as root. */
export interface Account {
  /** Who owns the files, or null where that is simply the account that runs Kith. */
  readonly owner: { uid: number; gid: number } | null;
  /** Set where root pretends to be `nobody` inside a user namespace, keeping its reach into closed folders. */
  readonly namespaced: boolean;
}

/**
 * The account that may run the server for `clusterDir` (which need not exist yet) inside `dataDir`.
 * As an ordinary user: that user. As root: the owner of an existing cluster, else `nobody`, else `nobody` in a
 * user namespace where a parent folder is closed to others.
 * @throws EmbeddedServerError with a sentence that says what to do when none of these works here.
 */
export async function chooseAccount(
  binaries: Binaries,
  dataDir: string,
  clusterDir: string,
): Promise<Account> {
  const existing = statSync(clusterDir, { throwIfNoEntry: false });
  const uid = process.getuid?.() ?? 0;
  if (uid !== 0) {
    if (existing && existing.uid !== uid) {
      throw new EmbeddedServerError(
        `The database in ${clusterDir} belongs to another account of this machine. Start Kith from the account that made it, or set DATA_DIR to another folder.`,
      );
    }
    return { owner: null, namespaced: false };
  }
  const inNamespace: Account = { owner: null, namespaced: true };
  if (existing?.uid === 0) {
    await mustWork(binaries, inNamespace, dataDir);
    return inNamespace;
  }
  const nobody: Account = {
    owner: existing ? { uid: existing.uid, gid: existing.gid } : await accountOfNobody(),
    namespaced: false,
  };
  if (await works(binaries, nobody, dataDir)) return nobody;
  if (existing) {
    throw new EmbeddedServerError(
      `PostgreSQL cannot run as root, and the account that owns ${clusterDir} cannot reach it. Open the folders above it (chmod o+x), start Kith from an ordinary account, or set DATABASE_URL.`,
    );
  }
  await mustWork(binaries, inNamespace, dataDir);
  return inNamespace;
}

/** Starts a program as the account, in `/` (the server's account may not see our folder) and with a bare environment. */
export function spawnAs(
  account: Account,
  program: string,
  args: string[],
  options: Pick<SpawnOptions, 'stdio' | 'detached'>,
): ChildProcess {
  const [command, prefix] = account.namespaced ? ['unshare', NAMESPACE] : [program, []];
  return spawn(command, account.namespaced ? [...prefix, program, ...args] : args, {
    ...options,
    ...account.owner,
    cwd: '/',
    // A PGOPTIONS or PGDATA of the person's own must not steer this server.
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
  });
}

/** Runs a program to its end; resolves to its exit code and everything it printed. */
export function runAs(
  account: Account,
  program: string,
  args: string[],
): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    const child = spawnAs(account, program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    const hear = (text: Buffer) => {
      said += text.toString('utf8');
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.on('error', (error) => resolve({ code: 127, said: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, said: said.trim() }));
  });
}

/** Gives a folder of ours to the account that runs the server. */
export function giveTo(account: Account, folder: string): void {
  if (account.owner) chownSync(folder, account.owner.uid, account.owner.gid);
}

const NAMESPACE = ['--user', '--map-user=65534', '--map-group=65534', '--'];

async function works(binaries: Binaries, account: Account, dataDir: string): Promise<boolean> {
  const seen = await runAs(account, '/bin/sh', [
    '-c',
    '"$1" --version >/dev/null && test -x "$2"',
    'sh',
    binaries.postgres,
    dataDir,
  ]);
  return seen.code === 0;
}

async function mustWork(binaries: Binaries, account: Account, dataDir: string): Promise<void> {
  if (await works(binaries, account, dataDir)) return;
  throw new EmbeddedServerError(
    `PostgreSQL cannot run as root, and no other account can reach ${dataDir}. Start Kith from an ordinary account, move it out of the closed folder, or set DATABASE_URL.`,
  );
}

async function accountOfNobody(): Promise<{ uid: number; gid: number }> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', 'nobody']), run('id', ['-g', 'nobody'])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch (cause) {
    throw new EmbeddedServerError(
      'PostgreSQL cannot run as root and this machine has no account named nobody. Start Kith from an ordinary account, or set DATABASE_URL.',
      { cause },
    );
  }
}
