import { createHmac } from 'node:crypto';
import pg from 'pg';
import { aimed, databaseOf } from './address.ts';
import { BootstrapError, bootstrap, type Login } from './bootstrap.ts';
import { type Superuser, startEmbeddedServer } from './embedded-server.ts';
import { houseTypes } from './types.ts';

export interface DatabaseSettings {
  /**
   * `url` is a login that may make roles and the database; the other three are roles somebody made already.
   * Without any, the embedded server is used.
   */
  readonly database: {
    readonly url?: string;
    readonly ownerUrl?: string;
    readonly appUrl?: string;
    readonly signInUrl?: string;
  };
  /** KITH_SECRET; the passwords of the three roles are derived from it when `url` makes them. */
  readonly secret?: string;
  /** Folder of the embedded server's data. */
  readonly dataDir: string;
  /** True for `kith start`; other commands join a running server. */
  readonly mustOwn?: boolean;
  readonly onProgress?: (sentence: string) => void;
}

/** How to reach the database as each login, and how to let go of it. */
export interface Connections {
  readonly owner: pg.PoolConfig;
  readonly app: pg.PoolConfig;
  readonly signIn: pg.PoolConfig;
  readonly embedded: boolean;
  /** Stops the embedded server if this process owns it; end your own pools first. */
  stop(): Promise<void>;
}

const DATABASE = 'kith';

/**
 * Finds or brings up the database and makes its roles; migrations are the caller's next step.
 * @throws BootstrapError or EmbeddedServerError with a plain sentence for the person who starts Kith.
 */
export async function openDatabase(settings: DatabaseSettings): Promise<Connections> {
  const { url: databaseUrl, ownerUrl, appUrl, signInUrl } = settings.database;
  if (databaseUrl === undefined && ownerUrl === undefined && appUrl === undefined && signInUrl === undefined)
    return openEmbedded(settings);

  if (ownerUrl !== undefined && appUrl !== undefined && signInUrl !== undefined) {
    return external({
      kith_owner: { connectionString: ownerUrl },
      kith_app: { connectionString: appUrl },
      kith_sign_in: { connectionString: signInUrl },
    });
  }
  if (databaseUrl === undefined) {
    throw new BootstrapError(
      'Set DATABASE_URL, or all three of DATABASE_OWNER_URL, DATABASE_APP_URL and DATABASE_SIGN_IN_URL.',
    );
  }
  if (settings.secret === undefined) {
    throw new BootstrapError(
      'DATABASE_URL needs KITH_SECRET beside it: a long random text that stays the same from start to start, and on every machine of this Kith.',
    );
  }
  const admin: pg.ClientConfig = { connectionString: databaseUrl };
  const database = databaseOf(databaseUrl) ?? DATABASE;
  const passwords = derivedPasswords(settings.secret);
  await bootstrap(await frontDoor(admin, database), { database, passwords });
  const as = (login: Login, url: string | undefined): pg.PoolConfig =>
    url === undefined
      ? aimed(admin, { user: login, password: passwords[login], database })
      : { connectionString: url };
  return external({
    kith_owner: as('kith_owner', ownerUrl),
    kith_app: as('kith_app', appUrl),
    kith_sign_in: as('kith_sign_in', signInUrl),
  });
}

/**
 * The passwords of the three roles, so that every machine of one Kith knows them from KITH_SECRET alone:
 * HMAC-SHA-256 of the role's name, as base64url text.
 */
export function derivedPasswords(secret: string): Record<Login, string> {
  const derived = (login: Login) =>
    createHmac('sha256', secret).update(`database login ${login}`).digest('base64url');
  return {
    kith_owner: derived('kith_owner'),
    kith_app: derived('kith_app'),
    kith_sign_in: derived('kith_sign_in'),
  };
}

/** The three connections to one database of an embedded server, for Kith itself and for its tests. */
export function embeddedLogins(
  superuser: Superuser,
  database: string,
): Pick<Connections, 'owner' | 'app' | 'signIn'> {
  const { host, port } = superuser;
  return logins({
    kith_owner: { host, port, user: 'kith_owner', database },
    kith_app: { host, port, user: 'kith_app', database },
    kith_sign_in: { host, port, user: 'kith_sign_in', database },
  });
}

async function openEmbedded(settings: DatabaseSettings): Promise<Connections> {
  const { dataDir, mustOwn, onProgress } = settings;
  const server = await startEmbeddedServer({
    dataDir,
    durable: true,
    ...(mustOwn === undefined ? {} : { mustOwn }),
    ...(onProgress === undefined ? {} : { onProgress }),
  });
  try {
    await bootstrap(server.superuser, { database: DATABASE });
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { ...embeddedLogins(server.superuser, DATABASE), embedded: true, stop: server.stop };
}

function external(by: Record<Login, pg.PoolConfig>): Connections {
  return { ...logins(by), embedded: false, stop: async () => {} };
}

function logins(by: Record<Login, pg.PoolConfig>): Pick<Connections, 'owner' | 'app' | 'signIn'> {
  return {
    owner: { ...by.kith_owner, types: houseTypes },
    app: { ...by.kith_app, types: houseTypes },
    signIn: by.kith_sign_in,
  };
}

/** The admin's way in: the database itself, or `postgres` while it is still to be made. */
async function frontDoor(admin: pg.ClientConfig, database: string): Promise<pg.ClientConfig> {
  const client = new pg.Client(admin);
  client.on('error', () => {});
  try {
    await client.connect();
    return admin;
  } catch (error) {
    // 3D000: there is no such database yet.
    if ((error as { code?: string }).code === '3D000') return aimed(admin, { database: 'postgres' });
    throw new BootstrapError(
      `Kith cannot reach the database ${database} that DATABASE_URL names: ${(error as Error).message}. Check the address, the login and that the server is running.`,
      { cause: error },
    );
  } finally {
    await client.end().catch(() => {});
  }
}
