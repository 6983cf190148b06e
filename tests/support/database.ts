import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { embeddedLogins } from '#platform/db/connect.ts';

export interface TestDatabase {
  readonly owner: pg.PoolConfig;
  readonly app: pg.PoolConfig;
  readonly signIn: pg.PoolConfig;
  /** For a Kith started as a program of its own on this database. */
  readonly environment: Readonly<Record<string, string>>;
  /** Ends every connection to the database and removes it. */
  drop(): Promise<void>;
}

/**
 * A database of this test file's own, freshly migrated and empty, or a copy of what `templateOnce` made. Call it in
 * `beforeAll` and `drop` it in `afterAll`; files of the projects `database` and `journeys` only, which have a cluster.
 */
export async function testDatabase(template = inject('template')): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asSuperuser(`create database ${name} template ${template} strategy file_copy owner kith_owner`);
  return reach(name);
}

/**
 * A database to copy, filled by whichever test file asks for it first; the others wait for that one, in whatever
 * thread or process they run, and find it. Answers its name; everybody of a run gives one name the same filling.
 */
export async function templateOnce(
  name: string,
  fill: (database: TestDatabase) => Promise<void>,
): Promise<string> {
  await withSuperuser(async (client) => {
    // The lock goes with the connection, so whoever is stopped in the middle leaves it to the next.
    await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [name]);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount) return;
    const half = `${name}_half`;
    await client.query(`drop database if exists ${half} with (force)`);
    await client.query(
      `create database ${half} template ${inject('template')} strategy file_copy owner kith_owner`,
    );
    await fill(reach(half));
    await untilLeft(client, half);
    await client.query(`alter database ${half} rename to ${name}`);
  });
  return name;
}

function reach(name: string): TestDatabase {
  const superuser = inject('superuser');
  return {
    ...embeddedLogins(superuser, name),
    environment: {
      DATABASE_OWNER_URL: url(superuser.host, name, 'kith_owner'),
      DATABASE_APP_URL: url(superuser.host, name, 'kith_app'),
      DATABASE_SIGN_IN_URL: url(superuser.host, name, 'kith_sign_in'),
    },
    drop: () => dropWhenLeft(name),
  };
}

function url(socketDir: string, database: string, login: string): string {
  return `postgres://${login}@localhost/${database}?host=${encodeURIComponent(socketDir)}`;
}

/** How long connections that were told to end may take before they are ended for them. */
const PATIENCE_MS = 10_000;

/**
 * A pool says it has ended before the server has let its connections go. Cutting one off then reaches a client
 * that nobody listens to any more, as an error out of nowhere: so the last of them is waited for first.
 */
async function untilLeft(client: pg.Client, name: string): Promise<void> {
  const until = performance.now() + PATIENCE_MS;
  while (performance.now() < until) {
    const { rows } = await client.query('select 1 from pg_stat_activity where datname = $1 limit 1', [name]);
    if (rows.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const dropWhenLeft = (name: string): Promise<void> =>
  withSuperuser(async (client) => {
    await untilLeft(client, name);
    await client.query(`drop database if exists ${name} with (force)`);
  });

const asSuperuser = (statement: string): Promise<void> =>
  withSuperuser(async (client) => {
    await client.query(statement);
  });

async function withSuperuser(work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ ...inject('superuser') });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
