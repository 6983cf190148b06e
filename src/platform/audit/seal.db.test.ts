import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { type Gateway, gateway } from '#platform/db/as-actor.ts';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { auditJobs, sealAudit, verifySeals } from './seal.ts';

let database: TestDatabase;
let pool: pg.Pool;
let owner: pg.Pool;
let enter: Gateway;
let organisationId: string;
const now = Temporal.Instant.from('2026-11-23T10:00:00Z');
const clock = () => now;

beforeAll(async () => {
  database = await testDatabase();
  pool = new pg.Pool(database.app);
  owner = new pg.Pool(database.owner);
  enter = gateway(pool);
});

afterAll(async () => {
  await pool.end();
  await owner.end();
  await database.drop();
});

beforeEach(() => {
  organisationId = newId();
});

const house = () => ({ kind: 'system', organisationId, why: 'test' }) as const;

const happen = (times: number) =>
  enter(house(), now, async (scope) => {
    for (let time = 0; time < times; time += 1)
      await scope.audit('families.looked_at', { kind: 'person', id: newId() });
  });

const seal = () => sealAudit({ gateway: enter, clock, organisationId });
const verify = () => enter(house(), now, verifySeals);
const seqs = async (): Promise<number[]> => {
  const { rows } = await owner.query<{ seq: number }>(
    'select seq from platform.audit_events where organisation_id = $1 order by seq',
    [organisationId],
  );
  return rows.map((row) => row.seq);
};
const nth = (list: readonly number[], at: number): number => list[at] ?? Number.NaN;

