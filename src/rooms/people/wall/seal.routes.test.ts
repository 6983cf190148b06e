import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AccountActor } from '#platform/db/actor.ts';
import { openHouse, type TestHouse } from '../../../../tests/support/house.ts';
import { sealFile } from './seal.commands.ts';
import { sealsStanding } from './seal.queries.ts';
import { sealReference } from './wall.rules.ts';

let house: TestHouse;
let lead: AccountActor;
let practitioner: AccountActor;
beforeAll(async () => {
  house = await openHouse();
  lead = await house.member('Leila Shah', ['service_lead']);
  practitioner = await house.member('Priya Shah', ['practitioner']);
});
afterAll(() => house.close());

test('the service lead finds the closed files from the team page, by reference and never by name', async () => {
  const browser = house.browser(lead);
  expect((await browser.get('/team')).body).toContain('href="/sealed"');
  expect((await browser.get('/sealed')).body).toContain('No family file is closed');
  const personId = await house.file('Nell', 'Hathersage');
  await house.as(practitioner, (scope) => sealFile(scope, { familyPersonId: personId, why: 'volunteers' }));
  const [seal] = await house.as(lead, sealsStanding);
  const { body } = await browser.get('/sealed');
  expect(body).toContain(sealReference(seal?.sealId ?? ''));
  expect(body).toContain('Closed by Priya Shah');
  expect(body).not.toMatch(/Nell|Hathersage/);
  expect(body).not.toContain(personId);
});

test('opening one again needs a reason, and keeps what was typed until there is one', async () => {
  const browser = house.browser(lead);
  const [seal] = await house.as(lead, sealsStanding);
  const address = `/sealed/${seal?.sealId}`;
  const empty = await browser.post(address, { why: '  ' });
  expect(empty.statusCode).toBe(422);
  expect(empty.body).toContain('Say why it was a mistake');
  expect((await browser.post(address, { why: 'the wrong Nell' })).statusCode).toBe(303);
  const { body } = await browser.get('/sealed');
  expect(body).toContain('Opened again by Leila Shah');
  expect(body).toContain('the wrong Nell');
  expect((await browser.get(address)).statusCode).toBe(404);
  expect((await house.browser(practitioner).get('/families')).body).toContain('Hathersage');
});

test('nobody else has these pages', async () => {
  for (const role of [
    'practitioner',
    'volunteer_manager',
    'programme_coordinator',
    'administrator',
    'peer_supporter',
  ] as const) {
    const browser = house.browser(await house.staff(role));
    expect((await browser.get('/sealed')).statusCode, role).toBe(404);
    expect((await browser.get('/team')).body, role).not.toContain('href="/sealed"');
  }
});
