import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROLES } from '#platform/db/actor.ts';
import { openSignInHouse, type SignInHouse } from '#platform/sign-in/desk.fixture.ts';
import { whoHolds } from '#platform/sign-in/identify.ts';
import { openStand, type Stand } from '../../../../tests/support/stand.ts';
import { SUSPENDERS } from '../people.policy.ts';
import { endSuspension, suspendAccount } from './suspension.commands.ts';
import { liveSuspensions, ownSuspension, suspensionsOf } from './suspension.queries.ts';

let here: Stand;
beforeAll(async () => {
  here = await openStand();
});
afterAll(() => here.close());

describe('suspending somebody from meeting families', () => {
  test.each(ROLES)('a %s of the centre may or may not, as the room says', async (role) => {
    const sam = await here.member('Sam Reed', ['peer_supporter']);
    const asked = here.as(role, (scope) =>
      suspendAccount(scope, { accountId: sam.accountId, centreId: here.centreId }),
    );
    if (SUSPENDERS.includes(role)) await asked;
    else await expect(asked).rejects.toMatchObject({ name: 'NotFound' });
    const live = await here.system((scope) => suspensionsOf(scope, [sam.accountId]));
    expect(live).toHaveLength(SUSPENDERS.includes(role) ? 1 : 0);
  });

  test('it is announced once, ends once, and a second time begins anew', async () => {
    const sam = await here.member('Sam Reed', ['peer_supporter']);
    const manager = await here.member('Ruth Bell', ['volunteer_manager']);
    const where = { accountId: sam.accountId, centreId: here.centreId };
    await here.as(manager, (scope) => suspendAccount(scope, where));
    await here.as(manager, (scope) => suspendAccount(scope, where));
    const told = async () =>
      (await here.announced('people.suspension_changed')).filter(
        ({ accountId }) => accountId === sam.accountId,
      ).length;
    expect(await told()).toBe(1);
    const [live] = await here.as(manager, (scope) => suspensionsOf(scope, [sam.accountId]));
    const suspensionId = live?.suspensionId ?? '';
    await here.as(manager, (scope) => endSuspension(scope, suspensionId));
    expect(await told()).toBe(2);
    await expect(here.as(manager, (scope) => endSuspension(scope, suspensionId))).rejects.toMatchObject({
      name: 'NotFound',
    });
    expect(await here.as(manager, (scope) => suspensionsOf(scope, [sam.accountId]))).toEqual([]);
    await here.as(manager, (scope) => suspendAccount(scope, where));
    expect(await here.as(manager, (scope) => suspensionsOf(scope, [sam.accountId]))).toHaveLength(1);
  });

  test('nobody does it to themselves or undoes their own, not even by SQL', async () => {
    const manager = await here.member('Mo Lund', ['volunteer_manager']);
    await expect(
      here.as(manager, (scope) =>
        suspendAccount(scope, { accountId: manager.accountId, centreId: here.centreId }),
      ),
    ).rejects.toMatchObject({ name: 'Refusal' });
    await here.as('service_lead', (scope) =>
      suspendAccount(scope, { accountId: manager.accountId, centreId: here.centreId }),
    );
    const [own] = await here.as(manager, (scope) => suspensionsOf(scope, [manager.accountId]));
    await expect(
      here.as(manager, (scope) => endSuspension(scope, own?.suspensionId ?? '')),
    ).rejects.toMatchObject({ name: 'Refusal' });
    const touched = await here.as(manager, ({ tx }) =>
      tx
        .updateTable('people.suspensions')
        .set({ until_at: here.now.toString() })
        .where('id', '=', own?.suspensionId ?? '')
        .executeTakeFirst(),
    );
    expect(touched.numUpdatedRows).toBe(0n);
  });

  test('the suspended person reads since when and who rings them, and nobody else’s', async () => {
    const stand = await openStand();
    try {
      const ruth = await stand.member('Ruth Bell', ['volunteer_manager']);
      const sam = await stand.member('Sam Reed', ['peer_supporter']);
      const other = await stand.member('Olu Ade', ['peer_supporter']);
      for (const { accountId } of [sam, other])
        await stand.as(ruth, (scope) => suspendAccount(scope, { accountId, centreId: stand.centreId }));
      const without = { ...sam, roles: [] };
      expect(await stand.as(without, ownSuspension)).toMatchObject({
        centre: 'Hartley',
        manager: 'Ruth Bell',
      });
      expect(await stand.as(without, liveSuspensions)).toHaveLength(1);
      expect(await stand.as(ruth, ownSuspension)).toBeNull();
      // A manager who is suspended rings nobody.
      await stand.as('service_lead', (scope) =>
        suspendAccount(scope, { accountId: ruth.accountId, centreId: stand.centreId }),
      );
      expect(await stand.as(without, ownSuspension)).toMatchObject({ manager: null });
    } finally {
      await stand.close();
    }
  });
});

describe('at the door', () => {
  let house: SignInHouse;
  beforeAll(async () => {
    house = await openSignInHouse();
  });
  afterAll(() => house.close());

  test('whoever is suspended holds no role from the next request on, and has them back afterwards', async () => {
    const start = Temporal.Instant.from('2026-11-23T10:00:00Z');
    const accountId = await house.open({
      email: 'sam@example.org',
      roles: [
        { role: 'practitioner', centreId: house.centres[0] },
        { role: 'volunteer_manager', centreId: house.centres[1] },
      ],
    });
    const token = randomBytes(24).toString('base64url');
    await house.signInPool.query(
      `insert into sign_in."session" ("expiresAt", "token", "createdAt", "updatedAt", "userId") values ($1, $2, $3, $3, $4)`,
      [start.add({ hours: 48 }).toString(), token, start.toString(), accountId],
    );
    const who = (minutes: number) => whoHolds(house.appPool, token, start.add({ minutes }));
    expect((await who(0))?.roles).toHaveLength(2);
    await house.ownerPool.query(
      `insert into people.suspensions (organisation_id, id, centre_id, account_id, from_at) values ($1, gen_random_uuid(), $2, $3, $4)`,
      [house.organisationId, house.centres[0], accountId, start.add({ minutes: 10 }).toString()],
    );
    expect((await who(9))?.roles).toHaveLength(2);
    // Still staff, so that the second step is asked for and the session ends as early as theirs do.
    expect(await who(10)).toMatchObject({ accountId, roles: [], staff: true });
    await house.ownerPool.query(`update people.suspensions set until_at = $1 where account_id = $2`, [
      start.add({ minutes: 60 }).toString(),
      accountId,
    ]);
    expect((await who(59))?.roles).toEqual([]);
    expect((await who(60))?.roles).toHaveLength(2);
  });
});
