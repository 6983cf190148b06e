import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seriesOf, shiftedFrom } from './series.rules.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const rhythm = {
  startsOn: day('2026-10-08'),
  at: Temporal.PlainTime.from('10:30'),
  every: 'week',
  minutes: 120,
  zone: 'Europe/London',
} as const;

test('a weekly course keeps its hour on the wall when the clocks go back on 25 October 2026', () => {
  const dates = seriesOf(rhythm, 4, new Set());
  expect(dates.map((each) => each.on.toString())).toEqual([
    '2026-10-08',
    '2026-10-15',
    '2026-10-22',
    '2026-10-29',
  ]);
  expect(dates[2]?.startsAt.toString()).toBe('2026-10-22T09:30:00Z');
  expect(dates[3]?.startsAt.toString()).toBe('2026-10-29T10:30:00Z');
});

test('a week on a bank holiday is skipped and the course still has all its sessions', () => {
  const dates = seriesOf(
    { ...rhythm, startsOn: day('2026-12-18') },
    3,
    new Set(['2026-12-25', '2027-01-01']),
  );
  expect(dates.map((each) => each.on.toString())).toEqual(['2026-12-18', '2027-01-08', '2027-01-15']);
  expect(dates.map((each) => each.number)).toEqual([1, 2, 3]);
});

test('a monthly drop-in keeps its weekday of the month; a fifth weekday becomes the last', () => {
  const dates = seriesOf({ ...rhythm, every: 'month', startsOn: day('2026-10-29') }, 4, new Set());
  expect(dates.map((each) => each.on.toString())).toEqual([
    '2026-10-29',
    '2026-11-26',
    '2026-12-31',
    '2027-01-28',
  ]);
});

test('a monthly drop-in on a bank holiday is a week later and the next month is not moved', () => {
  const dates = seriesOf(
    { ...rhythm, every: 'month', startsOn: day('2026-04-06') },
    2,
    new Set(['2026-04-06']),
  );
  expect(dates.map((each) => each.on.toString())).toEqual(['2026-04-13', '2026-05-04']);
});

test('moving the third session moves the rest with it and keeps their numbers', () => {
  const rest = shiftedFrom(rhythm, 3, day('2026-10-27'), 5, new Set());
  expect(rest.map((each) => [each.number, each.on.toString()])).toEqual([
    [3, '2026-10-27'],
    [4, '2026-11-03'],
    [5, '2026-11-10'],
  ]);
});

test('no session falls on a holiday, none is lost, the hour never moves, and each is two hours long', () => {
  const anyDay = fc.integer({ min: 0, max: 1500 }).map((days) => day('2025-01-01').add({ days }));
  fc.assert(
    fc.property(
      anyDay,
      fc.constantFrom('week' as const, 'month' as const),
      fc.integer({ min: 1, max: 14 }),
      fc.array(anyDay, { maxLength: 20 }),
      (startsOn, every, count, free) => {
        const holidays = new Set(free.map(String));
        const dates = seriesOf({ ...rhythm, startsOn, every }, count, holidays);
        expect(dates).toHaveLength(count);
        for (const each of dates) {
          expect(holidays.has(each.on.toString())).toBe(false);
          expect(each.startsAt.toZonedDateTimeISO('Europe/London').toPlainTime().toString()).toBe('10:30:00');
          expect(each.startsAt.until(each.endsAt).total('minutes')).toBe(120);
        }
      },
    ),
  );
});
