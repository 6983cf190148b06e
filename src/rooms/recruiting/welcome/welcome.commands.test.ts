import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { openAccount } from '#rooms/people/door.ts';
import { openStand, type Stand } from '../../../../tests/support/stand.ts';
import { enquire, openRecruiting, walkTo } from '../application.fixture.ts';
import { giveProof, withdrawProof } from '../proofs/proof.commands.ts';
import { applicationOf } from '../route/application.queries.ts';
import { INDUCTION_POINTS } from './induction.rules.ts';
import { askWelcome, tickInduction, welcomeApplicant } from './welcome.commands.ts';
import { welcomeOf } from './welcome.queries.ts';

let stand: Stand;
let id: string;
let applicantId: string;
const origin = 'http://kith.test';
const WHOLE = ['conversation', 'application', 'references', 'check', 'interview', 'course', 'offer'] as const;

beforeAll(async () => {
  stand = await openStand();
  await openRecruiting(stand);
}, 60_000);
afterAll(() => stand.close());
beforeEach(async () => {
  ({ applicationId: id, applicantId } = await enquire(stand));
});

const state = async () => (await stand.system((scope) => applicationOf(scope, id)))?.state;
const tickAll = () =>
  stand.as('volunteer_manager', (scope) =>
    tickInduction(scope, {
      applicationId: id,
      codes: INDUCTION_POINTS.map((point) => point.code),
      on: Temporal.PlainDate.from('2026-11-23'),
    }),
  );
const ask = () => stand.as('volunteer_manager', (scope) => askWelcome(scope, { applicationId: id, origin }));
const welcome = () => stand.system((scope) => welcomeApplicant(scope, { applicationId: id, origin }));
const change = (set: { email?: string | null; was_parent_here?: boolean; person_id?: string }) =>
  stand.system(({ tx }) =>
    tx.updateTable('recruiting.applicants').set(set).where('id', '=', applicantId).execute(),
  );

