import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AccountActor } from '#platform/db/actor.ts';
import { openHouse, type TestHouse } from '../../../../tests/support/house.ts';
import { beginArrangement } from './arrangement.commands.ts';
import { arrangementsOf } from './arrangement.queries.ts';
import { meetingHeld } from './meeting.commands.ts';
import { meetingsOf } from './meeting.queries.ts';
import type { Form } from './rhythm.shape.ts';

let house: TestHouse;
let rob: AccountActor;

beforeAll(async () => {
  house = await openHouse();
  rob = await house.member('Rob Ash', ['volunteer_manager']);
});
afterAll(() => house.close());

const begin = async (name: string, form: Form, beginsOn: string): Promise<AccountActor> => {
  const peer = await house.member(name, ['peer_supporter']);
  await house.as(rob, (scope) =>
    beginArrangement(scope, {
      accountId: peer.accountId,
      centreId: house.centreId,
      supervisorId: rob.accountId,
      form,
      beginsOn: Temporal.PlainDate.from(beginsOn),
    }),
  );
  await house.drain();
  return peer;
};
const of = (peer: AccountActor) => house.system((scope) => meetingsOf(scope, [peer.accountId], house.now));

test('in turns: one to one first, and the group is one meeting that others whose turn is near join', async () => {
  const ana = await begin('Ana Bloom', 'mixed', '2026-11-23');
  const ben = await begin('Ben Croft', 'mixed', '2026-11-26');
  const [first, second] = await of(ana);
  expect([first?.kind, second?.kind]).toEqual(['one_to_one', 'group']);
  expect(second?.people.map((each) => each.accountId).sort()).toEqual([ana.accountId, ben.accountId].sort());
  expect((await of(ben)).filter((each) => each.kind === 'group').map((each) => each.id)).toEqual([
    second?.id,
  ]);
});

test('among peers: nobody of the team holds it, they say themselves that they met, and it counts', async () => {
  const cat = await begin('Cat Dean', 'peer', '2026-11-23');
  const dov = await begin('Dov Ellis', 'peer', '2026-11-24');
  const [shared] = (await of(cat)).filter((each) => each.kind === 'peer');
  if (!shared) throw new Error('no meeting of peers');
  expect(shared.supervisorId).toBeNull();
  expect(shared.people).toHaveLength(2);
  house.now = shared.startsAt.add({ hours: 3 });
  await house.as(dov, (scope) => meetingHeld(scope, shared.id, { came: [cat.accountId, dov.accountId] }));
  await house.drain();
  for (const peer of [cat, dov]) {
    const [arrangement] = await house.system((scope) => arrangementsOf(scope, [peer.accountId]));
    expect(arrangement?.dueOn).toEqual(arrangement?.beginsOn.add({ days: 56 }));
  }
});
