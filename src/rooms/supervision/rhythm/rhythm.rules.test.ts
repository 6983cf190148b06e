import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysBetween } from '#kernel/dates.ts';
import { type Diary, officeHours, overlaps, place, placeWith } from './place.rules.ts';
import {
  type Away,
  dueDay,
  isAway,
  isExcused,
  pausesFrom,
  rhythmState,
  type StandingFacts,
  slotOf,
  standingOf,
  wantedSlots,
} from './rhythm.rules.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const BEGINS = day('2026-01-05');
const PACE = { everyDays: 28, nearDays: 13, graceDays: 14 };
const ZONE = 'Europe/London';
const NONE: ReadonlySet<string> = new Set();

const dayIn = (most: number) => fc.integer({ min: 0, max: most }).map((days) => BEGINS.add({ days }));
const leaveIn = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 365 }), fc.integer({ min: 0, max: 70 })).map(([from, long]): Away => {
    const fromOn = BEGINS.add({ days: from });
    return { fromOn, untilOn: fromOn.add({ days: long }) };
  }),
  { maxLength: 4 },
);
const holidaysIn = fc.array(dayIn(400), { maxLength: 12 }).map((days) => new Set(days.map(String)));
const hoursIn = fc
  .array(
    fc.tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 8, max: 14 }), fc.integer({ min: 1, max: 6 })),
    { minLength: 1, maxLength: 6 },
  )
  .map((all) =>
    all.map(([weekday, from, long]) => ({
      weekday,
      from: Temporal.PlainTime.from({ hour: from }),
      until: Temporal.PlainTime.from({ hour: from + long }),
    })),
  );
const takenIn = fc.array(
  fc.tuple(dayIn(400), fc.integer({ min: 8, max: 17 })).map(([on, hour]) => ({
    startsAt: on
      .toZonedDateTime({ timeZone: ZONE, plainTime: Temporal.PlainTime.from({ hour }) })
      .toInstant(),
    minutes: 60,
  })),
  { maxLength: 8 },
);
const diaryIn = fc.record({ hours: hoursIn, leave: leaveIn, taken: takenIn });
const office = (leave: readonly Away[] = []): Diary => ({
  hours: officeHours('09:30', '17:00'),
  leave,
  taken: [],
});
const facts = (over: Partial<StandingFacts> = {}): StandingFacts => ({
  ...PACE,
  beginsOn: BEGINS,
  held: [],
  leave: [],
  holidays: NONE,
  today: BEGINS,
  ...over,
});

describe('the days of the rhythm', () => {
  test('are counted from the beginning, and nothing held moves a later one', () => {
    fc.assert(
      fc.property(fc.array(dayIn(365), { maxLength: 20 }), dayIn(365), leaveIn, (held, today, leave) => {
        const { slot, dueOn } = standingOf(facts({ held, today, leave }));
        expect(daysBetween(BEGINS, dueOn)).toBe(slot * PACE.everyDays);
      }),
    );
  });

  test('a late one leaves every later due day where it was', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: -13, max: 13 }), (slot, off) => {
        const held = [dueDay(BEGINS, 28, slot).add({ days: off })];
        const after = standingOf(facts({ held, today: held[0] ?? BEGINS }));
        expect(after.slot).toBe(slot + 1);
        expect(after.dueOn).toEqual(dueDay(BEGINS, 28, slot + 1));
      }),
    );
  });

  test('what was held belongs to the nearest slot, half way to the later, and near the beginning to none', () => {
    expect(slotOf(BEGINS, 28, BEGINS.add({ days: 13 }))).toBe(0);
    expect(slotOf(BEGINS, 28, BEGINS.add({ days: 14 }))).toBe(1);
    expect(slotOf(BEGINS, 28, BEGINS.add({ days: 41 }))).toBe(1);
    expect(slotOf(BEGINS, 28, BEGINS.add({ days: 42 }))).toBe(2);
    fc.assert(
      fc.property(dayIn(700), fc.integer({ min: 7, max: 90 }), (on, every) => {
        const slot = slotOf(BEGINS, every, on);
        const off = Math.abs(daysBetween(dueDay(BEGINS, every, slot), on));
        for (const other of [slot - 1, slot + 1].filter((each) => each >= 0))
          expect(off).toBeLessThanOrEqual(Math.abs(daysBetween(dueDay(BEGINS, every, other), on)));
      }),
    );
  });

  test('more that was held never makes the next one due earlier', () => {
    fc.assert(
      fc.property(fc.array(dayIn(365)), dayIn(365), dayIn(365), (held, more, today) => {
        const before = standingOf(facts({ held, today }));
        const after = standingOf(facts({ held: [...held, more], today }));
        expect(after.slot).toBeGreaterThanOrEqual(before.slot);
      }),
    );
  });
});

