import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, type TestHouse } from '../../../../tests/support/house.ts';
import { closeAccount } from './invite.commands.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

test('an administrator closes accounts of their own centre, and nobody’s who works elsewhere', async () => {
  const manager = await house.member('Ruth Bell', ['volunteer_manager']);
  const elsewhere = await house.member('Olu Ade', ['administrator'], house.otherCentreId);
  await expect(house.as(elsewhere, (scope) => closeAccount(scope, manager.accountId))).rejects.toThrow(
    'works at another centre',
  );
  const here = await house.member('Adi Frost', ['administrator']);
  await house.as(here, (scope) => closeAccount(scope, manager.accountId));
  const { closed_at } = await house.system(({ tx }) =>
    tx
      .selectFrom('people.accounts')
      .select('closed_at')
      .where('id', '=', manager.accountId)
      .executeTakeFirstOrThrow(),
  );
  expect(closed_at).not.toBeNull();
});
