import ICAL from 'ical.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import type { AccountActor } from '#platform/db/actor.ts';
import { suspendAccount } from '#rooms/people/door.ts';
import { beginArrangement, loadSupervision } from '#rooms/supervision/door.ts';
import { answerEvent, moveMeeting, planEvent } from '#rooms/training/door.ts';
import { type HubStand, type Meeting, openHubStand, wordsOf } from '../stand.fixture.ts';

let stand: HubStand;
let rob: AccountActor;
let sofia: AccountActor;
let marta: AccountActor;
let group: Meeting;

beforeAll(async () => {
  stand = await openHubStand();
  rob = await stand.member('Rob Ash', ['volunteer_manager']);
  sofia = await stand.member('Sofia Marsh', ['peer_supporter']);
  marta = await stand.member('Marta Quill', ['peer_supporter']);
  await stand.system(loadSupervision);
  for (const { accountId } of [sofia, marta])
    await stand.as(rob, (scope) =>
      beginArrangement(scope, {
        accountId,
        centreId: stand.centreId,
        supervisorId: rob.accountId,
        beginsOn: Temporal.PlainDate.from('2026-11-16'),
      }),
    );
  group = await stand.meeting('antenatal_group', 'Winter group for mothers', [
    '2026-11-26T10:30:00Z',
    '2027-03-27T18:00:00Z',
    '2027-03-29T17:00:00Z',
  ]);
  await stand.leads(sofia.accountId, group, 'peer_supporter');
  const event = await stand.as(rob, (scope) =>
    planEvent(
      scope,
      {
        centreId: stand.centreId,
        kind: 'shared',
        title: 'An afternoon with the health visitors',
        about: '',
        renews: null,
        ledBy: 'Nora Hill',
        place: 'Elm Room',
        startsAt: Temporal.Instant.from('2026-12-08T13:00:00Z'),
        minutes: 120,
        places: null,
      },
      { tell: false, link: () => '' },
    ),
  );
  await stand.as(sofia, (scope) => answerEvent(scope, event, 'yes'));
  await stand.system((scope) => scope.enqueue('supervision.go_round', {}));
  await stand.drain();
}, 90_000);
afterAll(() => stand.close());

const ADDRESS = /http:\/\/kith\.test(\/calendar\/[\w-]{43}\/diary\.ics)/;

const make = async (who: AccountActor, typed: Readonly<Record<string, string>> = {}) => {
  const browser = stand.browser(who);
  expect((await browser.post('/calendar', typed)).statusCode).toBe(303);
  const page = (await browser.get('/calendar')).body;
  const address = ADDRESS.exec(page)?.[1];
  if (!address) throw new Error('no address was shown');
  return { browser, address, page };
};
const ask = (address: string) => stand.browser(null).get(address);
const eventsIn = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((each) => ({
    uid: String(each.getFirstPropertyValue('uid')),
    sequence: Number(each.getFirstPropertyValue('sequence')),
    title: String(each.getFirstPropertyValue('summary')),
    status: String(each.getFirstPropertyValue('status')),
    place: each.getFirstPropertyValue('location'),
    starts: String(each.getFirstPropertyValue('dtstart')),
  }));
const read = async (address: string) => {
  const answer = await ask(address);
  expect(answer.statusCode).toBe(200);
  return eventsIn(answer.body);
};

test('the page is for the team, and the link is made in one step without a script', async () => {
  const parent = await stand.parent();
  expect((await stand.browser(parent).get('/calendar')).statusCode).toBe(404);
  expect((await stand.browser(null).get('/calendar')).statusCode).toBe(303);
  const before = wordsOf((await stand.browser(sofia).get('/calendar')).body);
  expect(before).toContain('Make my link');
  expect(before).not.toContain('The link you have');
  const { page } = await make(sofia);
  expect(wordsOf(page)).toContain('We show it this once');
  expect(page).toContain('href="webcal://kith.test/calendar/');
});

test('everything of theirs is in it, neutral, and nothing of anybody else', async () => {
  const { address } = await make(sofia);
  const answer = await ask(address);
  expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8');
  expect(answer.headers['cache-control']).toBe('no-store');
  const all = eventsIn(answer.body);
  const titles = all.map(({ title }) => title);
  const neutral = ['Session', 'Meeting', 'Coffee', 'Course'];
  expect(titles.filter((title) => !neutral.includes(title))).toEqual([]);
  expect(titles.filter((title) => title === 'Session')).toHaveLength(3);
  expect(titles.filter((title) => title === 'Course')).toHaveLength(1);
  expect(titles).toContain('Meeting');
  // Six in the evening, before and after the clocks go forward.
  expect(all.filter(({ title }) => title === 'Session').map(({ starts }) => starts)).toEqual([
    '2026-11-26T10:30:00',
    '2027-03-27T18:00:00',
    '2027-03-29T18:00:00',
  ]);
  expect(all.every(({ place }) => place === null)).toBe(true);
  const said = answer.body.toLowerCase();
  for (const word of [
    ...['sofia', 'marsh', 'marta', 'quill', 'rob', 'ash', 'nora'],
    ...[
      'kith',
      'testing together',
      'hartley',
      'supervision',
      'delivery',
      'winter',
      'mother',
      'peer',
      'health',
      'elm',
    ],
    ...[stand.organisationId, stand.centreId, sofia.accountId, group.groupId, ...group.sessions],
  ])
    expect(said, word).not.toContain(word);
  const theirs = await read((await make(marta)).address);
  expect(theirs.length).toBeGreaterThan(0);
  expect(theirs.map(({ title }) => title)).not.toContain('Session');
  const mine = new Set(all.filter(({ title }) => title !== 'Coffee').map(({ uid }) => uid));
  expect(theirs.filter(({ uid }) => mine.has(uid))).toEqual([]);
  // Whoever supervises both meets both.
  const supervisor = new Set((await read((await make(rob)).address)).map(({ uid }) => uid));
  for (const { uid, title } of theirs) if (title === 'Meeting') expect(supervisor).toContain(uid);
});

