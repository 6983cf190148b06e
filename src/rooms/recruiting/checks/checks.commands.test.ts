import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Refusal } from '#kernel/refusal.ts';
import type { AccountActor } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { MONDAY, openStand, type Stand } from '../../../../tests/support/stand.ts';
import { decideReview, openEligibilityReview } from '../activity/activity.commands.ts';
import { reviewsOf } from '../activity/activity.queries.ts';
import { enquire, openRecruiting, walkTo } from '../application.fixture.ts';
import { BARRED, BASIC, ENHANCED, layDownChecks } from '../check.fixture.ts';
import { proofsOf } from '../proofs/proof.queries.ts';
import { applicationOf } from '../route/application.queries.ts';
import {
  endCheck,
  goOnWithoutCheck,
  requestCheck,
  type SeenCertificate,
  seeCertificate,
} from './check.commands.ts';
import { checksOf } from './check.queries.ts';
import { decideEligibility } from './eligibility.commands.ts';
import type { CheckKind } from './eligibility.rules.ts';
import { lookAtUpdateService } from './status.commands.ts';

let stand: Stand;
let manager: AccountActor;
let lead: AccountActor;
let applicantId: string;
let applicationId: string;

const day = (text: string) => Temporal.PlainDate.from(text);
const here = <T>(work: (scope: Scope) => Promise<T>) => stand.as(manager, work);

beforeAll(async () => {
  stand = await openStand();
  await openRecruiting(stand);
  lead = await layDownChecks(stand, ENHANCED);
  manager = await stand.member('Helen Park', ['volunteer_manager']);
}, 60_000);
afterAll(() => stand.close());
beforeEach(async () => {
  stand.now = MONDAY;
  ({ applicantId, applicationId } = await enquire(stand));
  await walkTo(stand, applicationId, ['conversation', 'application']);
});

const ask = (kind: CheckKind = ENHANCED) =>
  here((scope) => requestCheck(scope, { ...kind, applicantId, paidOrTrainee: false }));
const see = (checkId: string, changed: Partial<SeenCertificate> = {}) =>
  here((scope) =>
    seeCertificate(scope, {
      checkId,
      certificateNumber: '001234567890',
      issuedOn: day('2026-11-10'),
      surname: 'Nowak',
      shown: ENHANCED,
      outcome: 'clear',
      updateService: false,
      olderIsFine: false,
      named: [],
      ...changed,
    }),
  );
const proofs = () => here((scope) => proofsOf(scope, [applicantId]));
const step = async () =>
  (await stand.system((scope) => applicationOf(scope, applicationId)))?.steps.find(
    (each) => each.code === 'check',
  );
const refused = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
  } catch (error) {
    if (error instanceof Refusal) return `${error.field}: ${error.message}`;
    throw error;
  }
  return 'not refused';
};

describe('asking for a check', () => {
  it('is lawful at the level that was decided, tells the applicant and passes the move to them', async () => {
    await ask();
    const [check] = await here((scope) => checksOf(scope, [applicantId]));
    expect(check).toMatchObject({ level: 'enhanced', freeOfCharge: true, seenAt: null });
    expect((await step())?.mover).toBe('applicant');
    const { rows } = await stand.owner.query(
      `select 1 from platform.messages where template = 'recruiting_check_asked' and once_key like $1`,
      [`%${check?.id}`],
    );
    expect(rows).toHaveLength(1);
  });

  it('is refused above the decision, with why', async () => {
    expect(await refused(ask(BARRED))).toContain('Asking for one would be unlawful');
  });

  it('is refused where nobody has decided about the role', async () => {
    const creche = await enquire(stand, { roleCode: 'creche_volunteer' });
    await walkTo(stand, creche.applicationId, ['conversation', 'application']);
    expect(
      await refused(
        here((scope) =>
          requestCheck(scope, { ...BASIC, applicantId: creche.applicantId, paidOrTrainee: false }),
        ),
      ),
    ).toContain('Nobody has decided yet');
  });

  it('waits for the application, and happens once at a time', async () => {
    const early = await enquire(stand);
    expect(
      await refused(
        here((scope) =>
          requestCheck(scope, { ...ENHANCED, applicantId: early.applicantId, paidOrTrainee: false }),
        ),
      ),
    ).toContain('comes after the application');
    const checkId = await ask();
    expect(await refused(ask())).toContain('asked for already');
    await here((scope) => endCheck(scope, { checkId, why: 'They lost the form.' }));
    expect((await step())?.mover).toBe('us');
    await ask();
  });

  it('is not free for somebody who is paid or in training for a paid post', async () => {
    await here((scope) => requestCheck(scope, { ...ENHANCED, applicantId, paidOrTrainee: true }));
    expect((await here((scope) => checksOf(scope, [applicantId])))[0]?.freeOfCharge).toBe(false);
  });

  it('with the barred list needs the decision about the days of this one person', async () => {
    await stand.system((scope) =>
      openEligibilityReview(scope, { applicantId, crossesOn: day('2026-12-14') }),
    );
    const again = await stand.system((scope) =>
      openEligibilityReview(scope, { applicantId, crossesOn: day('2026-12-07') }),
    );
    expect(again).toBe(false);
    const [review] = await here((scope) => reviewsOf(scope, [applicantId]));
    expect(review?.crossesOn.toString()).toBe('2026-12-07');
    expect(await refused(ask(BARRED))).toContain('unlawful');
    await here((scope) =>
      decideReview(scope, {
        reviewId: review?.id ?? '',
        decision: 'ask_for_barred_list',
        reasoning: 'She is in the crèche every week.',
      }),
    );
    const checkId = await ask(BARRED);
    await see(checkId, { shown: BARRED });
    expect((await proofs())[0]).toMatchObject({ code: 'clearance', level: 3 });
    expect(
      await stand.system((scope) =>
        openEligibilityReview(scope, { applicantId, crossesOn: day('2027-01-04') }),
      ),
    ).toBe(false);
  });
});

