import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import type { AccountActor } from '#platform/db/actor.ts';
import { openHouse, type TestHouse } from '../../../../tests/support/house.ts';
import { enquire, openRecruiting, walkTo } from '../application.fixture.ts';

let here: TestHouse;
let ruth: AccountActor;
beforeAll(async () => {
  here = await openHouse();
  await openRecruiting(here);
  ruth = await here.member('Ruth Bell', ['volunteer_manager']);
});
afterAll(() => here.close());

const where = (response: { headers: Record<string, unknown> }) => String(response.headers.location);
/** Sent from a tab that was left open: its page would lead elsewhere by now. */
const late = (url: string, typed: Readonly<Record<string, string>>) =>
  anyone().post(url, typed, '/join/lost');
const words = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const home = (secret: string) => `/join/mine/${secret}`;
const anyone = () => here.browser(null);
const read = async (url: string) => {
  const answer = await anyone().get(url);
  expect(answer.statusCode).toBe(200);
  return words(answer.body);
};
const applicationOf = (id: string) =>
  here.system(({ tx }) =>
    tx.selectFrom('recruiting.applications').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
  );
const stepOf = (applicationId: string, code: string) =>
  here.system(({ tx }) =>
    tx
      .selectFrom('recruiting.steps')
      .selectAll()
      .where('application_id', '=', applicationId)
      .where('code', '=', code)
      .executeTakeFirstOrThrow(),
  );
const lettersTo = (applicantId: string, template: string) =>
  here.system(({ tx }) =>
    tx
      .selectFrom('platform.messages')
      .select(['details', 'once_key'])
      .where('address', '=', `${applicantId}@example.org`)
      .where('template', '=', template)
      .execute(),
  );

/** A time at which Ruth is free, at an hour from now that no other offer of hers meets. */
let slot = 24;
const offerTime = async (hours?: number, centreId = here.centreId): Promise<string> => {
  const id = newId();
  slot += 1;
  const startsAt = here.now.add({ hours: hours ?? slot });
  await here.system(({ tx }) =>
    tx
      .insertInto('recruiting.offered_times')
      .values({
        organisation_id: here.organisationId,
        id,
        centre_id: centreId,
        with_account: ruth.accountId,
        starts_at: startsAt.toString(),
        ends_at: startsAt.add({ minutes: 30 }).toString(),
        way: 'phone',
        made_at: here.now.toString(),
      })
      .execute(),
  );
  return id;
};
const holderOf = (timeId: string) =>
  here.system(async ({ tx }) => {
    const row = await tx
      .selectFrom('recruiting.offered_times')
      .select('application_id')
      .where('id', '=', timeId)
      .executeTakeFirstOrThrow();
    return row.application_id;
  });

test('a link that nobody was given opens nothing, on any page of it', async () => {
  const secret = 'x'.repeat(43);
  for (const part of [
    '',
    '/times',
    '/application',
    '/application/you',
    '/help',
    '/offer',
    '/about-you',
    '/pause',
    '/leave',
  ])
    expect((await anyone().get(`${home(secret)}${part}`)).statusCode, part).toBe(404);
  const marta = await enquire(here);
  await here.system(({ tx, now }) =>
    tx
      .updateTable('recruiting.links')
      .set({ ended_at: now.toString() })
      .where('application_id', '=', marta.applicationId)
      .execute(),
  );
  expect((await anyone().get(home(marta.secret))).statusCode).toBe(404);
});

test('the page says where somebody is, whose move it is, how long it usually takes, and one thing to do next', async () => {
  const marta = await enquire(here);
  const start = await read(home(marta.secret));
  expect(start).toContain('Hello Marta');
  expect(start).toContain('From here it usually takes about 10 weeks');
  expect(start).toContain('Choose a time to talk');
  expect(start).toContain('It usually takes 10 days');
  expect(start).toContain('Ruth looks after volunteers at Hartley');
  await walkTo(here, marta.applicationId, ['conversation', 'application']);
  here.now = here.now.add({ hours: 48 });
  const later = await read(home(marta.secret));
  expect(later).toContain('2 of 8 steps are behind you');
  expect(later).toContain('Ruth’s team at Hartley sees to the check');
  expect(later).toContain('That usually takes 28 days; we have had it for 2.');
  expect(later).toContain('Name people who know you');
  here.now = here.now.add({ hours: 24 * 30 });
  expect(await read(home(marta.secret))).toContain('It has been 32 days, which is longer than it should be.');
  here.now = here.now.subtract({ hours: 48 + 24 * 30 });
});