describe('leave', () => {
  test('excuses a slot only where no working day near it was left to meet on', () => {
    const due = dueDay(BEGINS, 28, 2);
    const whole = [{ fromOn: due.subtract({ days: 14 }), untilOn: due.add({ days: 14 }) }];
    expect(isExcused(due, 13, whole, NONE)).toBe(true);
    expect(
      isExcused(due, 13, [{ fromOn: due.subtract({ days: 3 }), untilOn: due.add({ days: 3 }) }], NONE),
    ).toBe(false);
    expect(isExcused(due, 13, [], NONE)).toBe(false);
  });

  test('an excused one is passed over and the day after it stays', () => {
    const due = dueDay(BEGINS, 28, 2);
    const leave = [{ fromOn: due.subtract({ days: 14 }), untilOn: due.add({ days: 14 }) }];
    const held = [dueDay(BEGINS, 28, 1)];
    expect(standingOf(facts({ held, leave, today: due })).dueOn).toEqual(dueDay(BEGINS, 28, 3));
    // Planned leave far ahead does not pay what is owed before it.
    expect(standingOf(facts({ leave, today: BEGINS })).dueOn).toEqual(dueDay(BEGINS, 28, 1));
  });

  test('days away use up no grace', () => {
    fc.assert(
      fc.property(dayIn(365), leaveIn, (due, leave) => {
        const pauses = pausesFrom(due, 14, leave);
        let here = 0;
        for (
          let each = due.add({ days: 1 });
          Temporal.PlainDate.compare(each, pauses) <= 0;
          each = each.add({ days: 1 })
        )
          if (!isAway(leave, each)) here += 1;
        expect(here).toBe(14);
        expect(isAway(leave, pauses)).toBe(false);
      }),
    );
  });
});

