import pg from 'pg';
import { aimed } from './address.ts';

/** The three logins of Kith. The superuser of an embedded server is a fourth that only ever runs this file. */
const LOGINS = ['kith_owner', 'kith_app', 'kith_sign_in'] as const;
export type Login = (typeof LOGINS)[number];

/** A database that cannot be prepared; the message says what to do. */
export class BootstrapError extends Error {
  override readonly name = 'BootstrapError';
}

export interface BootstrapOptions {
  readonly database: string;
  /** Left out for the embedded server, whose private socket is the lock. */
  readonly passwords?: Readonly<Record<Login, string>>;
}

const EXTENSIONS = ['btree_gist', 'citext', 'pg_trgm', 'unaccent'] as const;

const PURPOSES: Record<Login, string> = {
  kith_owner: 'owns the tables and migrates them',
  kith_app: 'web and worker: owns nothing, sees what row security lets through',
  kith_sign_in: 'the sign-in library alone',
};

/**
 * Makes what migrations stand on: the roles `kith_owner`, `kith_app` and `kith_sign_in` (none a superuser), the
 * database, its extensions. Everything that is there already is left alone, so it runs at every start.
 * `admin` is the embedded superuser, or any login that may make roles (and the database, unless it exists).
 * @throws BootstrapError when a role exists under another password or an extension is not to be had.
 */
export async function bootstrap(admin: pg.ClientConfig, options: BootstrapOptions): Promise<void> {
  const { database, passwords } = options;
  const server = await opened(admin);
  try {
    for (const login of LOGINS) await ensureLogin(server, admin, login, database, passwords?.[login]);
    const { rowCount } = await server.query('select from pg_database where datname = $1', [database]);
    if (rowCount === 0) await makeDatabase(server, database);
  } finally {
    await server.end();
  }
  const inside = await opened(aimed(admin, { database }));
  try {
    await settleIn(inside, database);
  } finally {
    await inside.end();
  }
}

async function opened(config: pg.ClientConfig): Promise<pg.Client> {
  const client = new pg.Client({ ...config, application_name: 'kith bootstrap' });
  await client.connect();
  return client;
}

async function ensureLogin(
  server: pg.Client,
  admin: pg.ClientConfig,
  login: Login,
  database: string,
  password: string | undefined,
): Promise<void> {
  const mark = `Kith, database ${database}: ${PURPOSES[login]}`;
  const { rows } = await server.query<{ mark: string | null }>(
    `select shobj_description(oid, 'pg_authid') as mark from pg_roles where rolname = $1`,
    [login],
  );
  const found = rows[0];
  const secret = password === undefined ? '' : ` password ${pg.escapeLiteral(password)}`;
  if (found === undefined) {
    try {
      await server.query(`create role ${login} login nosuperuser nocreatedb nocreaterole${secret}`);
    } catch (error) {
      // 42710, 23505: another start was faster.
      if (!['42710', '23505'].includes(codeOf(error))) throw explained(error, login);
      return;
    }
    await server.query(`comment on role ${login} is ${pg.escapeLiteral(mark)}`);
    // An answer's meaning must not depend on the zone the server happens to stand in.
    await server.query(`alter role ${login} set timezone to 'UTC'`);
    return;
  }
  if (password === undefined || (await opens(admin, login, password))) return;
  if (found.mark !== mark) {
    throw new BootstrapError(
      `The database server already has a role named ${login}, and KITH_SECRET does not open it. If another Kith uses that server, give each its own roles and set DATABASE_OWNER_URL, DATABASE_APP_URL and DATABASE_SIGN_IN_URL. If KITH_SECRET was lost, set the role's password by hand.`,
    );
  }
  await server.query(`alter role ${login}${secret}`);
}

/** True when the role signs in with this password, to the database the admin came in by. */
async function opens(admin: pg.ClientConfig, login: Login, password: string): Promise<boolean> {
  const trial = new pg.Client(aimed(admin, { user: login, password }));
  trial.on('error', () => {});
  try {
    await trial.connect();
    return true;
  } catch (error) {
    // 42501: the password was right, the door of that database is closed to it.
    if (codeOf(error) === '42501') return true;
    // 28P01, 28000: the password is another. Anything else is not about the password.
    if (codeOf(error).startsWith('28')) return false;
    throw error;
  } finally {
    await trial.end().catch(() => {});
  }
}

async function makeDatabase(server: pg.Client, database: string): Promise<void> {
  const name = pg.escapeIdentifier(database);
  try {
    await server.query(`create database ${name} encoding 'UTF8' template template0`);
  } catch (error) {
    if (!['42P04', '23505'].includes(codeOf(error))) throw explained(error, database);
    return;
  }
  await server.query(`revoke all on database ${name} from public`);
}

async function settleIn(inside: pg.Client, database: string): Promise<void> {
  const name = pg.escapeIdentifier(database);
  const { rows } = await inside.query<{ owner: boolean; member: boolean; extensions: string[] }>(
    `select d.datdba = 'kith_owner'::regrole as owner,
            pg_has_role(current_user, 'kith_owner', 'member') as member,
            (select coalesce(array_agg(extname::text), '{}') from pg_extension) as extensions
       from pg_database d where d.datname = current_database()`,
  );
  const seen = rows[0];
  for (const extension of EXTENSIONS) {
    if (seen?.extensions.includes(extension)) continue;
    try {
      await inside.query(`create extension if not exists ${extension} with schema public`);
    } catch (error) {
      if (codeOf(error) === '23505') continue;
      throw new BootstrapError(
        `The extension ${extension} could not be installed in the database ${database}: ${(error as Error).message}. Ask whoever runs the server to run: create extension ${extension};`,
        { cause: error },
      );
    }
  }
  if (seen?.owner === true) return;
  await inside.query(`grant connect, create, temporary on database ${name} to kith_owner`);
  await inside.query(`grant connect on database ${name} to kith_app, kith_sign_in`);
  await inside.query('revoke create on schema public from public');
  await inside.query('grant usage on schema public to kith_owner, kith_app, kith_sign_in');
  // Where the server's rules allow it the owner owns the database; where not, its rights above are enough.
  if (seen?.member === true) await inside.query(`alter database ${name} owner to kith_owner`).catch(() => {});
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

function explained(error: unknown, what: string): unknown {
  if (codeOf(error) !== '42501') return error;
  return new BootstrapError(
    `The login in DATABASE_URL may not make ${what}. Give it CREATEROLE and CREATEDB, or make the three roles and the database yourself and set DATABASE_OWNER_URL, DATABASE_APP_URL and DATABASE_SIGN_IN_URL.`,
    { cause: error },
  );
}
