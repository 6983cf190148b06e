import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AccountActor } from '#platform/db/actor.ts';
import { openHouse, type TestHouse } from '../../../../tests/support/house.ts';
import { nameDataLead } from './lead.commands.ts';
import { dataLeads, isDataLead } from './lead.queries.ts';

let house: TestHouse;
let lead: AccountActor;
let office: AccountActor;
beforeAll(async () => {
  house = await openHouse();
  lead = await house.member('Leila Shah', ['service_lead']);
  office = await house.member('Olu Ade', ['administrator']);
});
afterAll(() => house.close());

const isLead = (actor: AccountActor) => house.as(actor, isDataLead);

test('a service lead names who answers for what we keep, and from then on they have its page', async () => {
  const desk = house.browser(lead);
  expect((await desk.get('/today')).body).toContain('Nobody answers for it yet');
  expect((await house.browser(office).get('/data')).statusCode).toBe(404);
  expect((await desk.post('/data/lead', { account: '' })).body).toContain('Choose who answers for it.');
  const done = await desk.post('/data/lead', { account: office.accountId });
  expect(done.statusCode).toBe(303);
  expect(await isLead(office)).toBe(true);
  const page = await house.browser(office).get('/data');
  expect(page.body).toContain('Olu Ade answers for this here');
  expect(page.body).not.toContain('/data/lead');
  expect((await house.browser(office).get('/today')).body).toContain('You answer for it here.');
  expect((await desk.get('/today')).body).not.toContain('Nobody answers for it yet');
});

test('naming somebody is the service lead’s alone, in the database too', async () => {
  for (const role of ['volunteer_manager', 'administrator', 'specialist', 'peer_supporter'] as const) {
    const actor = await house.member('Kit Moor', [role]);
    expect((await house.browser(actor).get('/data/lead')).statusCode, role).toBe(404);
    await expect(house.as(actor, (scope) => nameDataLead(scope, actor.accountId))).rejects.toThrow();
  }
});

test('the last one is not let go before somebody else is named, and whoever ended it does not begin again by itself', async () => {
  const desk = house.browser(lead);
  const [first] = await house.as(lead, dataLeads);
  const end = `/data/lead/${first?.id}/end`;
  const refused = await desk.post(end, { agreed: 'yes' });
  expect(refused.statusCode).toBe(422);
  expect(refused.body).toContain('Name somebody else first');
  const other = await house.member('Ana Reyes', ['programme_coordinator']);
  await desk.post('/data/lead', { account: other.accountId });
  expect((await desk.post(end, {})).body).toContain('Tick the box');
  expect((await desk.post(end, { agreed: 'yes' })).statusCode).toBe(303);
  expect(await isLead(office)).toBe(false);
  expect(await isLead(other)).toBe(true);
  expect((await house.browser(office).get('/data')).statusCode).toBe(404);
});

test('somebody suspended, or of another organisation, is no data lead', async () => {
  const other = (await house.as(lead, dataLeads))[0]?.accountId;
  const suspended: AccountActor = { ...lead, accountId: other ?? '', roles: [] };
  expect(await isLead(suspended)).toBe(false);
  const elsewhere: AccountActor = {
    ...lead,
    accountId: other ?? '',
    organisationId: house.otherOrganisationId,
  };
  expect(await house.app.gateway(elsewhere, house.now, isDataLead)).toBe(false);
});
