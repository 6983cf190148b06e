import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import type { AccountActor } from '#platform/db/actor.ts';
import { openFile } from '#rooms/people/door.ts';
import { openStand, type Stand } from '../../../../tests/support/stand.ts';
import { openSealAgain, type SealingAlike, sealAlike, sealAtWelcome, sealFile } from './seal.commands.ts';
import { sealAtWelcomeJob } from './seal.jobs.ts';
import { sealsStanding } from './seal.queries.ts';
import { sealedGuard } from './sealed.guard.ts';

let here: Stand;
let lead: AccountActor;
let practitioner: AccountActor;
beforeAll(async () => {
  here = await openStand({ programme: true });
  lead = await here.staff('service_lead');
  practitioner = await here.staff('practitioner');
});
afterAll(() => here.close());

let phones = 100;
/** A parent with a phone and an e-mail address of their own. */
const parentNamed = async (givenName: string, familyName: string, nhsNumber: string | null = null) => {
  phones += 1;
  const phone = `07700 900${phones}`;
  const email = `${givenName}.${familyName}@example.org`.toLowerCase();
  const personId = await here.system((scope) =>
    openFile(scope, {
      side: 'family',
      centreId: here.centreId,
      givenName,
      familyName,
      nhsNumber,
      contact: { email, phone, mayEmail: true },
    }),
  );
  const who: SealingAlike = { givenName, familyName, email, phone, applicantId: newId() };
  return { personId, who };
};

const isSealed = (personId: string) =>
  here.system(async ({ tx }) => {
    const row = await tx
      .selectFrom('people.persons')
      .select('sealed_at')
      .where('id', '=', personId)
      .executeTakeFirstOrThrow();
    return row.sealed_at !== null;
  });
const welcomed = (applicantId: string) => here.system((scope) => sealAtWelcomeJob(scope, { applicantId }));
const openAccountOf = (personId: string) =>
  here.system(({ tx }) =>
    tx
      .selectFrom('people.accounts')
      .select('id')
      .where('person_id', '=', personId)
      .where('closed_at', 'is', null)
      .executeTakeFirst(),
  );

