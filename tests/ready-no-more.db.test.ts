import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import type { AccountActor } from '#platform/db/actor.ts';
import { addLeader, type Part, putOnRota, reconcile } from '#rooms/delivery/door.ts';
import { suspendAccount } from '#rooms/people/door.ts';
import { moveSession } from '../src/rooms/delivery/sessions/session.commands.ts';
import type { TestHouse } from './support/house.ts';
import { makeReady, putOnSessions } from './support/ready.ts';
import { openWays, refusedInSql, type Ways } from './support/ways-in.ts';

/** Who was ready when they were put on and is not any more: what lapses, moves, counts up and is taken back. */

let ways: Ways;
let house: TestHouse;
let owner: pg.Client;
let manager: AccountActor;
let groupId: string;
/** Thursday 26 November and the four after it. */
let sessions: readonly string[];
const DAYS = ['2026-11-26', '2026-12-03', '2026-12-10', '2026-12-17', '2026-12-24'];

beforeAll(async () => {
  ways = await openWays();
  ({ house, owner, manager } = ways);
}, 60_000);
beforeEach(async () => {
  ({ id: groupId, sessions } = await ways.group('Winter group', DAYS));
});
afterAll(() => ways.close());

const session = (at = 0) => sessions[at] ?? '';
const volunteer = (centreId?: string) => ways.volunteer(centreId);
const standing = () => ways.standing(sessions);
const rotaRow = (accountId: string, part: Part, sessionId = session()) =>
  ways.rotaRow(accountId, part, sessionId);
const insertAsOwner: Ways['insertAsOwner'] = (table, row) => ways.insertAsOwner(table, row);
/** Of the crèche, on five days: the fourth is one too many. */
let creche: readonly string[];

describe('a check that lapses between two sessions', () => {
  test('lets somebody be at the first and not at the one after its grace', async () => {
    const sam = await volunteer();
    // With thirty days of grace the last day is Thursday 3 December.
    await makeReady(house, sam.accountId, { until: { clearance: '2026-11-03' } });
    const gaps = await house.as(manager, (scope) =>
      addLeader(scope, { id: groupId, centreId: house.centreId }, sam.accountId, 'peer_supporter'),
    );
    expect(gaps.map((each) => each.on.toString())).toEqual(['2026-12-10', '2026-12-17', '2026-12-24']);
    await refusedInSql(insertAsOwner('delivery.rota', rotaRow(sam.accountId, 'peer_supporter', session(2))));
  });

  test('a session that moves beyond it leaves them behind, by command and by SQL', async () => {
    const sam = await volunteer();
    await putOnSessions(house, sam.accountId, sessions.slice(0, 2));
    await owner.query(
      `update recruiting.proofs set expires_on = '2026-11-03' where code = 'clearance' and applicant_id = (select a.id from recruiting.applicants a where a.person_id = $1)`,
      [sam.personId],
    );
    const stoodDown = await house.as(manager, (scope) =>
      moveSession(scope, session(), 1, {
        on: Temporal.PlainDate.from('2026-12-04'),
        at: Temporal.PlainTime.from('10:30'),
        andTheRest: false,
        nation: 'england-and-wales',
      }),
    );
    expect(stoodDown).toEqual([sam.accountId]);
    await owner.query(
      `update delivery.sessions set starts_at = '2026-12-05T10:30:00Z', ends_at = '2026-12-05T12:30:00Z' where id = $1`,
      [session(1)],
    );
    expect(await standing()).toEqual([]);
  });
});

