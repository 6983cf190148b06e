import { sql } from 'kysely';
import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { AccountActor } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { addLeader, putOnRota, reconcile } from '#rooms/delivery/door.ts';
import * as paths from '#rooms/delivery/paths.ts';
import { savePlan } from '../src/rooms/delivery/plan/plan.commands.ts';
import { markRegister } from '../src/rooms/delivery/register/register.commands.ts';
import type { TestHouse } from './support/house.ts';
import { makeReady, putOnSessions } from './support/ready.ts';
import { openWays, refusedInSql, type Ways } from './support/ways-in.ts';

/** Whose supervision is overdue begins nothing new, on any way, while what they run goes on; and who learns runs nothing. */

let ways: Ways;
let house: TestHouse;
let owner: pg.Client;
let manager: AccountActor;
/** A group she runs, and one she does not. */
let hers: Awaited<ReturnType<Ways['group']>>;
let another: Awaited<ReturnType<Ways['group']>>;

beforeAll(async () => {
  ways = await openWays();
  ({ house, owner, manager } = ways);
}, 60_000);
beforeEach(async () => {
  hers = await ways.group('Hers', ['2026-11-26', '2026-12-03', '2026-12-10']);
  another = await ways.group('Another', ['2026-11-27', '2026-12-04', '2026-12-11']);
});
afterAll(() => ways.close());

const at = (group: { readonly sessions: readonly string[] }, nth = 0) => group.sessions[nth] ?? '';
const groupOf = ({ id }: { readonly id: string }) => ({ id, centreId: house.centreId });
const put = (sessionId: string, who: AccountActor) => (scope: Scope) =>
  putOnRota(scope, { sessionId, accountId: who.accountId, part: 'peer_supporter' });

const overdueFrom = (who: AccountActor, pausesOn: string) =>
  house.system(({ tx, now }) =>
    tx
      .insertInto('supervision.arrangements')
      .values({
        organisation_id: house.organisationId,
        id: newId(),
        centre_id: house.centreId,
        account_id: who.accountId,
        begins_on: '2026-06-01',
        due_on: Temporal.PlainDate.from(pausesOn).subtract({ days: 14 }).toString(),
        pauses_on: pausesOn,
        started_at: now.toString(),
      })
      .execute(),
  );

describe('somebody whose supervision is overdue', () => {
  let wren: AccountActor;
  beforeEach(async () => {
    wren = await ways.volunteer();
    await makeReady(house, wren.accountId);
    await house.as(manager, (scope) => addLeader(scope, groupOf(hers), wren.accountId, 'peer_supporter'));
    await overdueFrom(wren, '2026-11-20');
  });

  test('is not made one of another crew, by command, page or SQL', async () => {
    const add = (scope: Scope) => addLeader(scope, groupOf(another), wren.accountId, 'peer_supporter');
    await expect(house.as(manager, add)).rejects.toThrow('Supervision is overdue');
    await expect(house.system(add)).rejects.toThrow(Refusal);
    const answer = await house
      .browser(manager)
      .post(paths.leaders({ groupId: another.id }), { accountId: wren.accountId, part: 'peer_supporter' });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('What Sam does already goes on');
    const row = {
      organisation_id: house.organisationId,
      id: newId(),
      centre_id: house.centreId,
      group_id: another.id,
      account_id: wren.accountId,
      part: 'peer_supporter' as const,
      from_at: house.now.toString(),
    };
    const insert = ({ tx }: Scope) => tx.insertInto('delivery.leaders').values(row).execute();
    await refusedInSql(house.as(manager, insert));
    await refusedInSql(house.system(insert));
    await refusedInSql(ways.insertAsOwner('delivery.leaders', row));
    // Nor does the row that says she runs her own group become one of another group.
    const move = sql`update delivery.leaders set group_id = ${another.id} where account_id = ${wren.accountId}`;
    await refusedInSql(
      owner.query('update delivery.leaders set group_id = $1 where account_id = $2', [
        another.id,
        wren.accountId,
      ]),
    );
    await expect(house.as(manager, ({ tx }) => move.execute(tx))).rejects.toThrow();
    expect(await ways.standing(another.sessions)).toEqual([]);
  });

  test('is no cover on another group’s session, by command, page or SQL', async () => {
    await expect(house.as(manager, put(at(another), wren))).rejects.toThrow('Supervision is overdue');
    await expect(house.system(put(at(another), wren))).rejects.toThrow(Refusal);
    const answer = await house.browser(manager).post(paths.rota({ sessionId: at(another) }), {
      accountId: wren.accountId,
      part: 'peer_supporter',
    });
    expect(answer.statusCode).toBe(422);
    const row = ways.rotaRow(wren.accountId, 'peer_supporter', at(another));
    const insert = ({ tx }: Scope) => tx.insertInto('delivery.rota').values(row).execute();
    await refusedInSql(house.as(manager, insert));
    await refusedInSql(house.system(insert));
    await refusedInSql(ways.insertAsOwner('delivery.rota', row));
    await house.system((scope) => reconcile(scope, null));
    expect(await ways.standing(another.sessions)).toEqual([]);
  });

  test('does not come in through the row of somebody else, or one of hers that is moved or opened again', async () => {
    const grace = await ways.volunteer();
    await putOnSessions(house, grace.accountId, [at(another)]);
    const swap = 'update delivery.rota set account_id = $1 where session_id = $2 and account_id = $3';
    await refusedInSql(owner.query(swap, [wren.accountId, at(another), grace.accountId]));
    await refusedInSql(
      house.as(manager, ({ tx }) =>
        sql`update delivery.rota set account_id = ${wren.accountId} where session_id = ${at(another)}`.execute(
          tx,
        ),
      ),
    );
    await refusedInSql(
      owner.query('update delivery.rota set session_id = $1 where session_id = $2 and account_id = $3', [
        at(another, 1),
        at(hers),
        wren.accountId,
      ]),
    );
    const down = {
      ...ways.rotaRow(wren.accountId, 'peer_supporter', at(another, 2)),
      stood_down_at: house.now.toString(),
      stood_down_why: 'by_choice' as const,
    };
    await house.system(({ tx }) => tx.insertInto('delivery.rota').values(down).execute());
    const reopen = sql`update delivery.rota set stood_down_at = null, stood_down_why = null where session_id = ${at(another, 2)}`;
    await refusedInSql(house.as(manager, ({ tx }) => reopen.execute(tx)));
    await refusedInSql(house.system(({ tx }) => reopen.execute(tx)));
    expect(await ways.standing(another.sessions)).toEqual([grace.accountId]);
  });

  test('keeps what she runs: the rota leaves her there, new dates of her group are hers, and she writes its plan', async () => {
    await house.system((scope) => reconcile(scope, null));
    expect(await ways.standing(hers.sessions)).toEqual([wren.accountId, wren.accountId, wren.accountId]);
    const added = newId();
    await house.system(({ tx }) =>
      tx
        .insertInto('delivery.sessions')
        .values({
          organisation_id: house.organisationId,
          id: added,
          centre_id: house.centreId,
          group_id: hers.id,
          number: 4,
          starts_at: '2026-12-17T10:30:00Z',
          ends_at: '2026-12-17T12:30:00Z',
        })
        .execute(),
    );
    await house.system((scope) => reconcile(scope, null));
    expect(await ways.standing([added])).toEqual([wren.accountId]);
    await house.as(wren, (scope) =>
      savePlan(scope, { sessionId: at(hers), version: 0, minutes: new Map(), bring: 'Socks', note: '' }),
    );
    house.now = Temporal.Instant.from('2026-11-26T12:40:00Z');
    try {
      await house.as(wren, (scope) => markRegister(scope, { sessionId: at(hers), marks: [] }));
    } finally {
      house.now = Temporal.Instant.from('2026-11-23T10:00:00Z');
    }
  });

  test('may begin again as soon as it was held', async () => {
    await house.system(({ tx }) =>
      tx
        .updateTable('supervision.arrangements')
        .set({ due_on: '2026-12-14', pauses_on: '2026-12-28' })
        .where('organisation_id', '=', house.organisationId)
        .where('account_id', '=', wren.accountId)
        .execute(),
    );
    await house.as(manager, put(at(another), wren));
    expect(await ways.standing(another.sessions)).toEqual([wren.accountId]);
  });
});