test('what moves keeps its id and counts up; what is called off is cancelled, as is what they stood down from', async () => {
  const { address } = await make(sofia);
  const [first, second, third] = (await read(address)).filter(({ title }) => title === 'Session');
  const [, moved, off] = group.sessions;
  await stand.system(async ({ tx }) => {
    await tx
      .updateTable('delivery.sessions')
      .set({ starts_at: '2027-03-27T19:00:00Z', ends_at: '2027-03-27T21:00:00Z', version: 2 })
      .where('id', '=', moved ?? '')
      .execute();
    await tx
      .updateTable('delivery.sessions')
      .set({ called_off_at: stand.now.toString(), called_off_why: 'No room', version: 2 })
      .where('id', '=', off ?? '')
      .execute();
    await tx
      .updateTable('delivery.rota')
      .set((row) => ({
        stood_down_at: stand.now.toString(),
        stood_down_why: 'by_choice' as const,
        version: row.eb('version', '+', 1),
      }))
      .where('session_id', '=', group.sessions[0] ?? '')
      .where('account_id', '=', sofia.accountId)
      .execute();
  });
  const after = await read(address);
  const found = (before: typeof first) => after.find(({ uid }) => uid === before?.uid);
  expect(found(second)).toMatchObject({ starts: '2027-03-27T19:00:00', sequence: 1, status: 'CONFIRMED' });
  expect(found(third)).toMatchObject({ status: 'CANCELLED', sequence: 1 });
  expect(found(first)).toMatchObject({ status: 'CANCELLED', sequence: 1 });
});

test('training is in the calendar of whoever learns in it and of whoever leads it, and moves in both', async () => {
  const [cohortId, meetingId] = [newId(), newId()];
  const at = { organisation_id: stand.organisationId, centre_id: stand.centreId };
  await stand.system(async ({ tx }) => {
    const made_at = stand.now.toString();
    const { id: syllabus_id } = await tx
      .selectFrom('training.syllabi')
      .select('id')
      .where('organisation_id', '=', stand.organisationId)
      .executeTakeFirstOrThrow();
    const { id: applicant_id } = await tx
      .selectFrom('recruiting.applicants')
      .select('id')
      .where('person_id', '=', sofia.personId)
      .executeTakeFirstOrThrow();
    await tx
      .insertInto('training.cohorts')
      .values({
        ...at,
        id: cohortId,
        syllabus_id,
        name: 'Spring cohort',
        layout: 'evenings',
        place_words: 'Upstairs',
        places: 8,
        planned_at: made_at,
        opened_at: made_at,
      })
      .execute();
    await tx
      .insertInto('training.cohort_trainers')
      .values({ ...at, id: newId(), cohort_id: cohortId, account_id: marta.accountId, from_at: made_at })
      .execute();
    await tx
      .insertInto('training.cohort_places')
      .values({ ...at, id: newId(), cohort_id: cohortId, applicant_id, asked_at: made_at, taken_at: made_at })
      .execute();
    await tx
      .insertInto('training.cohort_meetings')
      .values({
        ...at,
        id: meetingId,
        cohort_id: cohortId,
        position: 1,
        title: 'Listening',
        starts_at: '2027-03-24T18:00:00Z',
        minutes: 120,
        changed_at: made_at,
      })
      .execute();
  });
  const addresses = [(await make(sofia)).address, (await make(marta)).address];
  const inBoth = async (starts: string) => {
    const found = [];
    for (const address of addresses)
      found.push(...(await read(address)).filter((each) => each.starts === starts));
    return found;
  };
  const before = await inBoth('2027-03-24T18:00:00');
  expect(before).toMatchObject([
    { title: 'Course', sequence: 0 },
    { title: 'Course', sequence: 0 },
  ]);
  // A week later at the same hour of the evening, with the clocks gone forward in between.
  await stand.as(rob, (scope) =>
    moveMeeting(scope, {
      cohortId,
      meetingId,
      startsAt: Temporal.Instant.from('2027-03-31T17:00:00Z'),
      placeWords: '',
    }),
  );
  expect(await inBoth('2027-03-24T18:00:00')).toEqual([]);
  expect(await inBoth('2027-03-31T18:00:00')).toEqual(
    before.map((each) => ({ ...each, sequence: 1, starts: '2027-03-31T18:00:00' })),
  );
  const others = await read((await make(rob)).address);
  expect(others.map(({ uid }) => uid)).not.toContain(before[0]?.uid);
});

