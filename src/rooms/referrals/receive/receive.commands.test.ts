import { afterAll, beforeAll, expect, test } from 'vitest';
import { hashOfSecret, newId } from '#kernel/ids.ts';
import { familyOf } from '#rooms/families/door.ts';
import { contactOf, fileOf } from '#rooms/people/door.ts';
import { openStand, type Stand } from '../../../../tests/support/stand.ts';
import { amira, arrival, today } from '../arrival.fixture.ts';
import { receiveReferral } from './receive.commands.ts';
import type { Arrival } from './receive.rules.ts';

let here: Stand;
beforeAll(async () => {
  here = await openStand({ programme: true });
});
afterAll(() => here.close());

const withoutNumber = (other: Partial<Arrival> = {}) =>
  arrival(here.centreId, { parent: { ...amira, nhsNumber: null }, ...other });
const receive = (what: Arrival) => here.system((scope) => receiveReferral(scope, what, 'http://kith.test'));
const referralRow = (id: string) =>
  here.system(({ tx }) =>
    tx.selectFrom('referrals.referrals').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
  );
const messagesAbout = (referralId: string) =>
  here.system(({ tx }) =>
    tx
      .selectFrom('platform.messages')
      .selectAll()
      .where('once_key', 'like', `%${referralId}`)
      .orderBy('template')
      .execute(),
  );

test('a professional’s referral opens a file and a family, and both are told', async () => {
  const got = await receive(arrival(here.centreId));
  const [file, contact, family] = await here.system(async (scope) => [
    await fileOf(scope, got.personId),
    await contactOf(scope, got.personId),
    await familyOf(scope, got.personId),
  ]);
  expect(file).toMatchObject({
    fullName: 'Amira Haddad',
    language: 'ar',
    interpreterNeeded: true,
    introduced: false,
  });
  expect(contact).toMatchObject({
    email: 'amira@example.org',
    mayText: true,
    mayCall: false,
    neutralOnly: true,
  });
  expect(family).toMatchObject({ pregnancyId: got.pregnancyId, relation: 'pregnant', stage: 'pregnant' });
  expect(family?.dueOn?.toString()).toBe(today.add({ weeks: 20 }).toString());
  expect(await referralRow(got.referralId)).toMatchObject({
    state: 'received',
    route: 'professional',
    tell_referrer: true,
    track_hash: hashOfSecret(got.trackSecret ?? ''),
    reference: got.reference,
  });
  const messages = await messagesAbout(got.referralId);
  expect(messages.map(({ template, channel }) => [template, channel])).toEqual([
    ['referral_received_parent', 'email'],
    ['referral_received_professional', 'email'],
  ]);
  expect(messages[1]?.details).toMatchObject({ link: `http://kith.test/refer/track/${got.trackSecret}` });
  expect(await here.announced('referrals.received')).toContainEqual(
    expect.objectContaining({
      referralId: got.referralId,
      personId: got.personId,
      centreId: here.centreId,
      quiet: false,
    }),
  );
});

test('an NHS number that is on a file here leads to that file and its pregnancy', async () => {
  const first = await receive(arrival(here.centreId));
  const again = await receive(
    arrival(here.centreId, { family: { dueOn: null, bornOn: null, babiesExpected: 1 } }),
  );
  expect(again.personId).toBe(first.personId);
  expect(again.pregnancyId).toBe(first.pregnancyId);
  expect(again.referralId).not.toBe(first.referralId);
  const needs = await here.system(({ tx }) =>
    tx
      .selectFrom('referrals.needs')
      .select('support_now')
      .where('referral_id', '=', again.referralId)
      .executeTakeFirstOrThrow(),
  );
  expect(needs.support_now).toContain('+447700900123');
});

test('an NHS number that is on somebody else’s file does not put the referral there', async () => {
  const first = await receive(arrival(here.centreId));
  const stranger = { ...amira, givenName: 'Bea', bornOn: null };
  const other = await receive(arrival(here.centreId, { parent: stranger }));
  expect(other.personId).not.toBe(first.personId);
  const practitioner = await here.staff('practitioner');
  await expect(
    here.as(practitioner, (scope) =>
      receiveReferral(scope, arrival(here.centreId, { parent: stranger, route: 'staff' })),
    ),
  ).rejects.toMatchObject({ field: 'nhsNumber' });
});

