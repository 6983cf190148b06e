import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordLoss } from '#rooms/families/door.ts';
import { openStand, type Stand } from '../../../../tests/support/stand.ts';
import { amira, arrival, today } from '../arrival.fixture.ts';
import { followUp } from '../handovers/handover.commands.ts';
import { handoversDue } from '../handovers/handover.queries.ts';
import { receiveReferral } from '../receive/receive.commands.ts';
import type { Arrival } from '../receive/receive.rules.ts';
import { stateOf } from '../referral.rules.ts';
import { referralOf, waitingForTriage } from './list.queries.ts';
import { type Decision, decideReferral, withdrawReferral } from './triage.commands.ts';

let here: Stand;
beforeAll(async () => {
  here = await openStand({ programme: true });
});
afterAll(() => here.close());

const receive = (other: Partial<Arrival> = {}) =>
  here.system((scope) =>
    receiveReferral(scope, arrival(here.centreId, { parent: { ...amira, nhsNumber: null }, ...other })),
  );
const decision = (referralId: string, other: Partial<Decision> = {}): Decision => ({
  referralId,
  outcome: 'welcome',
  reason: 'fits_group',
  words: '',
  ...other,
});
const passedOn = {
  toService: 'Crisis team',
  toContact: '',
  parentAgreed: true,
  followUpOn: today.add({ days: 5 }),
};
const announcedOf = async (task: string, referralId: string) =>
  (await here.announced(task)).filter((payload) => payload.referralId === referralId);
const outcomeMail = (reference: string) =>
  here.system(async ({ tx }) =>
    (
      await tx
        .selectFrom('platform.messages')
        .select('details')
        .where('template', '=', 'referral_outcome_professional')
        .execute()
    )
      .map(({ details }) => details as Record<string, string>)
      .filter((details) => details.reference === reference),
  );
const factsOf = (referralId: string) =>
  here.system(async ({ tx }) => {
    const row = await tx
      .selectFrom('referrals.referrals')
      .select(['state', 'version'])
      .where('id', '=', referralId)
      .executeTakeFirstOrThrow();
    const triages = await tx
      .selectFrom('referrals.triages')
      .select('outcome')
      .where('referral_id', '=', referralId)
      .orderBy('id')
      .execute();
    const gone = await tx
      .selectFrom('referrals.withdrawals')
      .select('reason')
      .where('referral_id', '=', referralId)
      .execute();
    return {
      ...row,
      computed: stateOf({ outcomes: triages.map(({ outcome }) => outcome), withdrawn: gone.length > 0 }),
    };
  });

test('a welcome within the window asks for a place, and the professional hears of it', async () => {
  const { referralId, reference, personId } = await receive();
  const practitioner = await here.staff('practitioner');
  await here.as(practitioner, (scope) => decideReferral(scope, decision(referralId)));
  expect(await announcedOf('referrals.welcomed', referralId)).toEqual([
    expect.objectContaining({ personId, withinWindow: true, lastStart: '2027-01-04' }),
  ]);
  expect(await outcomeMail(reference)).toEqual([
    expect.objectContaining({ outcome: expect.stringContaining('antenatal group') }),
  ]);
  expect(await factsOf(referralId)).toMatchObject({ state: 'welcomed', computed: 'welcomed', version: 2 });
});

test.each([
  ['too late', { family: { dueOn: today.add({ weeks: 6 }), bornOn: null, babiesExpected: 1 } }, {}],
  [
    'after the birth',
    { family: { dueOn: null, bornOn: today.subtract({ weeks: 6 }), babiesExpected: 1 } },
    {},
  ],
  ['no group wanted', {}, { groupWanted: false }],
])('a welcome without a place: %s', async (_, arriving, deciding) => {
  const { referralId } = await receive(arriving);
  await here.system((scope) =>
    decideReferral(scope, decision(referralId, { reason: 'drop_in_only', ...deciding })),
  );
  expect(await announcedOf('referrals.welcomed', referralId)).toEqual([
    expect.objectContaining({ withinWindow: false }),
  ]);
});

test('after a loss nobody is put on a list for a group', async () => {
  const { referralId, pregnancyId, personId } = await receive();
  await here.system((scope) =>
    recordLoss(scope, {
      pregnancyId,
      toldBy: personId,
      kind: 'not_said',
      which: { all: true },
      happenedOn: null,
    }),
  );
  await here.system((scope) => decideReferral(scope, decision(referralId)));
  expect(await announcedOf('referrals.welcomed', referralId)).toEqual([
    expect.objectContaining({ withinWindow: false }),
  ]);
});

