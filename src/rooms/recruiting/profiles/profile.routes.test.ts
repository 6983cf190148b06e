import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser, Typed } from '../../../../tests/support/browser.ts';
import { openHouse, type TestHouse } from '../../../../tests/support/house.ts';
import { enquire, openRecruiting } from '../application.fixture.ts';
import { applicationOf } from '../route/application.queries.ts';
import { firstRoles } from './content/roles.ts';
import { typedProfile } from './profile.form.ts';
import { currentProfiles } from './profile.queries.ts';
import type { ProfileContent } from './profile.shape.ts';

let here: TestHouse;
let lead: Browser;
beforeAll(async () => {
  here = await openHouse();
  await openRecruiting(here);
  lead = here.browser(await here.staff('service_lead'));
});
afterAll(() => here.close());

const change = '/role-profiles/peer_supporter/change';
const content = firstRoles[0]?.content as ProfileContent;
const typed = (other: Typed, from = '2026-11-23'): Typed => ({
  ...typedProfile(content, Temporal.PlainDate.from(from)),
  ...other,
});
const nameOn = async (day: string) =>
  (await here.system((scope) => currentProfiles(scope, Temporal.PlainDate.from(day)))).find(
    ({ code }) => code === 'peer_supporter',
  )?.content.name;

test('a role shows what is needed now, what grows, and the way in with what runs side by side', async () => {
  const { body } = await lead.get('/role-profiles/peer_supporter');
  expect(body).toContain('Staying steady');
  expect(body).toContain('grows in training');
  expect(body).toContain('Runs side by side with “References”');
  expect((await lead.get('/role-profiles')).body).toContain('Crèche volunteer');
  expect((await lead.get('/role-profiles/nothing')).statusCode).toBe(404);
  expect((await lead.get('/role-profiles/peer_supporter?version=9')).statusCode).toBe(404);
});

test('a way in that cannot be walked is refused in words, and what was typed stays', async () => {
  const wrong = await lead.post(
    change,
    typed({ 'after-offer': ['references', 'interview', 'course'], about: 'New words.' }),
  );
  expect(wrong.statusCode).toBe(422);
  expect(wrong.body).toContain('The offer must wait for the check');
  expect(wrong.body).toContain('New words.');
  const past = await lead.post(change, typed({}, '2026-11-22'));
  expect(past.statusCode).toBe(422);
  expect(past.body).toContain('That day is past.');
  const days = await lead.post(change, typed({ 'days-check': 'soon' }));
  expect(days.statusCode).toBe(422);
  expect(days.body).toContain('Enter a whole number from 1 to 365.');
});

test('a change is a new version from a day on; whoever is on the way in keeps the one they began with', async () => {
  const { applicationId } = await enquire(here);
  const saved = await lead.post(
    change,
    typed(
      { name: 'Parent friend', 'in-conversation': '', 'attribute-6': 'Humour', 'attribute-when-6': 'grows' },
      '2027-01-01',
    ),
  );
  expect(saved.statusCode).toBe(303);
  expect((await lead.get(String(saved.headers.location))).body).toContain('Parent friend');
  expect([await nameOn('2026-12-31'), await nameOn('2027-01-01')]).toEqual([
    'Peer supporter',
    'Parent friend',
  ]);
  const application = await here.system((scope) => applicationOf(scope, applicationId));
  expect(application?.profile.version).toBe(1);
  const rows = await here.system(({ tx }) =>
    tx
      .selectFrom('recruiting.role_profiles')
      .select(['version', 'content'])
      .where('code', '=', 'peer_supporter')
      .orderBy('version')
      .execute(),
  );
  expect(rows[0]?.content).toMatchObject({ name: 'Peer supporter' });
  const made = rows[1]?.content as unknown as ProfileContent;
  expect(made.attributes.at(-1)).toEqual({ code: 'humour', name: 'Humour', words: '', when: 'grows' });
  expect(made.route[0]).toMatchObject({ code: 'application', after: [] });
});

test('a third version cannot begin before the second, and of two changes at once one is shown both', async () => {
  const early = await lead.post(change, typed({}, '2026-12-01'));
  expect(early.statusCode).toBe(422);
  expect(early.body).toContain('Version 2 begins on Friday 1 January 2027.');
  const stale = await lead.post(change, typed({ _version: '1' }, '2027-02-01'));
  expect(stale.statusCode).toBe(409);
});

test('those who recruit read; the service lead and the coordinator change; others find nothing', async () => {
  const manager = here.browser(await here.staff('volunteer_manager'));
  expect((await manager.get('/role-profiles/peer_supporter')).statusCode).toBe(200);
  expect((await manager.get(change)).statusCode).toBe(404);
  expect((await here.browser(await here.staff('programme_coordinator')).get(change)).statusCode).toBe(200);
  for (const role of ['practitioner', 'administrator', 'peer_supporter'] as const)
    expect((await here.browser(await here.staff(role)).get('/role-profiles')).statusCode).toBe(404);
});
