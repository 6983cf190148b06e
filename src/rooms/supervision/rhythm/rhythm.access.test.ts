import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AccountActor, Role } from '#platform/db/actor.ts';
import { openStand, type Stand } from '../../../../tests/support/stand.ts';
import { beginArrangement, changeArrangement } from './arrangement.commands.ts';
import { arrangementById, arrangementsOf } from './arrangement.queries.ts';
import { proposeByHand, recordHeld } from './by-hand.commands.ts';
import { meet } from './house.commands.ts';
import { agree, meetingHeld, moveMeeting } from './meeting.commands.ts';
import { rhythmHears } from './rhythm.jobs.ts';
import { sayLeave, takeBackLeave } from './times.commands.ts';

let stand: Stand;
let rob: AccountActor;
let asha: AccountActor;
let priya: AccountActor;
let other: AccountActor;
let arrangementId: string;
let meetingId: string;

beforeAll(async () => {
  stand = await openStand({ programme: true });
  rob = await stand.member('Rob Ash', ['volunteer_manager']);
  asha = await stand.member('Asha Bell', ['practitioner']);
  priya = await stand.member('Priya Shah', ['peer_supporter']);
  other = await stand.member('Otto Lee', ['peer_supporter']);
  arrangementId = await stand.as(rob, (scope) =>
    beginArrangement(scope, {
      accountId: priya.accountId,
      centreId: stand.centreId,
      supervisorId: rob.accountId,
    }),
  );
  meetingId = await stand.as(rob, (scope) =>
    proposeByHand(scope, arrangementId, {
      kind: 'one_to_one',
      startsAt: stand.now.add({ hours: 48 }),
      minutes: 60,
      how: 'face_to_face',
      place: '',
    }),
  );
});
afterAll(() => stand.close());

const TABLES = ['arrangements', 'meetings', 'meeting_people'] as const;
const sees = (who: AccountActor | Role, table: (typeof TABLES)[number], at?: string) =>
  stand.as(
    who,
    async ({ tx }) =>
      (await tx.selectFrom(`supervision.${table}`).select('organisation_id').execute()).length > 0,
    at,
  );
const refused = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'let in',
    (error: { code?: string; message?: string }) => error.code ?? error.message ?? '',
  );

describe('days and states', () => {
  test('are seen by those who look after volunteers, those in it, and as states by the service lead', async () => {
    for (const table of TABLES) {
      expect(await sees(rob, table), table).toBe(true);
      expect(await sees('programme_coordinator', table), table).toBe(true);
      expect(await sees(priya, table), table).toBe(true);
      expect(await sees('service_lead', table), table).toBe(table !== 'meeting_people');
      for (const role of ['practitioner', 'administrator', 'specialist', 'peer_supporter'] as const)
        expect(await sees(role, table), `${role} ${table}`).toBe(false);
      expect(await sees(other, table), table).toBe(false);
      expect(await sees('volunteer_manager', table, stand.otherCentreId), table).toBe(false);
    }
  });

  test('another organisation knows none of them', async () => {
    const far = await stand.neighbour();
    const stranger = await far.member('Far Away', ['volunteer_manager']);
    for (const table of TABLES) expect(await sees(stranger, table)).toBe(false);
  });
});

