import { afterAll, beforeAll, expect, test } from 'vitest';
import { daysBetween } from '#kernel/dates.ts';
import type { AccountActor } from '#platform/db/actor.ts';
import { openHouse, type TestHouse } from '../../../../tests/support/house.ts';
import { beginArrangement, changeArrangement } from './arrangement.commands.ts';
import { type Arrangement, arrangementsOf } from './arrangement.queries.ts';
import { agree, meetingDidNotHappen, meetingHeld } from './meeting.commands.ts';
import { type Meeting, meetingsOf } from './meeting.queries.ts';
import { dueDay } from './rhythm.rules.ts';
import { loadSupervision } from './rules.commands.ts';
import { sayLeave } from './times.commands.ts';

const BEGAN = Temporal.PlainDate.from('2026-03-02');
const FIRST = Temporal.Instant.from('2026-01-01T00:00:00Z');

let house: TestHouse;
let rob: AccountActor;
let asha: AccountActor;
let priya: AccountActor;

beforeAll(async () => {
  house = await openHouse(Temporal.Instant.from('2026-03-02T10:00:00Z'));
  rob = await house.member('Rob Ash', ['volunteer_manager']);
  asha = await house.member('Asha Bell', ['practitioner']);
  priya = await house.member('Priya Shah', ['peer_supporter']);
  await house.system(loadSupervision);
}, 60_000);
afterAll(() => house.close());

const standing = async (): Promise<Arrangement> => {
  const [found] = await house.system((scope) => arrangementsOf(scope, [priya.accountId]));
  if (!found) throw new Error('no arrangement');
  return found;
};
const all = (): Promise<readonly Meeting[]> =>
  house.system((scope) => meetingsOf(scope, [priya.accountId], FIRST));
const due = (slot: number) => dueDay(BEGAN, 28, slot);
const forSlot = async (slot: number) =>
  (await all()).filter((each) => each.kind === 'one_to_one' && each.dueOn?.equals(due(slot)));
const openFor = async (slot: number): Promise<Meeting> => {
  const found = (await forSlot(slot)).filter((each) => each.state === 'proposed' || each.state === 'agreed');
  expect(found, `slot ${slot} has one open meeting`).toHaveLength(1);
  const [meeting] = found;
  if (!meeting) throw new Error('none');
  return meeting;
};
const go = async (on: Temporal.PlainDate | string, hour = 18) => {
  const day = Temporal.PlainDate.from(on);
  house.now = day
    .toZonedDateTime({ timeZone: 'Europe/London', plainTime: Temporal.PlainTime.from({ hour }) })
    .toInstant();
  await house.system((scope) => scope.enqueue('supervision.go_round', {}));
  await house.drain();
};
const hold = async (slot: number, by = rob) => {
  const meeting = await openFor(slot);
  await go(meeting.on);
  await house.as(by, (scope) => meetingHeld(scope, meeting.id, { came: [priya.accountId] }));
  await house.drain();
  return meeting;
};
const letters = async (template: string): Promise<number> =>
  house.system(async ({ tx, actor }) => {
    const rows = await tx
      .selectFrom('platform.messages')
      .select('id')
      .where('organisation_id', '=', actor.organisationId)
      .where('template', '=', template)
      .execute();
    return rows.length;
  });

