import { describe, expect, it } from 'vitest';
import { bankHolidays, NATIONS } from './bank-holidays.ts';

const day = Temporal.PlainDate.from;
const YEARS = [2025, 2026, 2027, 2028];

/** Easter Sunday by the Gregorian reckoning. */
const easter = (year: number): Temporal.PlainDate => {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(n / 31), day: (n % 31) + 1 });
};

const firstMonday = (year: number, month: number) => {
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  return first.add({ days: (8 - first.dayOfWeek) % 7 });
};
const lastMonday = (year: number, month: number) => {
  const last = Temporal.PlainDate.from({ year, month, day: 1 }).add({ months: 1 }).subtract({ days: 1 });
  return last.subtract({ days: last.dayOfWeek - 1 });
};
/** A fixed day, or the next weekday that is not taken when it falls on a weekend. */
const onWeekdays = (dates: readonly Temporal.PlainDate[]) => {
  const found: string[] = [];
  const fixed = dates.map(String);
  for (const date of dates) {
    let on = date;
    const free = () =>
      on.dayOfWeek <= 5 &&
      !found.includes(on.toString()) &&
      (on.equals(date) || !fixed.includes(on.toString()));
    while (!free()) on = on.add({ days: 1 });
    found.push(on.toString());
  }
  return found;
};

describe('bank holidays', () => {
  it('fall where the calendar says, year by year and nation by nation', () => {
    for (const year of YEARS) {
      const of = (nation: (typeof NATIONS)[number]) =>
        bankHolidays[nation].map(({ on }) => on).filter((on) => on.startsWith(`${year}-`));
      const sunday = easter(year);
      const on = (month: number, date: number) => Temporal.PlainDate.from({ year, month, day: date });
      const christmas = onWeekdays([on(12, 25), on(12, 26)]);
      const may = [firstMonday(year, 5), lastMonday(year, 5)].map(String);
      const good = sunday.subtract({ days: 2 }).toString();
      const monday = sunday.add({ days: 1 }).toString();
      const late = lastMonday(year, 8).toString();
      const england = [...onWeekdays([on(1, 1)]), good, monday, ...may, late, ...christmas];
      expect(of('england-and-wales').toSorted()).toEqual(england.toSorted());
      const irish = [...england, ...onWeekdays([on(3, 17)]), ...onWeekdays([on(7, 12)])];
      expect(of('northern-ireland').toSorted()).toEqual(irish.toSorted());
      const scottish = [
        ...onWeekdays([on(1, 1), on(1, 2)]),
        good,
        ...may,
        firstMonday(year, 8).toString(),
        ...onWeekdays([on(11, 30)]),
        ...christmas,
        ...(year === 2026 ? ['2026-06-15'] : []),
      ];
      expect(of('scotland').toSorted()).toEqual(scottish.toSorted());
    }
  });

  it('are weekdays, in order, each once', () => {
    for (const nation of NATIONS) {
      const days = bankHolidays[nation].map(({ on }) => on);
      expect(days).toEqual([...new Set(days)].toSorted());
      for (const on of days) expect(day(on).dayOfWeek, on).toBeLessThanOrEqual(5);
    }
  });
});
