import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AccountActor } from '#platform/db/actor.ts';
import type { Browser } from '../../../../tests/support/browser.ts';
import { openHouse, type TestHouse } from '../../../../tests/support/house.ts';
import { MONDAY } from '../../../../tests/support/stand.ts';
import { enquire, openRecruiting, walkTo } from '../application.fixture.ts';

let here: TestHouse;
let ruth: AccountActor;
let manager: Browser;
const later = (days: number) => MONDAY.add({ hours: 24 * days });
const applications: Record<string, string> = {};

beforeAll(async () => {
  here = await openHouse();
  await openRecruiting(here);
  ruth = await here.member('Ruth Ode', ['volunteer_manager']);
  manager = here.browser(ruth);
  // Three weeks ago somebody asked and was never heard again; the others asked since.
  here.now = later(-21);
  applications.quiet = (await enquire(here, { givenName: 'Quiet', familyName: 'Quill' })).applicationId;
  here.now = later(-3);
  applications.busy = (await enquire(here, { givenName: 'Busy', familyName: 'Bea' })).applicationId;
  await walkTo(here, applications.busy, ['conversation', 'application']);
  applications.nobody = (
    await enquire(here, { givenName: 'No', familyName: 'Address', email: null, phone: null })
  ).applicationId;
  applications.elsewhere = (
    await enquire(here, { givenName: 'Else', familyName: 'Where', centreId: here.otherCentreId })
  ).applicationId;
  here.now = MONDAY;
});
afterAll(() => here.close());

const names = (html: string) =>
  [...html.matchAll(/href="\/applicants\/[0-9a-f-]{36}">([^<]*)</g)].map(([, name]) => name);
const messages = () =>
  here.system(({ tx }) =>
    tx.selectFrom('platform.messages').select(['template', 'address', 'details']).execute(),
  );

test('the list shows where everybody of the centre is, the latest first', async () => {
  const { statusCode, body } = await manager.get('/applicants');
  expect(statusCode).toBe(200);
  expect(names(body)).toEqual(['Quiet Quill', 'Busy Bea', 'No Address']);
  expect(body).toContain('3 people here. 1 of them waits longer than it usually takes; they come first.');
  expect(body).toContain('21 days');
  for (const step of ['References', 'Check', 'Interview', 'Course']) expect(body).toContain(step);
});

test('whoever does not recruit finds no applicants, and a manager none of another centre', async () => {
  for (const role of ['practitioner', 'administrator', 'service_lead', 'peer_supporter'] as const) {
    const browser = here.browser(await here.staff(role));
    for (const url of ['/applicants', '/applicants?view=board', '/applicants/list.csv'])
      expect((await browser.get(url)).statusCode, `${role} ${url}`).toBe(404);
  }
  const other = here.browser(await here.staff('volunteer_manager', here.otherCentreId));
  expect(names((await other.get('/applicants')).body)).toEqual(['Else Where']);
  expect((await other.get(`/applicants/invite?who=${applications.busy}`)).statusCode).toBe(404);
});

test.each([
  ['step=interview', ['Busy Bea']],
  ['mover=applicant', ['Quiet Quill', 'Busy Bea', 'No Address']],
  ['mover=referees', []],
  // One and the same step: the interview is ours to move, so it is not theirs.
  ['step=interview&mover=applicant', []],
  ['step=interview&mover=us', ['Busy Bea']],
  ['waiting=14', ['Quiet Quill']],
  ['waiting=28', []],
  ['quiet=14', ['Quiet Quill']],
  ['quiet=30', []],
  ['state=applied', ['Busy Bea']],
  ['state=enquired', ['Quiet Quill', 'No Address']],
  ['state=ended', []],
  ['role=creche_volunteer', []],
  ['source=talk', []],
  ['search=bea', ['Busy Bea']],
  ['search=%25', []],
  ['state=nonsense&page=x&waiting=-1&source=%00', ['Quiet Quill', 'Busy Bea', 'No Address']],
])('the filter %s finds the same people on the list, the board and in the file', async (query, found) => {
  const list = await manager.get(`/applicants?${query}`);
  expect(list.statusCode).toBe(200);
  expect(names(list.body)).toEqual(found);
  const board = await manager.get(`/applicants?view=board&${query}`);
  expect(new Set(names(board.body))).toEqual(new Set(found));
  const file = await manager.get(`/applicants/list.csv?${query}`);
  expect(file.headers['content-type']).toContain('text/csv');
  expect(
    file.body
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',')[0]),
  ).toEqual(found);
});

test('the file has the columns of the list', async () => {
  const { body } = await manager.get('/applicants/list.csv?search=quiet');
  expect(body.replace('\uFEFF', '').trim().split('\n')).toEqual([
    'Name,Role,Centre,Where they are,Whose move,Waiting in this step,Since they asked,Last heard,Heard of us by',
    'Quiet Quill,Peer supporter,Hartley,Conversation,Theirs,21 days,21 days,21 days ago,Not said',
  ]);
});

test('several are written to at once, each with a link of their own, and whoever cannot be reached is counted', async () => {
  const chosen = [applications.quiet ?? '', applications.nobody ?? '', applications.busy ?? ''];
  const none = await manager.post('/applicants?step=conversation', {});
  expect(none.statusCode).toBe(422);
  expect(none.body).toContain('Tick at least one person');

  const picked = await manager.post('/applicants', { who: chosen });
  expect(picked.statusCode).toBe(303);
  const page = String(picked.headers.location);
  const shown = await manager.get(page);
  expect(shown.body).toContain('Write to 3 applicants');
  expect(shown.body).toContain('Shall we find a time to talk?');
  expect(shown.body).toContain('Please ring them');

  const before = (await messages()).length;
  const wrong = await manager.post(page, { invite: '', words: 'Bring a friend.' });
  expect(wrong.statusCode).toBe(422);
  expect(wrong.body).toContain('Bring a friend.');
  const sent = await manager.post(page, { invite: 'conversation', words: 'Bring a friend.' });
  expect(sent.statusCode).toBe(303);
  const after = (await messages()).slice(before);
  expect(after).toHaveLength(1);
  expect(after[0]).toMatchObject({ template: 'recruiting_invite_conversation' });
  expect(JSON.stringify(after[0]?.details)).toContain('/join/mine/');
  const told = (await manager.get(String(sent.headers.location))).body;
  expect(told).toContain('1 letter is on the way.');
  expect(told).toContain('1 person has no e-mail address');
  expect(told).toContain('1 person was left out');
});

test('the same letter twice on one day goes once, and a letter that fits nobody is refused', async () => {
  const url = `/applicants/invite?who=${applications.quiet}`;
  const before = (await messages()).length;
  await manager.post(url, { invite: 'conversation', words: '' });
  expect(await messages()).toHaveLength(before);
  const course = await manager.post(url, { invite: 'course', words: '' });
  expect(course.statusCode).toBe(422);
  expect(course.body).toContain('This does not fit where any of them is just now');
});

test('nobody finds their own application, whatever role they hold', async () => {
  await here.system(({ tx }) =>
    tx
      .updateTable('recruiting.applicants')
      .set({ person_id: ruth.personId })
      .where('given_name', '=', 'Busy')
      .execute(),
  );
  expect(names((await manager.get('/applicants')).body)).toEqual(['Quiet Quill', 'No Address']);
});
