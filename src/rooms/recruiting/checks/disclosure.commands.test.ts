import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { NotFound } from '#kernel/refusal.ts';
import type { AccountActor } from '#platform/db/actor.ts';
import { isSealed } from '#platform/db/vault.ts';
import { MONDAY, openStand, type Stand } from '../../../../tests/support/stand.ts';
import { enquire, openRecruiting, walkTo } from '../application.fixture.ts';
import { ENHANCED, layDownChecks } from '../check.fixture.ts';
import { proofsOf } from '../proofs/proof.queries.ts';
import { applicationOf } from '../route/application.queries.ts';
import { requestCheck, seeCertificate } from './check.commands.ts';
import { checksOf } from './check.queries.ts';
import { lookAtDisclosure, type Weighing, weighDisclosure } from './disclosure.commands.ts';
import { disclosureJobs } from './disclosure.jobs.ts';
import { disclosureOf, looksAt, nameableFor } from './disclosure.queries.ts';
import { mayBeNamed, namedTrouble } from './disclosure.rules.ts';

let stand: Stand;
let manager: AccountActor;
let senior: AccountActor;
let other: AccountActor;
let applicantId: string;
let applicationId: string;
let checkId: string;

const day = (text: string) => Temporal.PlainDate.from(text);

beforeAll(async () => {
  stand = await openStand();
  await openRecruiting(stand);
  await layDownChecks(stand, ENHANCED);
  manager = await stand.member('Helen Park', ['volunteer_manager']);
  senior = await stand.member('Ola Grant', ['programme_coordinator']);
  other = await stand.member('Tom Reed', ['volunteer_manager']);
}, 60_000);
afterAll(() => stand.close());
beforeEach(async () => {
  stand.now = MONDAY;
  ({ applicantId, applicationId } = await enquire(stand));
  await walkTo(stand, applicationId, ['conversation', 'application']);
  checkId = await stand.as(manager, (scope) =>
    requestCheck(scope, { ...ENHANCED, applicantId, paidOrTrainee: false }),
  );
});

const saw = (named: readonly string[] = [manager.accountId, senior.accountId]) =>
  stand.as(manager, (scope) =>
    seeCertificate(scope, {
      checkId,
      certificateNumber: '001234567890',
      issuedOn: day('2026-11-10'),
      surname: 'Nowak',
      shown: ENHANCED,
      outcome: 'something',
      updateService: false,
      olderIsFine: false,
      named,
    }),
  );
const weigh = (changed: Partial<Weighing> = {}, who = senior) =>
  stand.as(who, (scope) =>
    weighDisclosure(scope, {
      checkId,
      named: [manager.accountId, senior.accountId],
      what: 'A caution for taking something from a shop.',
      whenHowOld: '2009, at nineteen.',
      circumstances: 'A hard year.',
      whatChanged: 'A job and a family since.',
      relevance: 'None for the drop-in.',
      safeguards: 'Nobody handles money alone.',
      reasons: 'Long ago, and nothing since.',
      conditions: '',
      decision: 'go_ahead',
      ...changed,
    }),
  );
const proofs = () => stand.as(manager, (scope) => proofsOf(scope, [applicantId]));
const asked = (who: AccountActor) => stand.as(who, (scope) => disclosureOf(scope, checkId));
const forget = async () => {
  const job = disclosureJobs['recruiting.forget_disclosures'];
  if (typeof job !== 'function') throw new Error('there is no such job');
  await stand.system((scope) => job(scope, {}));
};

