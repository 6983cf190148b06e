import { sql } from 'kysely';
import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { AccountActor } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { addLeader, type CrewPart, type Part, putOnRota, reconcile } from '#rooms/delivery/door.ts';
import * as paths from '#rooms/delivery/paths.ts';
import { giveRole, suspendAccount } from '#rooms/people/door.ts';
import { savePlan } from '../src/rooms/delivery/plan/plan.commands.ts';
import { markRegister } from '../src/rooms/delivery/register/register.commands.ts';
import { standDown } from '../src/rooms/delivery/rota/rota.commands.ts';
import type { TestHouse } from './support/house.ts';
import { makeReady, putOnSessions } from './support/ready.ts';
import { openWays, refusedInSql, type Ways } from './support/ways-in.ts';

/**
 * Every path in the product that puts somebody with families, tried with people who may not be there, each in another
 * way: by page, by command, by plain SQL as the one who would do it, as the house and as the owner of the tables.
 */

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

interface Person {
  readonly why: string;
  readonly part: Part;
  readonly make: () => Promise<AccountActor>;
}

const WHO: readonly Person[] = [
  {
    why: 'never cleared',
    part: 'peer_supporter',
    make: async () => {
      const sam = await volunteer();
      await makeReady(house, sam.accountId, { without: ['clearance'] });
      return sam;
    },
  },
  {
    why: 'only one reference',
    part: 'peer_supporter',
    make: async () => {
      const sam = await volunteer();
      await makeReady(house, sam.accountId, { without: ['references'] });
      return sam;
    },
  },
  {
    why: 'a check of too low a level',
    part: 'peer_supporter',
    make: async () => {
      const sam = await volunteer();
      await makeReady(house, sam.accountId, { level: 1 });
      return sam;
    },
  },
  {
    why: 'a check that lapsed',
    part: 'peer_supporter',
    make: async () => {
      const sam = await volunteer();
      await makeReady(house, sam.accountId, { until: { clearance: '2026-10-01' } });
      return sam;
    },
  },
  {
    why: 'suspended',
    part: 'peer_supporter',
    make: async () => {
      const sam = await volunteer();
      await makeReady(house, sam.accountId);
      await house.system((scope) =>
        suspendAccount(scope, { accountId: sam.accountId, centreId: house.centreId }),
      );
      return sam;
    },
  },
  {
    why: 'of another centre',
    part: 'peer_supporter',
    make: async () => {
      const sam = await volunteer(house.otherCentreId);
      await makeReady(house, sam.accountId, { centreId: house.otherCentreId });
      return sam;
    },
  },
  {
    why: 'an account that is closed',
    part: 'peer_supporter',
    make: async () => {
      const sam = await volunteer();
      await makeReady(house, sam.accountId);
      await owner.query(`update people.accounts set closed_at = '2026-11-01T09:00:00Z' where id = $1`, [
        sam.accountId,
      ]);
      return sam;
    },
  },
  {
    why: 'a volunteer as practitioner',
    part: 'practitioner',
    make: async () => {
      const sam = await volunteer();
      await makeReady(house, sam.accountId);
      return sam;
    },
  },
  ...(
    [
      ['fourteen units of training', 'peer_supporter', { units: 14 }],
      ['everything but the sign-off', 'peer_supporter', { without: ['sign_off'] }],
      ['three units, to learn alongside', 'alongside', { units: 3 }],
      ['no check, to learn alongside', 'alongside', { without: ['clearance'] }],
      ['a check too low, to learn alongside', 'alongside', { level: 1 }],
    ] as const
  ).map(([why, part, shown]) => ({
    why,
    part,
    make: async () => {
      const sam = await volunteer();
      await makeReady(house, sam.accountId, shown);
      return sam;
    },
  })),
  {
    why: 'suspended, to learn alongside',
    part: 'alongside',
    make: async () => {
      const sam = await volunteer();
      await makeReady(house, sam.accountId);
      await house.system((scope) =>
        suspendAccount(scope, { accountId: sam.accountId, centreId: house.centreId }),
      );
      return sam;
    },
  },
];

