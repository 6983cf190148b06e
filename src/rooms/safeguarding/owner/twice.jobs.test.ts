import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, type TestHouse } from '../../../../tests/support/house.ts';
import { raiseConcern } from '../raise/raise.commands.ts';
import { escalationJobs } from './escalate.jobs.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

test('a clock that rings twice tells one person, and the next only when their time has come', async () => {
  const pat = await house.member('Pat Hall', ['peer_supporter']);
  for (const [name, role] of [
    ['Ruth Bell', 'volunteer_manager'],
    ['Dan Cole', 'volunteer_manager'],
    ['Leila Shah', 'service_lead'],
  ] as const)
    await house.member(name, [role]);
  const { concernId } = await house.as(pat, (scope) =>
    raiseConcern(scope, { centreId: house.centreId, happened: 'A worry.', dangerNow: false }),
  );
  const rings = () =>
    house.system((scope) => escalationJobs['safeguarding.escalate'](scope, { concernId, round: 0 }));
  const told = async () =>
    (await house.system(({ tx }) => tx.selectFrom('safeguarding.escalations').select('step').execute())).map(
      ({ step }) => step,
    );
  house.now = house.now.add({ minutes: 61 });
  await rings();
  await rings();
  expect(await told()).toEqual(['deputy']);
  house.now = house.now.add({ minutes: 60 });
  await rings();
  expect((await told()).toSorted()).toEqual(['deputy', 'last']);
});
