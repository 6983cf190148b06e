import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { type Gateway, gateway } from './as-actor.ts';

const now = Temporal.Instant.from('2026-11-23T10:00:00Z');
const organisationId = newId();
const house = { kind: 'system', organisationId, why: 'test' } as const;
let database: TestDatabase;
let pool: pg.Pool;
let enter: Gateway;
beforeAll(async () => {
  database = await testDatabase();
  pool = new pg.Pool({ ...database.app, max: 2, pipeline: true } as pg.PoolConfig);
  pool.on('error', () => undefined);
  enter = gateway(pool);
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const audited = () =>
  enter(house, now, ({ tx }) =>
    tx.selectFrom('platform.audit_events').select(['verb', 'subject_id']).orderBy('seq').execute(),
  );
const organisations = () =>
  enter(house, now, ({ tx }) => tx.selectFrom('people.organisations').select('slug').execute());

test('the audit is written with the commit, in the order it was said', async () => {
  const [one, other] = [newId(), newId()];
  await enter(house, now, async ({ audit }) => {
    await audit('families.looked_at', { kind: 'person', id: one });
    await audit('families.changed', { kind: 'person', id: other });
  });
  expect(await audited()).toEqual([
    { verb: 'families.looked_at', subject_id: one },
    { verb: 'families.changed', subject_id: other },
  ]);
});

test('what was thrown away leaves no audit', async () => {
  const before = await audited();
  await expect(
    enter(house, now, async ({ audit }) => {
      await audit('families.changed', { kind: 'person', id: newId() });
      throw new Error('changed my mind');
    }),
  ).rejects.toThrow('changed my mind');
  expect(await audited()).toEqual(before);
});

test('where the audit is refused, what it is about is not done', async () => {
  await expect(
    enter(house, now, async ({ tx, audit }) => {
      await tx
        .insertInto('people.organisations')
        .values({ organisation_id: organisationId, slug: 'lost', name: 'Lost', made_at: now.toString() })
        .execute();
      await audit('Not a verb', { kind: 'person', id: newId() });
    }),
  ).rejects.toMatchObject({ code: '23514' });
  expect(await organisations()).toEqual([]);
});

test('a query that is asked again and again still sees only its own scope', async () => {
  const other = { ...house, organisationId: newId() };
  await enter(house, now, ({ tx }) =>
    tx
      .insertInto('people.organisations')
      .values({ organisation_id: organisationId, slug: 'here', name: 'Here', made_at: now.toString() })
      .execute(),
  );
  for (let turn = 0; turn < 12; turn++) {
    expect(await organisations()).toEqual([{ slug: 'here' }]);
    expect(
      await enter(other, now, ({ tx }) => tx.selectFrom('people.organisations').select('slug').execute()),
    ).toEqual([]);
  }
});

test('a table that changes under a kept plan costs one request, not a connection', async () => {
  const all = () =>
    enter(house, now, ({ tx }) => tx.selectFrom('platform.form_errors').selectAll().execute(), 'look');
  for (let turn = 0; turn < 8; turn++) await Promise.all([all(), all()]);
  const owner = new pg.Client(database.owner);
  await owner.connect();
  await owner.query('alter table platform.form_errors add column later text');
  await owner.end();
  const after = await Promise.allSettled([all(), all(), all(), all()]);
  expect(after.filter((each) => each.status === 'rejected').length).toBeLessThanOrEqual(2);
  for (let turn = 0; turn < 8; turn++) await Promise.all([all(), all()]);
});