test('places are told only when they were asked for, and no longer once they are taken back', async () => {
  const { address, browser } = await make(sofia, { places: 'yes' });
  const places = async () => (await read(address)).map(({ place }) => place).filter(Boolean);
  expect(await places()).toContain('Hartley Library, Oak Room');
  expect(await places()).toContain('Elm Room');
  expect((await browser.post('/calendar/places', {}, '/calendar')).statusCode).toBe(303);
  expect(await places()).toEqual([]);
});

test('the link is shown once, in the browser that made it', async () => {
  const { browser, address } = await make(sofia);
  expect((await stand.browser(sofia).get('/calendar')).body).not.toMatch(ADDRESS);
  const other = stand.browser(marta);
  other.jar.set('calendar-link', browser.jar.get('calendar-link') ?? '');
  expect((await other.get('/calendar')).body).not.toMatch(ADDRESS);
  const [at] = [stand.now];
  stand.now = at.add({ minutes: 16 });
  expect((await browser.get('/calendar')).body).not.toMatch(ADDRESS);
  stand.now = at;
  expect((await browser.post('/calendar/put-away', {}, '/calendar')).statusCode).toBe(303);
  expect((await browser.get('/calendar')).body).not.toMatch(ADDRESS);
  const stored = await stand.system(({ tx }) => tx.selectFrom('hub.feeds').selectAll().execute());
  expect(JSON.stringify(stored)).not.toContain(address.split('/')[2]);
});

test('when it was last read is on the page, and is not written down each time', async () => {
  const { address, browser } = await make(sofia);
  await browser.post('/calendar/put-away', {}, '/calendar');
  const page = async () => wordsOf((await browser.get('/calendar')).body);
  expect(await page()).toContain('No calendar has asked us');
  const at = stand.now;
  await read(address);
  stand.now = at.add({ minutes: 5 });
  await read(address);
  expect(await page()).toContain('5 minutes ago');
  stand.now = at.add({ minutes: 20 });
  await read(address);
  expect(await page()).toContain('just now');
  stand.now = at;
});

test('an old link is not found: a new one took its place, or it was ended, or nobody ever made it', async () => {
  const first = await make(sofia);
  const second = await make(sofia);
  expect(second.address).not.toBe(first.address);
  expect((await ask(first.address)).statusCode).toBe(404);
  expect((await ask(second.address)).statusCode).toBe(200);
  expect((await second.browser.post('/calendar/end', {}, '/calendar')).statusCode).toBe(303);
  expect((await ask(second.address)).statusCode).toBe(404);
  expect((await ask(`/calendar/${'A'.repeat(43)}/diary.ics`)).statusCode).toBe(404);
  expect((await ask('/calendar/nonsense/diary.ics')).statusCode).toBe(404);
});

test('nobody of the team sees that somebody has a link, and what has ended stays ended', async () => {
  await make(marta);
  const seen = (who: AccountActor) =>
    stand.as(who, ({ tx }) => tx.selectFrom('hub.feeds').select('account_id').execute());
  expect(new Set((await seen(rob)).map((row) => row.account_id))).toEqual(new Set([rob.accountId]));
  const reopened = stand.as(marta, async ({ tx }) => {
    await tx.updateTable('hub.feeds').set({ ended_at: stand.now.toString() }).execute();
    await tx.updateTable('hub.feeds').set({ ended_at: null }).execute();
  });
  await expect(reopened).rejects.toMatchObject({ code: '23514' });
  const forAnother = stand.as(rob, ({ tx }) =>
    tx
      .insertInto('hub.feeds')
      .values({
        organisation_id: stand.organisationId,
        id: crypto.randomUUID(),
        account_id: sofia.accountId,
        secret_hash: 'x',
        made_at: stand.now.toString(),
      })
      .execute(),
  );
  await expect(forAnother).rejects.toMatchObject({ code: '42501' });
});

test('while somebody meets no families their calendar has no sessions; a closed account has no calendar', async () => {
  const { address } = await make(sofia);
  await stand.as(rob, (scope) =>
    suspendAccount(scope, { accountId: sofia.accountId, centreId: stand.centreId }),
  );
  const titles = (await read(address)).map(({ title }) => title);
  expect(titles).not.toContain('Session');
  expect(titles).toContain('Meeting');
  await stand.system(({ tx }) =>
    tx
      .updateTable('people.accounts')
      .set({ closed_at: stand.now.toString() })
      .where('id', '=', sofia.accountId)
      .execute(),
  );
  expect((await ask(address)).statusCode).toBe(404);
});
