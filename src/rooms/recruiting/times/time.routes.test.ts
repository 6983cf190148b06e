import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import type { AccountActor } from '#platform/db/actor.ts';
import type { Browser } from '../../../../tests/support/browser.ts';
import { openHouse, type TestHouse } from '../../../../tests/support/house.ts';
import { enquire, openRecruiting } from '../application.fixture.ts';
import { applicationOf } from '../route/application.queries.ts';

let here: TestHouse;
let ruth: AccountActor;
let browser: Browser;
const URL = '/applicants/times';

beforeAll(async () => {
  here = await openHouse();
  await openRecruiting(here);
  ruth = await here.member('Ruth Oyelaran', ['volunteer_manager']);
  browser = here.browser(ruth);
}, 120_000);
afterAll(() => here.close());

const offer = (day: string, more: Readonly<Record<string, string>> = {}) => {
  const [year = '', month = '', of = ''] = day.split('-');
  return browser.post(URL, {
    centre: here.centreId,
    withAccount: ruth.accountId,
    'day-day': of,
    'day-month': month,
    'day-year': year,
    from: '10am',
    to: '11.30am',
    minutes: '30',
    way: 'phone',
    place: '',
    ...more,
  });
};
const rows = () =>
  here.system(({ tx }) =>
    tx.selectFrom('recruiting.offered_times').selectAll().orderBy('starts_at').execute(),
  );
const take = async (timeId: string, applicationId: string) =>
  here.system(({ tx, now }) =>
    tx
      .updateTable('recruiting.offered_times')
      .set({ application_id: applicationId, taken_at: now.toString() })
      .where('id', '=', timeId)
      .execute(),
  );

test('a morning is offered in one go, and is there for whoever recruits', async () => {
  expect((await browser.get(URL)).body).toContain('No times are offered');
  expect((await offer('2026-11-26')).statusCode).toBe(303);
  expect((await rows()).map((row) => row.starts_at)).toHaveLength(3);
  const html = (await browser.get(URL)).body;
  for (const words of ['Thursday 26 November', '10.30am to 11am', 'Ruth Oyelaran', 'by phone', 'Free'])
    expect(html).toContain(words);
  for (const role of ['practitioner', 'administrator', 'service_lead', 'peer_supporter'] as const)
    expect((await here.browser(await here.staff(role)).get(URL)).statusCode, role).toBe(404);
});

test('what cannot be is said in a sentence, and what was typed stays', async () => {
  for (const [answer, words] of [
    [await offer('2026-11-26', { from: '11am', to: '12 noon' }), 'They already offer a time at 11am'],
    [await offer('2026-11-20'), 'This day has passed'],
    [await offer('2026-12-25'), 'Friday 25 December is a bank holiday'],
    [await offer('2026-11-27', { to: '10.20am' }), 'No whole time fits'],
    [await offer('2026-11-27', { from: 'soon' }), 'Enter a time such as 10.30am'],
    [await offer('2026-11-27', { withAccount: newId() }), 'Choose who talks with them'],
  ] as const) {
    expect(answer.statusCode, words).toBe(422);
    expect(answer.body).toContain(words);
    expect(answer.body).toMatch(/name="day-year"[^>]*value="2026"|value="2026"[^>]*name="day-year"/);
  }
  expect(await rows()).toHaveLength(3);
  expect((await offer('2026-12-25', { evenSo: 'yes' })).statusCode).toBe(303);
  expect((await browser.get(URL)).body).toContain('Bank holiday');
});

test('the database refuses two times of one person at once, and the page says so', async () => {
  const other = await here.member('Bea Two', ['programme_coordinator']);
  const at = (minute: string) =>
    here.now
      .add({ hours: 24 * 10 })
      .toString()
      .replace(':00:00', `:${minute}:00`);
  const put = (minute: string) =>
    here.as('volunteer_manager', ({ tx, now }) =>
      tx
        .insertInto('recruiting.offered_times')
        .values({
          organisation_id: here.organisationId,
          id: newId(),
          centre_id: here.centreId,
          with_account: other.accountId,
          starts_at: at(minute),
          ends_at: here.now.add({ hours: 24 * 10 + 1 }).toString(),
          way: 'phone',
          made_at: now.toString(),
        })
        .execute(),
    );
  await put('00');
  await expect(put('30')).rejects.toThrow(/offered_times_apart/);
});

test('a time that somebody took is cancelled with a letter to them; a free one just goes', async () => {
  const { applicationId, applicantId } = await enquire(here);
  const [first, second] = await rows();
  const url = (id: string | undefined) => `${URL}/${id}/cancel`;
  await take(first?.id ?? '', applicationId);
  expect((await browser.get(URL)).body).toContain('Marta Nowak');
  expect((await browser.get(`/applicants/${applicationId}`)).body).toContain('They chose a time');
  expect((await browser.post(url(first?.id), { why: '' })).statusCode).toBe(422);
  expect((await browser.post(url(first?.id), { why: 'Ruth is not well.' })).statusCode).toBe(303);
  expect((await browser.post(url(second?.id), { why: '' })).statusCode).toBe(303);
  const letters = await here.system(({ tx }) =>
    tx
      .selectFrom('platform.messages')
      .select(['address', 'details'])
      .where('template', '=', 'recruiting_time_cancelled')
      .execute(),
  );
  expect(letters.map((letter) => letter.address)).toEqual([`${applicantId}@example.org`]);
  expect(JSON.stringify(letters)).toContain('Thursday 26 November');
  const steps = (await here.system((scope) => applicationOf(scope, applicationId)))?.steps;
  expect(steps?.[0]?.mover).toBe('applicant');
  expect((await browser.get(url(first?.id))).headers.location).toBe(URL);
  const elsewhere = here.browser(await here.staff('volunteer_manager', here.otherCentreId));
  expect((await elsewhere.get(url((await rows())[2]?.id))).statusCode).toBe(404);
  expect((await browser.get(`${URL}/nonsense/cancel`)).statusCode).toBe(404);
});

test('somebody who rings is given a time, and hears of it by letter', async () => {
  const { applicationId, applicantId } = await enquire(here, { givenName: 'Lou' });
  expect((await offer('2026-12-03', { to: '10.30am' })).statusCode).toBe(303);
  const url = `/applicants/${applicationId}/do/book`;
  expect((await browser.get(url)).body).toContain('Thursday 3 December, 10am, with Ruth, by phone');
  expect((await browser.post(url, { time: newId() })).statusCode).toBe(422);
  const free = (await rows()).find((row) => row.starts_at.startsWith('2026-12-03'));
  expect((await browser.post(url, { time: free?.id ?? '' })).statusCode).toBe(303);
  expect((await browser.get(`/applicants/${applicationId}`)).body).toContain('They chose a time');
  const letters = await here.system(({ tx }) =>
    tx
      .selectFrom('platform.messages')
      .select('template')
      .where('address', '=', `${applicantId}@example.org`)
      .execute(),
  );
  expect(letters.map(({ template }) => template)).toEqual(['mine_time_taken']);
});
