import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AccountActor } from '#platform/db/actor.ts';
import { openHouse, type TestHouse } from '../../../../tests/support/house.ts';
import { makeReady } from '../../../../tests/support/ready.ts';
import * as paths from '../paths.ts';

let house: TestHouse;
let manager: AccountActor;
let lead: AccountActor;
let priya: AccountActor;
let sam: AccountActor;

beforeAll(async () => {
  house = await openHouse();
  manager = await house.member('Rob Ash', ['volunteer_manager']);
  lead = await house.member('Ines Lowe', ['service_lead']);
  priya = await house.member('Priya Shah', ['peer_supporter']);
  sam = await house.member('Sam Reed', ['peer_supporter']);
  await makeReady(house, priya.accountId, { until: { clearance: '2026-12-02', course: '2026-11-20' } });
  await makeReady(house, sam.accountId, { without: ['induction'] });
});
afterAll(() => house.close());

const words = (html: string) =>
  html
    .replace(/<head>.*?<\/head>/s, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
const read = async (actor: AccountActor, url: string) => {
  const answer = await house.browser(actor).get(url);
  return { status: answer.statusCode, words: words(answer.body) };
};

describe('the list of volunteers', () => {
  test('says who may be with families and what ends next, and filters', async () => {
    const all = await read(manager, paths.volunteers());
    expect(all.words).toContain('2 volunteers');
    expect(all.words).toMatch(/Priya Shah Ready, renew soon/);
    expect(all.words).toMatch(/Sam Reed Not ready yet/);
    expect(all.words).toContain('Safeguarding course ran out on 20 Nov 2026, time until 20 Dec 2026');
    const missing = await read(manager, paths.volunteers({}, { show: 'not_ready' }));
    expect(missing.words).toContain('Sam Reed');
    expect(missing.words).not.toContain('Priya Shah');
    const renewing = await read(manager, paths.volunteers({}, { show: 'renewing' }));
    expect(renewing.words).not.toContain('Sam Reed');
  });

  test('comes as a file with the same people', async () => {
    const file = await house.browser(manager).get(paths.volunteersFile({}, { show: 'not_ready' }));
    expect(file.headers['content-type']).toContain('text/csv');
    expect(file.body).toContain('Sam Reed,Hartley,Not ready yet');
    expect(file.body).not.toContain('Priya');
  });

  test('is for those who look after volunteers', async () => {
    const away = await house.member('Ann Away', ['volunteer_manager'], house.otherCentreId);
    expect((await read(away, paths.volunteers())).words).toContain('No volunteers yet');
    expect((await read(away, paths.volunteer({ personId: sam.personId }))).status).toBe(404);
    expect((await read(priya, paths.volunteers())).status).toBe(404);
    expect((await read(lead, paths.volunteers())).status).toBe(200);
    const office = await house.member('Olu Grant', ['administrator']);
    expect((await read(office, paths.volunteers())).status).toBe(404);
  });
});

describe('the page of a volunteer', () => {
  test('says what is missing, what is next and what has an end', async () => {
    const theirs = await read(manager, paths.volunteer({ personId: sam.personId }));
    expect(theirs.words).toContain('The induction has not been held yet.');
    expect(theirs.words).toContain('Hold the induction with Sam.');
    const hers = await read(manager, paths.volunteer({ personId: priya.personId }));
    expect(hers.words).toContain('The check holds until 2 December.');
    expect(hers.words).toContain(
      'The safeguarding course ran out on 20 November. There is time to renew it until 20 December.',
    );
  });

  test('somebody answers for what is missing, with a reason and an end, and never for a check', async () => {
    const browser = house.browser(manager);
    const url = paths.exempt({ personId: sam.personId });
    const typed = {
      part: 'peer_supporter',
      code: 'induction',
      why: 'She ran our groups at Brook Lane for years',
      'untilOn-day': '10',
      'untilOn-month': '12',
      'untilOn-year': '2026',
    };
    const far = await browser.post(url, { ...typed, 'untilOn-month': '4', 'untilOn-year': '2027' });
    expect(far.statusCode).toBe(422);
    expect(far.body).toContain('at most 90 days away');
    expect(far.body).toContain('She ran our groups at Brook Lane for years');
    expect((await browser.post(url, { ...typed, code: 'clearance' })).statusCode).toBe(422);
    expect((await browser.post(url, typed)).statusCode).toBe(303);
    const theirs = await read(manager, paths.volunteer({ personId: sam.personId }));
    expect(theirs.words).toMatch(/As peer supporter Ready, renew soon/);
    expect(theirs.words).toContain('Rob Ash, for the induction');
    expect((await read(lead, url)).status).toBe(404);
  });

  test('taking somebody off sessions asks first, and shows on the page and the list', async () => {
    const kit = await house.member('Kit Moss', ['peer_supporter']);
    await makeReady(house, kit.accountId);
    const browser = house.browser(manager);
    const page = paths.volunteer({ personId: kit.personId });
    const url = paths.suspendVolunteer({ personId: kit.personId });
    const asked = await browser.post(url, {});
    expect(asked.statusCode).toBe(422);
    expect(asked.body).toContain('Kit meets no families for now');
    expect((await browser.post(url, { agreed: 'yes' })).statusCode).toBe(303);
    expect((await read(manager, page)).words).toContain('Kit is not on sessions for now.');
    const list = await read(manager, paths.volunteers({}, { show: 'suspended' }));
    expect(list.words).toContain('Kit Moss');
  });
});

describe('a volunteer’s own page', () => {
  test('speaks to them, and shows no colleague, no score and no reference', async () => {
    const mine = await read(priya, paths.volunteering());
    expect(mine.status).toBe(200);
    expect(mine.words).toContain('Bring the new certificate');
    expect(mine.words).not.toContain('Sam Reed');
    expect((await read(manager, paths.volunteering())).status).toBe(404);
  });

  test('takes another place where they are with children, and lets it end', async () => {
    const browser = house.browser(priya);
    const typed = {
      name: 'Brook Lane Primary',
      'fromOn-day': '2',
      'fromOn-month': '11',
      'fromOn-year': '2026',
    };
    const none = await browser.post(paths.settings(), typed);
    expect(none.statusCode).toBe(422);
    expect(none.body).toContain('Choose the days of the week');
    expect((await browser.post(paths.settings(), { ...typed, daysOfWeek: ['1', '3'] })).statusCode).toBe(303);
    const mine = await browser.get(paths.volunteering());
    expect(words(mine.body)).toContain('Brook Lane Primary : Monday, Wednesday.');
    const end = /\/volunteering\/other-places\/[0-9a-f-]+\/end/.exec(mine.body)?.[0] ?? '';
    expect((await house.browser(sam).post(end, {}, paths.volunteering())).statusCode).toBe(404);
    expect((await browser.post(end, {}, paths.volunteering())).statusCode).toBe(303);
    expect(words((await browser.get(paths.volunteering())).body)).toContain('until 23 November');
  });
});

describe('what is asked', () => {
  test('is read by the team and laid down anew from a day on by who may', async () => {
    expect((await read(sam, paths.requirements())).words).toContain('Two references that we have read');
    const url = paths.requirement({ part: 'peer_supporter', code: 'course' });
    expect((await read(manager, url)).status).toBe(404);
    const browser = house.browser(lead);
    const typed = {
      'effectiveFrom-day': '1',
      'effectiveFrom-month': '2',
      'effectiveFrom-year': '2027',
      words: 'The course, each year anew.',
      minimum: '1',
      validMonths: '12',
      graceDays: '14',
      renewDays: '14, 90',
      keepsEarned: 'yes',
    };
    const past = await browser.post(url, { ...typed, 'effectiveFrom-year': '2026' });
    expect(past.statusCode).toBe(422);
    expect(past.body).toContain('Choose today or a later day');
    const never = await browser.post(url, { ...typed, renewDays: 'in good time' });
    expect(never.statusCode).toBe(422);
    expect(never.body).toContain('Enter numbers of days from 1 to 365');
    expect((await browser.post(url, typed)).statusCode).toBe(303);
    const laid = await house.system(({ tx }) =>
      tx
        .selectFrom('delivery.requirements')
        .select('renew_days')
        .where('words', '=', typed.words)
        .executeTakeFirstOrThrow(),
    );
    expect(laid.renew_days).toEqual([90, 14]);
    expect((await read(lead, paths.requirements())).words).toContain('From 1 February 2027.');
    expect((await browser.post(url, typed)).statusCode).toBe(422);
    expect((await read(lead, '/requirements/practitioner/course')).status).toBe(404);
  });
});

test('volunteers are reminded once at each window and once when the grace begins', async () => {
  const told = async () =>
    (
      await house.system(({ tx }) =>
        tx
          .selectFrom('platform.messages')
          .select(['person_id', 'once_key'])
          .where('template', '=', 'volunteer_renewal')
          .where('channel', '=', 'email')
          .execute(),
      )
    )
      .filter((row) => row.person_id === priya.personId)
      .map((row) => row.once_key.split(':').slice(2, 5).join(' '))
      .sort();
  const remind = () =>
    house.system(async (scope) => {
      const job = house.app.jobs['delivery.remind_to_renew'];
      if (typeof job === 'function') await job(scope, {});
    });
  await remind();
  await remind();
  expect(await told()).toEqual(['clearance 2026-12-02 30', 'course 2026-11-20 grace']);
  house.now = Temporal.Instant.from('2026-11-26T10:00:00Z');
  await remind();
  expect(await told()).toContain('clearance 2026-12-02 7');
});