describe('somebody who learns alongside', () => {
  let sam: AccountActor;
  beforeEach(async () => {
    sam = await ways.volunteer();
    await makeReady(house, sam.accountId, { units: 4, without: ['sign_off'] });
    const grace = await ways.volunteer();
    await putOnSessions(house, grace.accountId, [at(hers)]);
    const answer = await house.browser(manager).post(paths.alongside({ sessionId: at(hers) }), {
      accountId: sam.accountId,
      kind: 'shadowing',
      besideAccountId: grace.accountId,
    });
    expect(answer.statusCode).toBe(303);
  });

  test('is there, and runs nothing: no crew, no other part, no register, no plan', async () => {
    expect(await ways.standing(hers.sessions)).toContain(sam.accountId);
    await expect(house.as(manager, put(at(hers), sam))).rejects.toThrow('Units of training');
    await refusedInSql(
      house.as(manager, ({ tx }) =>
        sql`update delivery.rota set part = 'peer_supporter' where session_id = ${at(hers)} and account_id = ${sam.accountId}`.execute(
          tx,
        ),
      ),
    );
    await expect(
      ways.insertAsOwner('delivery.leaders', {
        organisation_id: house.organisationId,
        id: newId(),
        centre_id: house.centreId,
        group_id: hers.id,
        account_id: sam.accountId,
        part: 'alongside',
        from_at: house.now.toString(),
      }),
    ).rejects.toMatchObject({ code: '23514' });
    const amina = await house.family('Amina Khan', '2027-03-04');
    house.now = Temporal.Instant.from('2026-11-26T12:40:00Z');
    try {
      await expect(
        house.as(sam, (scope) =>
          markRegister(scope, { sessionId: at(hers), marks: [{ personId: amina.personId, mark: 'came' }] }),
        ),
      ).rejects.toThrow('You are not on the rota');
      await expect(
        house.as(sam, (scope) =>
          savePlan(scope, { sessionId: at(hers), version: 0, minutes: new Map(), bring: 'Socks', note: '' }),
        ),
      ).rejects.toThrow('You are not on the rota');
      await expect(
        house.as(sam, ({ tx, now }) =>
          tx
            .insertInto('delivery.attendances')
            .values({
              organisation_id: house.organisationId,
              session_id: at(hers),
              person_id: amina.personId,
              centre_id: house.centreId,
              mark: 'came',
              marked_at: now.toString(),
            })
            .execute(),
        ),
      ).rejects.toMatchObject({ code: '42501' });
    } finally {
      house.now = Temporal.Instant.from('2026-11-23T10:00:00Z');
    }
  });
});
