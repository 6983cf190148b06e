import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { repositoryRoot } from '../root.ts';

/** A migration that cannot run, or a past one that is no longer what ran; the message says which. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

export interface MigrateOptions {
  /** Folder of `NNNN_room_noun.sql`; the repository's own unless given. */
  readonly directory?: string;
  readonly onProgress?: (sentence: string) => void;
}

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

/** Everyone who migrates this database queues here. */
const MIGRATION_LOCK = 7_105_485;

/**
 * Brings the database up to date as `kith_owner`: our migrations in order, each in a transaction of its own,
 * then those of the job library and its grants. Safe to run at every start and by several at once.
 * @returns the names of the migrations that ran now.
 * @throws MigrationError when a past migration was changed, is missing or overtaken, or one fails.
 */
export async function migrate(owner: pg.PoolConfig, options: MigrateOptions = {}): Promise<string[]> {
  const migrations = readMigrations(options.directory ?? join(repositoryRoot(), 'db', 'migrations'));
  const pool = new pg.Pool({ ...owner, max: 2, application_name: 'kith migrate' });
  // A connection that breaks fails the query it was busy with; that is where it is told.
  pool.on('error', () => {});
  pool.on('connect', (each) => each.on('error', () => {}));
  try {
    const client = await pool.connect();
    try {
      await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
      await layFoundation(client);
      const waiting = await stillToRun(client, migrations);
      for (const migration of waiting) {
        options.onProgress?.(`Migrating: ${migration.name}`);
        await runOne(client, migration);
      }
      await runMigrations({ pgPool: pool });
      await openJobsToApp(client);
      return waiting.map(({ name }) => name);
    } finally {
      // Closing the connection frees the lock whatever happened.
      client.release(true);
    }
  } finally {
    await pool.end();
  }
}

/**
 * How many of the repository's migrations this database has not had; for `/readyz` and `kith doctor`. Reads as
 * `kith_owner`.
 */
export async function countWaiting(owner: pg.PoolConfig, options: MigrateOptions = {}): Promise<number> {
  const migrations = readMigrations(options.directory ?? join(repositoryRoot(), 'db', 'migrations'));
  const client = new pg.Client(owner);
  await client.connect();
  try {
    const { rows } = await client.query<{ there: boolean }>(
      `select to_regclass('platform.migrations') is not null as there`,
    );
    if (rows[0]?.there !== true) return migrations.length;
    return (await stillToRun(client, migrations)).length;
  } finally {
    await client.end();
  }
}

/**
 * The migrations of a folder in the order they run.
 * @throws MigrationError when a name does not read `NNNN_room_noun.sql` or two share a number.
 */
function readMigrations(directory: string): Migration[] {
  const names = readdirSync(directory)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  let before = '';
  return names.map((name) => {
    const number = /^(\d{4})_[a-z]+(?:_[a-z0-9]+)+\.sql$/.exec(name)?.[1];
    if (number === undefined)
      throw new MigrationError(`The migration ${name} must be named NNNN_room_noun.sql.`);
    if (number === before)
      throw new MigrationError(`Two migrations have the number ${number}. Renumber ${name}.`);
    before = number;
    // A checkout with Windows line ends is still the same migration.
    const sql = readFileSync(join(directory, name), 'utf8').replaceAll('\r\n', '\n');
    return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
  });
}

async function stillToRun(client: pg.ClientBase, migrations: Migration[]): Promise<Migration[]> {
  const { rows: past } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from platform.migrations order by name',
  );
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const { name, checksum } of past) {
    const migration = known.get(name);
    if (!migration)
      throw new MigrationError(
        `The database has had the migration ${name}, which this Kith does not know. The data was used by a newer Kith: start that one.`,
      );
    if (migration.checksum !== checksum)
      throw new MigrationError(
        `The migration ${name} was changed after it ran. Put it back as it was and write a new migration instead.`,
      );
  }
  const done = new Set(past.map(({ name }) => name));
  const waiting = migrations.filter(({ name }) => !done.has(name));
  const last = past.at(-1)?.name ?? '';
  const overtaken = waiting.find(({ name }) => name < last);
  if (overtaken)
    throw new MigrationError(
      `The migration ${overtaken.name} comes before ${last}, which has already run. Give it a higher number.`,
    );
  return waiting;
}

async function runOne(client: pg.ClientBase, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query('begin');
    await client.query(`set local search_path to pg_catalog, public`);
    await client.query(sql);
    await client.query('insert into platform.migrations (name, checksum) values ($1, $2)', [name, checksum]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {});
    const { message, detail, hint, position } = error as pg.DatabaseError;
    const line = position === undefined ? '' : `, line ${sql.slice(0, Number(position)).split('\n').length}`;
    throw new MigrationError(
      [`The migration ${name} failed${line}: ${message}`, detail, hint].filter(Boolean).join('. '),
      { cause: error },
    );
  }
}

/**
 * What migrations themselves need. Forced row security would hide every row from the owner too, without an
 * error, so each table of ours gets a policy that lets the owner through: that is what `protect` does.
 */
async function layFoundation(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ there: boolean }>(
    `select to_regclass('platform.migrations') is not null as there`,
  );
  if (rows[0]?.there === true) return;
  await client.query(`
    begin;
    create schema if not exists platform;
    comment on schema platform is 'What every room stands on: migrations, audit, drafts, jobs and messages.';
    grant usage on schema platform to kith_app;

    create function platform.protect(protected regclass) returns void
      language plpgsql set search_path to pg_catalog as $$
    begin
      execute format('alter table %s enable row level security', protected);
      execute format('alter table %s force row level security', protected);
      execute format('create policy owner_all on %s to kith_owner using (true) with check (true)', protected);
    end $$;
    comment on function platform.protect(regclass) is
      'Every table of ours calls this once in its migration: row security on, forced, and open to the owner.';
    revoke all on function platform.protect(regclass) from public;

    create table platform.migrations (
      name text primary key,
      checksum text not null,
      applied_at timestamptz not null default now()
    );
    comment on table platform.migrations is 'Which migrations this database has had. Belongs to no organisation.';
    comment on column platform.migrations.checksum is 'SHA-256 of the file as it ran; a past migration is never edited.';
    select platform.protect('platform.migrations');
    commit;
  `);
}

/**
 * The job library turns row security on for its own tables and has no policy for anyone but their owner; grants
 * alone would fail with "new row violates row-level security policy".
 */
async function openJobsToApp(client: pg.ClientBase): Promise<void> {
  await client.query(`
    do $$
    declare job_table regclass;
    begin
      grant usage on schema graphile_worker to kith_app;
      grant select, insert, update, delete on all tables in schema graphile_worker to kith_app;
      grant usage, select on all sequences in schema graphile_worker to kith_app;
      grant execute on all functions in schema graphile_worker to kith_app;
      for job_table in
        select c.oid from pg_class c
        where c.relnamespace = 'graphile_worker'::regnamespace and c.relkind in ('r', 'p') and c.relrowsecurity
          and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'app_works')
      loop
        execute format('create policy app_works on %s to kith_app using (true) with check (true)', job_table);
      end loop;
    end $$;
  `);
}
