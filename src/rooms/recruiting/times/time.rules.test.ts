import { expect, test } from 'vitest';
import { slotsBetween } from './time.rules.ts';

const on = (day: string, from: string, to: string, minutes: number) =>
  slotsBetween(
    {
      day: Temporal.PlainDate.from(day),
      from: Temporal.PlainTime.from(from),
      to: Temporal.PlainTime.from(to),
      minutes,
    },
    'Europe/London',
  ).map(({ startsAt, endsAt }) => `${startsAt.toString()} ${endsAt.toString()}`);

test('whole times only, one after another, at the clock on the wall', () => {
  expect(on('2026-11-26', '10:00', '11:10', 30)).toEqual([
    '2026-11-26T10:00:00Z 2026-11-26T10:30:00Z',
    '2026-11-26T10:30:00Z 2026-11-26T11:00:00Z',
  ]);
  expect(on('2026-07-02', '10:00', '10:20', 20)).toEqual(['2026-07-02T09:00:00Z 2026-07-02T09:20:00Z']);
});

test('nothing comes of an end before the first has ended, and never more than a day holds', () => {
  expect(on('2026-11-26', '10:00', '10:10', 30)).toEqual([]);
  expect(on('2026-11-26', '12:00', '10:00', 30)).toEqual([]);
  expect(on('2026-11-26', '00:00', '23:59', 10)).toHaveLength(40);
});