describe('the welcome', () => {
  it('comes once, tells what follows, and nothing more the second time', async () => {
    await walkTo(stand, id, WHOLE);
    await tickAll();
    await ask();
    await welcome();
    await welcome();
    expect(await state()).toBe('welcomed');
    const told = (await stand.announced('recruiting.welcomed')).filter(
      (each) => each.applicantId === applicantId,
    );
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ centreId: stand.centreId, part: 'peer_supporter' });
  });

  it('does not come while anything that protects families is missing, even when the house is asked', async () => {
    await walkTo(stand, id, WHOLE.slice(0, 5));
    await expect(ask()).rejects.toThrow(/when they have said yes/);
    await welcome();
    expect(await state()).toBe('applied');
    // Past the route, as a fault would: the moments say yes, and the course was never done.
    await stand.owner.query(
      `update recruiting.applications set offered_at = now(), accepted_at = now() where id = $1`,
      [id],
    );
    await stand.owner.query(
      `insert into recruiting.steps (organisation_id, application_id, code, centre_id, applicant_id, opened_at, due_on, mover, mover_since)
        values ($1, $2, 'induction', $3, $4, now(), '2026-12-01', 'us', now())`,
      [stand.organisationId, id, stand.centreId, applicantId],
    );
    await tickAll();
    await expect(ask()).rejects.toThrow(/Still missing: the safeguarding course/);
    await welcome();
    expect(await state()).toBe('accepted');
  });

  it('waits for a check that was taken back after its step was done, and says so', async () => {
    await walkTo(stand, id, WHOLE);
    await tickAll();
    const proof = { applicantId, code: 'clearance', fromId: newId() } as const;
    const earnedOn = Temporal.PlainDate.from('2026-11-01');
    await ask();
    await stand.system((scope) =>
      giveProof(scope, { ...proof, centreId: stand.centreId, earnedOn, expiresOn: null, level: 2 }),
    );
    await stand.system((scope) => withdrawProof(scope, { ...proof, why: 'It was somebody else’s.' }));
    await welcome();
    expect(await state()).toBe('accepted');
    expect((await stand.system((scope) => welcomeOf(scope, id)))?.trouble).toContain(
      'Still missing: the check',
    );
  });

  it('needs an e-mail address, because that is how somebody comes in', async () => {
    await walkTo(stand, id, WHOLE);
    await tickAll();
    await change({ email: null });
    await expect(ask()).rejects.toThrow(/needs an e-mail address/);
  });

  it('waits for the parent page of the same person to close, and gives up in words', async () => {
    await walkTo(stand, id, WHOLE);
    await tickAll();
    await change({ email: 'amina@example.org', was_parent_here: true });
    await stand.owner.query(
      `insert into sign_in."user" ("id", "name", "email", "emailVerified", "createdAt", "updatedAt") values ($1, 'Amina', 'amina@example.org', true, now(), now())`,
      [newId()],
    );
    await ask();
    await welcome();
    expect(await state()).toBe('accepted');
    const left = (await stand.announced('recruiting.welcome')).filter((each) => each.applicationId === id);
    expect(left.length).toBeGreaterThan(1);
    expect((await stand.announced('people.seal_at_welcome')).map((each) => each.applicantId)).toContain(
      applicantId,
    );
    for (let tries = 0; tries < 12; tries += 1) await welcome();
    expect((await stand.system((scope) => welcomeOf(scope, id)))?.trouble).toContain('needs another address');
    await stand.owner.query(`delete from sign_in."user" where "email" = 'amina@example.org'`);
    await ask();
    await welcome();
    expect(await state()).toBe('welcomed');
  });

  it('gives somebody who comes back their file and account again', async () => {
    const grace = await stand.member('Grace Adeyemi', []);
    await stand.owner.query('update people.accounts set closed_at = now() where id = $1', [grace.accountId]);
    await change({ person_id: grace.personId });
    await walkTo(stand, id, WHOLE);
    await tickAll();
    await ask();
    await welcome();
    const accounts = await stand.system(({ tx }) =>
      tx.selectFrom('people.accounts').selectAll().where('person_id', '=', grace.personId).execute(),
    );
    expect(accounts.filter((each) => each.closed_at === null)).toHaveLength(1);
    expect(accounts).toHaveLength(2);
    await expect(
      stand.system((scope) =>
        openAccount(scope, { accountId: newId(), personId: grace.personId, demo: false }),
      ),
    ).rejects.toThrow();
  });

  it('is for the house alone', async () => {
    await walkTo(stand, id, WHOLE);
    await tickAll();
    await ask();
    await expect(
      stand.as('volunteer_manager', (scope) => welcomeApplicant(scope, { applicationId: id, origin })),
    ).rejects.toThrow();
    await expect(
      stand.as('practitioner', (scope) => askWelcome(scope, { applicationId: id, origin })),
    ).rejects.toThrow();
  });
});

it('is seen and changed by those who recruit at the centre alone, and never by the one it is about', async () => {
  await walkTo(stand, id, WHOLE);
  await tickAll();
  await ask();
  const marta = await stand.member('Marta Nowak', ['volunteer_manager']);
  await change({ person_id: marta.personId });
  const reads = (who: Parameters<Stand['as']>[0], at?: string) =>
    stand.as(
      who,
      async ({ tx }) => [
        (
          await tx
            .selectFrom('recruiting.induction_points')
            .select('code')
            .where('application_id', '=', id)
            .execute()
        ).length,
        (
          await tx
            .selectFrom('recruiting.welcomes')
            .select('asked_at')
            .where('application_id', '=', id)
            .execute()
        ).length,
      ],
      at,
    );
  expect(await reads('volunteer_manager')).toEqual([INDUCTION_POINTS.length, 1]);
  expect(await reads('programme_coordinator')).toEqual([INDUCTION_POINTS.length, 1]);
  expect(await reads('volunteer_manager', stand.otherCentreId)).toEqual([0, 0]);
  expect(await reads(marta)).toEqual([0, 0]);
  for (const role of [
    'practitioner',
    'administrator',
    'service_lead',
    'specialist',
    'peer_supporter',
  ] as const)
    expect(await reads(role), role).toEqual([0, 0]);
});
