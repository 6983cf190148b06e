import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ageWords,
  bornEarly,
  entitledUntil,
  firstBirthday,
  gestationOn,
  gestationWords,
  weeksEarly,
} from './clock.rules.ts';
import type { Baby } from './family.queries.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const anyDay = fc.integer({ min: 0, max: 20_000 }).map((days) => day('2000-01-01').add({ days }));
const baby = (bornOn: Temporal.PlainDate, died = false): Baby => ({
  id: 'b',
  givenName: null,
  bornOn,
  order: 1,
  livesWith: 'parents',
  died,
  version: 1,
});

describe('gestation', () => {
  test('is 40 weeks on the due date and 24 weeks and 3 days 109 days before it', () => {
    const due = day('2027-02-10');
    expect(gestationOn(due, due)).toEqual({ weeks: 40, days: 0 });
    expect(gestationOn(due, due.subtract({ days: 109 }))).toEqual({ weeks: 24, days: 3 });
    expect(gestationOn(due, due.subtract({ days: 281 }))).toBeNull();
  });

  test('counts 280 days to the due date, across leap years too', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -20, max: 280 }), (due, before) => {
        const found = gestationOn(due, due.subtract({ days: before }));
        return (
          found !== null &&
          found.weeks * 7 + found.days === 280 - before &&
          found.days >= 0 &&
          found.days <= 6
        );
      }),
    );
  });

  test('is said as people say it', () => {
    expect(gestationWords({ weeks: 24, days: 0 })).toBe('24 weeks');
    expect(gestationWords({ weeks: 1, days: 1 })).toBe('1 week and 1 day');
    expect(gestationWords({ weeks: 31, days: 5 })).toBe('31 weeks and 5 days');
  });
});

describe('the first birthday', () => {
  test('of a baby born on 29 February is 1 March', () => {
    expect(firstBirthday([baby(day('2028-02-29'))])?.toString()).toBe('2029-03-01');
    expect(firstBirthday([baby(day('2027-02-28'))])?.toString()).toBe('2028-02-28');
  });

  test('is the same day of the year, or the day after when there is none, never less than 365 days away', () => {
    fc.assert(
      fc.property(anyDay, (born) => {
        const birthday = firstBirthday([baby(born)]);
        if (!birthday) return false;
        const days = born.until(birthday, { largestUnit: 'day' }).days;
        const sameDay = birthday.month === born.month && birthday.day === born.day;
        return (days === 365 || days === 366) && (sameDay || (born.month === 2 && born.day === 29));
      }),
    );
  });

  test('counts the latest living baby', () => {
    expect(firstBirthday([baby(day('2026-11-02')), baby(day('2026-11-05'), true)])?.toString()).toBe(
      '2027-11-02',
    );
    expect(firstBirthday([baby(day('2026-11-02'), true)])).toBeNull();
    expect(firstBirthday([])).toBeNull();
  });
});

describe('how long a family may come', () => {
  const facts = (babies: readonly Baby[], dueOn: string | null, lossOfAll = false) => ({
    babies,
    dueOn: dueOn === null ? null : day(dueOn),
    lossOfAll,
  });

  test('runs from the due date before the birth and from the birth after it', () => {
    expect(entitledUntil(facts([], '2027-02-10'))?.toString()).toBe('2028-02-10');
    expect(entitledUntil(facts([baby(day('2027-02-14'))], '2027-02-10'))?.toString()).toBe('2028-02-14');
    expect(entitledUntil(facts([baby(day('2027-02-14'))], '2027-02-10'), 6)?.toString()).toBe('2027-08-14');
    expect(entitledUntil(facts([], null))).toBeNull();
  });

  test('is longer when a baby came early, by the weeks it came early', () => {
    expect(entitledUntil(facts([baby(day('2026-12-16'))], '2027-02-10'))?.toString()).toBe('2028-02-10');
  });

  test('has no end after a loss of all, because nothing is counted any more', () => {
    expect(entitledUntil(facts([], '2027-02-10', true))).toBeNull();
    expect(entitledUntil(facts([baby(day('2026-12-16'), true)], '2027-02-10'))).toBeNull();
  });

  test('is never before the first birthday of a living baby', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -120, max: 20 }), (due, offset) => {
        const born = baby(due.add({ days: offset }));
        const until = entitledUntil({ babies: [born], dueOn: due, lossOfAll: false });
        const birthday = firstBirthday([born]);
        return until !== null && birthday !== null && Temporal.PlainDate.compare(until, birthday) >= 0;
      }),
    );
  });
});

describe('the age of a baby', () => {
  test('is said in days, weeks and months', () => {
    const born = day('2026-09-14');
    expect(ageWords(born, day('2026-09-15'))).toBe('1 day');
    expect(ageWords(born, day('2026-09-19'))).toBe('5 days');
    expect(ageWords(born, day('2026-11-23'))).toBe('10 weeks');
    expect(ageWords(born, day('2027-04-13'))).toBe('6 months');
    expect(ageWords(born, day('2027-04-14'))).toBe('7 months');
    expect(ageWords(born, day('2029-10-14'))).toBe('3 years');
  });

  test('says the corrected age as well when born before 37 weeks, and only then', () => {
    const due = day('2026-10-26');
    expect(ageWords(day('2026-08-31'), day('2026-11-23'), due)).toBe('2 months (4 weeks corrected)');
    expect(ageWords(day('2026-08-31'), day('2026-10-01'), due)).toBe('4 weeks (not yet due)');
    expect(ageWords(day('2026-10-12'), day('2026-11-23'), due)).toBe('6 weeks');
  });

  test('early means before 37 whole weeks', () => {
    const due = day('2027-02-10');
    expect(bornEarly(due.subtract({ days: 22 }), due)).toBe(true);
    expect(bornEarly(due.subtract({ days: 21 }), due)).toBe(false);
    expect(bornEarly(due, null)).toBe(false);
    expect(weeksEarly(due.subtract({ days: 56 }), due)).toBe(8);
    expect(weeksEarly(due.subtract({ days: 7 }), due)).toBe(0);
  });
});