describe('a time that is proposed', () => {
  test('lies near its day, in everybody’s hours, on nobody’s leave, on no holiday, on top of nothing', () => {
    fc.assert(
      fc.property(
        diaryIn,
        diaryIn,
        fc.option(diaryIn),
        holidaysIn,
        dayIn(365),
        fc.integer({ min: 1, max: 10 }),
        fc.boolean(),
        (supporter, supervisor, cover, holidays, today, ahead, hurry) => {
          const [wanted] = wantedSlots(facts({ holidays, today, leave: supporter.leave }), {
            ahead,
            notBefore: today.add({ days: 2 }),
          });
          if (!wanted) throw new Error('there is always a next one');
          const found = placeWith(
            { ...wanted, hurry, minutes: 60, zone: ZONE, holidays },
            {
              supporter,
              supervisor: { accountId: 'supervisor', diary: supervisor },
              cover: cover ? { accountId: 'cover', diary: cover } : null,
            },
          );
          if (!found) return;
          expect(Math.abs(daysBetween(wanted.dueOn, found.on))).toBeLessThanOrEqual(13);
          expect(Temporal.PlainDate.compare(found.on, today.add({ days: 2 }))).toBeGreaterThanOrEqual(0);
          expect(holidays.has(found.on.toString())).toBe(false);
          const there = found.startsAt.toZonedDateTimeISO(ZONE);
          expect(there.toPlainDate()).toEqual(found.on);
          const holder = found.heldBy === 'cover' ? cover : supervisor;
          for (const each of [supporter, holder]) {
            if (!each) throw new Error('held by nobody');
            expect(isAway(each.leave, found.on)).toBe(false);
            const from = there.toPlainTime();
            const until = from.add({ minutes: 60 });
            expect(
              each.hours.some(
                (hours) =>
                  hours.weekday === found.on.dayOfWeek &&
                  Temporal.PlainTime.compare(hours.from, from) <= 0 &&
                  Temporal.PlainTime.compare(until, hours.until) <= 0,
              ),
            ).toBe(true);
            expect(
              each.taken.some((other) => overlaps(other, { startsAt: found.startsAt, minutes: 60 })),
            ).toBe(false);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test('lies on its day where that is free, and on the nearest free one where not', () => {
    const due = day('2026-12-25');
    const ask = {
      dueOn: due,
      fromOn: due.subtract({ days: 13 }),
      untilOn: due.add({ days: 13 }),
      minutes: 60,
      zone: ZONE,
      holidays: new Set(['2026-12-25', '2026-12-28']),
    };
    expect(place({ ...ask, holidays: NONE, people: [office()] })).toMatchObject({ on: due, because: [] });
    expect(place({ ...ask, people: [office()] })).toMatchObject({
      on: day('2026-12-24'),
      because: ['bank_holiday'],
    });
    expect(place({ ...ask, hurry: true, people: [office()] })?.on).toEqual(day('2026-12-14'));
  });

  test('is at the time they are used to, where that is free', () => {
    const due = day('2026-12-01');
    const ask = { dueOn: due, fromOn: due, untilOn: due, minutes: 60, zone: ZONE, holidays: NONE };
    const prefer = Temporal.PlainTime.from('14:00');
    const at = (people: readonly Diary[]) =>
      place({ ...ask, prefer, people })
        ?.startsAt.toZonedDateTimeISO(ZONE)
        .toPlainTime()
        .toString();
    expect(at([office()])).toBe('14:00:00');
    const taken = [
      { startsAt: due.toZonedDateTime({ timeZone: ZONE, plainTime: prefer }).toInstant(), minutes: 60 },
    ];
    expect(at([office(), { ...office(), taken }])).toBe('09:30:00');
  });

  test('is held by the cover only while the supervisor is away throughout', () => {
    const due = day('2026-12-01');
    const ask = {
      dueOn: due,
      fromOn: due.subtract({ days: 13 }),
      untilOn: due.add({ days: 13 }),
      minutes: 60,
      zone: ZONE,
      holidays: NONE,
    };
    const cover = { accountId: 'cover', diary: office() };
    const away = (days: number) => office([{ fromOn: due.subtract({ days }), untilOn: due.add({ days }) }]);
    const held = (days: number, by: typeof cover | null) =>
      placeWith(ask, {
        supporter: office(),
        supervisor: { accountId: 'supervisor', diary: away(days) },
        cover: by,
      });
    expect(held(20, cover)).toMatchObject({ heldBy: 'cover', because: ['cover'], on: due });
    expect(held(5, cover)).toMatchObject({ heldBy: 'supervisor', because: ['leave'] });
    expect(held(20, null)).toBeNull();
  });
});

describe('whoever follows the proposals', () => {
  test('is never overdue, and has one for each slot', () => {
    fc.assert(
      fc.property(leaveIn, holidaysIn, fc.integer({ min: 1, max: 3 }), (leave, holidays, ahead) => {
        const held: Temporal.PlainDate[] = [];
        for (let round = 0; round < 14; round += 1) {
          const today = held.at(-1) ?? BEGINS;
          const wanted = wantedSlots(facts({ held, leave, holidays, today }), {
            ahead,
            notBefore: today.add({ days: 1 }),
          });
          expect(new Set(wanted.map(({ slot }) => slot)).size).toBe(wanted.length);
          const [next] = wanted;
          if (!next) throw new Error('there is always a next one');
          const found = place({
            ...next,
            minutes: 60,
            zone: ZONE,
            holidays,
            people: [office(leave)],
          });
          // Where nothing fits people arrange it; then nothing is promised here.
          if (!found) return;
          const standing = standingOf(facts({ held, leave, holidays, today: found.on }));
          expect(rhythmState(standing, found.on)).not.toBe('overdue');
          expect(slotOf(BEGINS, 28, found.on)).toBe(next.slot);
          held.push(found.on);
        }
      }),
    );
  });

  test('and whoever missed one is asked for the earliest day of the next', () => {
    const [due] = wantedSlots(facts({ today: BEGINS.add({ days: 20 }) }), {
      ahead: 1,
      notBefore: BEGINS.add({ days: 22 }),
    });
    expect(due).toMatchObject({ slot: 1, hurry: false });
    const [missed] = wantedSlots(facts({ today: BEGINS.add({ days: 43 }) }), {
      ahead: 1,
      notBefore: BEGINS.add({ days: 45 }),
    });
    expect(missed).toMatchObject({ slot: 2, hurry: true, fromOn: BEGINS.add({ days: 45 }) });
  });
});

test('how it stands today is said from its days alone', () => {
  const standing = { dueOn: day('2026-12-01'), pausesOn: day('2026-12-15') };
  expect(rhythmState(standing, day('2026-11-20'))).toBe('fine');
  expect(rhythmState(standing, day('2026-11-24'))).toBe('soon');
  expect(rhythmState(standing, day('2026-12-01'))).toBe('soon');
  expect(rhythmState(standing, day('2026-12-02'))).toBe('in_grace');
  expect(rhythmState(standing, day('2026-12-15'))).toBe('overdue');
  expect(rhythmState({ ...standing, pausesOn: null }, day('2027-12-15'))).toBe('in_grace');
});
