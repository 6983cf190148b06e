import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ActivityRule,
  type ChildDay,
  crossing,
  dayMayBe,
  daysOf,
  firstCrossing,
  type MeterFacts,
  meterOn,
  ruleOn,
  type Setting,
} from './activity.rules.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const days = (...texts: readonly string[]): readonly ChildDay[] => texts.map((text) => ({ on: day(text) }));

const before: ActivityRule = {
  effectiveFrom: day('2012-09-10'),
  moreThanDays: 3,
  inDays: 30,
  overnight: true,
  supervisedExempt: true,
};
const after: ActivityRule = { ...before, effectiveFrom: day('2026-09-01'), supervisedExempt: false };
const rules = [before, after];

describe('more than three days in thirty', () => {
  const three = days('2026-11-02', '2026-11-09', '2026-11-16');

  test('the fourth day within thirty is one too many, and says which stretch it stands in', () => {
    expect(crossing({ days: three, rules }, day('2026-11-23'))).toMatchObject({
      on: day('2026-11-23'),
      days: 4,
      why: 'days',
    });
    expect(crossing({ days: three, rules }, day('2026-12-01'))?.days).toBe(4);
  });

  test('the thirtieth day still belongs to the stretch, the thirty-first begins another', () => {
    expect(crossing({ days: three, rules }, day('2026-12-01'))).not.toBeNull();
    expect(crossing({ days: three, rules }, day('2026-12-02'))).toBeNull();
  });

  test('two places on one day are one day', () => {
    expect(crossing({ days: [...three, ...three], rules }, day('2026-11-16'))).toBeNull();
  });

  test('a day put in between counts for the days that were planned after it', () => {
    const planned = days('2026-11-02', '2026-11-16', '2026-11-30');
    expect(crossing({ days: planned, rules }, day('2026-11-09'))?.on.toString()).toBe('2026-11-30');
  });

  test('supervision kept somebody outside until the end of August 2026', () => {
    const august = days('2026-08-03', '2026-08-10', '2026-08-17');
    expect(crossing({ days: august, rules }, day('2026-08-31'))).toBeNull();
    expect(crossing({ days: august, rules }, day('2026-09-01'))?.on.toString()).toBe('2026-09-01');
    expect(crossing({ days: august, rules, supervised: false }, day('2026-08-24'))).not.toBeNull();
  });

  test('a day of August does not cross for itself, and makes the day of September cross', () => {
    const around = days('2026-08-20', '2026-08-27', '2026-09-03');
    expect(crossing({ days: around, rules }, day('2026-08-25'))?.on.toString()).toBe('2026-09-03');
  });

  test('one night is enough', () => {
    const night: readonly ChildDay[] = [{ on: day('2026-11-14'), overnight: true }];
    expect(firstCrossing({ days: night, rules }, day('2026-11-01'))?.why).toBe('overnight');
    expect(crossing({ days: night, rules }, day('2026-11-20'))).toBeNull();
    expect(
      firstCrossing({ days: night, rules: [{ ...after, overnight: false }] }, day('2026-11-01')),
    ).toBeNull();
  });

  test('with the check that looks at the barred list the day may be', () => {
    const from = day('2026-11-20');
    const barredOn = (on: Temporal.PlainDate) => Temporal.PlainDate.compare(on, from) >= 0;
    expect(dayMayBe({ days: three, rules, barredOn }, day('2026-11-23'))).toEqual({ may: true });
    expect(dayMayBe({ days: three, rules, barredOn: () => false }, day('2026-11-23')).may).toBe(false);
    expect(dayMayBe({ days: three, rules, barredOn: () => false }, day('2026-11-16')).may).toBe(true);
    // The check came later than the fourth day: it does not reach back.
    expect(dayMayBe({ days: three, rules, barredOn }, day('2026-11-18')).may).toBe(false);
  });

  test('a check that ends before a later crossing does not carry that one', () => {
    const planned = days('2026-11-02', '2026-11-09', '2026-11-23', '2026-11-30');
    const barredOn = (on: Temporal.PlainDate) => Temporal.PlainDate.compare(on, day('2026-11-25')) <= 0;
    const answer = dayMayBe({ days: planned, rules, barredOn }, day('2026-11-16'));
    expect(answer.may === false && answer.crossing.on.toString()).toBe('2026-11-30');
  });

  test('the meter says how full the stretch is', () => {
    expect(meterOn({ days: three, rules }, day('2026-11-20'))).toMatchObject({
      days: 3,
      moreThanDays: 3,
      from: day('2026-10-22'),
      exempt: false,
    });
    expect(meterOn({ days: three, rules }, day('2026-08-31'))?.exempt).toBe(true);
    expect(meterOn({ days: three, rules: [] }, day('2026-11-20'))).toBeNull();
  });

  test('before the first rule nothing crosses, and of two rules from one day the later holds', () => {
    expect(crossing({ days: three, rules: [] }, day('2026-11-23'))).toBeNull();
    expect(ruleOn([after, { ...after, moreThanDays: 5 }], day('2026-10-01'))?.moreThanDays).toBe(5);
    expect(ruleOn([after, before], day('2026-10-01'))).toBe(after);
  });
});

