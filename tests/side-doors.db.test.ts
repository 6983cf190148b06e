import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { AccountActor } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { giveProof, type ProofCode } from '#rooms/recruiting/door.ts';
import { exempt } from '../src/rooms/delivery/readiness/exemption.commands.ts';
import { layDown } from '../src/rooms/delivery/readiness/requirement.commands.ts';
import { enquire, openRecruiting } from '../src/rooms/recruiting/application.fixture.ts';
import type { TestHouse } from './support/house.ts';
import { makeReady } from './support/ready.ts';
import { openWays, refusedInSql, type Ways } from './support/ways-in.ts';

/**
 * The side doors of readiness: not standing on a session without being ready, but being made to look ready. Each is
 * tried as somebody whose role may write the table, past every page.
 */

let ways: Ways;
let house: TestHouse;
let manager: AccountActor;
let lead: AccountActor;
let office: AccountActor;
/** Ready in everything, and somebody who never showed a thing. */
let grace: AccountActor;
let graceApplicant: string;
let sam: AccountActor;
let groupId: string;
let sessions: readonly string[];

const day = (text: string) => Temporal.PlainDate.from(text);

beforeAll(async () => {
  ways = await openWays();
  ({ house, manager } = ways);
  await openRecruiting(house);
  lead = await house.member('Lee Lane', ['service_lead']);
  office = await house.member('Olu Ade', ['administrator']);
  grace = await house.member('Grace Cole', ['peer_supporter']);
  ({ applicantId: graceApplicant } = await makeReady(house, grace.accountId));
  sam = await ways.volunteer();
  ({ id: groupId, sessions } = await ways.group('Winter group', ['2026-11-26', '2026-12-03']));
}, 60_000);
afterAll(() => ways.close());

const ran = (actor: AccountActor, text: ReturnType<typeof sql>) =>
  house.as(actor, ({ tx }) => text.execute(tx));
const refused = (work: Promise<unknown>) =>
  expect(work).rejects.toMatchObject({ code: expect.stringMatching(/^(42501|23514|KR00.)$/) });

describe('nobody is made out to be somebody else', () => {
  test('what one has shown is not tied to another’s team file', async () => {
    await refused(
      ran(
        manager,
        sql`update recruiting.applicants set person_id = ${sam.personId} where id = ${graceApplicant}`,
      ),
    );
    await refused(
      ran(
        manager,
        sql`insert into recruiting.applicants (organisation_id, id, centre_id, given_name, person_id, made_at)
          values (${house.organisationId}, ${newId()}, ${house.centreId}, 'Sam', ${sam.personId}, now())`,
      ),
    );
  });

  test('an account is not moved to another’s file, nor opened again', async () => {
    for (const who of [office, lead])
      await refused(
        ran(who, sql`update people.accounts set person_id = ${grace.personId} where id = ${sam.accountId}`),
      );
    const gone = await house.member('Ned Gone', ['peer_supporter']);
    await ran(lead, sql`update people.accounts set closed_at = now() where id = ${gone.accountId}`);
    await refused(ran(lead, sql`update people.accounts set closed_at = null where id = ${gone.accountId}`));
  });

  test('the role is not handed on, and one that ended is not moved into the future', async () => {
    const stranger = await house.member('Kit Moss', []);
    await refused(
      ran(
        lead,
        sql`update people.roles set account_id = ${stranger.accountId}, ended_at = '2036-01-01' where account_id = ${grace.accountId}`,
      ),
    );
    const left = await house.member('Una Left', ['peer_supporter']);
    await ran(lead, sql`update people.roles set ended_at = now() where account_id = ${left.accountId}`);
    await refused(
      ran(lead, sql`update people.roles set ended_at = '2036-01-01' where account_id = ${left.accountId}`),
    );
  });
});

describe('no proof without something behind it', () => {
  let applicantId: string;
  let applicationId: string;
  beforeEach(async () => {
    ({ applicantId, applicationId } = await enquire(house));
  });
  const give = (code: ProofCode, fromId: string, more: { level?: 1 | 2 | 3 } = {}) =>
    house.as(manager, (scope) =>
      giveProof(scope, {
        applicantId,
        centreId: house.centreId,
        code,
        earnedOn: day('2026-11-01'),
        expiresOn: null,
        fromId,
        ...more,
      }),
    );

  test.each(['references', 'clearance', 'interview', 'course', 'induction'] as const)(
    'of %s, by anybody of the team',
    async (code) => {
      await refused(give(code, newId(), code === 'clearance' ? { level: 3 } : {}));
      await refused(give(code, applicationId, code === 'clearance' ? { level: 3 } : {}));
    },
  );

  test('a proof is not changed, moved to somebody else, or brought back', async () => {
    for (const change of [
      sql`level = 3`,
      sql`expires_on = '2040-01-01'`,
      sql`applicant_id = ${applicantId}`,
      sql`code = 'course'`,
      sql`earned_on = '2020-01-01'`,
    ])
      await refused(
        ran(manager, sql`update recruiting.proofs set ${change} where applicant_id = ${graceApplicant}`),
      );
    const id = newId();
    await house.system(({ tx }) =>
      tx
        .insertInto('recruiting.proofs')
        .values({
          organisation_id: house.organisationId,
          id,
          centre_id: house.centreId,
          applicant_id: applicantId,
          code: 'clearance',
          level: 2,
          earned_on: '2026-01-01',
          from_id: newId(),
          given_at: house.now.toString(),
          withdrawn_at: house.now.toString(),
          withdrawn_why: 'The Update Service says that there is something new.',
        })
        .execute(),
    );
    await refused(
      ran(
        manager,
        sql`update recruiting.proofs set withdrawn_at = null, withdrawn_why = null where id = ${id}`,
      ),
    );
  });
});