describe('sealing the audit', () => {
  it('covers every event once, run after run, and finds nothing wrong', async () => {
    await happen(5);
    expect(await seal()).toBe(true);
    await happen(3);
    await seal();
    await seal();
    expect(await verify()).toMatchObject({
      seals: 2,
      events: 8,
      unsealed: { events: 0, oldest: null },
      broken: null,
    });
  });

  it('says what is not sealed yet', async () => {
    await happen(2);
    await seal();
    await happen(1);
    expect(await verify()).toMatchObject({
      seals: 1,
      events: 2,
      unsealed: { events: 1, oldest: now },
      broken: null,
    });
  });

  it('names an event that was changed', async () => {
    await happen(6);
    await seal();
    const changed = nth(await seqs(), 2);
    await owner.query(
      'update platform.audit_events set account_id = $3 where organisation_id = $1 and seq = $2',
      [organisationId, changed, newId()],
    );
    expect((await verify()).broken).toEqual({ kind: 'event', seq: changed, what: 'changed' });
  });

  it('names an event that was removed, at the beginning and at the end of a run', async () => {
    await happen(4);
    await seal();
    await happen(4);
    await seal();
    const all = await seqs();
    const remove = (seq: number) =>
      owner.query('delete from platform.audit_events where organisation_id = $1 and seq = $2', [
        organisationId,
        seq,
      ]);
    await remove(nth(all, 7));
    expect((await verify()).broken).toEqual({ kind: 'event', seq: nth(all, 7), what: 'removed' });
    await remove(nth(all, 0));
    expect((await verify()).broken).toEqual({ kind: 'event', seq: nth(all, 0), what: 'removed' });
  });

  it('names an event that was slipped in', async () => {
    await happen(3);
    await seal();
    const slipIn = (seq: number) =>
      owner.query(
        `insert into platform.audit_events (organisation_id, seq, at, actor_kind, verb, subject_kind)
         overriding system value values ($1, $2, $3, 'system', 'families.looked_at', 'person')`,
        [organisationId, seq, now.toString()],
      );
    await slipIn(-5);
    expect((await verify()).broken).toEqual({ kind: 'event', seq: -5, what: 'inserted' });
    await owner.query('delete from platform.audit_events where organisation_id = $1 and seq = -5', [
      organisationId,
    ]);
    await happen(2);
    const all = await seqs();
    await owner.query('delete from platform.audit_events where organisation_id = $1 and seq = $2', [
      organisationId,
      nth(all, 3),
    ]);
    await seal();
    expect((await verify()).broken).toBeNull();
    await slipIn(nth(all, 3));
    expect((await verify()).broken).toEqual({ kind: 'event', seq: nth(all, 3), what: 'inserted' });
  });

  it('names a seal that was rewritten to fit, and one that is gone', async () => {
    for (const times of [2, 2, 2]) {
      await happen(times);
      await seal();
    }
    const { rows } = await owner.query<{ hash: string }>(
      'select hash from platform.audit_seals where organisation_id = $1 and number = 2',
      [organisationId],
    );
    await owner.query(
      `update platform.audit_seals set hash = repeat('a', 64) where organisation_id = $1 and number = 2`,
      [organisationId],
    );
    expect((await verify()).broken).toEqual({ kind: 'seal', number: 2, what: 'changed' });
    await owner.query('update platform.audit_seals set hash = $2 where organisation_id = $1 and number = 2', [
      organisationId,
      rows[0]?.hash,
    ]);
    expect((await verify()).broken).toBeNull();
    await owner.query('delete from platform.audit_seals where organisation_id = $1 and number = 2', [
      organisationId,
    ]);
    expect((await verify()).broken).toEqual({ kind: 'seal', number: 2, what: 'missing' });
  });

  it('waits for a writer whose number is lower but who is not done, and leaves it to the next round', async () => {
    await happen(1);
    const slow = await pool.connect();
    await slow.query('begin');
    await slow.query(
      `select set_config('app.organisation', $1, true), set_config('app.kind', 'system', true)`,
      [organisationId],
    );
    await slow.query(
      `insert into platform.audit_events (organisation_id, at, actor_kind, verb, subject_kind) values ($1, $2, 'system', 'families.looked_at', 'person')`,
      [organisationId, now.toString()],
    );
    await happen(1);
    expect(await seal()).toBe(false);
    expect((await verify()).seals).toBe(0);
    await slow.query('commit');
    slow.release();
    expect(await seal()).toBe(true);
    expect(await verify()).toMatchObject({ seals: 1, events: 3, broken: null });
  });

  it('lets two workers seal at once without a fork in the chain', async () => {
    await happen(10);
    await Promise.all([seal(), seal(), seal()]);
    expect(await verify()).toMatchObject({ events: 10, broken: null, unsealed: { events: 0 } });
  });

  it('keeps organisations apart', async () => {
    await happen(2);
    await seal();
    const mine = organisationId;
    organisationId = newId();
    await happen(3);
    await seal();
    expect(await verify()).toMatchObject({ seals: 1, events: 3, broken: null });
    organisationId = mine;
    expect(await verify()).toMatchObject({ seals: 1, events: 2, broken: null });
  });

  it('cannot be changed, removed or read by those who only use the house', async () => {
    await happen(1);
    await seal();
    await expect(
      enter(house(), now, ({ tx }) => tx.deleteFrom('platform.audit_events').execute()),
    ).rejects.toMatchObject({ code: '42501' });
    await expect(
      enter(house(), now, ({ tx }) => tx.updateTable('platform.audit_seals').set({ events: 9 }).execute()),
    ).rejects.toMatchObject({ code: '42501' });
    const somebody = { kind: 'anyone', organisationId } as const;
    expect(
      await enter(somebody, now, ({ tx }) => tx.selectFrom('platform.audit_events').select('seq').execute()),
    ).toEqual([]);
    await expect(
      enter(somebody, now, ({ tx }) =>
        tx
          .selectFrom('platform.audit_events')
          .select((eb) => eb.fn<number>('platform.audit_last_seq').as('last'))
          .execute(),
      ),
    ).resolves.toEqual([]);
  });

  it('is a job of its own', () => {
    expect(Object.keys(auditJobs)).toEqual(['audit.seal']);
  });
});