describe('somebody who asks about volunteering', () => {
  test('was a parent here: that one file is sealed at once, and their page stays until the welcome', async () => {
    const { personId, who } = await parentNamed('Mina', 'Okoro');
    const parent = await here.parent(personId);
    expect(await here.system((scope) => sealAlike(scope, who))).toBe('sealed');
    expect(await isSealed(personId)).toBe(true);
    expect(await openAccountOf(personId)).toEqual({ id: parent.accountId });
    expect(await here.announced('people.sealed')).toContainEqual(expect.objectContaining({ personId }));
    await welcomed(who.applicantId);
    expect(await openAccountOf(personId)).toBeUndefined();
    expect(await here.announced('sign_in.close')).toContainEqual(
      expect.objectContaining({ accountId: parent.accountId }),
    );
    // A second welcome, such as a job that is run again, ends the same.
    await welcomed(who.applicantId);
  });

  test('was nobody here, or may be one of two: nothing is sealed', async () => {
    const stranger = { givenName: 'Nils', familyName: 'Berg', email: 'nils@example.org', phone: null };
    expect(await here.system((scope) => sealAlike(scope, { ...stranger, applicantId: newId() }))).toBe(
      'none',
    );
    const { personId, who } = await parentNamed('Ona', 'Petrova');
    const partner = { ...who, givenName: 'Viktor', familyName: 'Lind' };
    expect(await here.system((scope) => sealAlike(scope, partner))).toBe('unsure');
    expect(await isSealed(personId)).toBe(false);
  });

  test('still takes part as a parent: it waits for the welcome', async () => {
    const { personId, who } = await parentNamed('Pia', 'Holm');
    await here.system(async ({ tx }) => {
      const pregnancy = newId();
      await tx
        .insertInto('families.pregnancies')
        .values({
          organisation_id: here.organisationId,
          id: pregnancy,
          centre_id: here.centreId,
          made_at: here.now.toString(),
        })
        .execute();
      await tx
        .insertInto('delivery.waiting')
        .values({
          organisation_id: here.organisationId,
          id: newId(),
          centre_id: here.centreId,
          person_id: personId,
          pregnancy_id: pregnancy,
          since: here.now.toString(),
        })
        .execute();
    });
    const before = (await here.as(lead, sealsStanding)).length;
    expect(await here.system((scope) => sealAlike(scope, who))).toBe('still_with_us');
    expect(await here.system((scope) => sealAlike(scope, who))).toBe('still_with_us');
    expect(await isSealed(personId)).toBe(false);
    // Nobody is told of a seal that is still to come.
    expect(await here.as(lead, sealsStanding)).toHaveLength(before);
    await welcomed(newId());
    expect(await isSealed(personId)).toBe(false);
    await welcomed(who.applicantId);
    expect(await isSealed(personId)).toBe(true);
  });

  test('applies a second time: the welcome finds the sealed file under the new application', async () => {
    const { personId, who } = await parentNamed('Rika', 'Sand');
    await here.parent(personId);
    expect(await here.system((scope) => sealAlike(scope, who))).toBe('sealed');
    const again = { ...who, applicantId: newId() };
    expect(await here.system((scope) => sealAlike(scope, again))).toBe('sealed');
    await welcomed(again.applicantId);
    expect(await openAccountOf(personId)).toBeUndefined();
  });

  test('nobody but the house asks, and anybody may leave the welcome without learning anything', async () => {
    const { who } = await parentNamed('Tove', 'Lake');
    await expect(here.as(practitioner, (scope) => sealAlike(scope, who))).rejects.toMatchObject({
      name: 'NotFound',
    });
    await here.as('volunteer_manager', (scope) => sealAtWelcome(scope, who.applicantId));
    expect(await here.announced('people.seal_at_welcome')).toContainEqual(
      expect.objectContaining({ applicantId: who.applicantId }),
    );
  });
});

describe('sealing from a file', () => {
  test.each(['practitioner', 'volunteer_manager', 'programme_coordinator'] as const)(
    'a %s of the centre may, and closes the parent’s sign-in when told',
    async (role) => {
      const { personId } = await parentNamed('Una', role);
      const parent = await here.parent(personId);
      await here.as(role, (scope) =>
        sealFile(scope, { familyPersonId: personId, why: 'works_here', closeAccount: true }),
      );
      expect(await isSealed(personId)).toBe(true);
      expect(await here.announced('sign_in.close')).toContainEqual(
        expect.objectContaining({ accountId: parent.accountId }),
      );
    },
  );

  test.each(['administrator', 'service_lead', 'peer_supporter', 'specialist'] as const)(
    'a %s may not',
    async (role) => {
      const { personId } = await parentNamed('Vera', role);
      await expect(
        here.as(role, (scope) => sealFile(scope, { familyPersonId: personId, why: 'volunteers' })),
      ).rejects.toMatchObject({ name: 'NotFound' });
    },
  );

  test('nobody of another centre may, nor the parent, and a colleague’s file is no family’s', async () => {
    const { personId } = await parentNamed('Wilma', 'Dahl');
    const seal = (familyPersonId: string) => (scope: Parameters<typeof sealFile>[0]) =>
      sealFile(scope, { familyPersonId, why: 'volunteers' });
    await expect(here.as('practitioner', seal(personId), here.otherCentreId)).rejects.toThrow();
    await expect(here.asParent(personId, seal(personId))).rejects.toThrow();
    await expect(here.as(practitioner, seal(lead.personId))).rejects.toThrow();
    expect(await isSealed(personId)).toBe(false);
  });

  test('no message leaves for the parent they were, but what concerns their sign-in', async () => {
    const { personId } = await parentNamed('Xenia', 'Fall');
    const message = {
      id: newId(),
      template: 'session_reminder',
      about: 'group',
      channel: 'email',
      personId,
      address: null,
      pregnancyId: null,
      centreId: here.centreId,
    } as const;
    expect(await here.system((scope) => sealedGuard(scope, message))).toEqual({ say: 'go' });
    await here.as(practitioner, (scope) => sealFile(scope, { familyPersonId: personId, why: 'volunteers' }));
    expect(await here.system((scope) => sealedGuard(scope, message))).toMatchObject({ say: 'stop' });
    expect(await here.system((scope) => sealedGuard(scope, { ...message, about: 'account' }))).toEqual({
      say: 'go',
    });
  });
});

