import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from '../../../../tests/support/browser.ts';
import { openHouse, type TestHouse } from '../../../../tests/support/house.ts';
import { openRecruiting } from '../application.fixture.ts';

let here: TestHouse;
let manager: Browser;
beforeAll(async () => {
  here = await openHouse();
  await openRecruiting(here);
  manager = here.browser(await here.staff('volunteer_manager'));
});
afterAll(() => here.close());

const said = {
  'wanted-peer_supporter': '6',
  'words-peer_supporter': 'Fridays most of all.',
  'open-creche_volunteer': 'yes',
  'wanted-creche_volunteer': '2',
  'words-creche_volunteer': '',
};
const rows = () =>
  here.system(({ tx }) =>
    tx
      .selectFrom('recruiting.openings')
      .select(['role_code', 'open', 'wanted', 'words'])
      .where('centre_id', '=', here.centreId)
      .orderBy('role_code')
      .execute(),
  );

test('a centre says which roles it looks for, how many, and in its own words', async () => {
  expect((await manager.get('/applicants/roles')).body).toContain('Peer supporter');
  expect((await manager.post('/applicants/roles', said)).statusCode).toBe(303);
  expect(await rows()).toEqual([
    { role_code: 'creche_volunteer', open: true, wanted: 2, words: '' },
    { role_code: 'peer_supporter', open: false, wanted: 6, words: 'Fridays most of all.' },
  ]);
});

test('bad numbers come back, and the second of two who save at once sees what the first said', async () => {
  const wrong = await manager.post('/applicants/roles', { ...said, 'wanted-peer_supporter': 'many' });
  expect(wrong.statusCode).toBe(422);
  expect(wrong.body).toContain('value="many"');
  const stale = await manager.post('/applicants/roles', {
    ...said,
    'wanted-peer_supporter': '9',
    _version: '1',
  });
  expect(stale.statusCode).toBe(409);
  expect(await rows()).toMatchObject([{}, { wanted: 6 }]);
});

test('nobody says what another centre looks for', async () => {
  expect((await manager.get(`/applicants/roles?centre=${here.otherCentreId}`)).statusCode).toBe(404);
  for (const role of ['practitioner', 'administrator', 'service_lead', 'peer_supporter'] as const)
    expect((await here.browser(await here.staff(role)).get('/applicants/roles')).statusCode).toBe(404);
});