describe('a certificate that was seen', () => {
  it('when clear is proof until its renewal and ends the step', async () => {
    const checkId = await ask();
    await see(checkId);
    expect(await proofs()).toMatchObject([
      { code: 'clearance', level: 2, earnedOn: day('2026-11-23'), expiresOn: day('2029-11-10') },
    ]);
    expect((await step())?.doneAt).not.toBeNull();
    expect(await refused(see(checkId))).toContain('written this certificate down already');
  });

  it('is refused with another level, a day to come, and beyond the months of the rules', async () => {
    const checkId = await ask();
    expect(await refused(see(checkId, { shown: BASIC }))).toMatch(/^level: .*lower/);
    expect(await refused(see(checkId, { shown: BARRED }))).toContain('give it back');
    expect(await refused(see(checkId, { issuedOn: day('2026-11-24') }))).toMatch(/^issuedOn: /);
    expect(await refused(see(checkId, { issuedOn: day('2023-11-23'), olderIsFine: true }))).toContain(
      '36 months old',
    );
    expect(await proofs()).toEqual([]);
  });

  it('that is old is accepted only where somebody says so aloud', async () => {
    const checkId = await ask();
    expect(await refused(see(checkId, { issuedOn: day('2026-07-01') }))).toMatch(
      /^olderIsFine: .*3 months ago/,
    );
    await see(checkId, { issuedOn: day('2026-07-01'), olderIsFine: true });
    expect((await proofs())[0]?.expiresOn?.toString()).toBe('2029-07-01');
  });

  it('proves nothing any more once the check has ended', async () => {
    const checkId = await ask();
    await see(checkId);
    await here((scope) => endCheck(scope, { checkId, why: 'It was written down for somebody else.' }));
    expect(await proofs()).toEqual([]);
  });

  it('cannot carry a picture: no column of the tables could hold one', async () => {
    const { rows } = await stand.owner.query<{ name: string }>(
      `select column_name as name from information_schema.columns where table_schema = 'recruiting' and table_name in ('checks', 'status_checks', 'disclosures') and (data_type in ('bytea', 'jsonb', 'oid') or column_name ~ 'file|scan|image|picture|path|url')`,
    );
    expect(rows).toEqual([]);
  });
});