test('a time to talk is taken, changed and given back, with a letter and a reminder the day before', async () => {
  const marta = await enquire(here);
  const [first, second] = [await offerTime(), await offerTime()];
  const tooSoon = await offerTime(6);
  const elsewhere = await offerTime(100, here.otherCentreId);
  const page = (await anyone().get(`${home(marta.secret)}/times`)).body;
  expect(page).toContain(first);
  expect(words(page)).toContain('Tuesday 24 November');
  expect(words(page)).toContain('with Ruth');
  for (const hidden of [tooSoon, elsewhere]) expect(page).not.toContain(hidden);
  for (const hidden of [tooSoon, elsewhere, 'no-id', newId()]) {
    const refused = await anyone().post(`${home(marta.secret)}/times`, { timeId: hidden });
    expect(refused.statusCode).toBe(422);
    expect(words(refused.body)).toContain('Somebody took that time a moment before you');
  }
  const taken = await anyone().post(`${home(marta.secret)}/times`, { timeId: first });
  expect(where(taken)).toBe(home(marta.secret));
  expect(await holderOf(first)).toBe(marta.applicationId);
  expect(await read(home(marta.secret))).toContain('We talk on Tuesday 24 November at');
  expect(await stepOf(marta.applicationId, 'conversation')).toMatchObject({ mover: 'us' });
  await anyone().post(`${home(marta.secret)}/times`, { timeId: second });
  expect([await holderOf(first), await holderOf(second)]).toEqual([null, marta.applicationId]);
  const letters = await lettersTo(marta.applicantId, 'mine_time_taken');
  expect(letters).toHaveLength(2);
  expect(letters.map(({ details }) => details)).toContainEqual(
    expect.objectContaining({ with: 'Ruth', how: 'By phone: you ring us, or give us your number' }),
  );
  const remind = async () => {
    await here.system(({ enqueue }) => enqueue('recruiting.remind_of_talks', {}));
    await here.drain();
    return lettersTo(marta.applicantId, 'mine_time_tomorrow');
  };
  expect(await remind()).toHaveLength(0);
  here.now = here.now.add({ hours: 10 });
  expect(await remind()).toHaveLength(1);
  expect(await remind()).toHaveLength(1);
  here.now = here.now.subtract({ hours: 10 });
  await anyone().post(`${home(marta.secret)}/times`, { giveBack: 'yes' });
  expect(await holderOf(second)).toBeNull();
  expect(await stepOf(marta.applicationId, 'conversation')).toMatchObject({ mover: 'applicant' });
});

test('of two who press one time at the same moment one has it, and the other hears so kindly', async () => {
  const [marta, otto] = [await enquire(here), await enquire(here, { givenName: 'Otto' })];
  const timeId = await offerTime();
  const answers = await Promise.all(
    [marta, otto].map(({ secret }) => anyone().post(`${home(secret)}/times`, { timeId })),
  );
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 422]);
  const lost = answers.find(({ statusCode }) => statusCode === 422);
  expect(words(lost?.body ?? '')).toContain('The others on this page are still free');
});

test('where no time is free, or writing is hard, somebody asks for a call, and the move is ours', async () => {
  const marta = await enquire(here, { centreId: here.otherCentreId });
  await here.system(({ tx, now }) =>
    tx
      .updateTable('recruiting.offered_times')
      .set({ cancelled_at: now.toString() })
      .where('centre_id', '=', here.otherCentreId)
      .execute(),
  );
  expect(await read(`${home(marta.secret)}/times`)).toContain('No time is free just now');
  const nothing = await anyone().post(`${home(marta.secret)}/help`, { words: 'after four' });
  expect(nothing.statusCode).toBe(422);
  expect(nothing.body).toContain('after four');
  await anyone().post(`${home(marta.secret)}/help`, { kind: 'call', words: 'after four' });
  expect(await stepOf(marta.applicationId, 'conversation')).toMatchObject({ mover: 'us' });
  expect(await read(home(marta.secret))).toContain('You asked us to ring you');
});

