import { describe, expect, test } from 'vitest';
import {
  clockTime,
  counted,
  dayAndDate,
  dayFrom,
  longDate,
  minutesInWords,
  momentInWords,
  shortDate,
  shortDay,
  timeRange,
} from './times.ts';

const date = (text: string) => Temporal.PlainDate.from(text);
const time = (text: string) => Temporal.PlainTime.from(text);
const at = (text: string) => Temporal.Instant.from(text);
const london = 'Europe/London';

describe('dates', () => {
  test('a day and date, with the year only when it is another one', () => {
    expect(dayAndDate(date('2026-11-26'))).toBe('Thursday 26 November');
    expect(dayAndDate(date('2026-11-26'), { today: date('2026-11-23') })).toBe('Thursday 26 November');
    expect(dayAndDate(date('2027-01-07'), { today: date('2026-11-23') })).toBe('Thursday 7 January 2027');
    expect(dayAndDate(date('2026-11-29'))).toBe('Sunday 29 November');
  });

  test('a date without its weekday says its year unless it is this one', () => {
    expect(longDate(date('2026-11-26'))).toBe('26 November 2026');
    expect(longDate(date('2026-11-26'), { today: date('2026-01-01') })).toBe('26 November');
  });

  test('short forms', () => {
    expect(shortDate(date('2026-09-03'))).toBe('3 Sep 2026');
    expect(shortDay(date('2026-12-03'))).toBe('Thu 3 Dec');
  });

  test('days near today have names', () => {
    const today = date('2026-11-23');
    expect(dayFrom(date('2026-11-23'), today)).toBe('today');
    expect(dayFrom(date('2026-11-22'), today)).toBe('yesterday');
    expect(dayFrom(date('2026-11-24'), today)).toBe('tomorrow');
    expect(dayFrom(date('2026-11-25'), today)).toBe('Wednesday 25 November');
  });
});

describe('times', () => {
  test.each([
    ['10:30', '10.30am'],
    ['14:00', '2pm'],
    ['14:05', '2.05pm'],
    ['12:00', '12 noon'],
    ['12:30', '12.30pm'],
    ['00:00', '12 midnight'],
    ['00:15', '12.15am'],
    ['23:59', '11.59pm'],
  ])('%s is read %s', (clock, words) => {
    expect(clockTime(time(clock))).toBe(words);
  });

  test('a range names both ends in full', () => {
    expect(timeRange(time('10:30'), time('12:30'))).toBe('10.30am to 12.30pm');
  });

  test('lengths', () => {
    expect(minutesInWords(120)).toBe('2 hours');
    expect(minutesInWords(95)).toBe('1 hour 35 minutes');
    expect(minutesInWords(61)).toBe('1 hour 1 minute');
    expect(minutesInWords(0)).toBe('0 minutes');
    expect(minutesInWords(10)).toBe('10 minutes');
    expect(minutesInWords(600)).toBe('10 hours');
  });

  test('counting', () => {
    expect(counted(1, 'parent')).toBe('1 parent');
    expect(counted(0, 'parent')).toBe('0 parents');
    expect(counted(2, 'family', 'families')).toBe('2 families');
  });
});

describe('moments', () => {
  const now = at('2026-11-23T16:00:00Z');

  test.each([
    ['2026-11-23T16:00:00Z', 'just now'],
    ['2026-11-23T15:59:10Z', 'just now'],
    ['2026-11-23T15:59:00Z', '1 minute ago'],
    ['2026-11-23T15:19:00Z', '41 minutes ago'],
    ['2026-11-23T16:05:00Z', 'in 5 minutes'],
    ['2026-11-23T09:00:00Z', 'today at 9am'],
    ['2026-11-22T15:10:00Z', 'yesterday at 3.10pm'],
    ['2026-11-24T09:00:00Z', 'tomorrow at 9am'],
    ['2026-11-16T09:00:00Z', 'Monday 16 November at 9am'],
    ['2025-11-24T09:00:00Z', 'Monday 24 November 2025 at 9am'],
  ])('%s is %s', (moment, words) => {
    expect(momentInWords(at(moment), london, now)).toBe(words);
  });

  test('the day is the wall day, on both sides of the clocks going back', () => {
    const sunday = at('2026-10-25T08:00:00Z');
    // 23.30 UTC on Saturday is half past midnight on Sunday while summer time lasts.
    expect(momentInWords(at('2026-10-24T23:30:00Z'), london, sunday)).toBe('today at 12.30am');
    expect(momentInWords(at('2026-10-24T22:30:00Z'), london, sunday)).toBe('yesterday at 11.30pm');
  });
});