describe('a seal that was a mistake', () => {
  test('is seen by the service lead without a name, and opened again with a reason', async () => {
    const { personId } = await parentNamed('Yara', 'Moss', '9434765870');
    await here.as(practitioner, (scope) => sealFile(scope, { familyPersonId: personId, why: 'volunteers' }));
    // Meanwhile a newer file has taken the number on.
    await parentNamed('Yara', 'Moss-Newer', '9434765870');
    const [seal] = await here.as(lead, sealsStanding);
    expect(seal).toMatchObject({ sealedBy: practitioner.accountId, why: 'volunteers', openedAgain: null });
    expect(JSON.stringify(seal)).not.toContain(personId);
    const sealId = seal?.sealId ?? '';
    await expect(here.as(lead, (scope) => openSealAgain(scope, { sealId, why: ' ' }))).rejects.toMatchObject({
      field: 'why',
    });
    for (const role of ['practitioner', 'administrator', 'volunteer_manager'] as const) {
      expect(await here.as(role, sealsStanding)).toEqual([]);
      await expect(
        here.as(role, (scope) => openSealAgain(scope, { sealId, why: 'please' })),
      ).rejects.toMatchObject({ name: 'NotFound' });
    }
    const elsewhere = await here.staff('service_lead', here.otherCentreId);
    await expect(
      here.as(elsewhere, (scope) => openSealAgain(scope, { sealId, why: 'please' })),
    ).rejects.toMatchObject({ name: 'NotFound' });
    await here.as(lead, (scope) => openSealAgain(scope, { sealId, why: 'another person of the same name' }));
    const there = await here.as(practitioner, ({ tx }) =>
      tx
        .selectFrom('people.persons')
        .select(['given_name', 'nhs_number'])
        .where('id', '=', personId)
        .executeTakeFirst(),
    );
    expect(there).toEqual({ given_name: 'Yara', nhs_number: null });
    await expect(
      here.as(lead, (scope) => openSealAgain(scope, { sealId, why: 'twice' })),
    ).rejects.toMatchObject({ name: 'NotFound' });
    // And sealed once more, when it was no mistake after all.
    await here.as(practitioner, (scope) => sealFile(scope, { familyPersonId: personId, why: 'volunteers' }));
    expect(await isSealed(personId)).toBe(true);
  });
});

test('every table that points at a person stands behind the wall, or says why it does not', async () => {
  const { rows } = await here.owner.query<{ name: string }>(`
    select distinct c.conrelid::regclass::text as name from pg_constraint c
    where c.contype = 'f' and c.confrelid in ('people.persons'::regclass, 'families.pregnancies'::regclass, 'referrals.referrals'::regclass)
      and not exists (select from pg_policy p where p.polrelid = c.conrelid and p.polname = 'sealed' and not p.polpermissive)
    order by 1`);
  const why: Readonly<Record<string, string>> = {
    'people.seals': 'only the house reads it',
    'recruiting.applicants': 'points at the file on the team side, and holds nothing of the other',
    'safeguarding.concerns': 'stays with those it was given to by name',
  };
  expect(rows.map((row) => row.name).filter((name) => !(name in why))).toEqual([]);
});
