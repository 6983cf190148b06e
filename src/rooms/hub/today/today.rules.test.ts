import { expect, test } from 'vitest';
import type { SessionFacts } from '#rooms/delivery/door.ts';
import * as rules from './today.rules.ts';

const today = Temporal.PlainDate.from('2026-11-23');
const session = (on: string, more: Partial<SessionFacts> = {}): SessionFacts => ({
  id: 's',
  centreId: 'c',
  zone: 'Europe/London',
  groupId: 'g',
  groupName: 'Autumn group',
  kind: 'antenatal_group',
  templateId: 't',
  number: 5,
  of: 8,
  startsAt: Temporal.Instant.from(`${on}T10:30:00Z`),
  endsAt: Temporal.Instant.from(`${on}T12:30:00Z`),
  on: Temporal.PlainDate.from(on),
  from: Temporal.PlainTime.from('10:30'),
  minutes: 120,
  venueId: 'v',
  venue: 'Library',
  room: 'Oak Room',
  online: false,
  calledOffWhy: null,
  closed: null,
  groundRules: '',
  groundRulesSaidAt: null,
  version: 1,
  ...more,
});

test('a register is late from the day after its session, and red when it has been nearly a week', () => {
  expect(rules.registerOpen(session('2026-11-23'), today)).toMatchObject({
    when: 'today',
    marker: '10.30am',
  });
  expect(rules.registerOpen(session('2026-11-22'), today)).toMatchObject({
    when: 'late',
    marker: '1 day',
    tone: 'clay',
  });
  expect(rules.registerOpen(session('2026-11-17'), today)).toMatchObject({ marker: '6 days', tone: 'red' });
});

test('what is due says the day it is due by', () => {
  expect(rules.dueOn(today.add({ days: 2 }), today)).toMatchObject({ when: 'soon', marker: 'Wed 25 Nov' });
  expect(rules.dueOn(today, today).when).toBe('today');
  expect(rules.dueOn(today.subtract({ days: 1 }), today).when).toBe('late');
});

test('the longest waiting is first among what is late, the earliest first among the rest', () => {
  const things = ['2026-11-20', '2026-11-12', '2026-11-17'].map((on) =>
    rules.registerOpen(session(on), today),
  );
  expect(rules.thingsOf(things, 'late').map((thing) => thing.marker)).toEqual([
    '11 days',
    '6 days',
    '3 days',
  ]);
  const plans = ['2026-11-27', '2026-11-24'].map((on) => rules.planMissing(session(on), today));
  expect(rules.thingsOf(plans, 'soon').map((thing) => thing.marker)).toEqual(['Tue 24 Nov', 'Fri 27 Nov']);
});

test('an offer is only spoken of when its answer is due within two days', () => {
  const offer = (answerBy: string) =>
    rules.offerLapsing(
      { placeId: 'p', groupId: 'g', name: 'Amina', answerBy: Temporal.Instant.from(answerBy) },
      today,
      'Europe/London',
    );
  expect(offer('2026-11-26T09:00:00Z')).toBeNull();
  expect(offer('2026-11-25T23:30:00Z')).toMatchObject({ when: 'soon' });
  expect(offer('2026-11-23T17:00:00Z')?.why).toContain('It lapses today.');
});

test('what is not safe is said before anyone rings', () => {
  const thing = rules.toAskAfter(
    {
      sessionId: 's',
      personId: 'p',
      calledName: 'Amina',
      centreId: 'c',
      groupName: 'Autumn group',
      on: Temporal.PlainDate.from('2026-11-19'),
      by: Temporal.PlainDate.from('2026-11-21'),
      safety: ['Do not phone.'],
    },
    today,
  );
  expect(thing).toMatchObject({ when: 'late', marker: '2 days' });
  expect(thing.why).toContain('Safety: Do not phone.');
});

test('a decision about silence is late after three days', () => {
  const pause = (from: string) =>
    rules.pauseWaiting({ id: 'x', name: 'Amina', from: Temporal.Instant.from(from) }, today, 'Europe/London');
  expect(pause('2026-11-22T09:00:00Z').when).toBe('today');
  expect(pause('2026-11-18T09:00:00Z')).toMatchObject({ when: 'late', marker: '2 days' });
});

test('the sentence at the top counts what is there and leaves out what is not', () => {
  const late = rules.registerOpen(session('2026-11-20'), today);
  const now = rules.registerOpen(session('2026-11-23'), today);
  const soon = rules.planMissing(session('2026-11-26'), today);
  expect(rules.sentenceOf([])).toBe('Nothing is waiting for you.');
  expect(rules.sentenceOf([late])).toBe('1 thing is late.');
  expect(rules.sentenceOf([late, late, late, now, soon, soon])).toBe(
    '3 things are late, 1 is for today, 2 can wait.',
  );
  expect(rules.sentenceOf([now, now, soon])).toBe('2 things are for today, 1 can wait.');
});

test('a drop-in that nobody runs says so', () => {
  expect(rules.runByWords({ kind: 'drop_in' }, [])).toBe('Nobody is named to run it yet.');
  expect(rules.runByWords({ kind: 'drop_in' }, ['Sofia', 'Grace'])).toBe('With Sofia and Grace.');
});

test('a referral is late when the promise has passed and nobody has read it', () => {
  const waiting = (state: string, readBy: string) =>
    rules.triageWaiting(
      { id: 'r', name: 'Amina Khan', state, readBy: Temporal.PlainDate.from(readBy) },
      today,
    );
  expect(waiting('received', '2026-11-19')).toMatchObject({ when: 'late', marker: '4 days' });
  expect(waiting('asked', '2026-11-19').when).toBe('today');
  expect(waiting('received', '2026-11-25')).toMatchObject({ when: 'soon', marker: 'Wed 25 Nov' });
});