describe('days with children', () => {
  beforeEach(async () => {
    creche = (
      await ways.group('Crèche days', ['2026-11-30', '2026-12-01', '2026-12-02', '2026-12-04', '2026-12-07'])
    ).sessions;
  });
  const put = (accountId: string, at: number, withChildren = true) =>
    house.as(manager, (scope) =>
      putOnRota(scope, {
        sessionId: creche[at] ?? '',
        accountId,
        part: withChildren ? 'creche' : 'peer_supporter',
      }),
    );

  test('the day that is one too many is refused without the barred list, by command and SQL, and allowed with it', async () => {
    const sam = await volunteer();
    await makeReady(house, sam.accountId, { level: 2 });
    for (const at of [0, 1, 2]) await put(sam.accountId, at);
    await expect(put(sam.accountId, 3)).rejects.toThrow('one day with children too many');
    const row = { ...rotaRow(sam.accountId, 'creche', creche[3]), with_children: true };
    await refusedInSql(house.as(manager, ({ tx }) => tx.insertInto('delivery.rota').values(row).execute()));
    await refusedInSql(insertAsOwner('delivery.rota', row));
    // A day without children is no such day, and becomes none behind the house's back.
    await put(sam.accountId, 3, false);
    await refusedInSql(
      owner.query('update delivery.rota set with_children = true where session_id = $1 and account_id = $2', [
        creche[3],
        sam.accountId,
      ]),
    );
    const kit = await volunteer();
    await makeReady(house, kit.accountId);
    for (const at of [0, 1, 2, 3, 4]) await put(kit.accountId, at);
  });

  test('two who fill the last day at once do not both find room for it', async () => {
    const sam = await volunteer();
    await makeReady(house, sam.accountId, { level: 2 });
    for (const at of [0, 1]) await put(sam.accountId, at);
    const both = await Promise.allSettled([put(sam.accountId, 2), put(sam.accountId, 3)]);
    expect(both.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('a place declared elsewhere counts, and the usual crew stays off the day with the decision opened', async () => {
    const sam = await volunteer();
    const { applicantId } = await makeReady(house, sam.accountId, { level: 2 });
    for (const at of [2, 3]) await put(sam.accountId, at);
    await house.system(({ tx, now }) =>
      tx
        .insertInto('recruiting.declared_settings')
        .values({
          organisation_id: house.organisationId,
          id: newId(),
          centre_id: house.centreId,
          applicant_id: applicantId,
          name: 'Brook Lane Primary',
          days_of_week: [1, 2],
          from_on: '2026-11-30',
          until_on: '2026-12-01',
          declared_at: now.toString(),
        })
        .execute(),
    );
    await house.system((scope) => reconcile(scope, [sam.accountId]));
    const down = await owner.query<{ why: string | null }>(
      'select r.stood_down_why as why from delivery.rota r join delivery.sessions s on s.id = r.session_id where r.session_id = any ($1) and r.account_id = $2 order by s.starts_at',
      [[...creche], sam.accountId],
    );
    expect(down.rows.map((each) => each.why)).toEqual([null, 'too_many_days']);
    const reviews = await owner.query<{ on: string }>(
      'select crosses_on::text as on from recruiting.eligibility_reviews where applicant_id = $1',
      [applicantId],
    );
    expect(reviews.rows).toEqual([{ on: '2026-12-04' }]);
  });
});

describe('what changes afterwards', () => {
  const leads = async () => {
    const sam = await volunteer();
    await makeReady(house, sam.accountId);
    await house.as(manager, (scope) =>
      addLeader(scope, { id: groupId, centreId: house.centreId }, sam.accountId, 'peer_supporter'),
    );
    expect(await standing()).toHaveLength(5);
    return sam;
  };

  test('who is suspended stands down by the job that follows, and comes back when it ends', async () => {
    const sam = await leads();
    await house.as(manager, (scope) =>
      suspendAccount(scope, { accountId: sam.accountId, centreId: house.centreId }),
    );
    await house.drain();
    expect(await standing()).toEqual([]);
    await owner.query('update people.suspensions set until_at = $1 where account_id = $2', [
      house.now.toString(),
      sam.accountId,
    ]);
    await house.system((scope) => reconcile(scope, [sam.accountId]));
    expect(await standing()).toHaveLength(5);
  });

  test('cover that stood down is not brought back, and becomes no usual crew', async () => {
    const sam = await volunteer();
    await makeReady(house, sam.accountId);
    await house.as(manager, (scope) =>
      putOnRota(scope, { sessionId: session(), accountId: sam.accountId, part: 'peer_supporter' }),
    );
    await house.as(manager, (scope) =>
      suspendAccount(scope, { accountId: sam.accountId, centreId: house.centreId }),
    );
    await house.drain();
    await owner.query('update people.suspensions set until_at = $1 where account_id = $2', [
      house.now.toString(),
      sam.accountId,
    ]);
    await house.system((scope) => reconcile(scope, null));
    expect(await standing()).toEqual([]);
  });

  test('a proof that is taken back empties the sessions ahead and leaves those that were', async () => {
    const sam = await leads();
    await owner.query(
      `update recruiting.proofs set withdrawn_at = now(), withdrawn_why = 'The status changed' where code = 'clearance' and applicant_id = (select a.id from recruiting.applicants a where a.person_id = $1)`,
      [sam.personId],
    );
    house.now = Temporal.Instant.from('2026-12-05T10:00:00Z');
    try {
      await house.system((scope) => reconcile(scope, [sam.accountId]));
      expect(await standing()).toHaveLength(2);
    } finally {
      house.now = Temporal.Instant.from('2026-11-23T10:00:00Z');
    }
  });
});
