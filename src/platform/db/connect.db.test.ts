import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { aimed, databaseOf } from './address.ts';
import { bootstrap } from './bootstrap.ts';
import { derivedPasswords, openDatabase } from './connect.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});

afterAll(() => database.drop());

async function whoAmI(config: pg.ClientConfig): Promise<{ login: string; database: string }> {
  const client = new pg.Client(config);
  await client.connect();
  try {
    const { rows } = await client.query('select current_user as login, current_database() as database');
    return rows[0];
  } finally {
    await client.end();
  }
}

describe('a database somebody else runs', () => {
  it('is reached by each login through its own address', async () => {
    const { DATABASE_OWNER_URL, DATABASE_APP_URL, DATABASE_SIGN_IN_URL } = database.environment;
    const opened = await openDatabase({
      database: {
        ownerUrl: DATABASE_OWNER_URL ?? '',
        appUrl: DATABASE_APP_URL ?? '',
        signInUrl: DATABASE_SIGN_IN_URL ?? '',
      },
      dataDir: 'never-made',
    });
    expect(opened.embedded).toBe(false);
    expect((await whoAmI(opened.owner)).login).toBe('kith_owner');
    expect((await whoAmI(opened.app)).login).toBe('kith_app');
    expect((await whoAmI(opened.signIn)).login).toBe('kith_sign_in');
  });

  it('asks for what is missing in plain words', async () => {
    await expect(
      openDatabase({ database: { appUrl: 'postgres://kith_app@localhost/kith' }, dataDir: 'never-made' }),
    ).rejects.toThrow(/all three of DATABASE_OWNER_URL/);
    await expect(
      openDatabase({ database: { url: 'postgres://admin@localhost/kith' }, dataDir: 'never-made' }),
    ).rejects.toThrow(/KITH_SECRET/);
    await expect(
      openDatabase({
        database: { url: 'postgres://admin@127.0.0.1:1/kith' },
        secret: 'a secret long enough for a test of this',
        dataDir: 'never-made',
      }),
    ).rejects.toThrow(/cannot reach the database kith/);
  });

  it('is made, with its roles, by the admin of DATABASE_URL, and found again at the next start', async () => {
    const { host, user } = inject('superuser');
    const url = `postgres://${user}@localhost/kith_made_here?host=${encodeURIComponent(host)}`;
    const settings = {
      database: { url },
      secret: 'a secret long enough for a test of this',
      dataDir: 'never-made',
    };
    for (const opened of [await openDatabase(settings), await openDatabase(settings)]) {
      expect(await whoAmI(opened.app)).toEqual({ login: 'kith_app', database: 'kith_made_here' });
    }
    const admin = new pg.Client({ ...inject('superuser') });
    await admin.connect();
    await admin.query('drop database kith_made_here');
    await admin.end();
  });

  it('is closed to logins that are not Kith', async () => {
    const name = 'kith_closed';
    await bootstrap({ ...inject('superuser') }, { database: name });
    const admin = new pg.Client({ ...inject('superuser') });
    await admin.connect();
    await admin.query('create role passer_by login');
    await expect(whoAmI({ ...inject('superuser'), user: 'passer_by', database: name })).rejects.toThrow(
      /permission denied/,
    );
    await admin.query('drop role passer_by');
    await admin.query(`drop database ${name}`);
    await admin.end();
  });
});

describe('addresses', () => {
  it('change login and database, and keep the rest', () => {
    const { connectionString } = aimed(
      { connectionString: 'postgres://admin:old@db.example:6432/first?sslmode=require' },
      { user: 'kith_app', password: 'p@ss/word', database: 'second' },
    );
    expect(connectionString).toBe(
      'postgres://db.example:6432/second?sslmode=require&user=kith_app&password=p%40ss%2Fword',
    );
    expect(databaseOf('postgres://db.example/a%20b')).toBe('a b');
    expect(databaseOf('postgres://db.example')).toBe(null);
  });

  it('derive a password for each role that the secret alone decides', () => {
    const once = derivedPasswords('first secret');
    expect(once).toEqual(derivedPasswords('first secret'));
    expect(new Set(Object.values(once)).size).toBe(3);
    expect(Object.values(derivedPasswords('other secret'))).not.toContain(once.kith_app);
  });
});