test('a handover names a service and a day, and is followed up', async () => {
  const { referralId } = await receive();
  const manager = await here.staff('volunteer_manager');
  const hand = (other: Partial<Decision>) =>
    here.as(manager, (scope) =>
      decideReferral(
        scope,
        decision(referralId, { outcome: 'hand_over', reason: 'needs_specialist', ...other }),
      ),
    );
  await expect(hand({})).rejects.toMatchObject({ field: 'toService' });
  await expect(hand({ passedOn: { ...passedOn, parentAgreed: false } })).rejects.toMatchObject({
    field: 'words',
  });
  await expect(
    hand({ passedOn: { ...passedOn, followUpOn: today.subtract({ days: 1 }) } }),
  ).rejects.toMatchObject({ field: 'followUpOn' });
  await hand({ passedOn });
  expect(await announcedOf('referrals.ended', referralId)).toHaveLength(1);
  const due = (on: Temporal.PlainDate) => here.as(manager, (scope) => handoversDue(scope, on));
  expect((await due(today)).filter((each) => each.referralId === referralId)).toEqual([]);
  const [there] = (await due(passedOn.followUpOn)).filter((each) => each.referralId === referralId);
  expect(there).toMatchObject({ name: 'Amira Haddad', toService: 'Crisis team', kind: 'hand_over' });
  const handoverId = there?.id ?? '';
  const found = { handoverId, arrived: null, seen: null, words: 'No answer yet.' };
  await here.as(manager, (scope) =>
    followUp(scope, { ...found, againOn: today.add({ days: 9 }), version: 1 }),
  );
  await expect(
    here.as(manager, (scope) => followUp(scope, { ...found, againOn: null, version: 1 })),
  ).rejects.toThrow('changed');
  await here.as(manager, (scope) =>
    followUp(scope, { ...found, arrived: true, seen: true, words: 'Seen.', againOn: null }),
  );
  expect((await due(today.add({ days: 30 }))).filter((each) => each.referralId === referralId)).toEqual([]);
  const row = await here.system(({ tx }) =>
    tx.selectFrom('referrals.handovers').selectAll().where('id', '=', handoverId).executeTakeFirstOrThrow(),
  );
  expect(row).toMatchObject({
    arrived: true,
    seen: true,
    words: 'No answer yet.\nSeen.',
    followed_up_by: manager.accountId,
  });
});

test('what is asked is written down, and it still waits', async () => {
  const { referralId, reference } = await receive();
  const ask = (other: Partial<Decision>) =>
    here.system((scope) => decideReferral(scope, decision(referralId, { outcome: 'ask_more', ...other })));
  await expect(ask({ reason: 'asked_parent', words: ' ' })).rejects.toMatchObject({ field: 'words' });
  await expect(ask({ reason: 'fits_group', words: 'When is the baby due?' })).rejects.toMatchObject({
    field: 'reason',
  });
  await ask({ reason: 'asked_referrer', words: 'When is the baby due?' });
  const practitioner = await here.staff('practitioner');
  const waiting = await here.as(practitioner, waitingForTriage);
  expect(waiting.find(({ id }) => id === referralId)).toMatchObject({ state: 'asked', overdue: false });
  expect(waiting.find(({ id }) => id === referralId)?.readBy.toString()).toBe('2026-11-30');
  expect(await outcomeMail(reference)).toEqual([]);
});

test('a decision that another has overtaken, or that cannot follow, changes nothing', async () => {
  const { referralId } = await receive();
  await here.system((scope) => decideReferral(scope, decision(referralId, { version: 1 })));
  await expect(
    here.system((scope) => decideReferral(scope, decision(referralId, { version: 1 }))),
  ).rejects.toThrow('changed by somebody else');
  await expect(here.system((scope) => decideReferral(scope, decision(referralId)))).rejects.toThrow(
    'cannot be welcomed now',
  );
  expect(await announcedOf('referrals.welcomed', referralId)).toHaveLength(1);
});

test('the office ends a referral and does not decide; other centres and volunteers find nothing', async () => {
  const { referralId } = await receive();
  const office = await here.staff('administrator');
  await expect(here.as(office, (scope) => decideReferral(scope, decision(referralId)))).rejects.toThrow(
    'no such referral',
  );
  for (const actor of [
    await here.staff('practitioner', here.otherCentreId),
    await here.staff('peer_supporter'),
    await here.staff('service_lead'),
  ]) {
    await expect(here.as(actor, (scope) => decideReferral(scope, decision(referralId)))).rejects.toThrow(
      'no such referral',
    );
    await expect(
      here.as(actor, (scope) => withdrawReferral(scope, { referralId, reason: 'mistake', words: '' })),
    ).rejects.toThrow('no such referral');
  }
  await here.as(office, (scope) => withdrawReferral(scope, { referralId, reason: 'moved_away', words: '' }));
  expect(await factsOf(referralId)).toMatchObject({ state: 'withdrawn', computed: 'withdrawn' });
  await expect(here.system((scope) => decideReferral(scope, decision(referralId)))).rejects.toThrow(
    'withdrawn',
  );
});

test('ending one of two referrals of the same parent leaves what the other opened', async () => {
  const first = await receive();
  const second = await receive({ parent: { personId: first.personId } });
  await here.system((scope) =>
    withdrawReferral(scope, { referralId: second.referralId, reason: 'duplicate', words: '' }),
  );
  expect(await announcedOf('referrals.ended', second.referralId)).toEqual([]);
  expect(await outcomeMail(second.reference)).toEqual([]);
  await here.system((scope) =>
    withdrawReferral(scope, { referralId: first.referralId, reason: 'parent_asked', words: '' }),
  );
  expect(await announcedOf('referrals.ended', first.referralId)).toHaveLength(1);
  expect(await outcomeMail(first.reference)).toHaveLength(1);
});

test('where the parent did not agree the professional is told nothing', async () => {
  const { referralId, reference } = await receive({ tellReferrer: false });
  await here.system((scope) => decideReferral(scope, decision(referralId)));
  expect(await outcomeMail(reference)).toEqual([]);
});

test('a parent sees how their own referral stands, and nobody else’s', async () => {
  const { personId, reference } = await receive();
  const other = await receive();
  const parent = await here.parent(personId);
  expect(await here.as(parent, (scope) => referralOf(scope, personId))).toMatchObject({
    reference,
    state: 'received',
  });
  expect(await here.as(parent, (scope) => referralOf(scope, other.personId))).toBeNull();
});