describe('what a certificate says', () => {
  it('is kept sealed, and only as much of it as there is', async () => {
    await saw();
    await weigh();
    const { rows } = await stand.owner.query<Record<string, string>>(
      `select what, when_how_old, circumstances, what_changed, relevance, safeguards, reasons, conditions
         from recruiting.disclosures where check_id = $1`,
      [checkId],
    );
    const { conditions, ...said } = rows[0] ?? {};
    expect(conditions).toBe('');
    expect(Object.values(said)).toHaveLength(7);
    for (const text of Object.values(said)) expect(isSealed(text)).toBe(true);
    expect(await asked(senior)).toMatchObject({
      what: 'A caution for taking something from a shop.',
      reasons: 'Long ago, and nothing since.',
      conditions: '',
    });
  });

  it('is opened for those named, and nothing is proved until they decide', async () => {
    await saw();
    expect(await proofs()).toEqual([]);
    expect((await asked(manager))?.named).toHaveLength(2);
    expect((await asked(senior))?.decision).toBeNull();
    expect(await asked(other)).toBeNull();
  });

  it('is known to the others who recruit as one word, never as its detail', async () => {
    await saw();
    await weigh();
    const [check] = await stand.as(other, (scope) => checksOf(scope, [applicantId]));
    expect(check?.disclosure).toMatchObject({ decision: 'go_ahead', mine: false });
    expect(JSON.stringify(check)).not.toContain('shop');
    const stranger = await stand.staff('practitioner');
    expect(await stand.as(stranger, (scope) => checksOf(scope, [applicantId]))).toEqual([]);
  });

  it('cannot be reached, changed or taken over by naming oneself', async () => {
    await saw();
    await expect(weigh({ named: [other.accountId] }, other)).rejects.toThrow(NotFound);
    const changed = await stand.as(other, ({ tx }) =>
      tx
        .updateTable('recruiting.disclosures')
        .set({ named: [other.accountId] })
        .where('check_id', '=', checkId)
        .executeTakeFirst(),
    );
    expect(changed.numUpdatedRows).toBe(0n);
    await expect(
      stand.as(other, ({ tx }) =>
        tx
          .insertInto('recruiting.disclosure_looks')
          .values({
            organisation_id: stand.organisationId,
            id: newId(),
            centre_id: stand.centreId,
            applicant_id: applicantId,
            disclosure_id: newId(),
            account_id: other.accountId,
            at: stand.now.toString(),
          })
          .execute(),
      ),
    ).rejects.toMatchObject({ code: '42501' });
  });

  it('is never known to the person themselves, whatever role they gain', async () => {
    await saw();
    await stand.owner.query('update recruiting.applicants set person_id = $1 where id = $2', [
      senior.personId,
      applicantId,
    ]);
    expect(await asked(senior)).toBeNull();
    expect(await stand.as(senior, (scope) => checksOf(scope, [applicantId]))).toEqual([]);
    expect((await asked(manager))?.id).toBeDefined();
    await stand.owner.query('update recruiting.applicants set person_id = null where id = $1', [applicantId]);
  });

  it('names whoever saw the certificate, three at most, and no referee', async () => {
    await expect(saw([])).rejects.toThrow('Choose who may know');
    await expect(saw([senior.accountId])).rejects.toThrow('You have seen the certificate');
    await expect(saw([manager.accountId, newId()])).rejects.toThrow('those who recruit here');
    await stand.owner.query(
      `insert into recruiting.referees (organisation_id, id, centre_id, applicant_id, application_id, position, name, email, context, how_known, known_years, related, works_here, named_at)
       values ($1, $2, $3, $4, $5, 1, 'ola  grant', 'ola@example.org', 'work', 'Worked together', 4, false, true, now())`,
      [stand.organisationId, newId(), stand.centreId, applicantId, applicationId],
    );
    const nameable = await stand.as(manager, (scope) =>
      nameableFor(scope, { applicantId, centreId: stand.centreId }),
    );
    expect(nameable.map(({ name }) => name)).toEqual(['Helen Park', 'Tom Reed']);
    await expect(saw([manager.accountId, senior.accountId])).rejects.toThrow('gave a reference');
  });
});