describe('what is asked is not asked away', () => {
  const version = (more: Readonly<Record<string, unknown>>) => ({
    organisation_id: house.organisationId,
    id: newId(),
    part: 'peer_supporter' as const,
    code: 'references' as const,
    version: 2,
    effective_from: '2026-12-01',
    minimum: 1,
    position: 1,
    words: 'One reference.',
    made_by: lead.accountId,
    made_at: house.now.toString(),
    ...more,
  });
  const lay = (more: Readonly<Record<string, unknown>>) =>
    house.as(lead, ({ tx }) => tx.insertInto('delivery.requirements').values(version(more)).execute());

  test('in another’s name, for a day that was, or for the check', async () => {
    await refused(lay({ made_by: manager.accountId }));
    await refused(lay({ effective_from: '1999-01-01' }));
    await refused(lay({ code: 'clearance', dropped: true }));
    await expect(
      house.as(lead, (scope) =>
        layDown(
          scope,
          {
            part: 'peer_supporter',
            code: 'clearance',
            effectiveFrom: day('2026-12-01'),
            dropped: true,
            minimum: 1,
            validMonths: null,
            graceDays: 0,
            keepsEarned: true,
            words: 'None.',
          },
          day('2026-11-23'),
        ),
      ),
    ).rejects.toThrow(Refusal);
    await lay({ code: 'induction', words: 'The induction.' });
  });

  test('a decision about the check bears the name of whoever wrote it', () =>
    refused(
      ran(
        lead,
        sql`insert into recruiting.eligibility_decisions (organisation_id, id, role_code, part, level, reasoning, rule_version, decided_on, effective_from, review_on, decided_by, made_at)
          values (${house.organisationId}, ${newId()}, 'peer_supporter', 'peer_supporter', 'none', 'x', 'x', '2026-11-23', '2026-11-23', '2027-11-23', ${manager.accountId}, now())`,
      ),
    ));

  test('nobody is answered for time after time', async () => {
    const answer = (until: string, now?: string) => {
      const was = house.now;
      if (now) house.now = Temporal.Instant.from(now);
      return house
        .as(manager, (scope: Scope) =>
          exempt(scope, {
            accountId: sam.accountId,
            centreId: house.centreId,
            zone: 'Europe/London',
            part: 'peer_supporter',
            code: 'course',
            why: 'The course is in January.',
            untilOn: day(until),
          }),
        )
        .finally(() => {
          house.now = was;
        });
    };
    await answer('2027-01-31');
    await answer('2027-02-10', '2027-01-20T10:00:00Z');
    await expect(answer('2027-03-31', '2027-02-11T10:00:00Z')).rejects.toThrow('90 days');
    const elsewhere = await ways.volunteer(house.otherCentreId);
    await refused(
      ran(
        manager,
        sql`insert into delivery.exemptions (organisation_id, id, centre_id, account_id, part, code, why, given_by, given_at, from_on, until_on)
          values (${house.organisationId}, ${newId()}, ${house.centreId}, ${elsewhere.accountId}, 'peer_supporter', 'course', 'x', ${manager.accountId}, now(), '2026-11-23', '2026-12-23')`,
      ),
    );
  });
});

describe('who runs what', () => {
  test('the time of somebody who left is not opened again by a later end', async () => {
    const una = await ways.volunteer();
    await makeReady(house, una.accountId);
    const id = newId();
    await house.system(({ tx }) =>
      tx
        .insertInto('delivery.leaders')
        .values({
          organisation_id: house.organisationId,
          id,
          centre_id: house.centreId,
          group_id: groupId,
          account_id: una.accountId,
          part: 'peer_supporter',
          from_at: '2026-11-01T10:00:00Z',
        })
        .execute(),
    );
    await ran(manager, sql`update delivery.leaders set until_at = '2026-11-20T10:00:00Z' where id = ${id}`);
    await ways.owner.query(
      `update people.roles set ended_at = '2026-10-20T10:00:00Z' where account_id = $1`,
      [una.accountId],
    );
    await refusedInSql(
      ran(manager, sql`update delivery.leaders set until_at = '2036-11-20T10:00:00Z' where id = ${id}`),
    );
  });

  test('the crèche is with children, whatever is ticked', async () => {
    const row = ways.rotaRow(grace.accountId, 'creche', sessions[0] ?? '');
    await expect(
      house.as(manager, ({ tx }) =>
        tx
          .insertInto('delivery.rota')
          .values({ ...row, with_children: false })
          .execute(),
      ),
    ).rejects.toMatchObject({ constraint: 'creche_is_with_children' });
  });

  test('a peer supporter who does not run a session does not move it', async () => {
    const moved = await house.as(sam, ({ tx }) =>
      tx
        .updateTable('delivery.sessions')
        .set({ starts_at: '2026-11-27T10:30:00Z' })
        .where('id', '=', sessions[0] ?? '')
        .executeTakeFirst(),
    );
    expect(moved.numUpdatedRows).toBe(0n);
  });
});