describe('days in other places', () => {
  const school: Setting = {
    daysOfWeek: [2, 4],
    fromOn: day('2026-10-01'),
    untilOn: null,
    dates: [],
    overnight: false,
  };

  test('weekdays, single dates and both once each, in order', () => {
    const camp: Setting = {
      ...school,
      daysOfWeek: [],
      dates: [day('2026-10-27'), day('2026-10-24')],
      overnight: true,
    };
    expect(
      daysOf([school, camp], day('2026-10-20'), day('2026-10-29')).map(
        ({ on, overnight }) => `${on}${overnight ? ' night' : ''}`,
      ),
    ).toEqual(['2026-10-20', '2026-10-22', '2026-10-24 night', '2026-10-27 night', '2026-10-29']);
  });

  test('a place whose last day lies before its first counts on none', () => {
    expect(daysOf([{ ...school, untilOn: day('2026-09-30') }], day('2026-01-01'), day('2026-12-31'))).toEqual(
      [],
    );
  });
});

// Around both changes of the clocks of 2026, the leap day of 2028, and the change of the rules.
const around = fc.constantFrom('2026-03-29', '2026-10-25', '2026-09-01', '2028-02-29', '2026-12-31');
const someDay = (middle: string) =>
  fc.integer({ min: -45, max: 45 }).map((shift) => day(middle).add({ days: shift }));
const somewhere = around.chain((middle) =>
  fc.record({
    on: someDay(middle),
    days: fc.array(fc.record({ on: someDay(middle) }), {
      maxLength: 14,
    }),
    limit: fc.constantFrom(1, 2, 3, 5),
    span: fc.constantFrom(7, 28, 30),
  }),
);

/** Walks the calendar day by day and counts by the words of the dates: slow, and written another way. */
const bruteForce = (facts: MeterFacts, on: Temporal.PlainDate): string | null => {
  const held = new Set([...facts.days.map((each) => each.on.toString()), on.toString()]);
  for (let shift = 0; shift < 60; shift += 1) {
    const end = on.add({ days: shift });
    if (!held.has(end.toString())) continue;
    const rule = facts.rules
      .filter((each) => each.effectiveFrom.toString() <= end.toString())
      .toSorted((one, other) => (one.effectiveFrom.toString() < other.effectiveFrom.toString() ? 1 : -1))[0];
    if (!rule || rule.supervisedExempt) continue;
    let count = 0;
    let holdsTheDay = false;
    for (let back = 0; back < rule.inDays; back += 1) {
      const each = end.subtract({ days: back });
      if (held.has(each.toString())) count += 1;
      if (each.equals(on)) holdsTheDay = true;
    }
    if (holdsTheDay && count > rule.moreThanDays) return end.toString();
  }
  return null;
};

describe('whatever the days are', () => {
  const ruled = (limit: number, span: number) => [
    { ...after, moreThanDays: limit, inDays: span },
    { ...before, moreThanDays: limit, inDays: span },
  ];

  test('the crossing is the one that walking the calendar finds', () => {
    fc.assert(
      fc.property(somewhere, ({ on, days: held, limit, span }) => {
        const facts = { days: held, rules: ruled(limit, span) };
        expect(crossing(facts, on)?.on.toString() ?? null).toBe(bruteForce(facts, on));
      }),
      { numRuns: 400 },
    );
  });

  test('neither the order of the days nor a day said twice changes the answer', () => {
    fc.assert(
      fc.property(
        somewhere.chain((made) =>
          fc.record({
            made: fc.constant(made),
            shuffled: fc.shuffledSubarray([...made.days, ...made.days], {
              minLength: made.days.length * 2,
              maxLength: made.days.length * 2,
            }),
          }),
        ),
        ({ made: { on, days: held, limit, span }, shuffled }) => {
          const all = ruled(limit, span);
          expect(crossing({ days: shuffled, rules: all.toReversed() }, on)).toEqual(
            crossing({ days: held, rules: all }, on),
          );
        },
      ),
    );
  });

  test('days that were let in one by one, in any order, never make a first crossing', () => {
    fc.assert(
      fc.property(somewhere, ({ days: asked, limit, span }) => {
        const all = ruled(limit, span);
        const held: ChildDay[] = [];
        for (const each of asked)
          if (dayMayBe({ days: held, rules: all, barredOn: () => false }, each.on).may) held.push(each);
        expect(firstCrossing({ days: held, rules: all }, day('2020-01-01'))).toBeNull();
      }),
    );
  });

  test('a meter over its limit and a crossing on that day are the same thing', () => {
    fc.assert(
      fc.property(somewhere, ({ on, days: held, limit, span }) => {
        const facts = { days: [...held, { on }], rules: ruled(limit, span) };
        const meter = meterOn(facts, on);
        const over = meter !== null && !meter.exempt && meter.days > meter.moreThanDays;
        expect(firstCrossing(facts, on)?.on.equals(on) ?? false).toBe(over);
      }),
    );
  });

  test('weekdays are the weekdays of the calendar, before 1970 and in leap years too', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -4000, max: 30000 }),
        fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
        (shift, daysOfWeek) => {
          const from = day('1970-01-01').add({ days: shift });
          const until = from.add({ days: 20 });
          const setting: Setting = { daysOfWeek, fromOn: from, untilOn: null, dates: [], overnight: false };
          const expected = Array.from({ length: 21 }, (_, at) => from.add({ days: at })).filter((each) =>
            daysOfWeek.includes(each.dayOfWeek),
          );
          expect(daysOf([setting], from, until).map(({ on }) => on.toString())).toEqual(expected.map(String));
        },
      ),
    );
  });
});
