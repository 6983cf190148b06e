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
    drop: () => asSuperuser(`drop database if exists ${name} with (force)`),
  };
}

function url(socketDir: string, database: string, login: string): string {
  return `postgres://${login}@localhost/${database}?host=${encodeURIComponent(socketDir)}`;
}

async function asSuperuser(statement: string): Promise<void> {
  const client = new pg.Client({ ...inject('superuser') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
