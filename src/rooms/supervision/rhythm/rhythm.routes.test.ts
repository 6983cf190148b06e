import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AccountActor } from '#platform/db/actor.ts';
import { openHouse, type TestHouse } from '../../../../tests/support/house.ts';
import * as paths from '../paths.ts';
import { beginArrangement } from './arrangement.commands.ts';
import { arrangementsOf } from './arrangement.queries.ts';
import { coffeesAt, type Meeting, meetingsOf } from './meeting.queries.ts';
import { loadSupervision } from './rules.commands.ts';
import { diaryOf, overdueAt, ownNext, proposalsToAnswer } from './waiting.queries.ts';

let house: TestHouse;
let rob: AccountActor;
let ines: AccountActor;
let priya: AccountActor;
let kit: AccountActor;
let away: AccountActor;

const LONG_AGO = Temporal.Instant.from('2020-01-01T00:00:00Z');

beforeAll(async () => {
  house = await openHouse();
  rob = await house.member('Rob Ash', ['volunteer_manager']);
  ines = await house.member('Ines Lowe', ['service_lead']);
  priya = await house.member('Priya Shah', ['peer_supporter']);
  kit = await house.member('Kit Moss', ['peer_supporter']);
  away = await house.member('Ann Away', ['volunteer_manager'], house.otherCentreId);
  await house.system(loadSupervision);
  await house.as(rob, (scope) =>
    beginArrangement(scope, {
      accountId: priya.accountId,
      centreId: house.centreId,
      supervisorId: rob.accountId,
      beginsOn: Temporal.PlainDate.from('2026-09-28'),
    }),
  );
  await house.system((scope) => scope.enqueue('supervision.go_round', {}));
  await house.drain();
}, 60_000);
afterAll(() => house.close());