test('somebody rests until a day, nothing is asked meanwhile, and they go on where they were', async () => {
  const marta = await enquire(here);
  const timeId = await offerTime();
  await anyone().post(`${home(marta.secret)}/times`, { timeId });
  const until = { 'until-day': '12', 'until-month': '1', 'until-year': '2027' };
  for (const [wrong, said] of [
    [{ ...until, 'until-year': '2025' }, 'Choose a day after today'],
    [{ ...until, 'until-year': '2029' }, 'Choose a day within a year'],
    [{ 'until-day': '31', 'until-month': '2', 'until-year': '2027' }, 'Enter a real date'],
    [{}, 'Say until when'],
  ] as const) {
    const refused = await anyone().post(`${home(marta.secret)}/pause`, { ...wrong, why: 'New baby' });
    expect(refused.statusCode).toBe(422);
    expect(words(refused.body)).toContain(said);
    expect(refused.body).toContain('New baby');
  }
  await anyone().post(`${home(marta.secret)}/pause`, { ...until, why: 'New baby' });
  expect(await holderOf(timeId)).toBeNull();
  expect(await read(home(marta.secret))).toContain(
    'Until Tuesday 12 January 2027 nobody asks you for anything',
  );
  const later = await anyone().get(`${home(marta.secret)}/times`);
  expect([later.statusCode, where(later)]).toEqual([303, home(marta.secret)]);
  const meanwhile = await late(`${home(marta.secret)}/help`, { kind: 'call' });
  expect(words(meanwhile.body)).toContain('Take it up again on your page first');
  await anyone().post(`${home(marta.secret)}/pause`, { ...until, 'until-month': '2' });
  expect(await applicationOf(marta.applicationId)).toMatchObject({
    paused_until_on: '2027-02-12',
    paused_why: 'New baby',
  });
  await anyone().post(`${home(marta.secret)}/pause`, { goOn: 'yes' }, home(marta.secret));
  expect(await applicationOf(marta.applicationId)).toMatchObject({ paused_at: null, paused_until_on: null });
  expect(await stepOf(marta.applicationId, 'conversation')).toMatchObject({ mover: 'applicant' });
  const twice = await late(`${home(marta.secret)}/pause`, { goOn: 'yes' });
  expect(twice.statusCode).toBe(422);
});

test('somebody leaves with a reason and a kind letter, and begins again with what we know', async () => {
  const marta = await enquire(here);
  const timeId = await offerTime();
  await anyone().post(`${home(marta.secret)}/times`, { timeId });
  const silent = await anyone().post(`${home(marta.secret)}/leave`, { words: 'Too much on' });
  expect(silent.statusCode).toBe(422);
  expect(silent.body).toContain('Too much on');
  await anyone().post(`${home(marta.secret)}/leave`, { why: 'time', words: 'Too much on' });
  expect(await applicationOf(marta.applicationId)).toMatchObject({
    withdrawn_why: 'time',
    withdrawn_words: 'Too much on',
    withdrawn_by: null,
  });
  expect(await holderOf(timeId)).toBeNull();
  expect(await lettersTo(marta.applicantId, 'mine_left')).toHaveLength(1);
  expect(await read(home(marta.secret))).toContain('If you would like to begin again');
  expect((await late(`${home(marta.secret)}/leave`, { why: 'time' })).statusCode).toBe(422);
  const browser = anyone();
  const begun = await browser.post(`${home(marta.secret)}/again`, {}, home(marta.secret));
  expect(where(begun)).toMatch(/^\/join\/mine\/[\w-]{43}$/);
  expect(where(begun)).not.toBe(home(marta.secret));
  expect(await read(where(begun))).toContain('Choose a time to talk');
  const all = await here.system(({ tx }) =>
    tx
      .selectFrom('recruiting.applications')
      .select('id')
      .where('applicant_id', '=', marta.applicantId)
      .execute(),
  );
  expect(all).toHaveLength(2);
  expect(await read(home(marta.secret))).toContain('You have begun again');
  const on = await anyone().post(`${home(marta.secret)}/again`, {}, home(marta.secret));
  expect((await anyone().get(where(on))).statusCode).toBe(200);
  expect(
    await here.system(({ tx }) =>
      tx
        .selectFrom('recruiting.applications')
        .select('id')
        .where('applicant_id', '=', marta.applicantId)
        .execute(),
    ),
  ).toHaveLength(2);
});

test('whoever was declined reads the kind letter, never what was weighed, and may begin again from the day it says', async () => {
  const marta = await enquire(here);
  await here.system(({ tx, now }) =>
    tx
      .updateTable('recruiting.applications')
      .set({
        declined_at: now.toString(),
        declined_why: 'not_yet_ready',
        declined_by: ruth.accountId,
        declined_words: 'Weighed among us',
        declined_letter: 'Dear Marta,\nyour own loss is still very near.',
        may_reapply_on: '2027-03-01',
      })
      .where('id', '=', marta.applicationId)
      .execute(),
  );
  const page = await read(home(marta.secret));
  expect(page).toContain('your own loss is still very near');
  expect(page).not.toContain('Weighed among us');
  expect(page).toContain('You can apply again from Monday 1 March 2027');
  const early = await late(`${home(marta.secret)}/again`, {});
  expect(early.statusCode).toBe(422);
  here.now = here.now.add({ hours: 24 * 100 });
  expect(await read(home(marta.secret))).toContain('Apply again');
  const again = await anyone().post(`${home(marta.secret)}/again`, {}, home(marta.secret));
  expect(again.statusCode).toBe(303);
  here.now = here.now.subtract({ hours: 24 * 100 });
});

