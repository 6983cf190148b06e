import { expect, it } from 'vitest';
import { byWhen, dueWords } from './by-when.rules.ts';

const now = Temporal.Instant.from('2026-11-23T10:00:00Z');
const zone = 'Europe/London';

it('says a moment that has to be kept with its day', () => {
  expect(byWhen(now.add({ minutes: 60 }), zone, now)).toBe('11am today');
  expect(byWhen(now.add({ hours: 23, minutes: 30 }), zone, now)).toBe('9.30am tomorrow');
  expect(byWhen(now.subtract({ hours: 72 }), zone, now)).toBe('10am on Friday 20 November');
});

it('says when the clock has run out', () => {
  expect(dueWords(now.add({ minutes: 5 }), zone, now)).toBe('To be taken on by 10.05am today.');
  expect(dueWords(now.subtract({ minutes: 5 }), zone, now)).toBe(
    'It should have been taken on by 9.55am today.',
  );
});