const words = (html: string) =>
  html
    .replace(/<head>.*?<\/head>/s, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
const read = async (actor: AccountActor | null, url: string) => {
  const answer = await house.browser(actor).get(url);
  return { status: answer.statusCode, words: words(answer.body) };
};
const arrangementOf = async (actor: AccountActor) => {
  const [found] = await house.system((scope) => arrangementsOf(scope, [actor.accountId]));
  if (!found) throw new Error('no arrangement');
  return found;
};
const openOf = async (actor: AccountActor): Promise<Meeting> => {
  const all = await house.system((scope) => meetingsOf(scope, [actor.accountId], house.now));
  const found = all.find((each) => each.kind === 'one_to_one' && ['proposed', 'agreed'].includes(each.state));
  if (!found) throw new Error('no open meeting');
  return found;
};

describe('the list', () => {
  test('says who slips first, that new sessions are paused, and nobody is left out', async () => {
    const list = await read(rob, paths.supervision());
    expect(list.status).toBe(200);
    // Due on 26 October with two weeks of grace, and today is 23 November.
    expect(list.words).toContain('Overdue: new sessions are paused');
    expect(list.words).toMatch(/Priya Shah , with Rob Ash/);
    // Kit had no arrangement; the night gave one, with the only volunteer manager of the centre.
    expect(list.words).toMatch(/Kit Moss , with Rob Ash/);
    expect(list.words.indexOf('Priya Shah')).toBeLessThan(list.words.indexOf('Kit Moss'));
    const [late] = await house.as(rob, (scope) => overdueAt(scope, [house.centreId]));
    expect(late).toMatchObject({ accountId: priya.accountId, paused: true });
  });

  test('is for those who look after volunteers; the service lead sees states, and no year of anybody', async () => {
    expect((await read(ines, paths.supervision())).status).toBe(200);
    const { id } = await arrangementOf(priya);
    expect((await read(ines, paths.arrangement({ arrangementId: id }))).status).toBe(404);
    expect((await read(priya, paths.supervision())).status).toBe(404);
    expect((await read(away, paths.supervision())).words).toContain('No peer supporters yet');
    expect((await read(away, paths.arrangement({ arrangementId: id }))).status).toBe(404);
    expect((await read(null, paths.supervision())).status).not.toBe(200);
    expect((await read(rob, paths.arrangement({ arrangementId: 'nonsense' }))).status).toBe(404);
  });
});

describe('the year on one page', () => {
  test('shows each day of the rhythm and what became of it, the same to both', async () => {
    const { id } = await arrangementOf(priya);
    const theirs = await read(rob, paths.arrangement({ arrangementId: id }));
    expect(theirs.status).toBe(200);
    expect(theirs.words).toContain('Priya Shah was due for supervision on 26 October');
    expect(theirs.words).toContain('Due Mon 26 Oct');
    expect(theirs.words).toContain('Due Mon 21 Dec');
    const own = await read(priya, paths.ownSupervision());
    expect(own.status).toBe(200);
    expect(own.words).toContain('You were due for supervision on 26 October');
    expect(own.words).toContain('Do these times suit you?');
    expect((await read(priya, paths.arrangement({ arrangementId: id }))).status).toBe(404);
    expect((await read(rob, paths.ownSupervision())).status).toBe(404);
  });
});

describe('a proposed time', () => {
  test('is answered by the peer supporter, with words where another is asked for', async () => {
    const meeting = await openOf(priya);
    const url = paths.meeting({ meetingId: meeting.id });
    const browser = house.browser(priya);
    const empty = await browser.post(url, {});
    expect(empty.statusCode).toBe(422);
    expect(empty.body).toContain('Say whether this time suits you.');
    const bare = await browser.post(url, { answer: 'other_time' });
    expect(bare.statusCode).toBe(422);
    expect(bare.body).toContain('Say in a few words what would suit you');
    expect((await browser.post(url, { answer: 'other_time', words: 'Tuesdays after 2pm' })).statusCode).toBe(
      303,
    );
    expect((await read(rob, url)).words).toContain(
      'asks for another time .Tuesdays after 2pm'.replace(' .', '. '),
    );
    expect((await browser.post(url, { answer: 'yes' })).statusCode).toBe(303);
    expect((await openOf(priya)).state).toBe('agreed');
    expect(await house.as(priya, (scope) => proposalsToAnswer(scope, priya.accountId))).not.toContainEqual(
      expect.objectContaining({ id: meeting.id }),
    );
    expect((await house.as(priya, (scope) => ownNext(scope, priya.accountId)))?.id).toBe(meeting.id);
    expect((await read(kit, url)).status).toBe(404);
    expect((await read(away, url)).status).toBe(404);
  });

  test('is moved to any day; the answer is asked for anew, and the calendar takes the higher number', async () => {
    const meeting = await openOf(priya);
    const browser = house.browser(rob);
    const url = paths.moveMeeting({ meetingId: meeting.id });
    const typed = {
      'on-day': '3',
      'on-month': '12',
      'on-year': '2026',
      at: '2.30pm',
      minutes: '60',
      how: 'face_to_face',
      place: 'Oak Room',
      why: 'I am in the other centre that morning',
      _version: String(meeting.version),
    };
    const past = await browser.post(url, { ...typed, 'on-year': '2025' });
    expect(past.statusCode).toBe(422);
    expect(past.body).toContain('This time has passed');
    expect(past.body).toContain('I am in the other centre that morning');
    expect((await browser.post(url, { ...typed, at: 'soon' })).statusCode).toBe(422);
    expect((await browser.post(url, typed)).statusCode).toBe(303);
    expect((await browser.post(url, typed)).statusCode).toBe(409);
    const moved = await openOf(priya);
    expect(moved).toMatchObject({ state: 'proposed', sequence: meeting.sequence + 1, place: 'Oak Room' });
    const [entry] = (
      await house.as(priya, (scope) =>
        diaryOf(scope, priya.accountId, { from: house.now, until: house.now.add({ hours: 24 * 30 }) }),
      )
    ).filter((each) => each.uid.endsWith(meeting.id));
    expect(entry).toMatchObject({
      uid: `supervision-meetings-${meeting.id}`,
      sequence: meeting.sequence + 1,
      title: 'Meeting',
      cancelled: false,
    });
    // Nobody moves what is about themselves, or what they only have a place in.
    expect((await read(priya, url)).status).toBe(404);
  });

  test('is closed by whoever held it, and the pause is over', async () => {
    const meeting = await openOf(priya);
    const browser = house.browser(rob);
    const missed = paths.didNotHappen({ meetingId: meeting.id });
    const early = await browser.post(missed, { why: 'forgotten', _version: String(meeting.version) });
    expect(early.statusCode).toBe(422);
    expect(early.body).toContain('It is still to come');
    house.now = meeting.startsAt.add({ hours: 2 });
    expect((await read(rob, paths.supervision())).words).toContain('Did you meet?');
    const url = paths.heldMeeting({ meetingId: meeting.id });
    const typed = {
      'on-day': '3',
      'on-month': '12',
      'on-year': '2026',
      at: '2.30pm',
      minutes: '60',
      _version: String(meeting.version),
    };
    const nobody = await browser.post(url, typed);
    expect(nobody.statusCode).toBe(422);
    expect(nobody.body).toContain('Say who came');
    expect((await browser.post(url, { ...typed, came: priya.accountId })).statusCode).toBe(303);
    const after = await arrangementOf(priya);
    // Held on 3 December: nearest to 23 November, so the next is due on 21 December, where it always was.
    expect(after.dueOn.toString()).toBe('2026-12-21');
    expect((await read(rob, paths.supervision())).words).not.toContain('new sessions are paused');
  });
});

describe('times of one’s own', () => {
  test('hours and leave are said in words, and what cannot be read comes back as it was typed', async () => {
    const browser = house.browser(priya);
    const url = paths.times();
    const wrong = await browser.post(url, { what: 'hours', monday: 'in the morning' });
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain('Write from when until when');
    expect(wrong.body).toContain('in the morning');
    expect(
      (await browser.post(url, { what: 'hours', monday: '10am to 12 noon, 2pm to 4.30pm' })).statusCode,
    ).toBe(303);
    expect((await browser.get(url)).body).toContain('10am to 12 noon, 2pm to 4.30pm');
    const boxes = (field: string, day: string) => ({
      [`${field}-day`]: day,
      [`${field}-month`]: '1',
      [`${field}-year`]: '2027',
    });
    const back = await browser.post(url, {
      what: 'leave',
      ...boxes('fromOn', '12'),
      ...boxes('untilOn', '8'),
    });
    expect(back.statusCode).toBe(422);
    expect(back.body).toContain('The last day is the first day or after it.');
    expect(
      (await browser.post(url, { what: 'leave', ...boxes('fromOn', '8'), ...boxes('untilOn', '12') }))
        .statusCode,
    ).toBe(303);
    const page = await read(priya, url);
    expect(page.words).toContain('Friday 8 January 2027 to Tuesday 12 January 2027');
    await house.drain();
    const all = await house.system((scope) => meetingsOf(scope, [priya.accountId], house.now));
    for (const each of all.filter(({ state, kind }) => state === 'proposed' && kind === 'one_to_one'))
      expect(each.on.dayOfWeek).toBe(1);
  });
});

describe('coffee mornings', () => {
  test('are the peer supporters’ own: staff see day and place, never who comes', async () => {
    const [coffee] = await house.system((scope) => coffeesAt(scope, [house.centreId], LONG_AGO));
    if (!coffee) throw new Error('no coffee morning was proposed');
    expect(coffee.on.dayOfWeek).toBe(4);
    house.now = coffee.startsAt.subtract({ hours: 24 });
    const browser = house.browser(priya);
    expect((await browser.post(paths.coffee(), { what: 'come', meetingId: coffee.id })).statusCode).toBe(303);
    expect((await read(kit, paths.coffee())).words).toContain('Priya Shah comes.');
    const staff = await read(rob, paths.coffee());
    expect(staff.words).toContain('Who comes is between the peer supporters.');
    expect(staff.words).not.toContain('Priya');
    expect(
      (await house.browser(rob).post(paths.coffee(), { what: 'come', meetingId: coffee.id })).statusCode,
    ).toBe(404);
    const rows = await house.as(rob, ({ tx }) =>
      tx
        .selectFrom('supervision.meeting_people')
        .select('account_id')
        .where('meeting_id', '=', coffee.id)
        .execute(),
    );
    expect(rows).toEqual([]);
    expect((await read(ines, paths.coffee())).status).toBe(404);
  });
});

describe('the rules', () => {
  test('are read by the team, laid down from a day on, and refused where they contradict each other', async () => {
    expect((await read(priya, paths.rules())).words).toContain('Every 4 weeks');
    const browser = house.browser(ines);
    const typed = {
      'from-day': '1',
      'from-month': '2',
      'from-year': '2027',
      everyDays: '42',
      minutes: '60',
      how: 'face_to_face',
      groupMinutes: '90',
      nearDays: '13',
      noticeDays: '2',
      proposeAhead: '2',
      graceDays: '14',
      earliest: '9.30am',
      latest: '5pm',
      coffeeDays: '56',
      coffeeMinutes: '90',
      coffeeAt: '10.30am',
    };
    const wrong = await browser.post(paths.rules(), { ...typed, graceDays: '5' });
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain('These days do not go together');
    expect((await house.browser(priya).post(paths.rules(), typed)).statusCode).toBe(404);
    expect((await browser.post(paths.rules(), typed)).statusCode).toBe(303);
    // It holds from February on; today it is still every four weeks.
    expect((await read(rob, paths.rules())).words).toContain('Every 4 weeks');
  });
});

describe('several at once', () => {
  test('a group counts for whose form it is, and its page lets one choose nobody wrongly', async () => {
    const browser = house.browser(rob);
    const typed = {
      supervisorId: rob.accountId,
      'on-day': '11',
      'on-month': '1',
      'on-year': '2027',
      at: '3pm',
      minutes: '90',
      how: 'face_to_face',
      place: 'Oak Room',
    };
    const one = await browser.post(paths.newGroup(), { ...typed, people: priya.accountId });
    expect(one.statusCode).toBe(422);
    expect(one.body).toContain('Choose two people or more.');
    const made = await browser.post(paths.newGroup(), { ...typed, people: [priya.accountId, kit.accountId] });
    expect(made.statusCode).toBe(303);
    expect((await read(kit, String(made.headers.location))).words).toContain('Supervision in a group');
  });
});
