import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateFromBoxes, daysBetween, momentAt, timeFromWords, workingDaysAfter } from './dates.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

test('three boxes are a date only when a calendar has it and the year has four figures', () => {
  expect(dateFromBoxes({ day: '26', month: '11', year: '2026' })?.toString()).toBe('2026-11-26');
  expect(dateFromBoxes({ day: ' 1', month: 'Febr', year: '2027' })?.toString()).toBe('2027-02-01');
  expect(dateFromBoxes({ day: '29', month: '2', year: '2028' })?.toString()).toBe('2028-02-29');
  for (const [d, m, y] of [
    ['29', '2', '2027'],
    ['0', '1', '2027'],
    ['1', '13', '2027'],
    ['1', '1', '27'],
    ['x', '1', '2027'],
  ] as const)
    expect(dateFromBoxes({ day: d, month: m, year: y })).toBeNull();
});

test('times are read as people type them, and an hour that could be either is asked for again', () => {
  const said: Readonly<Record<string, string>> = {
    '10.30am': '10:30:00',
    '10:30': '10:30:00',
    '2pm': '14:00:00',
    '12 noon': '12:00:00',
    '12 midnight': '00:00:00',
    '12.15am': '00:15:00',
    '14.00': '14:00:00',
  };
  for (const [words, time] of Object.entries(said))
    expect(timeFromWords(words)?.toString(), words).toBe(time);
  for (const words of ['2', '7.30', '25.00', '10.60', '13pm', 'soon', ''])
    expect(timeFromWords(words), words).toBeNull();
});

test('working days pass over weekends and holidays', () => {
  const free = new Set(['2026-12-25', '2026-12-28']);
  expect(workingDaysAfter(day('2026-12-24'), 1, free).toString()).toBe('2026-12-29');
  expect(workingDaysAfter(day('2026-12-24'), 0, free).toString()).toBe('2026-12-24');
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 1, max: 40 }), (shift, count) => {
      const start = day('2025-01-01').add({ days: shift });
      const end = workingDaysAfter(start, count, free);
      expect(end.dayOfWeek).toBeLessThanOrEqual(5);
      expect(daysBetween(start, end)).toBeGreaterThanOrEqual(count);
    }),
  );
});

test('the clock on the wall decides the moment, before and after it changes', () => {
  const at = Temporal.PlainTime.from('10:30');
  expect(momentAt(day('2026-10-24'), at, 'Europe/London').toString()).toBe('2026-10-24T09:30:00Z');
  expect(momentAt(day('2026-10-26'), at, 'Europe/London').toString()).toBe('2026-10-26T10:30:00Z');
});