test('ticks about who somebody is are kept for the figures, can be changed, and stand on no page', async () => {
  const marta = await enquire(here);
  await anyone().post(`${home(marta.secret)}/about-you`, {
    ageBand: '25_34',
    gender: 'woman',
    disabled: 'odd',
  });
  await anyone().post(`${home(marta.secret)}/about-you`, { ageBand: '35_44', ethnicGroup: 'asian' });
  const kept = await here.system(({ tx }) =>
    tx.selectFrom('recruiting.equity').selectAll().where('applicant_id', '=', marta.applicantId).execute(),
  );
  expect(kept).toHaveLength(1);
  expect(kept[0]).toMatchObject({ age_band: '35_44', ethnic_group: 'asian', gender: null, disabled: null });
  expect((await anyone().get(`${home(marta.secret)}/about-you`)).body).not.toContain('checked');
  expect(await here.as(ruth, ({ tx }) => tx.selectFrom('recruiting.equity').selectAll().execute())).toEqual(
    [],
  );
});

test('an offer is answered with yes, or with no and its reason; before it is made there is nothing to answer', async () => {
  const marta = await enquire(here);
  const otto = await enquire(here, { givenName: 'Otto' });
  for (const { applicationId } of [marta, otto])
    await walkTo(here, applicationId, [
      'conversation',
      'application',
      'references',
      'check',
      'interview',
      'course',
    ]);
  expect((await anyone().get(`${home(marta.secret)}/offer`)).statusCode).toBe(303);
  expect((await late(`${home(marta.secret)}/offer`, { answer: 'yes' })).statusCode).toBe(422);
  expect(await read(home(marta.secret))).toContain('looks at everything together and writes to you');
  await here.system(({ tx, now }) =>
    tx
      .updateTable('recruiting.applications')
      .set({ offered_at: now.toString() })
      .where('accepted_at', 'is', null)
      .where('id', 'in', [marta.applicationId, otto.applicationId])
      .execute(),
  );
  expect(await read(home(marta.secret))).toContain('See our offer');
  expect((await anyone().post(`${home(marta.secret)}/offer`, {})).statusCode).toBe(422);
  await anyone().post(`${home(marta.secret)}/offer`, { answer: 'yes' });
  expect((await applicationOf(marta.applicationId)).accepted_at).not.toBeNull();
  expect(await read(home(marta.secret))).toContain('asks you in for your first day');
  const no = await anyone().post(`${home(otto.secret)}/offer`, { answer: 'no' });
  expect(where(no)).toBe(`${home(otto.secret)}/leave`);
  expect((await applicationOf(otto.applicationId)).withdrawn_at).toBeNull();
  await walkTo(here, marta.applicationId, ['induction']);
  const welcome = await read(home(marta.secret));
  expect(welcome).toContain('You are one of us');
  expect(welcome).not.toContain('Apply again');
  expect((await late(`${home(marta.secret)}/again`, {})).statusCode).toBe(422);
});

test('odd letters, very long ones and stolen ticks are answered with a page', async () => {
  const marta = await enquire(here);
  const odd = ['a\u0000b', 'آمنة \u202Eabc 👩‍👩‍👧 <b>', 'long '.repeat(4000), '-1', '__proto__'];
  for (const typed of odd)
    for (const [part, names] of [
      ['/times', ['timeId', 'giveBack']],
      ['/help', ['kind', 'words']],
      ['/about-you', ['ageBand', 'gender']],
      ['/pause', ['until-day', 'until-year', 'goOn', 'why']],
      ['/leave', ['why', 'words']],
      ['/offer', ['answer']],
      ['/application', ['_go']],
      ['/again', ['_go']],
    ] as const) {
      const answer = await late(
        `${home(marta.secret)}${part}`,
        Object.fromEntries(names.map((name) => [name, typed])),
      );
      expect([303, 400, 422], `${part} ${typed.slice(0, 9)}`).toContain(answer.statusCode);
    }
  const begun = await late('/join/hartley/ask', {
    givenName: 'Bo',
    email: 'bo@example.org',
    role: 'peer_supporter',
    begun: odd[1] ?? '',
    heard: odd[4] ?? '',
  });
  expect(begun.statusCode).toBe(303);
  expect((await applicationOf(marta.applicationId)).withdrawn_at).toBeNull();
});
