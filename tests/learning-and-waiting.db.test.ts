import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import type { AccountActor } from '#platform/db/actor.ts';
import { addLeader, putOnRota, reconcile } from '#rooms/delivery/door.ts';
import { giveProof } from '#rooms/recruiting/door.ts';
import { beginArrangement } from '#rooms/supervision/door.ts';
import { markRegister } from '../src/rooms/delivery/register/register.commands.ts';
import type { TestHouse } from './support/house.ts';
import { makeReady } from './support/ready.ts';
import { openWays, refusedInSql, type Ways } from './support/ways-in.ts';

/** Who is there to learn and not to run, and who takes on nothing new until they were listened to. */

let ways: Ways;
let house: TestHouse;
let owner: pg.Client;
let manager: AccountActor;
let groupId: string;
/** Thursday 26 November and the one after it. */
let sessions: readonly string[];

beforeAll(async () => {
  ways = await openWays();
  ({ house, owner, manager } = ways);
}, 60_000);
beforeEach(async () => {
  ({ id: groupId, sessions } = await ways.group('Winter group', ['2026-11-26', '2026-12-03']));
});
afterAll(() => ways.close());

const session = (at = 0) => sessions[at] ?? '';
const standing = () => ways.standing(sessions);
const put = (sam: AccountActor, part: 'alongside' | 'peer_supporter', at = 0) =>
  house.as(manager, (scope) => putOnRota(scope, { sessionId: session(at), accountId: sam.accountId, part }));

/** Everything but the sign-off, and so many units. */
const learner = async (units: number): Promise<AccountActor> => {
  const sam = await ways.volunteer();
  const { applicantId } = await makeReady(house, sam.accountId, { without: ['unit', 'sign_off'] });
  await house.system(async (scope) => {
    for (let count = units; count > 0; count -= 1)
      await giveProof(scope, {
        applicantId,
        centreId: house.centreId,
        code: 'unit',
        earnedOn: Temporal.PlainDate.from('2026-11-02'),
        expiresOn: null,
        fromId: newId(),
      });
  });
  return sam;
};

describe('somebody who is still learning', () => {
  test('comes alongside after four units and not after three, by command and SQL', async () => {
    const early = await learner(3);
    await expect(put(early, 'alongside')).rejects.toThrow('cannot be put on');
    await refusedInSql(
      ways.insertAsOwner('delivery.rota', ways.rotaRow(early.accountId, 'alongside', session())),
    );
    const sam = await learner(4);
    await put(sam, 'alongside');
    expect(await standing()).toEqual([sam.accountId]);
  });

  test('runs nothing before the last unit and the sign-off, by command and SQL', async () => {
    for (const units of [4, 15]) {
      const sam = await learner(units);
      await expect(put(sam, 'peer_supporter')).rejects.toThrow('cannot be put on');
      await refusedInSql(
        ways.insertAsOwner('delivery.rota', ways.rotaRow(sam.accountId, 'peer_supporter', session())),
      );
      await refusedInSql(
        owner.query(
          `insert into delivery.leaders (organisation_id, id, group_id, centre_id, account_id, part, from_at) values ($1, $2, $3, $4, $5, 'peer_supporter', $6)`,
          [house.organisationId, newId(), groupId, house.centreId, sam.accountId, house.now.toString()],
        ),
      );
    }
    expect(await standing()).toEqual([]);
  });

  test('writes nothing in the register of the session they came along to', async () => {
    const sam = await learner(4);
    const amina = await house.family('Amina Khan', '2027-03-04');
    await put(sam, 'alongside');
    house.now = Temporal.Instant.from('2026-11-26T12:40:00Z');
    try {
      await expect(
        house.as(sam, (scope) =>
          markRegister(scope, { sessionId: session(), marks: [{ personId: amina.personId, mark: 'came' }] }),
        ),
      ).rejects.toThrow('You are not on the rota');
      await expect(
        house.as(sam, ({ tx, now }) =>
          tx
            .insertInto('delivery.attendances')
            .values({
              organisation_id: house.organisationId,
              session_id: session(),
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

describe('somebody whose supervision is overdue beyond its grace', () => {
  /** Ready in everything; from the day on nothing new begins with them. */
  const supported = async (pausesOn: string): Promise<AccountActor> => {
    const sam = await ways.volunteer();
    await makeReady(house, sam.accountId);
    await house.system((scope) =>
      beginArrangement(scope, {
        accountId: sam.accountId,
        centreId: house.centreId,
        supervisorId: manager.accountId,
      }),
    );
    await owner.query('update supervision.arrangements set pauses_on = $1 where account_id = $2', [
      pausesOn,
      sam.accountId,
    ]);
    return sam;
  };
  const lead = (sam: AccountActor) =>
    house.as(manager, (scope) =>
      addLeader(scope, { id: groupId, centreId: house.centreId }, sam.accountId, 'peer_supporter'),
    );

  test('covers for nobody and joins no crew, by command and SQL; a day before they may', async () => {
    const sam = await supported('2026-11-23');
    await expect(put(sam, 'peer_supporter')).rejects.toThrow('upervision');
    await expect(lead(sam)).rejects.toThrow('upervision');
    await refusedInSql(
      ways.insertAsOwner('delivery.rota', ways.rotaRow(sam.accountId, 'peer_supporter', session())),
    );
    expect(await standing()).toEqual([]);
    const kit = await supported('2026-11-24');
    await put(kit, 'peer_supporter');
    expect(await standing()).toEqual([kit.accountId]);
  });

  test('goes on with the group they run, and with the sessions they stand on', async () => {
    const sam = await supported('2027-01-01');
    await lead(sam);
    expect(await standing()).toEqual([sam.accountId, sam.accountId]);
    await owner.query(`update supervision.arrangements set pauses_on = '2026-11-01' where account_id = $1`, [
      sam.accountId,
    ]);
    await house.system((scope) => reconcile(scope, null));
    expect(await standing()).toEqual([sam.accountId, sam.accountId]);
  });
});
