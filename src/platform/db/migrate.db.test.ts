import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { countWaiting, migrate } from './migrate.ts';

let database: TestDatabase;
let directory: string;
let owner: pg.Client;
let app: pg.Client;

const write = (name: string, sql: string) => writeFileSync(join(directory, name), sql);

beforeAll(async () => {
  database = await testDatabase();
  directory = mkdtempSync(join(tmpdir(), 'kith-migrations-'));
  owner = new pg.Client(database.owner);
  app = new pg.Client(database.app);
  await Promise.all([owner.connect(), app.connect()]);
});

afterAll(async () => {
  await Promise.all([owner.end(), app.end()]);
  await database.drop();
  rmSync(directory, { recursive: true });
});

describe('the database every test starts from', () => {
  it('has had every migration of the repository', async () => {
    expect(await countWaiting(database.owner)).toBe(0);
    expect(await migrate(database.owner)).toEqual([]);
  });

  it('lets the owner through forced row security, and nobody else', async () => {
    const seen = await owner.query('select name from platform.migrations');
    const forced = await owner.query<{ forced: boolean }>(
      `select relforcerowsecurity as forced from pg_class where oid = 'platform.migrations'::regclass`,
    );
    expect(seen.rowCount).toBeGreaterThanOrEqual(0);
    expect(forced.rows).toEqual([{ forced: true }]);
    await expect(app.query('select name from platform.migrations')).rejects.toThrow(/permission denied/);
  });

  it('has logins that cannot slip past row security', async () => {
    const { rows } = await owner.query<{ strong: boolean }>(
      `select bool_or(rolsuper or rolbypassrls or rolcreaterole or rolcreatedb) as strong
         from pg_roles where rolname in ('kith_owner', 'kith_app', 'kith_sign_in')`,
    );
    expect(rows).toEqual([{ strong: false }]);
  });

  it('lets kith_app enqueue a job, in the transaction that causes it', async () => {
    await app.query('begin');
    await app.query(`select graphile_worker.add_job('try-out', '{}')`);
    await app.query('rollback');
    await app.query(`select graphile_worker.add_job('try-out', '{"kept": true}')`);
    const { rows } = await app.query(
      `select payload from graphile_worker._private_jobs j
         join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'try-out'`,
    );
    expect(rows).toEqual([{ payload: { kept: true } }]);
  });
});

describe('answers of the database', () => {
  it('keeps dates as text, moments in UTC and whole numbers as numbers', async () => {
    const { rows } = await app.query(`
      select date '2026-03-29' as day, timestamptz '2026-03-29 01:30:00.25+01' as moment,
             array[timestamptz '2026-07-01 09:00+00'] as moments, array[date '2026-01-02', null] as days,
             9007199254740991::bigint as big, 12.50::numeric as amount`);
    expect(rows).toEqual([
      {
        day: '2026-03-29',
        moment: '2026-03-29T00:30:00.25Z',
        moments: ['2026-07-01T09:00:00Z'],
        days: ['2026-01-02', null],
        big: 9007199254740991,
        amount: '12.50',
      },
    ]);
    expect(String(Temporal.Instant.from(rows[0].moment))).toBe('2026-03-29T00:30:00.25Z');
  });

  it('reads moments in another session zone as the same moment', async () => {
    await owner.query(`set timezone to 'Asia/Kolkata'`);
    const { rows } = await owner.query(`select timestamptz '2026-11-23 10:00:00+00' as moment`);
    await owner.query('reset timezone');
    expect(rows).toEqual([{ moment: '2026-11-23T10:00:00Z' }]);
  });

  it('refuses a whole number it could not hold exactly', async () => {
    await expect(app.query('select 9007199254740993::bigint')).rejects.toThrow(/more than a number can hold/);
  });
});

// These run last: each leaves the trial migrations of the one before it in place.
describe('migrating', () => {
  it('runs new files in order, once, and keeps what each looked like', async () => {
    await owner.query('delete from platform.migrations');
    write('9000_trial_table.sql', `create schema trial; create table trial.first (id int);`);
    write(
      '9001_trial_guard.sql',
      `select platform.protect('trial.first'); insert into trial.first values (1);`,
    );
    expect(await migrate(database.owner, { directory })).toEqual([
      '9000_trial_table.sql',
      '9001_trial_guard.sql',
    ]);
    expect(await migrate(database.owner, { directory })).toEqual([]);
    expect((await owner.query('select id from trial.first')).rows).toEqual([{ id: 1 }]);
  });

  it('leaves nothing of a migration that fails, and says which and where', async () => {
    write('9002_trial_broken.sql', `create table trial.second (id int);\nselect nonsense;`);
    await expect(migrate(database.owner, { directory })).rejects.toThrow(
      /9002_trial_broken\.sql failed, line 2/,
    );
    const { rows } = await owner.query(`select to_regclass('trial.second') is null as gone`);
    expect(rows).toEqual([{ gone: true }]);
    rmSync(join(directory, '9002_trial_broken.sql'));
  });

  it('lets several start at once', async () => {
    write('9002_trial_together.sql', `create table trial.third (id int);`);
    const all = await Promise.all([1, 2, 3].map(() => migrate(database.owner, { directory })));
    expect(all.flat()).toEqual(['9002_trial_together.sql']);
  });

  it('refuses a number that has been overtaken', async () => {
    write('8999_trial_late.sql', 'select 1;');
    await expect(migrate(database.owner, { directory })).rejects.toThrow(/8999_trial_late\.sql comes before/);
    rmSync(join(directory, '8999_trial_late.sql'));
  });

  it('refuses a past migration that was changed, but not its line ends', async () => {
    write('9000_trial_table.sql', `create schema trial; create table trial.first (id int);\r\n`);
    await expect(migrate(database.owner, { directory })).rejects.toThrow(/9000_trial_table\.sql was changed/);
  });

  it('refuses data that a newer Kith has used', async () => {
    rmSync(join(directory, '9000_trial_table.sql'));
    await expect(migrate(database.owner, { directory })).rejects.toThrow(/does not know/);
  });

  it('refuses a name out of shape and two of one number', async () => {
    write('9003_x.sql', 'select 1;');
    await expect(migrate(database.owner, { directory })).rejects.toThrow(/must be named NNNN_room_noun/);
    rmSync(join(directory, '9003_x.sql'));
    write('9002_trial_twin.sql', 'select 1;');
    await expect(migrate(database.owner, { directory })).rejects.toThrow(/number 9002/);
  });
});
