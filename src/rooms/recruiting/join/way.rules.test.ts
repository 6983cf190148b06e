import { expect, test } from 'vitest';
import { usualRoute } from '../profiles/content/route.ts';
import type { RouteStep, StepCode } from '../profiles/profile.shape.ts';
import { heardByLink, heardOf, heardOptions, minutesOn, momentIn, SOURCE_KINDS } from './heard.rules.ts';
import { daysToGo, roughly, stagesOf } from './way.rules.ts';

const step = (code: StepCode, days: number, after: readonly StepCode[]): RouteStep => ({
  code,
  name: code,
  words: '',
  owner: 'us',
  days,
  after: [...after],
});

test('steps side by side do not add up: the longest chain counts', () => {
  // 10 + 14 + 28 (the check, the slowest of four) + 5 + 14
  expect(daysToGo(usualRoute)).toBe(71);
  expect(daysToGo(usualRoute, new Set<StepCode>(['conversation', 'application', 'check']))).toBe(21 + 5 + 14);
  expect(daysToGo(usualRoute, new Set(usualRoute.map(({ code }) => code)))).toBe(0);
  expect(daysToGo([])).toBe(0);
});

test('a route that waits in a ring is still counted, and its stages end', () => {
  const ring = [step('offer', 3, ['induction']), step('induction', 4, ['offer']), step('course', 1, [])];
  expect(daysToGo(ring)).toBe(7);
  expect(stagesOf(ring).map((stage) => stage.map(({ code }) => code))).toEqual([['course']]);
});

test('the stages of the usual route: talk, apply, four things side by side, offer, first day', () => {
  expect(stagesOf(usualRoute).map((stage) => stage.length)).toEqual([1, 1, 4, 1, 1]);
  expect(stagesOf([step('course', 1, ['check'])])).toHaveLength(1);
});

test.each([
  [1, '1 day'],
  [13, '13 days'],
  [14, 'about 2 weeks'],
  [71, 'about 10 weeks'],
  [90, 'about 3 months'],
])('%i days are said as %s', (days, said) => expect(roughly(days)).toBe(said));

const talk = { id: 'a', name: 'Talk at the mosque', slug: 'mosque-talk' };

test('what is chosen is a source of the centre, a kind, or nothing; what nobody offered is nothing', () => {
  expect(heardOf('source:a', [talk])).toEqual({ sourceId: 'a', heardFrom: '' });
  expect(heardOf('source:b', [talk])).toEqual({ sourceId: null, heardFrom: '' });
  expect(heardOf('poster', [talk])).toEqual({ sourceId: null, heardFrom: 'poster' });
  for (const odd of ['', 'constructor', '__proto__', 'Poster'])
    expect(heardOf(odd, [talk])).toEqual({ sourceId: null, heardFrom: '' });
  expect(heardOptions([talk])).toHaveLength(SOURCE_KINDS.length + 2);
  expect([
    heardByLink('mosque-talk', [talk]),
    heardByLink('other', [talk]),
    heardByLink(undefined, [talk]),
  ]).toEqual(['source:a', '', '']);
});

test('minutes on a form are whole, at least one and at most sixty, and unknown where its opening is', () => {
  const now = Temporal.Instant.from('2026-11-23T10:00:00Z');
  expect(minutesOn(now, now)).toBe(1);
  expect(minutesOn(now.subtract({ seconds: 100 }), now)).toBe(2);
  expect(minutesOn(now.subtract({ hours: 30 }), now)).toBe(60);
  expect(minutesOn(now.add({ hours: 1 }), now)).toBeNull();
  expect(minutesOn(null, now)).toBeNull();
  expect([momentIn(''), momentIn('yesterday')]).toEqual([null, null]);
  expect(momentIn('2026-11-23T10:00:00Z')?.equals(now)).toBe(true);
});