describe('nobody decides about themselves', () => {
  test('neither who supervises them, nor when they are due, nor that they came', async () => {
    const both = await stand.member('Bo Twice', ['volunteer_manager', 'peer_supporter']);
    const own = {
      accountId: both.accountId,
      centreId: stand.centreId,
      supervisorId: rob.accountId,
    };
    expect(await refused(stand.as(both, (scope) => beginArrangement(scope, own)))).toBe('42501');
    const id = await stand.as(rob, (scope) => beginArrangement(scope, own));
    const version = (await stand.system((scope) => arrangementById(scope, id)))?.version ?? 0;
    expect(
      await refused(
        stand.as(both, (scope) =>
          changeArrangement(scope, id, {
            supervisorId: asha.accountId,
            coverId: null,
            form: 'one_to_one',
            version,
          }),
        ),
      ),
    ).toBe('no such arrangement');
    const pushed = await stand.as(both, async ({ tx }) =>
      tx
        .updateTable('supervision.arrangements')
        .set({ pauses_on: null })
        .where('id', '=', id)
        .executeTakeFirst(),
    );
    expect(pushed.numUpdatedRows).toBe(0n);
    expect(
      await refused(
        stand.as(both, (scope) =>
          recordHeld(scope, id, {
            kind: 'one_to_one',
            startsAt: stand.now,
            minutes: 60,
            how: 'phone',
            place: '',
          }),
        ),
      ),
    ).toBe('no such arrangement');
    expect(
      await refused(
        stand.as(priya, ({ tx }) =>
          tx
            .updateTable('supervision.meeting_people')
            .set({ came: true })
            .where('meeting_id', '=', meetingId)
            .execute(),
        ),
      ),
    ).toBe('23514');
    expect(
      await refused(
        stand.as(rob, (scope) =>
          changeArrangement(scope, arrangementId, {
            supervisorId: priya.accountId,
            coverId: null,
            form: 'one_to_one',
            version: 1,
          }),
        ),
      ),
    ).toMatch('Nobody supervises themselves');
  });

  test('a meeting cannot hold the one who holds it', async () => {
    const made = stand.system((scope) =>
      meet(scope, {
        centreId: stand.centreId,
        zone: 'Europe/London',
        kind: 'one_to_one',
        dueOn: null,
        supervisorId: priya.accountId,
        startsAt: stand.now,
        minutes: 30,
        how: 'phone',
        people: [priya.accountId],
      }),
    );
    expect(await refused(made)).toBe('23514');
  });
});

test('the peer supporter answers, and neither moves nor closes the meeting', async () => {
  await stand.as(priya, (scope) => agree(scope, meetingId));
  expect(
    await refused(
      stand.as(priya, (scope) =>
        moveMeeting(scope, meetingId, { startsAt: stand.now.add({ hours: 90 }), why: '', agreed: false }),
      ),
    ),
  ).toBe('no such meeting');
  expect(
    await refused(stand.as(priya, (scope) => meetingHeld(scope, meetingId, { came: [priya.accountId] }))),
  ).toBe('no such meeting');
  const done = await stand.as(priya, ({ tx }) =>
    tx
      .updateTable('supervision.meetings')
      .set({ held_at: stand.now.toString() })
      .where('id', '=', meetingId)
      .executeTakeFirst(),
  );
  expect(done.numUpdatedRows).toBe(0n);
});

test('leave is one’s own to say and to take back; those who look after volunteers see the dates', async () => {
  const today = Temporal.PlainDate.from('2026-11-23');
  const id = await stand.as(priya, (scope) =>
    sayLeave(scope, { centreId: stand.centreId, fromOn: today, untilOn: today.add({ days: 3 }), today }),
  );
  const count = (who: AccountActor | Role) =>
    stand.as(who, async ({ tx }) => (await tx.selectFrom('supervision.leave').select('id').execute()).length);
  expect(await count(rob)).toBe(1);
  expect(await count(other)).toBe(0);
  expect(await count('service_lead')).toBe(0);
  expect(await refused(stand.as(rob, (scope) => takeBackLeave(scope, id)))).toBe('no such leave');
  await stand.as(priya, (scope) => takeBackLeave(scope, id));
});

test('a welcome begins it, and the end of a role ends it or asks for somebody else', async () => {
  const kit = await stand.member('Kit Moss', ['peer_supporter']);
  await stand.system(
    (scope) =>
      rhythmHears['recruiting.welcomed']?.(scope, { accountId: kit.accountId, centreId: stand.centreId }) ??
      Promise.reject(new Error('not heard')),
  );
  const running = async (who: AccountActor) =>
    (await stand.system((scope) => arrangementsOf(scope, [who.accountId])))[0] ?? null;
  // Two volunteer managers are at the centre by now, and nobody said who welcomed: somebody is asked for.
  expect(await running(kit)).toMatchObject({ supervisorId: null, newcomer: true });
  await stand.owner.query(`select set_config('app.organisation', $1, false)`, [stand.organisationId]);
  const end = async (who: AccountActor) => {
    await stand.owner.query('update people.roles set ended_at = now() where account_id = $1', [
      who.accountId,
    ]);
    await stand.system(
      (scope) =>
        rhythmHears['people.role_ended']?.(scope, { accountId: who.accountId }) ??
        Promise.reject(new Error('not heard')),
    );
  };
  await end(kit);
  expect(await running(kit)).toBeNull();
  await end(rob);
  expect(await running(priya)).toMatchObject({ supervisorId: null });
});