test('a year of one peer supporter: leave, a holiday, a missed one, an absence with cover', async () => {
  await house.as(rob, (scope) =>
    beginArrangement(scope, {
      accountId: priya.accountId,
      centreId: house.centreId,
      supervisorId: rob.accountId,
      newcomer: true,
    }),
  );
  await house.drain();
  // The first two are there at once, on their days, and the hello call of the first week.
  expect((await openFor(1)).on).toEqual(due(1));
  expect((await openFor(2)).on.toString()).toBe('2026-04-27');
  const hello = (await all()).filter((each) => each.kind === 'early');
  expect(hello.map((each) => each.earlyCode)).toEqual(['hello', 'weeks_3']);
  expect(hello[0]?.on.toString()).toBe('2026-03-05');

  // She says yes, and it is agreed; her yes is hers to say.
  const first = await openFor(1);
  await expect(house.as(rob, (scope) => agree(scope, first.id))).rejects.toThrow('no such meeting');
  await house.as(priya, (scope) => agree(scope, first.id));
  expect((await openFor(1)).state).toBe('agreed');
  await hold(1);
  expect((await standing()).dueOn).toEqual(due(2));

  // Leave over the day of slot 2: the proposal moves by itself and says so, and later days stay.
  await house.as(priya, (scope) =>
    sayLeave(scope, {
      centreId: house.centreId,
      fromOn: due(2).subtract({ days: 2 }),
      untilOn: due(2).add({ days: 4 }),
      today: due(1),
    }),
  );
  await house.drain();
  const moved = await openFor(2);
  expect(moved.on.toString()).toBe('2026-04-24');
  expect(moved.because).toContain('leave');
  expect(moved.sequence).toBe(1);
  expect(await letters('supervision_moved')).toBe(2);
  await hold(2);
  expect((await standing()).dueOn).toEqual(due(3));

  // Slot 3 lies on a bank holiday, 25 May 2026.
  expect(due(3).toString()).toBe('2026-05-25');
  const holiday = await openFor(3);
  expect(holiday.on.toString()).toBe('2026-05-26');
  expect(holiday.because).toEqual(['bank_holiday']);
  await hold(3);

  // Slot 4 is missed, with why; another time for the same slot is found, and is held late.
  const missed = await openFor(4);
  expect(missed.on).toEqual(due(4));
  await go(missed.on);
  await house.as(rob, (scope) => meetingDidNotHappen(scope, missed.id, { why: 'supporter_ill', words: '' }));
  await house.drain();
  expect((await standing()).dueOn).toEqual(due(4));
  const again = await openFor(4);
  expect(again.on.toString()).toBe('2026-06-24');
  await hold(4);
  expect((await standing()).dueOn).toEqual(due(5));
  expect((await openFor(5)).on).toEqual(due(5));
  await hold(5);

  // Rob is away for six weeks around slot 6: with nobody to cover, the time is left to people; with Asha, she holds it.
  await house.as(rob, (scope) =>
    sayLeave(scope, {
      centreId: house.centreId,
      fromOn: due(6).subtract({ days: 20 }),
      untilOn: due(6).add({ days: 20 }),
      today: due(5),
    }),
  );
  await house.drain();
  expect((await forSlot(6)).filter((each) => each.state !== 'called_off')).toHaveLength(0);
  expect(await letters('supervision_no_time')).toBeGreaterThan(0);
  const { id, version } = await standing();
  await house.as(rob, (scope) =>
    changeArrangement(scope, id, {
      supervisorId: rob.accountId,
      coverId: asha.accountId,
      form: 'one_to_one',
      version,
    }),
  );
  await house.drain();
  const covered = await openFor(6);
  expect(covered.supervisorId).toBe(asha.accountId);
  expect(covered.because).toContain('cover');
  await hold(6, asha);
  expect((await standing()).dueOn).toEqual(due(7));
  const seventh = await openFor(7);
  expect(seventh.supervisorId).toBe(rob.accountId);
  await hold(7);

  // Five weeks away: slot 8 is excused altogether, nothing is owed, and nothing is proposed for it.
  await house.as(priya, (scope) =>
    sayLeave(scope, {
      centreId: house.centreId,
      fromOn: due(8).subtract({ days: 14 }),
      untilOn: due(8).add({ days: 14 }),
      today: due(7),
    }),
  );
  await house.drain();
  expect((await standing()).dueOn).toEqual(due(9));
  expect((await forSlot(8)).filter((each) => each.state !== 'called_off')).toHaveLength(0);
  await hold(9);
  await hold(10);

  // Through all of it the days of the rhythm stood where they were, and nobody was ever overdue.
  const held = (await all()).filter((each) => each.state === 'held' && each.kind === 'one_to_one');
  expect(held).toHaveLength(9);
  expect(held.every((each) => each.dueOn && daysBetween(BEGAN, each.dueOn) % 28 === 0)).toBe(true);
  expect((await standing()).dueOn).toEqual(due(11));
}, 120_000);

test('the days of grace end, and what waits from then on is one date', async () => {
  const { dueOn } = await standing();
  const { pausesOn } = await standing();
  expect(pausesOn && daysBetween(dueOn, pausesOn)).toBe(14);
  const asked = await house.app.pool
    .query('select supervision.pauses_on($1, $2)', [house.organisationId, priya.accountId])
    .then(
      () => 'may',
      (error: { code?: string }) => error.code,
    );
  expect(asked).toBe('42501');
});