describe('deciding', () => {
  it('to go ahead clears the person from that day and ends the step', async () => {
    await saw();
    stand.now = Temporal.Instant.from('2026-11-30T10:00:00Z');
    await weigh();
    expect(await proofs()).toMatchObject([
      { code: 'clearance', level: 2, earnedOn: day('2026-11-30'), expiresOn: day('2029-11-10') },
    ]);
    const application = await stand.system((scope) => applicationOf(scope, applicationId));
    expect(application?.steps.find((each) => each.code === 'check')?.doneAt).not.toBeNull();
    expect((await asked(senior))?.detailDeletesOn?.toString()).toBe('2027-05-30');
    await expect(weigh({ decision: 'not_this_role' })).rejects.toThrow('has been decided');
  });

  it('that the role is not for them proves nothing and takes back what an older certificate proved', async () => {
    await stand.system(({ tx }) =>
      tx
        .insertInto('recruiting.proofs')
        .values({
          organisation_id: stand.organisationId,
          id: newId(),
          centre_id: stand.centreId,
          applicant_id: applicantId,
          code: 'clearance',
          earned_on: '2024-01-01',
          expires_on: '2027-01-01',
          level: 2,
          from_id: checkId,
          given_at: stand.now.toString(),
        })
        .execute(),
    );
    await saw();
    await weigh({ decision: 'not_this_role' });
    expect(await proofs()).toEqual([]);
    expect((await asked(manager))?.decision).toBe('not_this_role');
  });

  it('waits for reasons and, with conditions, for the conditions', async () => {
    await saw();
    await expect(weigh({ reasons: '' })).rejects.toMatchObject({ field: 'reasons' });
    await expect(weigh({ decision: 'with_conditions' })).rejects.toMatchObject({ field: 'conditions' });
    await weigh({ decision: null, reasons: '' });
    expect((await asked(manager))?.what).toContain('shop');
    await expect(weigh({ version: 1 })).rejects.toThrow('changed by somebody else');
    await weigh({ decision: 'with_conditions', conditions: 'Always with a second peer supporter.' });
    expect(await proofs()).toHaveLength(1);
  });
});

describe('looking and forgetting', () => {
  it('writes down every look, with who and when', async () => {
    await saw();
    const found = await asked(manager);
    if (!found) throw new Error('not there');
    for (const who of [manager, senior, senior])
      await stand.as(who, (scope) => lookAtDisclosure(scope, found));
    const looks = await stand.as(manager, (scope) => looksAt(scope, found.id));
    expect(looks.map((look) => look.accountId).toSorted()).toEqual(
      [manager.accountId, senior.accountId, senior.accountId].toSorted(),
    );
    expect(await stand.as(other, (scope) => looksAt(scope, found.id))).toEqual([]);
  });

  it('the detail goes six months after the decision; the decision and its date stay', async () => {
    await saw();
    await weigh({ decision: 'with_conditions', conditions: 'Always with a second peer supporter.' });
    stand.now = Temporal.Instant.from('2027-05-22T22:30:00Z');
    await forget();
    expect((await asked(manager))?.what).toContain('shop');
    // Half past eleven in the evening in London; the next half hour begins the day.
    stand.now = Temporal.Instant.from('2027-05-22T23:00:00Z');
    await forget();
    expect(await asked(manager)).toMatchObject({
      what: '',
      whenHowOld: '',
      circumstances: '',
      whatChanged: '',
      relevance: '',
      safeguards: '',
      reasons: '',
      conditions: 'Always with a second peer supporter.',
      decision: 'with_conditions',
      decidedBy: senior.accountId,
      detailDeletedAt: stand.now,
    });
    const { rows } = await stand.owner.query(
      `select 1 from recruiting.disclosures where check_id = $1 and disclosures::text ~ 'shop|nineteen|hard year'`,
      [checkId],
    );
    expect(rows).toEqual([]);
  });

  it('the detail goes too where nobody decided because the application ended', async () => {
    await saw();
    await weigh({ decision: null });
    await stand.owner.query(
      `update recruiting.applications set withdrawn_at = $1, withdrawn_why = 'other' where id = $2`,
      [stand.now.toString(), applicationId],
    );
    stand.now = Temporal.Instant.from('2027-05-20T10:00:00Z');
    await forget();
    expect((await asked(manager))?.what).not.toBe('');
    stand.now = Temporal.Instant.from('2027-05-24T10:00:00Z');
    await forget();
    expect((await asked(manager))?.what).toBe('');
  });
});

describe('who may be named', () => {
  it('is each person once, however many roles they hold', () => {
    const team = [
      { accountId: 'a', name: 'Helen Park' },
      { accountId: 'a', name: 'Helen Park' },
      { accountId: 'b', name: 'Tom Reed' },
    ];
    expect(mayBeNamed(team, { ownAccountIds: ['b'], refereeNames: [] })).toEqual([team[0]]);
    expect(namedTrouble(['a', 'b', 'c', 'd'], [], null)).toContain('3 people at most');
    expect(namedTrouble(['a'], [{ accountId: 'a', name: 'x' }], 'z')).toContain('You gave a reference');
    expect(namedTrouble(['a'], [{ accountId: 'a', name: 'x' }], 'a')).toBeNull();
  });
});