describe.each(WHO)('somebody who may not: $why', ({ part, make }) => {
  let sam: AccountActor;
  beforeAll(async () => {
    sam = await make();
  });

  test('is not made one of the crew, by command, page or SQL', async () => {
    await expect(
      house.as(manager, (scope) =>
        addLeader(scope, { id: groupId, centreId: house.centreId }, sam.accountId, part as CrewPart),
      ),
    ).rejects.toThrow(Refusal);
    await expect(
      house.system((scope) =>
        addLeader(scope, { id: groupId, centreId: house.centreId }, sam.accountId, part as CrewPart),
      ),
    ).rejects.toThrow(Refusal);
    const answer = await house
      .browser(manager)
      .post(paths.leaders({ groupId }), { accountId: sam.accountId, part });
    expect(answer.statusCode).toBe(422);
    const leader = {
      organisation_id: house.organisationId,
      id: newId(),
      centre_id: house.centreId,
      group_id: groupId,
      account_id: sam.accountId,
      part: part as 'practitioner',
      from_at: house.now.toString(),
    };
    const add = ({ tx }: Scope) => tx.insertInto('delivery.leaders').values(leader).execute();
    // Nobody learns alongside for good: no crew has such a part.
    const refused = (work: Promise<unknown>) =>
      part === 'alongside' ? expect(work).rejects.toMatchObject({ code: '23514' }) : refusedInSql(work);
    await refused(house.as(manager, add));
    await refused(house.system(add));
    await refused(insertAsOwner('delivery.leaders', leader));
    expect(await standing()).toEqual([]);
  });

  test('is not put on a session, as cover or by the house, by command, page or SQL', async () => {
    const put = (scope: Scope) => putOnRota(scope, { sessionId: session(), accountId: sam.accountId, part });
    await expect(house.as(manager, put)).rejects.toThrow(Refusal);
    await expect(house.system(put)).rejects.toThrow(Refusal);
    const answer = await house
      .browser(manager)
      .post(paths.rota({ sessionId: session() }), { accountId: sam.accountId, part });
    expect(answer.statusCode).toBe(422);
    if (part === 'alongside') {
      const grace = await volunteer();
      await putOnSessions(house, grace.accountId, [session()]);
      const along = await house.browser(manager).post(paths.alongside({ sessionId: session() }), {
        accountId: sam.accountId,
        kind: 'shadowing',
        besideAccountId: grace.accountId,
      });
      expect(along.statusCode).toBe(422);
      await house.system((scope) => standDown(scope, { sessionId: session(), accountId: grace.accountId }));
    }
    const row = rotaRow(sam.accountId, part);
    const add = ({ tx }: Scope) => tx.insertInto('delivery.rota').values(row).execute();
    await refusedInSql(house.as(manager, add));
    await refusedInSql(house.system(add));
    await refusedInSql(insertAsOwner('delivery.rota', row));
    await house.system((scope) => reconcile(scope, null));
    expect(await standing()).toEqual([]);
  });

  test('does not come in through the row of somebody else, or one that stood down', async () => {
    const grace = await volunteer();
    await putOnSessions(house, grace.accountId, [session()]);
    const swap = sql`update delivery.rota set account_id = ${sam.accountId}, part = ${part} where session_id = ${session()} and account_id = ${grace.accountId}`;
    await refusedInSql(house.as(manager, ({ tx }) => swap.execute(tx)));
    await refusedInSql(
      owner.query('update delivery.rota set account_id = $1, part = $2 where session_id = $3', [
        sam.accountId,
        part,
        session(),
      ]),
    );
    const down = {
      ...rotaRow(sam.accountId, part as CrewPart),
      stood_down_at: house.now.toString(),
      stood_down_why: 'by_choice' as const,
    };
    await house.system(({ tx }) => tx.insertInto('delivery.rota').values(down).execute());
    const reopen = sql`update delivery.rota set stood_down_at = null, stood_down_why = null where session_id = ${session()} and account_id = ${sam.accountId}`;
    await refusedInSql(house.as(manager, ({ tx }) => reopen.execute(tx)));
    await refusedInSql(house.system(({ tx }) => reopen.execute(tx)));
    await expect(
      house.as(manager, (scope) =>
        putOnRota(scope, { sessionId: session(), accountId: sam.accountId, part }),
      ),
    ).rejects.toThrow(Refusal);
    expect(await standing()).toEqual([grace.accountId]);
  });

  test('writes nothing in a register or a plan, by command or SQL', async () => {
    const amina = await house.family('Amina Khan', '2027-03-04');
    // Even a role that was kept in the hand since before: the database looks for itself.
    const asSupporter: AccountActor = {
      ...sam,
      roles: [{ role: 'peer_supporter', centreId: house.centreId }],
    };
    house.now = Temporal.Instant.from('2026-11-26T12:40:00Z');
    try {
      await expect(
        house.as(asSupporter, (scope) =>
          markRegister(scope, {
            sessionId: session(),
            marks: [{ personId: amina.personId, mark: 'came' }],
          }),
        ),
      ).rejects.toThrow('You are not on the rota');
      await expect(
        house.as(asSupporter, (scope) =>
          savePlan(scope, { sessionId: session(), version: 0, minutes: new Map(), bring: 'Socks', note: '' }),
        ),
      ).rejects.toThrow('You are not on the rota');
      await expect(
        house.as(asSupporter, ({ tx, now }) =>
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

test('a role that lets somebody know families is given by nobody’s hand', async () => {
  const lead = await house.member('Lee Lane', ['service_lead']);
  const stranger = await house.member('Kit Moss', []);
  await expect(
    house.as(lead, (scope) =>
      giveRole(scope, { accountId: stranger.accountId, role: 'peer_supporter', centreId: house.centreId }),
    ),
  ).rejects.toThrow();
});
