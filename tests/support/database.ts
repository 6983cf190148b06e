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
 * A database of this test file's own, freshly migrated and empty. Call it in `beforeAll` and `drop` it in
 * `afterAll`; files of the projects `database` and `journeys` only, which have a cluster.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const superuser = inject('superuser');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asSuperuser(
    `create database ${name} template ${inject('template')} strategy file_copy owner kith_owner`,
  );
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
async function dropWhenLeft(name: string): Promise<void> {
  await withSuperuser(async (client) => {
    const until = performance.now() + PATIENCE_MS;
    while (performance.now() < until) {
      const { rows } = await client.query('select 1 from pg_stat_activity where datname = $1 limit 1', [
        name,
      ]);
      if (rows.length === 0) break;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await client.query(`drop database if exists ${name} with (force)`);
  });
}

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
