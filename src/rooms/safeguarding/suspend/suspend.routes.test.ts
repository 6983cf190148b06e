import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import type { AccountActor } from '#platform/db/actor.ts';
import { endSuspension, suspendAccount, suspensionsOf } from '#rooms/people/door.ts';
import { openHouse, type TestHouse } from '../../../../tests/support/house.ts';
import { raiseConcern, setDuty } from '../door.ts';
import { suspendNamed } from './suspend.commands.ts';

let house: TestHouse;
let owner: AccountActor;
let deputy: AccountActor;
let named: AccountActor;
let other: AccountActor;
let concernId: string;

beforeAll(async () => {
  house = await openHouse();
  // A specialist has no right of their own to suspend anybody: having the concern gives it.
  owner = await house.member('Ruth Bell', ['specialist']);
  deputy = await house.member('Dan Okafor', ['programme_coordinator']);
  const lead = await house.member('Leila Shah', ['service_lead']);
  named = await house.member('Sam Reed', ['peer_supporter']);
  other = await house.member('Amy Lee', ['peer_supporter']);
  const { centreId } = house;
  await house.as(lead, async (scope) => {
    await setDuty(scope, { centreId, accountId: owner.accountId, duty: 'owner' });
    await setDuty(scope, { centreId, accountId: deputy.accountId, duty: 'deputy' });
  });
  const raised = await house.as(other, (scope) =>
    raiseConcern(scope, {
      centreId,
      happened: 'He met a mother alone.',
      named: [named.accountId],
      dangerNow: false,
    }),
  );
  concernId = raised.concernId;
});
afterAll(() => house.close());

const address = () => `/concerns/${concernId}/suspend/${named.accountId}`;
/** With whom a concern about nobody of the team lands, raised now. */
const landing = async (): Promise<string> => {
  const raised = await house.as(other, (scope) =>
    raiseConcern(scope, {
      centreId: house.centreId,
      happened: 'A mother was afraid.',
      aboutWords: 'A mother',
      dangerNow: false,
    }),
  );
  const row = await house.system(({ tx }) =>
    tx
      .selectFrom('safeguarding.concerns')
      .select('owner_id')
      .where('id', '=', raised.concernId)
      .executeTakeFirstOrThrow(),
  );
  return row.owner_id;
};
const suspended = async () =>
  (await house.system((scope) => suspensionsOf(scope, [named.accountId]))).length > 0;

test('nobody without the concern suspends anybody by it, nor anybody it does not name', async () => {
  for (const who of [named, other, await house.member('Kit Vale', ['volunteer_manager'])])
    await expect(
      house.as(who, (scope) => suspendNamed(scope, { concernId, accountId: named.accountId })),
    ).rejects.toMatchObject({ name: 'NotFound' });
  await expect(
    house.as(owner, (scope) => suspendNamed(scope, { concernId, accountId: other.accountId })),
  ).rejects.toMatchObject({ name: 'NotFound' });
  await expect(
    house.as(owner, (scope) => suspendNamed(scope, { concernId: newId(), accountId: named.accountId })),
  ).rejects.toMatchObject({ name: 'NotFound' });
  expect((await house.browser(deputy).post(address(), {}, '/concerns')).statusCode).toBe(404);
  expect(await suspended()).toBe(false);
});

test('whoever has it finds the button, and since when once it is done', async () => {
  const browser = house.browser(owner);
  const page = `/concerns/${concernId}`;
  expect((await browser.get(page)).body).toContain('Suspend from meeting families now');
  expect((await browser.post(address(), {}, page)).statusCode).toBe(303);
  expect(await suspended()).toBe(true);
  const after = (await browser.get(page)).body;
  expect(after).not.toContain('Suspend from meeting families now');
  expect(after).toContain('and meets no families since');
  // A second press, from a page that stood open, changes nothing.
  await house.as(owner, (scope) => suspendNamed(scope, { concernId, accountId: named.accountId }));
  expect(await house.system((scope) => suspensionsOf(scope, [named.accountId]))).toHaveLength(1);
});

test('the suspended person finds who rings them and where help is, and not why', async () => {
  const manager = await house.member('Mo Lund', ['volunteer_manager']);
  const browser = house.browser({ ...named, roles: [] });
  expect((await browser.get('/today')).headers.location).toBe('/not-now');
  const { body, statusCode } = await browser.get('/not-now');
  expect(statusCode).toBe(200);
  expect(body).toContain('You are not on sessions for now');
  expect(body).toMatch(/(Kit Vale|Mo Lund) from Hartley will ring you/);
  expect(body).toContain('href="/help"');
  expect(body).not.toMatch(/concern|met a mother|Ruth Bell|Amy Lee/i);
  for (const elsewhere of ['/groups', '/families', '/concerns', `/concerns/${concernId}`, '/suspensions'])
    expect((await browser.get(elsewhere)).statusCode, elsewhere).toBe(404);
  // Whoever holds a role has no business there.
  expect((await house.browser(manager).get('/not-now')).headers.location).toBe('/today');
});

test('a concern does not land with somebody who is suspended, even when they are on duty', async () => {
  expect(await landing()).toBe(owner.accountId);
  await house.as(deputy, (scope) =>
    suspendAccount(scope, { accountId: owner.accountId, centreId: house.centreId }),
  );
  expect(await landing()).not.toBe(owner.accountId);
  const [live] = await house.as(deputy, (scope) => suspensionsOf(scope, [owner.accountId]));
  await house.as(deputy, (scope) => endSuspension(scope, live?.suspensionId ?? ''));
  expect(await landing()).toBe(owner.accountId);
});

test('somebody nobody has given a role reads that, and not that they are suspended', async () => {
  const fresh = await house.member('New Hand', []);
  const { body } = await house.browser(fresh).get('/not-now');
  expect(body).toContain('Nothing here for you yet');
  expect(body).not.toContain('ring you');
});

test('a volunteer manager ends it, once the tick says that it was agreed', async () => {
  const manager = await house.member('Mo Lund', ['volunteer_manager']);
  const browser = house.browser(manager);
  const list = await browser.get('/suspensions');
  expect(list.body).toContain('Sam Reed');
  expect(list.body).not.toMatch(/met a mother/);
  const link = /href="(\/suspensions\/[0-9a-f-]+)"/.exec(list.body)?.[1] ?? '';
  const unticked = await browser.post(link, {});
  expect(unticked.statusCode).toBe(422);
  expect(await suspended()).toBe(true);
  for (const role of ['practitioner', 'administrator', 'peer_supporter'] as const)
    expect((await house.browser(await house.staff(role)).get(link)).statusCode, role).toBe(404);
  const elsewhere = await house.staff('volunteer_manager', house.otherCentreId);
  expect((await house.browser(elsewhere).get(link)).statusCode).toBe(404);
  expect((await browser.post(link, { agreed: 'yes' })).statusCode).toBe(303);
  expect(await suspended()).toBe(false);
  expect((await browser.get('/suspensions')).body).toContain('Nobody is suspended');
});