test('an NHS number on a file at another centre is left off, and staff are told', async () => {
  await receive(arrival(here.centreId));
  const elsewhere = await receive(arrival(here.otherCentreId));
  const number = await here.system(({ tx }) =>
    tx
      .selectFrom('people.persons')
      .select('nhs_number')
      .where('id', '=', elsewhere.personId)
      .executeTakeFirstOrThrow(),
  );
  expect(number.nhs_number).toBeNull();
  const practitioner = await here.staff('practitioner', here.otherCentreId);
  await expect(
    here.as(practitioner, (scope) => receiveReferral(scope, arrival(here.otherCentreId, { route: 'staff' }))),
  ).rejects.toMatchObject({ field: 'nhsNumber' });
});

test('the same outside key twice makes one referral and says nothing twice', async () => {
  const key = `draft:${newId()}`;
  const first = await receive(withoutNumber({ outsideKey: key }));
  const second = await receive(withoutNumber({ outsideKey: key }));
  expect(second).toMatchObject({
    referralId: first.referralId,
    reference: first.reference,
    trackSecret: null,
  });
  expect(await messagesAbout(first.referralId)).toHaveLength(2);
});

test('a parent who named no safe way gets no message; quiet tells nobody', async () => {
  const silent = {
    ...amira,
    nhsNumber: null,
    contact: { ...amira.contact, mayEmail: false, mayText: false },
  };
  const self = await receive(withoutNumber({ route: 'self', referrer: null, parent: silent }));
  expect(await messagesAbout(self.referralId)).toEqual([]);
  const quiet = await receive(withoutNumber({ quiet: true }));
  expect(await messagesAbout(quiet.referralId)).toEqual([]);
  expect(await here.announced('referrals.received')).toContainEqual(
    expect.objectContaining({ referralId: quiet.referralId, quiet: true }),
  );
});

test('a baby who is born already comes with the family', async () => {
  const bornOn = today.subtract({ weeks: 6 });
  const got = await receive(withoutNumber({ family: { dueOn: null, bornOn, babiesExpected: 1 } }));
  const family = await here.system((scope) => familyOf(scope, got.personId));
  expect(family).toMatchObject({ stage: 'born' });
  expect(family?.babies.map((baby) => baby.bornOn.toString())).toEqual([bornOn.toString()]);
  expect(await here.announced('families.born')).toEqual([]);
});

test('the other parent joins the same pregnancy with a file of their own', async () => {
  const first = await receive(withoutNumber());
  const father = { ...amira, givenName: 'Sami', nhsNumber: null };
  const second = await receive(
    withoutNumber({ parent: father, relation: 'father', family: { pregnancyId: first.pregnancyId } }),
  );
  expect(second.pregnancyId).toBe(first.pregnancyId);
  expect(second.personId).not.toBe(first.personId);
});

test('the office enters a referral from a letter, and cannot read why it came', async () => {
  const office = await here.staff('administrator');
  const got = await here.as(office, (scope) =>
    receiveReferral(scope, withoutNumber({ route: 'staff', cameBy: 'letter' })),
  );
  const seen = await here.as(office, ({ tx }) =>
    tx.selectFrom('referrals.needs').select('why').where('referral_id', '=', got.referralId).execute(),
  );
  expect(seen).toEqual([]);
  const practitioner = await here.staff('practitioner');
  const why = await here.as(practitioner, ({ tx }) =>
    tx.selectFrom('referrals.needs').select('why').where('referral_id', '=', got.referralId).execute(),
  );
  expect(why).toEqual([{ why: 'Anxious since moving here.' }]);
});

test('nobody receives for a centre that is not theirs', async () => {
  const elsewhere = await here.staff('practitioner', here.otherCentreId);
  await expect(
    here.as(elsewhere, (scope) => receiveReferral(scope, withoutNumber({ route: 'staff' }))),
  ).rejects.toThrow();
  const supporter = await here.staff('peer_supporter');
  await expect(
    here.as(supporter, (scope) => receiveReferral(scope, withoutNumber({ route: 'staff' }))),
  ).rejects.toThrow();
});