describe('the Update Service', () => {
  it('is looked at only with their consent', async () => {
    const checkId = await ask();
    await see(checkId);
    expect(
      await refused(
        here((scope) =>
          lookAtUpdateService(scope, { checkId, lookedOn: day('2026-11-23'), result: 'no_change' }),
        ),
      ),
    ).toContain('have not agreed');
  });

  it('carries the clearance on while nothing is new, and takes back all of it when something is', async () => {
    const checkId = await ask();
    await see(checkId, { updateService: true });
    stand.now = Temporal.Instant.from('2029-10-01T09:00:00Z');
    await here((scope) =>
      lookAtUpdateService(scope, { checkId, lookedOn: day('2029-10-01'), result: 'no_change' }),
    );
    expect((await proofs()).map((proof) => proof.expiresOn?.toString())).toEqual([
      '2029-11-10',
      '2030-10-01',
    ]);
    stand.now = Temporal.Instant.from('2030-09-20T09:00:00Z');
    await here((scope) =>
      lookAtUpdateService(scope, { checkId, lookedOn: day('2030-09-20'), result: 'changed' }),
    );
    expect(await proofs()).toEqual([]);
    const [check] = await here((scope) => checksOf(scope, [applicantId]));
    expect(check?.endedAt).not.toBeNull();
    expect(check?.looks.map((look) => look.result)).toEqual(['changed', 'no_change']);
    const { rows } = await stand.owner.query(
      `select 1 from platform.messages m join recruiting.applicants a on a.email = m.address where m.template = 'recruiting_check_new' and a.id = $1`,
      [applicantId],
    );
    expect(rows).toHaveLength(1);
  });

  it('that knows something new of an old certificate leaves a newer one alone', async () => {
    const old = await ask();
    await see(old, { updateService: true });
    stand.now = Temporal.Instant.from('2027-03-01T09:00:00Z');
    const newer = await ask();
    await see(newer, { issuedOn: day('2027-02-20'), certificateNumber: '009999999999' });
    await here((scope) =>
      lookAtUpdateService(scope, { checkId: old, lookedOn: day('2027-03-01'), result: 'not_valid' }),
    );
    expect((await proofs()).map((proof) => proof.fromId)).toEqual([newer]);
  });
});

describe('which check a role may be asked for', () => {
  const needed = (part: string, on: string) =>
    stand.system(
      async ({ tx }) =>
        (
          await sql<{
            level: number;
          }>`select recruiting.level_needed(${stand.organisationId}, ${part}, ${on}) as level`.execute(tx)
        ).rows[0]?.level,
    );

  it('is what readiness asks, from the day it holds', async () => {
    expect(await needed('peer_supporter', '2026-11-22')).toBe(0);
    expect(await needed('peer_supporter', '2026-11-23')).toBe(2);
    expect(await needed('creche', '2026-11-23')).toBe(0);
    await stand.as(lead, (scope) =>
      decideEligibility(scope, {
        ...BARRED,
        roleCode: 'creche_volunteer',
        part: 'creche',
        reasoning: 'Every week with children.',
        ruleVersion: 'September 2026',
        decidedOn: day('2026-11-23'),
        effectiveFrom: day('2027-01-01'),
        reviewOn: day('2027-11-23'),
      }),
    );
    expect(await needed('creche', '2026-12-31')).toBe(0);
    expect(await needed('creche', '2027-01-01')).toBe(3);
  });

  it('is decided by a named person, and not by a volunteer manager', async () => {
    const decision = {
      ...BASIC,
      roleCode: 'other_role',
      part: 'peer_supporter',
      reasoning: 'x',
      ruleVersion: 'x',
      decidedOn: day('2026-11-23'),
      effectiveFrom: day('2026-11-23'),
      reviewOn: day('2027-11-23'),
    } as const;
    expect(await refused(stand.system((scope) => decideEligibility(scope, decision)))).toContain('named');
    await expect(here((scope) => decideEligibility(scope, decision))).rejects.toMatchObject({
      code: '42501',
    });
    expect(
      await refused(
        stand.as(lead, (scope) =>
          decideEligibility(scope, { ...decision, effectiveFrom: day('2026-11-22') }),
        ),
      ),
    ).toMatch(/^effectiveFrom/);
  });

  it('where it is none at all the step ends without a check, and only then', async () => {
    expect(await refused(here((scope) => goOnWithoutCheck(scope, applicantId)))).toContain('needs none');
    const other = await openStand();
    try {
      await openRecruiting(other);
      await layDownChecks(other, { ...BASIC, level: 'none' });
      const one = await enquire(other);
      await walkTo(other, one.applicationId, ['conversation', 'application']);
      const boss = await other.member('Jo Lane', ['volunteer_manager']);
      await other.as(boss, (scope) => goOnWithoutCheck(scope, one.applicantId));
      const application = await other.system((scope) => applicationOf(scope, one.applicationId));
      expect(application?.steps.find((each) => each.code === 'check')?.doneAt).not.toBeNull();
    } finally {
      await other.close();
    }
  });
});
